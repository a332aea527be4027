/**
 * What stands in the close-up: items for the window and for what a drag brings into sight, each with its element, and
 * what each is called.
 */
import { DataSet } from 'vis-data/esnext';
import type { DataItem } from 'vis-timeline/esnext';
import {
	findEarlier,
	reachesInto,
	standsIn,
	type Cluster,
	type DensityEvent,
	type DensityItem,
	type Placed,
} from '../core/density-items.ts';
import { chooseItems, indexEvents, type DensityIndex } from '../core/density.ts';
import type { TimeWindow } from '../core/window.ts';
import type { Day } from '../core/calendar.ts';
import type { IslandEvent } from './case-data.ts';
import { createClusterButton, createEventLink, keyOf, tellCount } from './detail-items.ts';
import { makeMeasure, placeTitles, SHAPE, type DrawnSingle } from './detail-labels.ts';
import type { Lanes } from './detail-lanes.ts';
import { placeItem } from './detail-place.ts';
import type { Host } from './part.ts';

export interface Drawn {
	/** As vis-timeline takes them. */
	items: DataSet<DataItem>;
	/** Gives it what a window has room for, and takes back the rest. */
	fill(window: TimeWindow): void;
	/** Takes all items out, to be placed anew. @param rows of each lane, for labelled events */
	clear(rows: number): void;
	/** Where these are other events than before, a level of detail is due. @param events in date order */
	take(events: readonly IslandEvent[]): void;
	/** Whether another level of detail is due. */
	hasOtherScale(window: TimeWindow): boolean;
	/** Whether all that a window shows is there. */
	covers(window: TimeWindow): boolean;
	/** One stop for Tab, what is selected, and what numbers stand for. */
	mark(window: TimeWindow): void;
	/** Whether an event has a place of its own that it had not. */
	pin(stops: Stops): boolean;
	/** What a number stands for; one event by its own name. */
	nameOf(events: readonly DensityEvent[], lane: string): string;
	clusterOf(element: Element | null): Cluster | undefined;
	/** What the number beside the name of a lane stands for. */
	earlierOf(element: Element | null): readonly DensityEvent[] | undefined;
	/** What stands for an event: its link, a cluster, and where it is out of sight what Tab comes to. */
	standInFor(id: string): HTMLElement | undefined;
	/** @param key an item's id */
	elementOf(key: string): HTMLElement | undefined;
}

interface Stops {
	/** The event that Tab comes to. */
	current: string | undefined;
	selected: string | undefined;
}

/** The least width that a label is given, in pixels. */
const LABEL = 120;
/** Beyond either edge of the window, as a share of its width: what a drag brings into sight is there already. */
const MARGIN = 0.5;

