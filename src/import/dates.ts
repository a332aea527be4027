/** Dates as other tools write them, in EDTF; never more precise than they stand there. */
import { monthLength } from '../core/calendar.ts';
import type { TimelineDate } from '../core/date.ts';
import { formatDate } from '../core/date-words.ts';
import { everydayToEdtf } from '../core/everyday-dates.ts';
import { wordsFor } from '../i18n/index.ts';
import { asWritten, fieldText, isGiven } from './fields.ts';
import { readDate, type Lose } from './model.ts';

/** A date in parts, as numbers or text; empty text for what is not known. */
export interface DateParts {
	year?: unknown;
	month?: unknown;
	day?: unknown;
}

/**
 * A date of TimelineJS. Its years have no 0: −500 is 500 BCE, which is -0499 in EDTF.
 * Parts that make no date are left out and told of, so that no date is made up.
 * @returns EDTF, or undefined where there is no year to stand on
 */
export function partsToEdtf({ year, month, day }: DateParts, field: string, lose: Lose): string | undefined {
	const [yearNumber, monthNumber, dayNumber] = [year, month, day].map(wholeNumber);
	if (yearNumber === undefined) return undefined;
	const written = [year, month, day].filter(isGiven).map(asWritten).join('-');
	if (yearNumber === 0) lose(field, written, 'has a year 0, which history books have not; 1 BCE is written');
	const text = yearToEdtf(yearNumber < 0 ? yearNumber + 1 : yearNumber);
	if (monthNumber === undefined) {
		if (isGiven(month) || isGiven(day))
			lose(field, written, `has no month that can be read; ${text} is written`);
		return text;
	}
	if (monthNumber < 1 || monthNumber > 12 || text.startsWith('Y')) {
		lose(
			field,
			written,
			`${text.startsWith('Y') ? 'is too far for months in EDTF' : 'has a month that is none'}; ${text} is written`,
		);
		return text;
	}
	const toMonth = `${text}-${String(monthNumber).padStart(2, '0')}`;
	if (dayNumber === undefined) {
		if (isGiven(day)) lose(field, written, `has a day that cannot be read; ${toMonth} is written`);
		return toMonth;
	}
	if (dayNumber < 1 || dayNumber > monthLength(Number(text), monthNumber)) {
		lose(field, written, `is not a day; ${toMonth} is written`);
		return toMonth;
	}
	return `${toMonth}-${String(dayNumber).padStart(2, '0')}`;
}

/** A whole number as a number or text, "1,066" among them. */
function wholeNumber(value: unknown): number | undefined {
	const text = fieldText(value)
		.trim()
		.replace(/^(-?\d{1,3})((?:,\d{3})+)$/, (_, a: string, b: string) => a + b.replaceAll(',', ''));
	return /^[-+]?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : undefined;
}

/** @param year with a year 0 */
export function yearToEdtf(year: number): string {
	const digits = String(Math.abs(year)).padStart(4, '0');
	return `${digits.length > 4 ? 'Y' : ''}${year < 0 ? '-' : ''}${digits}`;
}

/** From one date to another; an end before the start is left out and told of. */
export function spanToDate(
	from: string,
	to: string | undefined,
	field: string,
	lose: Lose,
): TimelineDate | undefined {
	const start = readDate(from);
	if (start === undefined || to === undefined || to === from) return start;
	const span = readDate(`${from}/${to}`);
	if (span) return span;
	lose(field, to, `does not follow ${from}, so no span can be made of it; ${from} is written`);
	return start;
}

/**
 * A date in words, where they can be read in one way only.
 * @example wordsToDate('C. 1677')?.edtf // 1677~
 */
export function wordsToDate(words: string): TimelineDate | undefined {
	const text = words.trim();
	const [only, ...others] = everydayToEdtf(text, (edtf) => readDate(edtf) !== undefined);
	return readDate(text) ?? (others.length === 0 && only !== undefined ? readDate(only) : undefined);
}

/**
 * The date among those of these ends that our own pages say in these words.
 * @param from EDTF, as `to`
 * @example endsToDate('between 4 and 6 March 2026', '2026-03-04', '2026-03-06')?.edtf // [2026-03-04..2026-03-06]
 */
export function endsToDate(words: string, from: string, to: string | undefined): TimelineDate | undefined {
	const inEdtf = to === undefined ? START_ALONE : BOTH_ENDS;
	return inEdtf
		.map((form) => readDate(form(from, to ?? '')))
		.find((date) => date && formatDate(date, OUR_WORDS).toLowerCase() === words.trim().toLowerCase());
}

const OUR_WORDS = wordsFor('en').date;
/** What can have a start and no end in TimelineJS; the last ones are seasons. */
const START_ALONE: readonly ((from: string) => string)[] = [
	(from) => from,
	(from) => `${from}~`,
	(from) => `${from}?`,
	(from) => `${from}/..`,
	(from) => `../${from}`,
	(from) => `${from}-21`,
	(from) => `${from}-22`,
	(from) => `${from}-23`,
	(from) => `${from}-24`,
];
/** What can have both; a decade or century before a set of years, which is said in the same words. */
const BOTH_ENDS: readonly ((from: string, to: string) => string)[] = [
	(from, to) => `${from}/${to}`,
	(from) => `${from.slice(0, -1)}X`,
	(from) => `${from.slice(0, -2)}XX`,
	(from, to) => `[${from}..${to}]`,
	(from, to) => `[${from},${to}]`,
	(from, to) => `${from}~/${to}~`,
];

/** Whether one date can be what the other says more loosely: they share a day. */
export function overlap(a: TimelineDate, b: TimelineDate): boolean {
	return (a.start ?? -Infinity) <= (b.end ?? Infinity) && (b.start ?? -Infinity) <= (a.end ?? Infinity);
}
