/**
 * What a reader looks at: range, filters, order, selection. To and from the address, and what of the case it shows.
 * Runs in the browser as well as in the build, so it stands on nothing but the calendar.
 */
import { monthLength, toDay, type Day } from './calendar.ts';

export interface View {
	/** Year, month or day as in the address: `2024`, `2024-01`, `2024-01-31`. Both ends are inclusive. */
	from: string | undefined;
	to: string | undefined;
	categories: readonly string[];
	people: readonly string[];
	statuses: readonly string[];
	query: string;
	newestFirst: boolean;
	/** The event in the hash. */
	selected: string | undefined;
}

/** Of an event, what choosing among events needs. */
export interface ViewedEvent {
	id: string;
	/** Null where that end is open. */
	start: Day | null;
	end: Day | null;
	category: string;
	people: readonly string[];
	status: string;
	/** These and the names of its people are what words are looked for in. */
	title: string;
	summary: string;
	names: readonly string[];
}

/** The values an address may name; others are ignored. */
export interface KnownValues {
	events: Pick<ReadonlySet<string>, 'has'>;
	/** The event to which an earlier id leads. */
	aliases?: ReadonlyMap<string, string>;
	categories: ReadonlySet<string>;
	people: ReadonlySet<string>;
	statuses: ReadonlySet<string>;
}

/** Filters with several choices: the key in the address, the field of a view, the values of an event. */
export const CHOICES = [
	{ key: 'category', field: 'categories', valuesOf: (event: ViewedEvent) => [event.category] },
	{ key: 'person', field: 'people', valuesOf: (event: ViewedEvent) => event.people },
	{ key: 'status', field: 'statuses', valuesOf: (event: ViewedEvent) => [event.status] },
] as const satisfies readonly {
	key: string;
	field: 'categories' | 'people' | 'statuses';
	valuesOf: (event: ViewedEvent) => readonly string[];
}[];

export type Filter = (typeof CHOICES)[number]['key'] | 'range' | 'q';

export const WHOLE: View = {
	from: undefined,
	to: undefined,
	categories: [],
	people: [],
	statuses: [],
	query: '',
	newestFirst: false,
	selected: undefined,
};

/** A text long enough for any search and short enough for any address. */
export const QUERY_LENGTH = 100;

/** Keys and values of an address's query, in order, decoded. */
export type Pairs = readonly (readonly [key: string, value: string])[];

/**
 * Reads an address. What it cannot mean is ignored.
 * @param hash with or without its number sign
 */
export function parseView(pairs: Pairs, hash: string, known: KnownValues): View {
	const all = (key: string) => pairs.filter(([name]) => name === key).map(([, value]) => value);
	const first = (key: string) => all(key)[0] ?? '';
	const choose = (key: string, values: ReadonlySet<string>) => [
		...new Set(all(key).filter((value) => values.has(value))),
	];
	const edge = (key: string) => (parseEdge(first(key)) ? first(key) : undefined);
	const named = decodeHash(hash);
	const selected = known.aliases?.get(named) ?? named;
	return {
		from: edge('from'),
		to: edge('to'),
		categories: choose('category', known.categories),
		people: choose('person', known.people),
		statuses: choose('status', known.statuses),
		query: first('q').trim().slice(0, QUERY_LENGTH),
		newestFirst: first('order') === 'newest',
		selected: known.events.has(selected) ? selected : undefined,
	};
}

