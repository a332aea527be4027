/** The part of the case that chart and overview look at, in days: from an address's range, back to one, and its moves. */
import { dayToDate, toDay, type Day } from './calendar.ts';
import { parseEdge, type View } from './view.ts';

/** Days since 1970 in UTC; parts of days count. `to` is the first instant after the window. */
export interface TimeWindow {
	from: number;
	to: number;
}

/** What an address says of a window. */
export type Range = Pick<View, 'from' | 'to'>;

/** The least a window shows, in days. */
export const LEAST_DAYS = 7;

/** From this width on, the edges of a window are told by the month. */
const MONTHLY_DAYS = 730;

/**
 * @param span the whole case, first and last day
 * @returns the window of a view, cut where it reaches beyond the case; an open end reaches to the end of the case. What
 * is less than a window can show, or lies beyond the case, gives the nearest that can be shown
 */
export function rangeToWindow({ from, to }: Range, span: readonly [Day, Day]): TimeWindow {
	const [first, last] = span;
	const start = Math.max(first, parseEdge(from ?? '')?.first ?? first);
	const end = Math.min(last, parseEdge(to ?? '')?.last ?? last) + 1;
	if (end - start >= LEAST_DAYS) return { from: start, to: end };
	return centreWindow({ from: 0, to: LEAST_DAYS }, (start + end) / 2, span);
}

/** The range of a window, open where it reaches the end of the case: the same window always gives the same range. */
export function windowToRange(window: TimeWindow, [first, last]: readonly [Day, Day]): Range {
	const length = window.to - window.from >= MONTHLY_DAYS ? 7 : 10;
	const edge = (day: Day) => formatEdge(day).slice(0, formatEdge(day).length - 10 + length);
	const [from, to] = [edge(Math.round(window.from)), edge(Math.round(window.to) - 1)];
	// A month may reach the end of the case where its day does not.
	return {
		from: (parseEdge(from)?.first ?? first) <= first ? undefined : from,
		to: (parseEdge(to)?.last ?? last) >= last ? undefined : to,
	};
}

/** A day as addresses have it: `2024-08-12`, `-0043-03-15`. */
export function formatEdge(day: Day): string {
	const date = dayToDate(day);
	const year = date.getUTCFullYear();
	const two = (number: number) => String(number).padStart(2, '0');
	return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/**
 * A window so many times as wide, about a point that stays where it is.
 * @param factor below 1 shows less
 * @param at the point, in days; the middle unless told
 */
export function zoomWindow(
	window: TimeWindow,
	factor: number,
	span: readonly [Day, Day],
	at = (window.from + window.to) / 2,
): TimeWindow {
	const width = window.to - window.from;
	const wanted = Math.max(LEAST_DAYS, width * factor);
	const from = at - ((at - window.from) / width) * wanted;
	return keepInside({ from, to: from + wanted }, span);
}

/** A window of the same width that has a point in its middle, as far as the case reaches. */
export function centreWindow(window: TimeWindow, at: number, span: readonly [Day, Day]): TimeWindow {
	const half = (window.to - window.from) / 2;
	return keepInside({ from: at - half, to: at + half }, span);
}

/** Moves a window into the case; one wider than it becomes the whole of it. */
export function keepInside({ from, to }: TimeWindow, [first, last]: readonly [Day, Day]): TimeWindow {
	const width = Math.min(to - from, last + 1 - first);
	const start = Math.min(Math.max(from, first), last + 1 - width);
	return { from: start, to: start + width };
}

/** The calendar year or month of a day, as a range. */
export function rangeOf(unit: 'year' | 'month', day: Day): Range {
	const text = formatEdge(day).slice(0, unit === 'year' ? -6 : -3);
	return { from: text, to: text };
}

/**
 * An edge moved by calendar months, to the first of one: what a key does to a handle.
 * @param months below 0 goes back
 */
export function moveByMonths(day: number, months: number): Day {
	const date = dayToDate(Math.round(day));
	const isFirst = date.getUTCDate() === 1;
	// From within a month, one step back is to its own first.
	const from = date.getUTCMonth() + (months < 0 && !isFirst ? 1 : 0);
	return toDay(date.getUTCFullYear(), from + months, 1);
}
