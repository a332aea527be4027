/**
 * Dates as the sources give them: EDTF text goes in, days in UTC and their precision come out.
 * The only importer of `edtf`.
 * Rules: EDTF (ISO 8601-2:2019, annex A), levels 0 and 1, and from level 2 the sets `[…]`.
 */
import { parse } from 'edtf';
import { monthLength, toDay, type Day } from './calendar.ts';
import { dateProblems } from './date-problems.ts';
import { explainEveryday } from './everyday-dates.ts';

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century';

/** `instant`: one day or period. `interval`: it lasted. `set`: one of these days, not known which. */
export type DateKind = 'instant' | 'interval' | 'set';

/** One date inside a range or set: the days it covers and how it was qualified. */
export interface DatePart {
	start: Day;
	end: Day;
	precision: Precision;
	approximate: boolean;
	uncertain: boolean;
}

/** From one part to another; null where that end is open or not known. */
export type DateRange = [from: DatePart | null, to: DatePart | null];

export interface TimelineDate {
	/** The text as written: the date itself, of which all else is derived. */
	edtf: string;
	kind: DateKind;
	/** One range for an instant or interval (an instant's ends are the same part), one for each member of a set. */
	ranges: DateRange[];
	/** First day it can be, and last (inclusive); null where an end is open or not known. */
	start: Day | null;
	end: Day | null;
	/** The coarsest precision among its parts. */
	precision: Precision;
	approximate: boolean;
	uncertain: boolean;
	open: boolean;
}

export type ParsedDate = { ok: true; date: TimelineDate } | { ok: false; problem: string };

/** A date or season in `edtf`'s syntax tree. */
interface Part {
	type: 'Date' | 'Season' | 'Year';
	level?: number;
	values: number[];
	unspecified?: number;
	uncertain?: boolean | number;
	approximate?: boolean | number;
}

interface Tree {
	type: string;
	level: number;
	values: unknown[];
	earlier?: boolean;
	later?: boolean;
}

/** `Date` holds 100 million days either side of 1970 (ECMA-262, 21.4.1.1); whole years inside that. */
const YEARS = { first: -271_820, last: 275_759 };
const PRECISIONS: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century'];
/** Months in which a season starts (EDTF level 1, codes 21–24: spring to winter in calendar quarters). */
const SEASON_FIRST_MONTH: Record<number, number> = { 21: 2, 22: 5, 23: 8, 24: 11 };
/** Bits `edtf` sets for an unspecified digit: years 0x0f, months 0x30, days 0xc0. */
const UNSPECIFIED = { year: 0x0f, decade: 0x08, century: 0x0c, month: 0x30, day: 0xc0 } as const;

/**
 * Reads a date.
 * @param text EDTF as it stands in the file
 * @returns the date, or a sentence that says what is wrong and what to write instead
 * @example parseDate('[2026-03-04..2026-05-15]') // a set: one unknown day from 4 March to 15 May
 */
export function parseDate(text: string): ParsedDate {
	const known = parsed.get(text) ?? readDate(text);
	parsed.set(text, known);
	return known;
}

/** Few days are many dates, those of sources above all, and the grammar takes its time. */
const parsed = new Map<string, ParsedDate>();

function readDate(text: string): ParsedDate {
	const early = impossibleDay(text) ?? badForm(text);
	if (early) return { ok: false, problem: early };
	const read = readEdtf(text);
	if (read.ok) return read;
	const everyday = explainEveryday(text, (edtf) => {
		const impossible = impossibleDay(edtf);
		return { impossible, isDate: !impossible && readEdtf(edtf).ok };
	});
	return { ok: false, problem: everyday ?? read.problem };
}

function readEdtf(text: string): ParsedDate {
	let tree: Tree;
	try {
		tree = parse(text) as Tree;
	} catch (error) {
		const backwards = error instanceof Error && /invalid upper bound/.test(error.message);
		return {
			ok: false,
			problem: backwards ? dateProblems.backwards(text) : dateProblems.notADate(text),
		};
	}
	return treeToDate(text, tree);
}

