/**
 * Level of detail: what of a case a window has room for, as single events and counted clusters.
 * At one scale the choice is made for the whole span of time, never for the window alone, so that an item which
 * stays in the window while it moves stays what it is. Scales come in steps of √2, for the same reason.
 */
import type { Day } from './calendar.ts';

export interface DensityEvent {
	id: string;
	/** First and last day; the caller has closed open ends. */
	start: Day;
	end: Day;
	lane: string;
	/** 1 is shown first. */
	importance: number;
}

/** Tells the width of an event's label in CSS pixels. */
export type LabelWidth = (event: DensityEvent) => number;

/** An event of its own, in a row of its lane. Without a label it is a mark only. */
export interface Single {
	kind: 'single';
	lane: string;
	row: number;
	event: DensityEvent;
	labelled: boolean;
}

/** Events of one lane and of neighbouring days, told by their number. */
export interface Cluster {
	kind: 'cluster';
	lane: string;
	row: number;
	/** First day of its earliest event, last day of its latest. */
	start: Day;
	end: Day;
	/** At least two, in date order. */
	events: readonly DensityEvent[];
}

export type DensityItem = Single | Cluster;

/** Events sorted once, lane by lane, with what was laid out of them at the scales looked at last. */
export interface DensityIndex {
	lanes: ReadonlyMap<string, IndexedLane>;
	labelWidth: LabelWidth;
	laidOut: Map<string, readonly Placed[]>;
}

interface IndexedLane {
	byDate: readonly DensityEvent[];
	byWeight: readonly DensityEvent[];
}

/** An item with the time it covers, its label included. */
interface Placed {
	item: DensityItem;
	from: number;
	to: number;
}

export interface Room {
	/** Edges of the window in days; parts of days count. */
	from: number;
	to: number;
	/** Of the window, in CSS pixels. */
	width: number;
	/** Rows a lane has for labelled events. */
	rows: number;
	/** The least width that a label is given, in CSS pixels. */
	label: number;
	/** Lanes that show clusters and marks only. */
	collapsed?: ReadonlySet<string>;
	/** An event that is shown by itself whatever there is room for. */
	pinned?: string | undefined;
}

export const MOST_ITEMS = 300;

/** The least a cluster takes across, in CSS pixels: a target for a finger (WCAG 2.5.8), and a gap. */
const CLUSTER = 32;

/** Layouts of a lane that are kept: three scales of a usual case, those of a zoom back and forth. */
const KEPT = 24;

/**
 * Sorts events for `chooseItems`.
 * @param labelWidth asked only of events that may have room
 */
export function indexEvents(events: readonly DensityEvent[], labelWidth: LabelWidth = () => 0): DensityIndex {
	const groups = Map.groupBy(events, (event) => event.lane);
	const lanes = new Map(
		[...groups].map(([lane, group]) => [
			lane,
			{ byDate: group.toSorted(compareDates), byWeight: group.toSorted(compareWeights) },
		]),
	);
	return { lanes, labelWidth, laidOut: new Map() };
}

function compareDates(a: DensityEvent, b: DensityEvent): number {
	return a.start - b.start || a.end - b.end || compareIds(a, b);
}

/** By importance, then the later first. */
function compareWeights(a: DensityEvent, b: DensityEvent): number {
	return a.importance - b.importance || b.start - a.start || compareIds(a, b);
}

function compareIds(a: DensityEvent, b: DensityEvent): number {
	return a.id < b.id ? -1 : Number(a.id > b.id);
}

/**
 * What a window shows: every event that reaches into it is in exactly one item.
 * @returns at most `MOST_ITEMS` items (for up to 90 lanes), in date order within each lane
 */
export function chooseItems(index: DensityIndex, room: Room): DensityItem[] {
	const level = Math.ceil(2 * Math.log2((room.to - room.from) / room.width));
	const { rows, cluster } = shareRoom(room, index.lanes.size);
	const chosen: DensityItem[] = [];
	for (const [id, lane] of index.lanes) {
		const laneRows = room.collapsed?.has(id) ? 0 : rows;
		const key = [id, level, laneRows, room.label, cluster].join('|');
		const placed = recall(index.laidOut, key, () =>
			layOutLane(lane, laneRows, 2 ** (level / 2), cluster, {
				least: room.label,
				of: index.labelWidth,
			}),
		);
		for (const { item, from, to } of placed)
			if (from <= room.to && to >= room.from) chosen.push(...splitPinned(item, room.pinned));
	}
	return chosen;
}

