/**
 * Items of the close-up, and what is to be seen of them: they are chosen for more than the window, which a drag moves
 * over them.
 */
import type { Day } from './calendar.ts';

export interface DensityEvent {
	id: string;
	/** First and last day; the caller has closed open ends. */
	start: Day;
	end: Day;
	/** Its lane. */
	category: string;
	/** 1 is shown first. */
	importance: number;
}

/** A labelled row of a lane, counted from its first; that of clusters and marks; or beside the lane's name. */
export type Row = number | 'clusters' | 'head';

/**
 * Where an item stands. While its first day is out of sight it may travel after the edge of the window, as far as
 * `limit`, so it never comes upon the next of its row.
 */
interface Standing {
	lane: string;
	row: Row;
	/** The day it stands at. */
	at: number;
	/** The day at which the next of its row stands. */
	limit: number;
	/** What it takes across, its gap included, in CSS pixels. */
	width: number;
}

/** An event of its own, in a row of its lane. Without a label it is a mark only. */
export interface Single extends Standing {
	kind: 'single';
	event: DensityEvent;
	labelled: boolean;
}

/** Events of one lane and of neighbouring days, told by their number. */
export interface Cluster extends Standing {
	kind: 'cluster';
	/** First day of its earliest event, last day of its latest. */
	start: Day;
	end: Day;
	/** At least two, in date order. */
	events: readonly DensityEvent[];
}

/** Events of one lane that reach into the window, but stand before it. */
export interface Earlier {
	kind: 'earlier';
	lane: string;
	/** At least one, in date order. */
	events: readonly DensityEvent[];
}

export type DensityItem = Single | Cluster | Earlier;

/** What stands in a row whatever the window. */
export type Placed = Single | Cluster;

/** A mark in CSS pixels: a target for a finger (WCAG 2.5.8). */
export const MARK = 24;

/** Between a mark or cluster and the next of its row, in CSS pixels. */
export const GAP = 4;

/** The button of a cluster, in CSS pixels: as wide as its number. */
export function clusterWidth(count: number): number {
	return Math.max(MARK + 2, 10 + 8 * String(count).length);
}

/** The events of an item, in date order. */
export function eventsOf(item: DensityItem): readonly DensityEvent[] {
	return item.kind === 'single' ? [item.event] : item.events;
}

/** The last day of an item that stands in a row. */
export function lastDayOf(item: Placed): Day {
	return item.kind === 'single' ? item.event.end : item.end;
}

/** What an item is still drawn with where there is no room for more of it, in CSS pixels. */
export function leastWidth(item: Placed): number {
	return item.kind === 'single' && item.labelled ? MARK + GAP : item.width;
}

/** Whether an item that stands before an edge can travel after it. */
export function hasRoomAfter(item: Placed, edge: number, scale: number): boolean {
	return item.limit - edge >= leastWidth(item) * scale;
}

/** Part of a room, in days: `to` is the first instant after it. */
interface Part {
	from: number;
	to: number;
}

/** Whether an event is to be seen in a part of the room. */
export function reachesInto(event: DensityEvent, { from, to }: Part): boolean {
	return event.start < to && event.end + 1 > from;
}

/**
 * Whether something is to be seen of an item in a part of the room that it was chosen for.
 * @param scale days to a pixel
 */
export function standsIn(item: DensityItem, part: Part, scale: number): item is Placed {
	if (item.kind === 'earlier' || item.at >= part.to) return false;
	const isNear = item.at >= part.from || hasRoomAfter(item, part.from, scale);
	return isNear && eventsOf(item).some((event) => reachesInto(event, part));
}

/**
 * By lane, the events that reach into a part of the room in which nothing stands for them, in date order.
 * @param items as they were chosen for the room
 */
export function findEarlier(
	items: Iterable<DensityItem>,
	part: Part,
	scale: number,
): Map<string, DensityEvent[]> {
	const found = new Map<string, DensityEvent[]>();
	for (const item of items) {
		if (standsIn(item, part, scale)) continue;
		const events = eventsOf(item).filter((event) => reachesInto(event, part));
		if (events.length > 0) found.set(item.lane, events.concat(found.get(item.lane) ?? []));
	}
	for (const events of found.values()) events.sort((a, b) => a.start - b.start || a.end - b.end);
	return found;
}
