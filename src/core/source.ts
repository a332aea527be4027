/** One source: a CSL item as Zotero and Pandoc write it, and how this site read it. */
import { z } from 'zod';
import { dayToDate, dayToHistoricYear } from './calendar.ts';
import { parseDate, type TimelineDate } from './date.ts';
import { CSL_DATES, CSL_LINES, CSL_NAMES, CSL_TEXTS, CSL_TYPES } from './csl.ts';
import { dateProblems } from './date-problems.ts';
import { schemas } from './schema.ts';
import { readShape, type Shaped } from './shape.ts';

/** `original`: read where its publisher put it; the others say what was read in its stead. */
export const READINGS = ['original', 'repost', 'summary', 'extract'] as const;
export type ReadAs = (typeof READINGS)[number];

const name = z
	.strictObject({
		family: schemas.line('Doe').optional(),
		given: schemas.line('Jane').optional(),
		literal: schemas.line('Office of Public Works').optional(),
		suffix: schemas.line('Jr.').optional(),
		'dropping-particle': schemas.line('de').optional(),
		'non-dropping-particle': schemas.line('van').optional(),
	})
	.meta({ example: '{family: Doe, given: Jane}' });
const names = schemas.list(name, '[{family: Doe, given: Jane}]').optional();

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

/** One kind of field under many names. */
function fields<const K extends string, T extends z.ZodType>(keys: readonly K[], field: T): Record<K, T> {
	return Object.fromEntries(keys.map((key) => [key, field])) as Record<K, T>;
}

/** The variables of CSL, and `custom` for how it was read. */
export const sourceFields = z
	.strictObject({
		id: schemas.id('daily-report-2024-08-12-bridge'),
		type: schemas.choice(CSL_TYPES),
		title: schemas.line('Headline as published'),
		URL: schemas.webAddress('https://example.org/story').optional(),
		...fields(CSL_LINES, schemas.line('as the source gives it').optional()),
		...fields(CSL_TEXTS, schemas.text('as the source gives it').optional()),
		...fields(CSL_NAMES, names),
		...fields(CSL_DATES, cslDate),
		custom: z
			.strictObject({
				originator: schemas.id('daily-report'),
				'read-as': schemas.choice(READINGS),
				'read-at': schemas.webAddress('https://example.org/repost').optional(),
				excerpt: schemas.excerpt('The words it rests on.').optional(),
				founding: schemas.flag().default(false),
			})
			.meta({ example: '{originator: daily-report, read-as: original}' }),
	})
	.meta({ fields: 'the fields of CSL 1.0.2' });

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

/** Who put a source before the public, as a reader names it: the paper, the court, the publisher. */
export function sourceOutlet(source: Source): string | undefined {
	return source['container-title'] ?? source.authority ?? source.publisher;
}

/** A source as CSL-JSON, for citeproc and for `data/sources.json`. */
export function sourceToCsl(source: Source): Record<string, unknown> {
	const dates = CSL_DATES.map((key) => [key, source[key] && toCslDate(source[key])] as const);
	const csl = { ...source, ...Object.fromEntries(dates) };
	return Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined));
}

function toCslDate(date: TimelineDate): Record<string, unknown> {
	const parts = (day: number) => {
		const calendar = dayToDate(day);
		// CSL counts 45 BCE as -45; ISO 8601, which has a year 0, as -0044.
		const all = [dayToHistoricYear(day), calendar.getUTCMonth() + 1, calendar.getUTCDate()];
		return all.slice(0, date.precision === 'day' ? 3 : date.precision === 'month' ? 2 : 1);
	};
	const ends = date.kind === 'instant' ? [date.start] : [date.start, date.end];
	return {
		'date-parts': ends.filter((day) => day !== null).map(parts),
		...((date.approximate || date.uncertain) && { circa: true }),
	};
}