/** Fewer rows, then wider clusters, until no window of this width can hold more than the most. */
function shareRoom(room: Room, lanes: number): { rows: number; cluster: number } {
	let { rows } = room;
	let cluster = CLUSTER;
	const inRow = (size: number) => Math.ceil(room.width / size) + 2;
	// One more for the pinned event.
	const most = () => lanes * (rows * inRow(room.label) + inRow(cluster)) + 1;
	while (most() > MOST_ITEMS && cluster < 2 * room.width) {
		if (rows > 0 && cluster >= room.label) rows -= 1;
		else cluster *= 1.5;
	}
	return { rows, cluster };
}

/**
 * Puts the weightiest events of a lane into its rows, where their labels cover nothing, and counts the others.
 * @param scale days to a pixel
 * @param rows for labelled events; what is left has one more row
 */
function layOutLane(
	{ byDate, byWeight }: IndexedLane,
	rows: number,
	scale: number,
	cluster: number,
	label: { least: number; of: LabelWidth },
): readonly Placed[] {
	const taken = Array.from({ length: rows }, (): Placed[] => []);
	const single = new Map<string, Placed>();
	for (const event of byWeight) {
		const from = event.start;
		const least = Math.max(event.end + 1, from + label.least * scale);
		for (const [row, inRow] of taken.entries()) {
			const next = firstIndex(inRow, (placed) => placed.to > from);
			const free = inRow[next]?.from ?? Infinity;
			if (free < least) continue;
			// Measured only where it may have room: of ten thousand few have.
			const to = Math.max(least, from + label.of(event) * scale);
			if (free < to) continue;
			const item: Single = { kind: 'single', lane: event.lane, row, event, labelled: true };
			const placed = { item, from, to };
			inRow.splice(next, 0, placed);
			single.set(event.id, placed);
			break;
		}
	}
	const cell = cluster * scale;
	const left = byDate.filter((event) => !single.has(event.id));
	const counted = [...Map.groupBy(left, (event) => Math.floor(event.start / cell)).values()].map((events) =>
		gather(events, rows, cell),
	);
	return [...single.values(), ...counted].sort((a, b) => a.from - b.from);
}

/** One item for the events of a cell. */
function gather(events: readonly DensityEvent[], row: number, cell: number): Placed {
	const [event] = events;
	if (!event) throw new Error('an empty cluster');
	const start = event.start;
	const end = Math.max(...events.map((one) => one.end));
	const item: DensityItem =
		events.length === 1
			? { kind: 'single', lane: event.lane, row, event, labelled: false }
			: { kind: 'cluster', lane: event.lane, row, start, end, events };
	return { item, from: start, to: Math.max(end + 1, start + cell) };
}

/** Takes the pinned event out of its cluster, or gives it its label, in a row below the others. */
function splitPinned(item: DensityItem, pinned: string | undefined): DensityItem[] {
	if (pinned === undefined) return [item];
	if (item.kind === 'single')
		return item.event.id === pinned && !item.labelled
			? [{ ...item, row: item.row + 1, labelled: true }]
			: [item];
	const event = item.events.find(({ id }) => id === pinned);
	if (!event) return [item];
	const others = item.events.filter((one) => one !== event);
	const rest = gather(others, item.row, 0).item;
	return [rest, { kind: 'single', lane: item.lane, row: item.row + 1, event, labelled: true }];
}

/** Index of the first that passes, in a list where those that pass come last. */
function firstIndex<T>(list: readonly T[], passes: (one: T) => boolean): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const one = list[middle];
		if (one !== undefined && passes(one)) high = middle;
		else low = middle + 1;
	}
	return low;
}

/** Looks up, or makes and keeps; what was kept longest goes first. */
function recall<T>(kept: Map<string, T>, key: string, make: () => T): T {
	const known = kept.get(key);
	if (known !== undefined) return known;
	const made = make();
	kept.set(key, made);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? key);
	return made;
}
