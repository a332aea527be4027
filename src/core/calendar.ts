/**
 * Days and the proleptic Gregorian calendar, in UTC. The one place that makes a `Date` of a date of the case.
 * Stands on nothing, so that the browser can have it without the reader of EDTF.
 */

/** A whole number of days since 1970-01-01 in UTC; earlier days are negative. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/**
 * The day of a calendar date.
 * @param month 0 for January; 12 is January of the next year
 */
export function toDay(year: number, month: number, day: number): Day {
	// Date.UTC reads years 0–99 as 1900–1999; setUTCFullYear does not.
	return new Date(0).setUTCFullYear(year, month, day) / MS_PER_DAY;
}

/** Days in a month. @param month 1 for January */
export function monthLength(year: number, month: number): number {
	return toDay(year, month, 1) - toDay(year, month - 1, 1);
}

/** A day as a `Date` at its first instant in UTC, for scales and formatters. */
export function dayToDate(day: Day): Date {
	return new Date(day * MS_PER_DAY);
}

/** The day that an instant lies in. */
export function dateToDay(date: Date): Day {
	return Math.floor(date.getTime() / MS_PER_DAY);
}

/** The calendar year of a day; 0 is 1 BCE (ISO 8601). */
export function dayToYear(day: Day): number {
	return dayToDate(day).getUTCFullYear();
}

/** The year as historians and most formats count, without a year 0: -1 is 1 BCE. */
export function dayToHistoricYear(day: Day): number {
	const year = dayToYear(day);
	return year > 0 ? year : year - 1;
}

/** `2024-08-12`; years outside 0000–9999 as ISO 8601 expands them. */
export function dayToIso(day: Day): string {
	return dayToDate(day).toISOString().split('T')[0] ?? '';
}

/** What scripts and addresses call a year: `2021`, `-0043`; `unknown` where there is none. */
export function nameYear(year: number | undefined): string {
	if (year === undefined) return 'unknown';
	return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** The day of an ISO 8601 date that the gate has passed: `2026-11-23`. */
export function isoToDay(iso: string): Day {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	return toDay(year, month - 1, day);
}
