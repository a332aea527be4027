/** A case with more events than one page should hold: home has the main ones, each year a page of its own. */
import { nameYear } from './calendar.ts';
import type { TimelineEvent } from './event.ts';
import { yearOf } from './layout.ts';

/** The most events that the home page lists; a plain list of some thousands is slow on every phone. */
export const MOST_ON_HOME = 500;

/** The most that it lists of a case with more: its years fill as the reader arrives, and it is painted before that. */
export const MOST_MAIN = 200;

export interface Year<T> {
	/** Undefined for events whose start is open. */
	year: number | undefined;
	/** As addresses and scripts have it: `2021`, `-0043`, `unknown`. */
	name: string;
	events: readonly T[];
}

/**
 * @param events in date order
 * @returns all of them; of a large case those of importance 1, at even steps where even these are too many
 */
export function chooseForHome<T extends Pick<TimelineEvent, 'importance'>>(
	events: readonly T[],
): readonly T[] {
	if (events.length <= MOST_ON_HOME) return events;
	const main = events.filter(({ importance }) => importance === 1);
	return takeEvenly(main, MOST_MAIN);
}

export const isLarge = (events: readonly unknown[]): boolean => events.length > MOST_ON_HOME;

/** Events by the year they start in, in the order they come in. */
export function groupByYear<T extends Pick<TimelineEvent, 'date'>>(events: readonly T[]): Year<T>[] {
	return [...Map.groupBy(events, ({ date }) => yearOf(date))].map(([year, group]) => ({
		year,
		name: nameYear(year),
		events: group,
	}));
}

/** So many of a list, at even steps from its first to its last; all where it has no more. */
export function takeEvenly<T>(list: readonly T[], count: number): T[] {
	if (list.length <= count) return [...list];
	const step = (list.length - 1) / Math.max(1, count - 1);
	return Array.from({ length: count }, (_, index) => list[Math.round(index * step)] as T);
}
