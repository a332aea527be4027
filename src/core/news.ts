/** What is new to a reader who last read an earlier edition. Stands on nothing, so that the browser can have it. */

/** What happened to the events on one day, by their ids. */
export interface NewsOfDay {
	day: string;
	/** As a reader says it. */
	inWords: string;
	added: readonly string[];
	changed: readonly string[];
}

export type News = 'added' | 'changed';

/**
 * Events that were added or changed after a day. What was added and then changed is new all the same.
 * @param since the day of the edition last read
 */
export function newsSince(days: readonly NewsOfDay[], since: string): Map<string, News> {
	const later = days.filter(({ day }) => day > since);
	return new Map([
		...later.flatMap(({ changed }) => changed.map((id) => [id, 'changed'] as const)),
		...later.flatMap(({ added }) => added.map((id) => [id, 'added'] as const)),
	]);
}
