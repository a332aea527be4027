/**
 * Where the events of a lane stand at one scale, over the whole of time: the weightiest in rows, with their labels, the
 * others in one row of marks and clusters.
 * Ten thousand events are laid out anew at each step of a zoom: what is asked of all of them lies in arrays of numbers,
 * and a label closes its row to every event that has no room beside it, so that most are turned away by one look.
 */
import { clusterWidth, GAP, MARK, type DensityEvent, type Placed } from './density-items.ts';

/** Tells the width of an event's label in CSS pixels. */
export type LabelWidth = (event: DensityEvent) => number;

/** The events of one lane, sorted once. A place is an index in `byDate`. */
export interface IndexedLane {
	byDate: readonly DensityEvent[];
	/** First days, by place. */
	starts: Float64Array;
	/** Days after the last, by place. */
	ends: Float64Array;
	/** Places, that of the weightiest event first. */
	byWeight: readonly number[];
}

export interface LaneRoom {
	/** For labelled events; what is left has one more row. */
	rows: number;
	/** Days to a pixel. */
	scale: number;
	/** The least from one cluster to the next, in CSS pixels. */
	cluster: number;
	/** The least width that a label is given, in CSS pixels. */
	label: number;
}

/** The events that have a label, by place. */
interface Labels {
	/** Their rows; less than 0 for an event without. */
	rows: Int32Array;
	/** In CSS pixels. */
	widths: Float64Array;
}

/** A row while labels are put into it. */
interface LabelledRow {
	/** First days of those that stand in it, in order, and how many they are. */
	starts: Float64Array;
	count: number;
	/** By place: 1 where a label of the least width has no room. */
	closed: Uint8Array;
}

/** Sorts the events of one lane for `layOutLane`. */
export function indexLane(events: readonly DensityEvent[]): IndexedLane {
	const byDate = events.toSorted(compareDates);
	const weighed = byDate.map((event, place) => ({ event, place }));
	weighed.sort((a, b) => compareWeights(a.event, b.event));
	return {
		byDate,
		starts: new Float64Array(byDate.map(({ start }) => start)),
		ends: new Float64Array(byDate.map(({ end }) => end + 1)),
		byWeight: weighed.map(({ place }) => place),
	};
}

/** Order of events that stand in a list. */
export function compareDates(a: DensityEvent, b: DensityEvent): number {
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
 * Puts the weightiest events of a lane into its rows, where their labels cover nothing, and counts the others.
 * @param labelWidth asked only of events that may have room
 * @returns in order of the days they stand at
 */
export function layOutLane(lane: IndexedLane, room: LaneRoom, labelWidth: LabelWidth): readonly Placed[] {
	const labels = putLabels(lane, room, labelWidth);
	const clusters = seat(lane, labels.rows, room);
	const placed: Placed[] = [];
	/** From the last to the first, so that each knows the next of its row. */
	const limits = Array.from({ length: room.rows }, () => Infinity);
	for (let place = lane.byDate.length - 1; place >= 0; place--) {
		const event = lane.byDate[place];
		const row = labels.rows[place] ?? -1;
		if (!event || row < 0) continue;
		const { category, start: at } = event;
		for (let last = clusters.at(-1); last && last.at >= at; last = clusters.at(-1)) {
			placed.push(last);
			clusters.pop();
		}
		const limit = limits[row] ?? Infinity;
		const width = labels.widths[place] ?? 0;
		placed.push({ kind: 'single', lane: category, row, at, limit, width, event, labelled: true });
		limits[row] = at;
	}
	return placed.concat(clusters.reverse()).reverse();
}

function putLabels(lane: IndexedLane, room: LaneRoom, labelWidth: LabelWidth): Labels {
	const { length } = lane.byDate;
	const rows = Array.from({ length: room.rows }, (): LabelledRow => {
		return { starts: new Float64Array(length), count: 0, closed: new Uint8Array(length) };
	});
	const labels: Labels = { rows: new Int32Array(length).fill(-1), widths: new Float64Array(length) };
	for (const place of lane.byWeight)
		for (let index = 0; index < rows.length; index++) {
			const row = rows[index];
			if (!row || row.closed[place] === 1) continue;
			const width = putInto(row, lane, place, room, labelWidth);
			if (width === undefined) continue;
			labels.rows[place] = index;
			labels.widths[place] = width;
			break;
		}
	return labels;
}

/** @returns the width of the label; undefined where it would reach the next of its row, and is not put into it */
function putInto(
	row: LabelledRow,
	{ byDate, starts, ends }: IndexedLane,
	place: number,
	room: LaneRoom,
	labelWidth: LabelWidth,
): number | undefined {
	const event = byDate[place];
	const from = starts[place];
	const end = ends[place];
	if (!event || from === undefined || end === undefined) return undefined;
	const next = firstFrom(row, from);
	const free = next < row.count ? (row.starts[next] ?? NaN) : Infinity;
	if (free < end) return undefined;
	const width = labelWidth(event);
	// A label keeps its first day, however little of it a pixel is.
	const least = Math.max(1, room.label * room.scale);
	const to = Math.max(end, from + Math.max(least, width * room.scale));
	if (free < to) return undefined;
	row.starts.copyWithin(next + 1, next, row.count);
	row.starts[next] = from;
	row.count += 1;
	for (let one = place; (starts[one] ?? -Infinity) > from - least; one--) row.closed[one] = 1;
	for (let one = place; (starts[one] ?? Infinity) < to; one++) row.closed[one] = 1;
	return width;
}

/**
 * The row of clusters and marks: each stands at its first event, and takes in those that begin where it is drawn.
 * @param labelRows by place: less than 0 for the events that are seated
 */
function seat(
	{ byDate, starts }: IndexedLane,
	labelRows: Int32Array,
	{ cluster, scale }: LaneRoom,
): Placed[] {
	const groups: DensityEvent[][] = [];
	let group: DensityEvent[] = [];
	let at = -Infinity;
	for (let place = 0; place < byDate.length; place++) {
		const event = byDate[place];
		if (!event || (labelRows[place] ?? 0) >= 0) continue;
		const start = starts[place] ?? NaN;
		if (start >= at + cluster * scale && start >= at + (clusterWidth(group.length) + GAP) * scale) {
			at = start;
			group = [];
			groups.push(group);
		}
		group.push(event);
	}
	return groups.map((one, index) => gather(one, groups[index + 1]?.[0]?.start ?? Infinity));
}

/** One item for events that stand at one place. */
export function gather(events: readonly DensityEvent[], limit: number): Placed {
	const [event] = events;
	if (!event) throw new Error('an empty cluster');
	const { category: lane, start } = event;
	const standing = { lane, row: 'clusters', at: start, limit } as const;
	if (events.length === 1) return { ...standing, kind: 'single', width: MARK + GAP, event, labelled: false };
	let { end } = event;
	for (const one of events) end = Math.max(end, one.end);
	return { ...standing, kind: 'cluster', width: clusterWidth(events.length) + GAP, start, end, events };
}

/** Index of the first that does not begin before a day. */
function firstFrom({ starts, count }: LabelledRow, day: number): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? Infinity) >= day) high = middle;
		else low = middle + 1;
	}
	return low;
}
