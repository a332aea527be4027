/**
 * Level of detail: what of a case a window has room for, as single events and counted clusters.
 * At one scale the choice is made for the whole span of time, never for the window alone, so that an item which
 * stays in the window while it moves stays what it is. Scales come in steps of √2, for the same reason.
 */
import {
	eventsOf,
	hasRoomAfter,
	lastDayOf,
	type DensityEvent,
	type DensityItem,
	type Earlier,
	type Placed,
	type Single,
} from './density-items.ts';
import {
	compareDates,
	gather,
	indexLane,
	layOutLane,
	type IndexedLane,
	type LabelWidth,
} from './density-layout.ts';

/** Events sorted once, lane by lane, with what was laid out of them at the scales looked at last. */
export interface DensityIndex {
	lanes: ReadonlyMap<string, IndexedLane>;
	labelWidth: LabelWidth;
	laidOut: Map<string, readonly Placed[]>;
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
	const lanes = new Map([...groups].map(([lane, group]) => [lane, indexLane(group)]));
	return { lanes, labelWidth, laidOut: new Map() };
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
			layOutLane(lane, { rows: laneRows, scale, cluster, label: room.label }, index.labelWidth),
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

/** Looks up, or makes and keeps; what was kept longest goes first. */
function recall<T>(kept: Map<string, T>, key: string, make: () => T): T {
	const known = kept.get(key);
	if (known !== undefined) return known;
	const made = make();
	kept.set(key, made);
	if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? key);
	return made;
}
