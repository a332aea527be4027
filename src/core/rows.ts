/**
 * What the page's script is told of the events: numbers in the order of the list, with choices by their place in the
 * form. Ids and names said again for every event would double the page.
 */
import type { Day } from './calendar.ts';
import type { Choices } from './choices.ts';
import type { TimelineEvent } from './event.ts';

/** Days since the start of the event before; days to its own end; places of category, status and people. */
export type Row = [
	since: number | null,
	length: number | null,
	category: number,
	status: number,
	...people: number[],
];

/**
 * @param events in date order
 * @param first day of the chart, which comes before the first event
 */
export function makeRows(events: readonly TimelineEvent[], choices: Choices, first: Day): Row[] {
	let before = first;
	return events.map(({ date: { start, end }, category, status, people }) => {
		const row: Row = [
			start === null ? null : start - before,
			// Mostly 0; the last day itself where the first is open.
			start === null || end === null ? end : end - start,
			choices.category.findIndex(({ id }) => id === category),
			choices.status.indexOf(status),
			...people
				.map((id) => choices.person.findIndex((person) => person.id === id))
				.filter((place) => place >= 0),
		];
		before = start ?? before;
		return row;
	});
}

/** The days of rows again: each one's first and last, null where that end is open. */
export function readDays(rows: readonly Row[], first: Day): { start: Day | null; end: Day | null }[] {
	let before = first;
	return rows.map(([since, length]) => {
		const start = since === null ? null : before + since;
		before = start ?? before;
		return { start, end: start === null || length === null ? length : start + length };
	});
}

/** An earlier id, and the place of its event in the list. */
export type Alias = readonly [alias: string, place: number];

export function listAliases(events: readonly Pick<TimelineEvent, 'aliases'>[]): Alias[] {
	return events.flatMap(({ aliases }, place) => aliases.map((alias): Alias => [alias, place]));
}

/** What the list would say of an event, where the page does not have it in its list; `lang` where it is not the page's. */
export type Said = [id: string, title: string, when: string, look: number, lang?: string];

/** Importance and the shape of a mark, in one number. */
export const LOOK = { hollow: 4, soft: 8 } as const;

export const packLook = (importance: number, { solid, soft }: { solid: boolean; soft: boolean }): number =>
	importance + (solid ? 0 : LOOK.hollow) + (soft ? LOOK.soft : 0);

export const readLook = (look: number) => ({
	importance: look & 3,
	isHollow: Boolean(look & LOOK.hollow),
	isSoft: Boolean(look & LOOK.soft),
});

/** All events of a large case, in a file of its own (`data/timeline.js`). */
export interface LargeCase {
	rows: readonly Row[];
	said: readonly Said[];
	/** Where there are any. */
	aliases?: readonly Alias[];
}
