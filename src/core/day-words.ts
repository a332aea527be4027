/** Days of the site's own work (added, updated, corrected) in words. */
import { parseDate } from './date.ts';
import { formatDate, type DateWords } from './date-words.ts';

/**
 * A day the gate has passed, as a reader says it.
 * @example formatDay('2026-11-23', en) // "23 November 2026"
 */
export function formatDay(iso: string, words: DateWords): string {
	const parsed = parseDate(iso);
	return parsed.ok ? formatDate(parsed.date, words) : iso;
}