function decodeHash(hash: string): string {
	try {
		return decodeURIComponent(hash.replace(/^#/, ''));
	} catch {
		return '';
	}
}

/**
 * The query of a view, without its selection, which stands in the hash: the same view always gives the same pairs.
 * @returns nothing for the whole case
 */
export function viewToPairs(view: View): [key: string, value: string][] {
	const pairs: [string, string][] = [];
	if (view.from) pairs.push(['from', view.from]);
	if (view.to) pairs.push(['to', view.to]);
	for (const { key, field } of CHOICES) for (const value of [...view[field]].sort()) pairs.push([key, value]);
	if (view.query) pairs.push(['q', view.query]);
	if (view.newestFirst) pairs.push(['order', 'newest']);
	return pairs;
}

/** Years have four digits, or as many more as they need. */
const EDGE = /^(-?(?:\d{4}|[1-9]\d{4,5}))(?:-(\d\d)(?:-(\d\d))?)?$/;
/** The last years, before and after, that a `Date` holds whole. */
const MOST_YEARS = 271_820;

/** First and last day of a year, month or day as addresses have it; undefined where it is none. */
export function parseEdge(text: string): { first: Day; last: Day } | undefined {
	const match = EDGE.exec(text);
	const year = Number(match?.[1]);
	if (!match || Math.abs(year) > MOST_YEARS) return undefined;
	if (match[2] === undefined) return { first: toDay(year, 0, 1), last: toDay(year + 1, 0, 1) - 1 };
	const month = Number(match[2]);
	if (month < 1 || month > 12) return undefined;
	const length = monthLength(year, month);
	if (match[3] === undefined)
		return { first: toDay(year, month - 1, 1), last: toDay(year, month - 1, length) };
	const day = Number(match[3]);
	if (day < 1 || day > length) return undefined;
	return { first: toDay(year, month - 1, day), last: toDay(year, month - 1, day) };
}

/** Letters without case or accents, so that "Munoz" finds "Muñoz". */
export function foldText(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}+/gu, '')
		.replace(/[‘’ʼ]/g, "'")
		.replace(/[“”]/g, '"')
		.toLowerCase();
}

/** Of events that words were looked for in. */
const folded = new WeakMap<ViewedEvent, string>();

function foldedText(event: ViewedEvent): string {
	const text = folded.get(event) ?? foldText([event.title, event.summary, ...event.names].join(' '));
	folded.set(event, text);
	return text;
}

/** One test a filter; an event is shown when it passes all. Choices of one filter are "or", filters are "and". */
function testsOf(view: View): { filter: Filter; passes: (event: ViewedEvent) => boolean }[] {
	const tests: ReturnType<typeof testsOf> = [];
	for (const { key, field, valuesOf } of CHOICES) {
		const chosen: readonly string[] = view[field];
		if (chosen.length === 0) continue;
		tests.push({ filter: key, passes: (event) => valuesOf(event).some((value) => chosen.includes(value)) });
	}
	const first = parseEdge(view.from ?? '')?.first ?? -Infinity;
	const last = parseEdge(view.to ?? '')?.last ?? Infinity;
	if (view.from || view.to)
		tests.push({
			filter: 'range',
			passes: ({ start, end }) => (start ?? -Infinity) <= last && (end ?? Infinity) >= first,
		});
	const words = foldText(view.query).split(/\s+/).filter(Boolean);
	if (words.length > 0)
		tests.push({ filter: 'q', passes: (event) => words.every((word) => foldedText(event).includes(word)) });
	return tests;
}

/** Ids of the events a view shows. */
export function findShown(events: readonly ViewedEvent[], view: View): Set<string> {
	const tests = testsOf(view);
	return new Set(events.filter((event) => tests.every(({ passes }) => passes(event))).map(({ id }) => id));
}

/**
 * How many events each choice of a filter would show, the other filters standing.
 * @returns count by value; values that no event has are absent
 */
export function countChoices(
	events: readonly ViewedEvent[],
	view: View,
	filter: (typeof CHOICES)[number]['key'],
): Map<string, number> {
	const tests = testsOf(view).filter((test) => test.filter !== filter);
	const valuesOf = CHOICES.find(({ key }) => key === filter)?.valuesOf ?? (() => []);
	const counts = new Map<string, number>();
	for (const event of events) {
		if (!tests.every(({ passes }) => passes(event))) continue;
		for (const value of valuesOf(event)) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return counts;
}

/** The filter without which most would be shown, for a view that shows nothing. */
export function filterToDrop(events: readonly ViewedEvent[], view: View): Filter | undefined {
	const tests = testsOf(view);
	let best: { filter: Filter; count: number } | undefined;
	for (const { filter } of tests) {
		const others = tests.filter((test) => test.filter !== filter);
		const count = events.filter((event) => others.every(({ passes }) => passes(event))).length;
		if (!best || count > best.count) best = { filter, count };
	}
	return best?.filter;
}

/** A view without one of its filters. */
export function dropFilter(view: View, filter: Filter): View {
	switch (filter) {
		case 'range':
			return { ...view, from: undefined, to: undefined };
		case 'q':
			return { ...view, query: '' };
		default:
			return { ...view, [CHOICES.find(({ key }) => key === filter)?.field ?? '']: [] };
	}
}
