/** One event: the fields an author writes, and the record the site is built from. */
import { z } from 'zod';
import { compareDates, parseDate, type TimelineDate } from './date.ts';
import type { Foreign } from './in-language.ts';
import { mediumFields } from './media.ts';
import { fieldProblems, referenceProblems } from './problem.ts';
import { checkProse, type BodyProblem, type Prose } from './prose.ts';
import { BESIDE_OTHERS, schemas } from './schema.ts';
import { readShape, type ShapeProblem } from './shape.ts';
import { refuseSpeakers, speakerFields } from './speaker.ts';

export const STATUSES = ['established', 'alleged', 'disputed'] as const;
export type Status = (typeof STATUSES)[number];

/** 1: the case cannot be told without it; 2: a turning point; 3: context. */
export type Importance = 1 | 2 | 3;

/** What one event can be to another; the words for each, and for its inverse, are in `src/i18n`. */
export const RELATIONS = ['responds-to', 'part-of', 'follows-from', 'reverses'] as const;
export type Relation = (typeof RELATIONS)[number];

export const QUOTE_WORDS = 30;
export const SUMMARY_LENGTH = 240;

const ids = (example: string) => schemas.list(schemas.id('some-id'), `[${example}]`);
const sources = ids('source-id').superRefine((list, context) => {
	if (list.length === 0) context.addIssue(fieldProblems.empty('sources: [source-id]'));
});

/** Days of work on an event, none of which can be before it was added. */
function refuseBeforeAdded(event: WorkDays, context: z.RefinementCtx): void {
	const added = event.added;
	if (!isDay(added)) return;
	const days: [path: (string | number)[], day: unknown][] = [
		[['updated'], event.updated],
		...(event.corrections ?? []).map((correction, index): [(string | number)[], unknown] => [
			['corrections', index, 'date'],
			correction?.date,
		]),
		[['withdrawn', 'date'], event.withdrawn?.date],
	];
	for (const [path, day] of days)
		if (isDay(day) && day < added)
			context.addIssue({ code: 'custom', path, message: fieldProblems.beforeAdded(day, added, 'the event') });
}

/** Fields as they may be where others have problems. */
interface WorkDays {
	added?: unknown;
	updated?: unknown;
	corrections?: readonly ({ date?: unknown } | undefined)[];
	withdrawn?: { date?: unknown } | undefined;
}

export function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && parseDate(value).ok;
}

/** The front matter of an event file. */
export const eventFields = z
	.strictObject({
		date: schemas.date('2024-08-12'),
		title: schemas.line('Bridge opens to traffic', 120),
		summary: schemas.line('What happened and who did it, in one or two sentences.', SUMMARY_LENGTH),
		category: schemas.id('council'),
		importance: schemas.choice(['1', '2', '3']).transform((text) => Number(text) as Importance),
		status: schemas.choice(STATUSES).default('established'),
		people: ids('person-id').default([]),
		organizations: ids('organization-id').default([]),
		added: schemas.day('2026-11-23'),
		updated: schemas.day('2026-11-23').optional(),
		relates: z
			.strictObject(
				Object.fromEntries(RELATIONS.map((relation) => [relation, ids('event-id').optional()])) as Record<
					Relation,
					z.ZodOptional<ReturnType<typeof ids>>
				>,
			)
			.meta({ example: '{responds-to: [event-id]}' })
			.default({}),
		quotes: schemas
			.list(
				z
					.strictObject({
						text: schemas.quotation(QUOTE_WORDS, 'the very words'),
						...speakerFields,
						source: schemas.id('source-id'),
					})
					.superRefine(refuseSpeakers, BESIDE_OTHERS),
				'- {text: "the very words", speaker: person-id, source: source-id}',
			)
			.default([]),
		disagreements: schemas
			.list(
				z.strictObject({ text: schemas.line('One report says ten, another eleven.'), sources }),
				'- {text: Where they differ., sources: [one, two]}',
			)
			.default([]),
		limits: schemas
			.list(
				z.strictObject({ text: schemas.line('The report itself was not read.') }),
				'- {text: What was not seen.}',
			)
			.default([]),
		corrections: schemas
			.list(
				z.strictObject({
					date: schemas.day('2026-11-23'),
					text: schemas.line('It was ten, not eleven.'),
				}),
				'- {date: 2026-11-23, text: What was wrong and what is right.}',
			)
			.superRefine((list, context) => {
				const dates = list.flatMap((correction) =>
					typeof correction?.date === 'string' ? [correction.date] : [],
				);
				if (dates.some((date, index) => index > 0 && date > (dates[index - 1] ?? '')))
					context.addIssue(referenceProblems.correctionsOrder(dates));
			}, BESIDE_OTHERS)
			.default([]),
		media: schemas
			.list(
				mediumFields,
				'- {file: bridge.jpg, alt: What it shows., credit: Who made it, licence: CC-BY-4.0}',
			)
			.default([]),
		aliases: ids('old-id').default([]),
		withdrawn: z
			.strictObject({ date: schemas.day('2026-11-23'), reason: schemas.line('Why it was taken back.') })
			.meta({ example: '{date: 2026-11-23, reason: Why it was taken back.}' })
			.optional(),
		draft: schemas.flag().default(false),
	})
	.superRefine(refuseBeforeAdded, BESIDE_OTHERS);