function treeToDate(text: string, tree: Tree): ParsedDate {
	const members = treeToMembers(tree);
	const written = members.flat().filter((part) => part !== null);
	if (tree.type === 'List' || !written.every(isSupported))
		return { ok: false, problem: dateProblems.unsupported(text) };
	if (written.length === 0) return { ok: false, problem: dateProblems.noEnd(text) };
	if (written.some(({ values: [year = 0] }) => year < YEARS.first || year > YEARS.last))
		return { ok: false, problem: dateProblems.outOfReach(text, YEARS.first, YEARS.last) };

	const ranges = members.map(([from, to]): DateRange => [from && toPart(from), to && toPart(to)]);
	if (ranges.some(([from, to]) => from && to && to.end < from.start))
		return { ok: false, problem: dateProblems.backwards(text) };
	const parts = ranges.flat().filter((part) => part !== null);
	// `edtf`'s own bounds of a set are those of its first member; these are over all of them.
	const start = Math.min(...ranges.map(([from]) => from?.start ?? -Infinity));
	const end = Math.max(...ranges.map(([, to]) => to?.end ?? Infinity));
	const kinds: Record<string, DateKind> = { Interval: 'interval', Set: 'set' };
	return {
		ok: true,
		date: {
			edtf: text,
			kind: kinds[tree.type] ?? 'instant',
			ranges,
			start: finite(start),
			end: finite(end),
			precision: coarsest(parts.map((part) => part.precision)),
			approximate: parts.some((part) => part.approximate),
			uncertain: parts.some((part) => part.uncertain),
			open: !Number.isFinite(start) || !Number.isFinite(end),
		},
	};
}

function finite(day: Day): Day | null {
	return Number.isFinite(day) ? day : null;
}

/** Any tree as ranges of what was written. An end left open is null, or Infinity in some of `edtf`'s trees. */
function treeToMembers(tree: Tree): [Part | null, Part | null][] {
	const ends = (values: unknown[]) =>
		values.map((value) => (typeof value === 'object' ? (value as Part | null) : null));
	const both = (part: Part | null): [Part | null, Part | null] => [part, part];
	switch (tree.type) {
		case 'Interval': {
			const [from = null, to = null] = ends(tree.values);
			return [[from, to]];
		}
		case 'Set':
		case 'List': {
			const members = tree.values.map((value): [Part | null, Part | null] => {
				if (!Array.isArray(value)) return both(value as Part);
				const [from = null, to = null] = ends(value);
				return [from, to];
			});
			if (tree.earlier && members[0]) members[0] = [null, members[0][1]];
			const last = members.at(-1);
			if (tree.later && last) members[members.length - 1] = [last[0], null];
			return members;
		}
		default:
			return [both(tree as unknown as Part)];
	}
}

function toPart(part: Part): DatePart {
	return {
		...partExtent(part),
		precision: partPrecision(part),
		approximate: Boolean(part.approximate),
		uncertain: Boolean(part.uncertain),
	};
}

/** The grammar of `edtf` lets 29 February 1900 through, and has no word for 31 November: counted here first. */
function impossibleDay(text: string): string | undefined {
	for (const [whole, year, month, day] of text.matchAll(
		/(?<![\dX-])(-?\d{4})-(\d{2})(?:-(\d{2}))?(?![\dX])/g,
	)) {
		const monthNumber = Number(month);
		const isSeason = day === undefined && monthNumber >= 21 && monthNumber <= 24;
		if (isSeason) continue;
		if (monthNumber < 1 || monthNumber > 12) return dateProblems.notAMonth(whole, `${year}`);
		if (day === undefined) continue;
		const length = monthLength(Number(year), monthNumber);
		if (Number(day) < 1 || Number(day) > length)
			return dateProblems.notADay(whole, `${year}-${month}`, monthNumber, length);
	}
	return undefined;
}

function badForm(text: string): string | undefined {
	if (text.trim() === '') return dateProblems.empty();
	if (/\d{4}-\d\d-\d\dT\d/.test(text)) return dateProblems.timeOfDay(text);
	const year = /^(-?)(\d{1,3})$/.exec(text);
	if (year) return dateProblems.shortYear(text, `${year[1]}${(year[2] ?? '').padStart(4, '0')}`);
	if (/^-?[1-9]\d{4,5}$/.test(text)) return dateProblems.longYear(text);
	return undefined;
}

