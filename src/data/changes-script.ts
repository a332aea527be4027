/**
 * `data/changes.js`: what changed on which day, for a reader who last read an earlier edition. A classic script, which
 * a disk lets a page load.
 */
import type { NewsOfDay } from '../core/news.ts';
import type { Timeline } from '../core/timeline.ts';
import { formatDay } from '../core/day-words.ts';
import type { Words } from '../i18n/words.ts';

/** What the script leaves for the page, as `caseChanges`. */
export interface ChangesData {
	days: NewsOfDay[];
	words: Words['news'];
}

export function makeChangesScript(timeline: Timeline, words: Words): string {
	const data: ChangesData = { days: findDays(timeline, words), words: words.news };
	return `globalThis.caseChanges=${JSON.stringify(data)};\n`;
}

/** Of the first edition the day alone: nobody can have read an earlier one, and it is nearly all there is. */
function findDays({ changes, event }: Timeline, words: Words): NewsOfDay[] {
	const byDay = [...Map.groupBy(changes, ({ day }) => day)];
	return byDay.map(([day, list], index) => {
		const isFirst = index === byDay.length - 1;
		const told = list.flatMap(({ kind, of }) =>
			!isFirst && 'event' in of && event(of.event.id) ? [{ kind, id: of.event.id }] : [],
		);
		return {
			day,
			inWords: formatDay(day, words.date),
			added: told.filter(({ kind }) => kind === 'added').map(({ id }) => id),
			changed: told.filter(({ kind }) => kind !== 'added').map(({ id }) => id),
		};
	});
}