type Fields = z.output<typeof eventFields>;

/** Entries that a translation may leave in the original's language. */
type Told<Name extends 'disagreements' | 'limits' | 'media'> = (Fields[Name][number] & Foreign)[];

export interface TimelineEvent extends Fields, Foreign {
	disagreements: Told<'disagreements'>;
	limits: Told<'limits'>;
	media: Told<'media'>;
	/** The file name without `.md`, and for ever the event's address. */
	id: string;
	/** The Markdown below the front matter. */
	body: string;
	prose: Prose;
}

export interface EventReading {
	/** Partial where there are problems. */
	event: TimelineEvent | undefined;
	problems: ShapeProblem[];
	/** Problems in the body, by line of the body from 1. */
	bodyProblems: BodyProblem[];
}

interface EventRules {
	allowUnsourced?: boolean;
	categories?: readonly string[];
}

const FALLBACK = {
	date: '2000-01-01',
	title: '-',
	summary: '-',
	category: '0',
	importance: '3',
	added: '2000-01-01',
};

/**
 * Reads one event file's fields and body.
 * @param fields the front matter as text, lists and maps; undefined where it could not be read
 * @param body the Markdown below it
 * @param rules `allowUnsourced`: an event that names no source at all may stand, and its page says so; `categories`: ids
 * of those of the case, to be offered where an event has none
 */
export function parseEvent(id: string, fields: unknown, body: string, rules: EventRules = {}): EventReading {
	const { value, problems: found } = readShape(eventFields, fields, 'an event', FALLBACK);
	const problems = found.map((problem) =>
		problem.lacking && problem.path.join() === 'category' ? offer(problem, fields, rules) : problem,
	);
	// Even with a mistake in it, the field says that the text is gone.
	const withdrawn =
		(typeof fields === 'object' && fields !== null && Object.hasOwn(fields, 'withdrawn')) ||
		problems.some(({ meant }) => meant === 'withdrawn');
	const check = (cited: boolean) => checkProse(body, { cited, mayBeEmpty: withdrawn });
	const strict = check(!withdrawn);
	const mayDoWithout =
		rules.allowUnsourced && value && eventSources({ ...value, prose: strict }).length === 0;
	const { problems: bodyProblems, ...prose } = mayDoWithout ? check(false) : strict;
	const notice = withdrawn && value && { withdrawn: value.withdrawn ?? { date: value.added, reason: '-' } };
	return { event: value && { ...value, ...notice, id, body, prose }, problems, bodyProblems };
}

/** A category that is still to be chosen, of those of the case. */
function offer(problem: ShapeProblem, fields: unknown, { categories = [] }: EventRules): ShapeProblem {
	if (categories.length === 0) return problem;
	const isThere = typeof fields === 'object' && fields !== null && Object.hasOwn(fields, 'category');
	return { ...problem, says: referenceProblems.noCategory(isThere, categories) };
}

/** Chart and list order: earliest day, then latest day, then id. */
export function compareEvents(a: Dated, b: Dated): number {
	return compareDates(a.date, b.date) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

interface Dated {
	id: string;
	date: TimelineDate;
}

/** The last day on which an event was added, updated or corrected. */
export function lastWork({ added, updated = '', corrections }: TimelineEvent): string {
	return [added, updated, corrections[0]?.date ?? ''].reduce((a, b) => (a > b ? a : b));
}

/** Whether readers see an event: one that is no draft and was not withdrawn. */
export function isShown({ draft, withdrawn }: Pick<TimelineEvent, 'draft' | 'withdrawn'>): boolean {
	return !draft && !withdrawn;
}

/** Everyone an event names, those whose words it gives among them, each once. */
export function eventPeople(event: TimelineEvent): string[] {
	return [...new Set([...event.people, ...event.quotes.flatMap(({ speaker }) => speaker ?? [])])];
}

/** Every source an event rests on, in the order a reader meets them, each once. */
export function eventSources(event: Pick<TimelineEvent, 'prose' | 'quotes' | 'disagreements'>): string[] {
	return [
		...new Set([
			...event.prose.citations.map((citation) => citation.id),
			...event.quotes.map((quote) => quote.source),
			...event.disagreements.flatMap((disagreement) => disagreement.sources),
		]),
	];
}
