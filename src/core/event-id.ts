/** The id of a new event: its date and its headline, in letters that every disk and address bar can hold. */
import anyAscii from 'any-ascii';
import { dayToDate } from './calendar.ts';
import type { TimelineDate } from './date.ts';
import { textToId } from './schema.ts';

/** Longer headlines are cut after a whole word. */
const SLUG_LENGTH = 48;

/**
 * The id for an event.
 * @param taken ids and aliases in use; a number is added to what would clash
 * @example makeEventId(parse('2024-08-12'), 'Jury’s verdict') // 2024-08-12-jurys-verdict
 */
export function makeEventId(date: TimelineDate, title: string, taken: (id: string) => boolean): string {
	const id = [dateToIdPart(date), titleToSlug(title) || 'event'].join('-');
	if (!taken(id)) return id;
	for (let number = 2; ; number++) if (!taken(`${id}-${number}`)) return `${id}-${number}`;
}

/** A headline in small Latin letters, digits and hyphens, transliterated where it has others; empty where it has none. */
export function titleToSlug(title: string): string {
	const slug = textToId(anyAscii(title.replace(/['’‘ʼ]/g, '')));
	if (slug.length <= SLUG_LENGTH) return slug;
	const cut = slug.slice(0, SLUG_LENGTH + 1);
	const lastHyphen = cut.lastIndexOf('-');
	return lastHyphen > 0 ? cut.slice(0, lastHyphen) : slug.slice(0, SLUG_LENGTH);
}

/**
 * The start of a date, as precisely as it is known, for an id.
 * @example '2021-05-23/2021-05-26' → 2021-05-23, '[2026-03-04..2026-05-15]' → 2026, '196X' → 1960s, '-0195' → 196-bce
 */
export function dateToIdPart(date: TimelineDate): string {
	const part = date.ranges[0]?.[0] ?? date.ranges[0]?.[1];
	const start = part?.start ?? date.start ?? date.end ?? 0;
	const first = dayParts(start);
	const sure =
		date.kind === 'set' ? sharedParts(first, dayParts(date.end ?? start)) : PARTS[part?.precision ?? 'year'];
	const [year = 0, ...rest] = first.slice(0, Math.max(1, sure));
	const coarse = part?.precision === 'decade' || part?.precision === 'century';
	const said = year > 0 ? `${String(year).padStart(4, '0')}${coarse ? 's' : ''}` : `${1 - year}-bce`;
	return [said, ...rest.map((number) => String(number).padStart(2, '0'))].join('-');
}

/** How many of year, month and day a precision knows. */
const PARTS = { day: 3, month: 2, season: 1, year: 1, decade: 1, century: 1 } as const;

function dayParts(day: number): number[] {
	const date = dayToDate(day);
	return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

function sharedParts(a: readonly number[], b: readonly number[]): number {
	const different = a.findIndex((number, index) => number !== b[index]);
	return different === -1 ? a.length : different;
}
