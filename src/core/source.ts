/** One source: a CSL item as Zotero and Pandoc write it, and how this site read it. */
import { z } from 'zod';
import { dayToDate, parseDate, type TimelineDate } from './date.ts';
import { dateProblems } from './problem.ts';
import { readShape, schemas, type Shaped } from './schema.ts';

/** `original`: read where its publisher put it; the others say what was read in its stead. */
export const READINGS = ['original', 'repost', 'summary', 'extract'] as const;
export type ReadAs = (typeof READINGS)[number];

/** Item types of CSL 1.0.2. @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const CSL_TYPES = [
	'article',
	'article-journal',
	'article-magazine',
	'article-newspaper',
	'bill',
	'book',
	'broadcast',
	'chapter',
	'classic',
	'collection',
	'dataset',
	'document',
	'entry',
	'entry-dictionary',
	'entry-encyclopedia',
	'event',
	'figure',
	'graphic',
	'hearing',
	'interview',
	'legal_case',
	'legislation',
	'manuscript',
	'map',
	'motion_picture',
	'musical_score',
	'pamphlet',
	'paper-conference',
	'patent',
	'performance',
	'periodical',
	'personal_communication',
	'post',
	'post-weblog',
	'regulation',
	'report',
	'review',
	'review-book',
	'software',
	'song',
	'speech',
	'standard',
	'thesis',
	'treaty',
	'webpage',
] as const;

const name = z
	.strictObject({
		family: schemas.line('Slevin').optional(),
		given: schemas.line('Colleen').optional(),
		literal: schemas.line('Congressional Budget Office').optional(),
		suffix: schemas.line('Jr.').optional(),
		'dropping-particle': schemas.line('de').optional(),
		'non-dropping-particle': schemas.line('van').optional(),
	})
	.meta({ example: '{family: Slevin, given: Colleen}' });
const names = schemas.list(name, '[{family: Slevin, given: Colleen}]').optional();
const text = (example: string) => schemas.line(example).optional();

/** A CSL date: EDTF text, Zotero's list of `{year, month, day}`, or CSL-JSON's `date-parts`. */
const number = z.string().regex(/^-?\d+$/);
const cslDate = z
	.union([
		z.string(),
		z.array(z.strictObject({ year: number, month: number.optional(), day: number.optional() })).length(1),
		z.strictObject({ 'date-parts': z.array(z.array(number).min(1).max(3)).length(1) }),
	])
	.transform((written, context): TimelineDate => {
		const parts =
			typeof written === 'string'
				? [written]
				: Array.isArray(written)
					? [written[0]?.year, written[0]?.month, written[0]?.day]
					: (written['date-parts'][0] ?? []);
		const edtf = parts
			.filter((part) => part !== undefined)
			.map((part, index) => (index === 0 ? part : part.padStart(2, '0')))
			.join('-');
		const parsed = parseDate(edtf);
		if (parsed.ok) return parsed.date;
		context.addIssue(parsed.problem || dateProblems.notADate(edtf));
		return z.NEVER;
	})
	.meta({ example: '2024-08-12' })
	.optional();

/** Variables of CSL 1.0.2 that a bibliography of public records uses, and `custom` for how it was read. */
export const sourceFields = z.strictObject({
	id: schemas.id('ap-2024-08-12-verdict'),
	type: schemas.choice(CSL_TYPES),
	title: schemas.line('Headline as published'),
	'title-short': text('Headline'),
	author: names,
	editor: names,
	translator: names,
	recipient: names,
	interviewer: names,
	'container-title': text('The Daily Sentinel'),
	'collection-title': text('Series'),
	publisher: text('Publisher'),
	'publisher-place': text('Grand Junction'),
	authority: text('Supreme Court'),
	jurisdiction: text('Colorado'),
	number: text('23-cv-03014'),
	genre: text('Press release'),
	medium: text('Podcast'),
	edition: text('2'),
	volume: text('12'),
	issue: text('3'),
	page: text('1-4'),
	section: text('A'),
	version: text('1.0'),
	archive: text('National Archives'),
	archive_location: text('Box 3'),
	'call-number': text('RG 21'),
	'event-title': text('Conference'),
	language: text('en'),
	abstract: text('Abstract'),
	source: text('Zotero'),
	DOI: text('10.1000/182'),
	ISBN: text('978-0-00-000000-0'),
	ISSN: text('0000-0000'),
	URL: schemas.webAddress('https://example.org/story').optional(),
	issued: cslDate,
	accessed: cslDate,
	'original-date': cslDate,
	note: schemas.text('Read as an extract.').optional(),
	custom: z
		.strictObject({
			originator: schemas.id('associated-press'),
			'read-as': schemas.choice(READINGS),
			'read-at': schemas.webAddress('https://example.org/repost').optional(),
			excerpt: schemas.text('"The words it rests on."').optional(),
			founding: schemas.flag().default(false),
		})
		.meta({ example: '{originator: associated-press, read-as: original}' }),
});

export type Source = z.output<typeof sourceFields>;

const FALLBACK = {
	id: '0',
	type: 'document',
	title: '-',
	custom: { originator: '0', 'read-as': 'original' },
};

/** Reads one entry of `sources.yaml`. */
export function parseSource(fields: unknown): Shaped<Source> {
	return readShape(sourceFields, fields, 'a source', FALLBACK);
}

/** A source as CSL-JSON, for citeproc and for `data/sources.json`. */
export function sourceToCsl(source: Source): Record<string, unknown> {
	const { custom, issued, accessed, 'original-date': originalDate, note, ...plain } = source;
	const csl: Record<string, unknown> = {
		...plain,
		issued: issued && toCslDate(issued),
		accessed: accessed && toCslDate(accessed),
		'original-date': originalDate && toCslDate(originalDate),
		note,
		custom,
	};
	return Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined));
}

function toCslDate(date: TimelineDate): Record<string, unknown> {
	const parts = (day: number) => {
		const calendar = dayToDate(day);
		const year = calendar.getUTCFullYear();
		// CSL counts 45 BCE as -45; ISO 8601, which has a year 0, as -0044.
		const all = [year > 0 ? year : year - 1, calendar.getUTCMonth() + 1, calendar.getUTCDate()];
		return all.slice(0, date.precision === 'day' ? 3 : date.precision === 'month' ? 2 : 1);
	};
	const ends = date.kind === 'instant' ? [date.start] : [date.start, date.end];
	return {
		'date-parts': ends.filter((day) => day !== null).map(parts),
		...((date.approximate || date.uncertain) && { circa: true }),
	};
}
