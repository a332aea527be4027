/** An edge of a range in words, for readers who need not know how addresses say it. */
import { dayToDate } from './calendar.ts';
import { dayFormatter } from './formatter.ts';
import { parseEdge } from './view.ts';

/** By how much of a date is told. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
	{ year: 'numeric' },
	{ month: 'long', year: 'numeric' },
	{ day: 'numeric', month: 'long', year: 'numeric' },
];

/**
 * @param bce the word for years before the first, if not the locale's own
 * @returns what is no edge as it is
 * @example edgeToWords('2024-08-12', 'en-GB') // "12 August 2024"
 */
export function edgeToWords(edge: string, locale = 'en', bce?: string): string {
	const first = parseEdge(edge)?.first;
	if (first === undefined) return edge;
	const date = dayToDate(first);
	const style = STYLES[edge.slice(1).split('-').length - 1];
	const era = date.getUTCFullYear() < 1 ? ({ era: 'short' } as const) : {};
	return dayFormatter(locale, { ...style, ...era })
		.formatToParts(date)
		.map(({ type, value }) => (type === 'era' ? (bce ?? value) : value))
		.join('');
}
