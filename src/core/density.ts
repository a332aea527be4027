/**
 * Level of detail: what of a case a window has room for, as single events and counted clusters.
 * At one scale the choice is made for the whole span of time, never for the window alone, so that an item which
 * stays in the window while it moves stays what it is. Scales come in steps of √2, for the same reason.
 */
import {
	clusterWidth,
	eventsOf,
	GAP,
	hasRoomAfter,
	lastDayOf,
	MARK,
	type DensityEvent,
	type DensityItem,
	type Earlier,
	type Placed,
	type Single,
} from './density-items.ts';

/** Tells the width of an event's label in CSS pixels. */
export type LabelWidth = (event: DensityEvent) => number;

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

/** The time that a labelled event keeps for itself. */
interface Taken {
	from: number;
	to: number;
	event: DensityEvent;
	width: number;
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

/** The least from one mark or cluster to the next of its row, in CSS pixels: a target, and a gap. */
const CLUSTER = 32;

/** Layouts of a lane that are kept: three scales of a usual case, those of a zoom back and forth. */
const KEPT = 24;

/**
 * Sorts events for `chooseItems`.
 * @param labelWidth asked only of events that may have room
 */
export function indexEvents(events: readonly DensityEvent[], labelWidth: LabelWidth = () => 0): DensityIndex {
	const groups = Map.groupBy(events, ({ category }) => category);
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
 * @returns at most `MOST_ITEMS` items (for up to 99 lanes), in date order within each lane
 */
export function chooseItems(index: DensityIndex, room: Room): DensityItem[] {
	const level = Math.ceil(2 * Math.log2((room.to - room.from) / room.width));
	const scale = 2 ** (level / 2);
	const { rows, cluster } = shareRoom(
		room,
		[...index.lanes.values()].map(({ byDate }) => byDate.length),
	);
	const setApart = (item: DensityItem) =>
		room.pinned === undefined ? [item] : splitPinned(item, room.pinned, scale, index.labelWidth);
	const chosen: DensityItem[] = [];
	for (const [id, lane] of index.lanes) {
		const laneRows = room.collapsed?.has(id) ? 0 : rows;
		const key = [id, level, laneRows, room.label, cluster].join('|');
		const placed = recall(index.laidOut, key, () =>
			layOutLane(lane, laneRows, scale, cluster, { least: room.label, of: index.labelWidth }),
		);
		const earlier: DensityEvent[] = [];
		for (const item of placed) {
			if (item.at > room.to || lastDayOf(item) + 1 <= room.from) continue;
			if (item.at < room.from && !hasRoomAfter(item, room.from, scale))
				earlier.push(...eventsOf(item).filter((event) => event.end + 1 > room.from));
			else chosen.push(...setApart(item));
		}
		if (earlier.length > 0) chosen.push(...setApart(gatherEarlier(id, earlier)));
	}
	return chosen;
}

function gatherEarlier(lane: string, events: readonly DensityEvent[]): Earlier {
	return { kind: 'earlier', lane, events: events.toSorted(compareDates) };
}

/**
 * Fewer rows, then wider clusters, until no window of this width can hold more than the most.
 * @param lanes how many events each has: none can hold more
 */
function shareRoom(room: Room, lanes: readonly number[]): { rows: number; cluster: number } {
	let { rows } = room;
	let cluster = CLUSTER;
	// Those that stand in the window, and one that travels after its edge.
	const inRow = (size: number) => Math.floor(room.width / size) + 2;
	// One more in each lane for what stands before the window, and one for the pinned event.
	const most = () => {
		const inLane = rows * inRow(room.label) + inRow(cluster) + 1;
		return lanes.reduce((sum, events) => sum + Math.min(events, inLane), 1);
	};
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
	const taken = Array.from({ length: rows }, (): Taken[] => []);
	const single = new Set<DensityEvent>();
	for (const event of byWeight) {
		const from = event.start;
		const least = Math.max(event.end + 1, from + label.least * scale);
		for (const inRow of taken) {
			const next = firstAfter(inRow, from);
			const free = inRow[next]?.from ?? Infinity;
			if (free < least) continue;
			// Measured only where it may have room: of ten thousand few have.
			const width = label.of(event);
			const to = Math.max(least, from + width * scale);
			if (free < to) continue;
			inRow.splice(next, 0, { from, to, event, width });
			single.add(event);
			break;
		}
	}
	const labelled = taken.flatMap((inRow, row) =>
		inRow.map(({ event, width }, place): Single => {
			const limit = inRow[place + 1]?.from ?? Infinity;
			return {
				kind: 'single',
				lane: event.category,
				row,
				at: event.start,
				limit,
				width,
				event,
				labelled: true,
			};
		}),
	);
	const left = byDate.filter((event) => !single.has(event));
	return [...labelled, ...seat(left, cluster, scale)].sort((a, b) => a.at - b.at);
}

/**
 * The row of clusters and marks: each stands at its first event, and takes in those that begin where it is drawn.
 * @param events in date order
 */
function seat(events: readonly DensityEvent[], least: number, scale: number): Placed[] {
	const groups: DensityEvent[][] = [];
	let group: DensityEvent[] = [];
	let at = -Infinity;
	for (const event of events) {
		if (event.start >= at + Math.max(least, clusterWidth(group.length) + GAP) * scale) {
			at = event.start;
			group = [];
			groups.push(group);
		}
		group.push(event);
	}
	return groups.map((one, place) => gather(one, groups[place + 1]?.[0]?.start ?? Infinity));
}

/** One item for events that stand at one place. */
function gather(events: readonly DensityEvent[], limit: number): Placed {
	const [event] = events;
	if (!event) throw new Error('an empty cluster');
	const { category: lane, start } = event;
	const standing = { lane, row: 'clusters', at: start, limit } as const;
	if (events.length === 1) return { ...standing, kind: 'single', width: MARK + GAP, event, labelled: false };
	const end = Math.max(...events.map((one) => one.end));
	return { ...standing, kind: 'cluster', width: clusterWidth(events.length) + GAP, start, end, events };
}

/** Takes the pinned event out of its cluster, or gives it its label, beside the name of its lane. */
function splitPinned(item: DensityItem, pinned: string, scale: number, labelOf: LabelWidth): DensityItem[] {
	if (item.kind === 'single' && item.labelled) return [item];
	const event = eventsOf(item).find(({ id }) => id === pinned);
	if (!event) return [item];
	const { category: lane, start } = event;
	const alone: Single = {
		...{ kind: 'single', lane, row: 'head', at: start, limit: Infinity },
		...{ width: labelOf(event), event, labelled: true },
	};
	const others = eventsOf(item).filter((one) => one !== event);
	if (others.length === 0) return [alone];
	if (item.kind !== 'cluster') return [gatherEarlier(lane, others), alone];
	const rest = gather(others, item.limit);
	// Where its first event was taken out it stays in the place it had, before the next.
	const at = Math.max(item.at, Math.min(rest.at, rest.limit - rest.width * scale));
	return [{ ...rest, at }, alone];
}

/** Index of the first that ends after a day, in a list by date of which none covers another. */
function firstAfter(list: readonly Taken[], day: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle]?.to ?? Infinity) > day) high = middle;
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