/** @param box where it is drawn; @param initial the window it opens with */
export function createDrawn(
	box: HTMLElement,
	{ byId, span: [first, last], words }: Host,
	lanes: Lanes,
	initial: TimeWindow,
): Drawn {
	const labelWidth = makeMeasure();
	const items = new DataSet<DataItem>();
	const elements = new Map<string, HTMLElement>();
	const singles = new Map<string, DrawnSingle>();
	let index: DensityIndex = indexEvents([]);
	let indexed: readonly IslandEvent[] = [];
	let chosen: readonly DensityItem[] = [];
	let drawn = new Map<string, Placed>();
	let placed = new Map<string, string>();
	let earlier: ReadonlyMap<string, readonly DensityEvent[]> = new Map();
	let covered: TimeWindow | undefined;
	let marked = initial;
	let rows = 1;
	let stops: Stops = { current: undefined, selected: undefined };

	function take(events: readonly IslandEvent[]): void {
		const isKnown =
			events.length === indexed.length && events.every((event, place) => event === indexed[place]);
		if (isKnown) return;
		indexed = events;
		index = indexEvents(
			events.map((event) => closeEnds(event, first, last)),
			({ id }) => labelWidth(byId.get(id)?.title ?? ''),
		);
		covered = undefined;
	}

	function pin(next: Stops): boolean {
		const isAnew = (next.selected ?? next.current) !== (stops.selected ?? stops.current);
		stops = next;
		return isAnew;
	}

	function fill(window: TimeWindow): void {
		const days = window.to - window.from;
		const width = box.clientWidth || 1;
		covered = { from: window.from - days * MARGIN, to: window.to + days * MARGIN };
		chosen = chooseItems(index, {
			...covered,
			width: width * (1 + 2 * MARGIN),
			rows,
			label: LABEL,
			collapsed: lanes.folded,
			pinned: stops.selected ?? stops.current,
		});
		const next = new Map(
			chosen.flatMap((item) => (item.kind === 'earlier' ? [] : [[keyOf(item), item] as const])),
		);
		const gone = [...drawn.keys()].filter((key) => !next.has(key));
		items.remove(gone);
		for (const key of gone) elements.delete(key);
		singles.clear();
		const fresh: DataItem[] = [];
		const moved: DataItem[] = [];
		const places = new Map<string, string>();
		for (const [key, item] of next) {
			const element = drawn.has(key) ? elements.get(key) : createElement(key, item);
			if (element) elements.set(key, element);
			if (element && item.kind === 'single') singles.set(item.event.id, { link: element, item });
			const place = { id: key, ...placeItem(item, lanes, isSoft(item)) };
			places.set(key, JSON.stringify(place));
			if (!drawn.has(key)) fresh.push(place);
			else if (placed.get(key) !== places.get(key)) moved.push(place);
		}
		drawn = next;
		placed = places;
		items.add(fresh);
		items.update(moved);
		mark(window);
	}

	function clear(inRows: number): void {
		rows = inRows;
		covered = undefined;
		items.clear();
		elements.clear();
		drawn = new Map();
	}

	function createElement(key: string, item: Placed): HTMLElement {
		const lane = lanes.lookOf(item.lane);
		if (item.kind === 'cluster') return createClusterButton(lane, key);
		const event = byId.get(item.event.id);
		return event
			? createEventLink(event, lane, item.labelled ? item.width - SHAPE : 0)
			: document.createElement('span');
	}

	function nameOf(events: readonly DensityEvent[], lane: string): string {
		const of = (event: DensityEvent | undefined) => byId.get(event?.id ?? '');
		const [first, last] = [of(events[0]), of(events.at(-1))];
		if (events.length === 1) return `${first?.when}: ${first?.title}`;
		const count = (words['cluster'] ?? '{}').replace('{}', String(events.length));
		return `${count}, ${lanes.lookOf(lane).label}: ${first?.when} – ${last?.when}`;
	}

	const isSoft = (item: Placed) => item.kind === 'single' && Boolean(byId.get(item.event.id)?.isSoft);

	/** Days to a pixel. */
	const scaleOf = (window: TimeWindow) => (window.to - window.from) / (box.clientWidth || 1);

	/** An event's link, where the window that was asked for shows it. */
	function linkInSight(id: string): HTMLElement | undefined {
		const single = singles.get(id);
		return single && standsIn(single.item, marked, scaleOf(marked)) ? single.link : undefined;
	}

	function mark(window: TimeWindow): void {
		marked = window;
		count(window);
		const stop = [stops.current, ...indexed.map(({ id }) => id)].find(
			(id) => id !== undefined && linkInSight(id),
		);
		const buttons = [...lanes.heads.values()].map(({ earlier: button }) => button);
		for (const element of [...elements.values(), ...buttons]) {
			const isStop = stop === undefined ? element.matches('.cluster') : element === singles.get(stop)?.link;
			element.tabIndex = isStop ? 0 : -1;
		}
		for (const [id, { link }] of singles) link.classList.toggle('selected', id === stops.selected);
		placeTitles(singles.values(), lanes.heads, window, box.clientWidth || 1);
	}

	/** Numbers are of events that reach into the window, as in the list; those of which nothing stands there are told by the name of their lane. */
	function count(window: TimeWindow): void {
		const scale = scaleOf(window);
		for (const [key, item] of drawn) {
			const element = elements.get(key);
			if (!element) continue;
			const isAhead = item.at < window.from || item.at >= window.to;
			// The rest of a cluster may begin after the window that it stands in.
			element.classList.toggle('outside', !isAhead && !standsIn(item, window, scale));
			if (item.kind !== 'cluster') continue;
			const inside = item.events.filter((event) => reachesInto(event, window));
			const events = inside.length > 0 ? inside : item.events;
			tellCount(element, events.length, nameOf(events, item.lane), item.events.length);
		}
		earlier = findEarlier(chosen, window, scale);
		for (const [lane, { earlier: button }] of lanes.heads) {
			const events = earlier.get(lane) ?? [];
			button.hidden = events.length === 0;
			const name = (words['earlier'] ?? '{}').replace('{}', nameOf(events, lane));
			if (events.length > 0) tellCount(button, events.length, name);
		}
	}

	function hasOtherScale(window: TimeWindow): boolean {
		if (!covered) return true;
		const ratio = (covered.to - covered.from) / (1 + 2 * MARGIN) / (window.to - window.from);
		return ratio > 1.2 || ratio < 0.83;
	}

	function covers({ from, to }: TimeWindow): boolean {
		return covered !== undefined && from >= covered.from && to <= covered.to;
	}

	function clusterOf(element: Element | null): Cluster | undefined {
		const item = drawn.get(element?.closest<HTMLElement>('.cluster')?.dataset['key'] ?? '');
		return item?.kind === 'cluster' ? item : undefined;
	}

	function standInFor(id: string): HTMLElement | undefined {
		const isAmong = (events: readonly DensityEvent[]) => events.some((event) => event.id === id);
		const [lane] = [...earlier].find(([, events]) => isAmong(events)) ?? [];
		const [key] = [...drawn].find(([, item]) => item.kind === 'cluster' && isAmong(item.events)) ?? [];
		return (
			linkInSight(id) ??
			lanes.heads.get(lane ?? '')?.earlier ??
			elements.get(key ?? '') ??
			[...elements.values()].find((element) => element.tabIndex === 0)
		);
	}
	const earlierOf = (element: Element | null) =>
		earlier.get(element?.closest<HTMLElement>('.earlier')?.dataset['lane'] ?? '');

	return {
		items,
		fill,
		clear,
		take,
		hasOtherScale,
		covers,
		mark,
		pin,
		nameOf,
		clusterOf,
		earlierOf,
		standInFor,
		elementOf: (key) => elements.get(key),
	};
}

/** An event itself, where the days of both ends are known; else with those of the chart. */
function closeEnds(event: IslandEvent, first: Day, last: Day): DensityEvent {
	const { id, start, end, category, importance } = event;
	return isClosed(event) ? event : { id, start: start ?? first, end: end ?? last, category, importance };
}

const isClosed = (event: IslandEvent): event is IslandEvent & DensityEvent =>
	event.start !== null && event.end !== null;