function isSupported(part: Part): boolean {
	// Level 2 qualifies or leaves out single digits and parts: 2004?-06, 1XXX, 1950S2.
	if (part.level === 2) return false;
	if (part.type === 'Season') return Object.hasOwn(SEASON_FIRST_MONTH, part.values[1] ?? 0);
	if (part.type !== 'Date' && part.type !== 'Year' && part.type !== undefined) return false;
	const hidden = part.unspecified ?? 0;
	const years = hidden & UNSPECIFIED.year;
	const month = hidden & UNSPECIFIED.month;
	const day = hidden & UNSPECIFIED.day;
	// Level 1 leaves out digits from the right only: 201X, 20XX, 2004-XX, 2004-04-XX, 2004-XX-XX.
	if (years && (part.values.length > 1 || (years !== UNSPECIFIED.decade && years !== UNSPECIFIED.century)))
		return false;
	if ((month && month !== UNSPECIFIED.month) || (day && day !== UNSPECIFIED.day)) return false;
	return !(month && part.values.length === 3 && !day);
}

function partPrecision(part: Part): Precision {
	const hidden = part.unspecified ?? 0;
	if (part.type === 'Season') return 'season';
	if ((hidden & UNSPECIFIED.year) === UNSPECIFIED.century) return 'century';
	if (hidden & UNSPECIFIED.year) return 'decade';
	if (hidden & UNSPECIFIED.month || part.values.length === 1) return 'year';
	if (hidden & UNSPECIFIED.day || part.values.length === 2) return 'month';
	return 'day';
}

function partExtent(part: Part): { start: Day; end: Day } {
	const [year = 0, month = 0, day = 1] = part.values;
	switch (partPrecision(part)) {
		case 'century':
			return yearsFrom(year, 100);
		case 'decade':
			return yearsFrom(year, 10);
		case 'year':
			return span(year, 0, year + 1, 0);
		case 'season': {
			const first = SEASON_FIRST_MONTH[month] ?? 0;
			return span(year, first, year, first + 3);
		}
		case 'month':
			return span(year, month, year, month + 1);
		case 'day':
			return { start: toDay(year, month, day), end: toDay(year, month, day) };
	}
}

/** Years whose last digits are left out. They count away from zero: -001X is -0019 to -0010. */
function yearsFrom(year: number, count: number) {
	const isNegative = year < 0 || Object.is(year, -0);
	return isNegative ? span(year - count + 1, 0, year + 1, 0) : span(year, 0, year + count, 0);
}

/** From the first day of one month to the eve of the first day of another. */
function span(fromYear: number, fromMonth: number, toYear: number, toMonth: number) {
	return { start: toDay(fromYear, fromMonth, 1), end: toDay(toYear, toMonth, 1) - 1 };
}

function coarsest(precisions: Precision[]): Precision {
	const rank = Math.max(...precisions.map((precision) => PRECISIONS.indexOf(precision)));
	return PRECISIONS[rank] ?? 'day';
}

/**
 * Order of two dates: earliest day, then latest day. Open ends count as endless.
 * Total and stable once the caller breaks ties by id.
 * @returns negative, zero or positive, as `Array.prototype.sort` wants it
 */
export function compareDates(a: TimelineDate, b: TimelineDate): number {
	return (
		compareNumbers(a.start ?? -Infinity, b.start ?? -Infinity) ||
		compareNumbers(a.end ?? Infinity, b.end ?? Infinity)
	);
}

function compareNumbers(a: number, b: number): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the very day is known: one day, neither approximate nor uncertain. */
export function isExactDay(date: TimelineDate): boolean {
	return date.kind === 'instant' && date.precision === 'day' && !date.approximate && !date.uncertain;
}

/** The days that its parts cover: of "since 2024" the year in which it began, because how long it lasted is not known. */
export function knownExtent({ ranges }: Pick<TimelineDate, 'ranges'>): { start: Day; end: Day } {
	const parts = ranges.flat().filter((part) => part !== null);
	return {
		start: Math.min(...parts.map(({ start }) => start)),
		end: Math.max(...parts.map(({ end }) => end)),
	};
}

/** The day on which it happened or began, where that very day is known. */
export function firstKnownDay({ kind, ranges }: Pick<TimelineDate, 'kind' | 'ranges'>): Day | undefined {
	const from = ranges[0]?.[0];
	const isKnown = from?.precision === 'day' && !from.approximate && !from.uncertain;
	return isKnown && kind !== 'set' ? from.start : undefined;
}
