/**
 * The close-up: vis-timeline behind one function. Loaded late.
 * It is given no more than `core/density` says there is room for, in rows that are fixed for each lane, so that
 * nothing is stacked anew while the window moves.
 */
import { DataSet } from 'vis-data/esnext';
import type { DataItem } from 'vis-timeline/esnext';
import { heightOfCloseUp, ROWS } from '../core/close-up.ts';
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
import type { View } from '../core/view.ts';
import {
	keepInside,
	LEAST_DAYS,
	rangeToWindow,
	windowToRange,
	zoomWindow,
	type TimeWindow,
} from '../core/window.ts';
import sheet from '../styles/detail.css?url';
import type { IslandEvent } from './case-data.ts';
import {
	createClusterButton,
	createClusterList,
	createEventLink,
	keyOf,
	showClusterList,
	tellCount,
} from './detail-items.ts';
import { keepFocus } from './detail-focus.ts';
import { createLanes } from './detail-lanes.ts';
import { placeItem } from './detail-place.ts';
import { makeMeasure, placeTitles, SHAPE, type DrawnSingle } from './detail-labels.ts';
import { createTimeline, MS } from './detail-timeline.ts';
import type { Host } from './part.ts';
import { loadSheet } from './load-sheet.ts';

export interface Detail {
	/** @param events what the filters leave, in date order; @param current the event that Tab comes to */
	update(view: View, events: readonly IslandEvent[], current: string | undefined): void;
	/** Focuses an event's link, as soon as it is drawn. */
	focus(id: string): void;
	/** In pixels; the rows of a lane follow from it. */
	setHeight(pixels: number): void;
	destroy(): void;
}

/** The least width that a label is given, in pixels. */
const LABEL = 120;
const MOST_ROWS = 3;
/** Beyond either edge of the window, as a share of its width: what a drag brings into sight is there already. */
const MARGIN = 0.5;

/** To be there before a close-up is made. @throws where it does not load */
export const loadStyle = () => loadSheet(sheet);

/**
 * @param box where it is drawn
 * @param initial the window it opens with
 * @param ask `onWindow` after a drag or a zoom by hand, `onOpen` when a cluster is opened
 */
export function createDetail(
	box: HTMLElement,
	host: Host,
	initial: TimeWindow,
	ask: { onWindow(window: TimeWindow): void; onOpen(window: TimeWindow): void },
): Detail {
	const { span, words } = host;
	const [first, last] = span;
	const lanes = createLanes(host.lanes);
	const byId = new Map(host.events.map((event) => [event.id, event]));
	const labelWidth = makeMeasure();
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
	let current: string | undefined;
	let selected: string | undefined;
	let rows = 1;
	let height = 0;

	const items = new DataSet<DataItem>();
	box.hidden = false;
	// Empty at first: with items its lanes would grow after they are seen.
	const timeline = createTimeline(
		box,
		{ items, groups: lanes.groups },
		{ window: initial, span },
		{
			item: (id) => elements.get(id) ?? document.createElement('span'),
			head: (group) => lanes.headOf(group),
		},
	);
	const windowNow = (): TimeWindow => {
		const { start, end } = timeline.getWindow();
		return { from: start.valueOf() / MS, to: end.valueOf() / MS };
	};

	/** Gives it what a window has room for, and takes back the rest. */
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
			pinned: selected ?? current,
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
			const element = drawn.has(key) ? elements.get(key) : elementOf(key, item);
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

	/** Takes all items out, to be placed anew. */
	function clear(): void {
		items.clear();
		elements.clear();
		drawn = new Map();
	}

	function elementOf(key: string, item: Placed): HTMLElement {
		const lane = lanes.lookOf(item.lane);
		if (item.kind === 'cluster') return createClusterButton(lane, key);
		const event = byId.get(item.event.id);
		return event
			? createEventLink(event, lane, item.labelled ? item.width - SHAPE : 0)
			: document.createElement('span');
	}

	/** What a number stands for; one event by its own name. */
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

	/** One stop for Tab, what is selected, and what numbers stand for. */
	function mark(window: TimeWindow): void {
		marked = window;
		count(window);
		const stop = [current, ...indexed.map(({ id }) => id)].find((id) => id !== undefined && linkInSight(id));
		const buttons = [...lanes.heads.values()].map(({ earlier: button }) => button);
		for (const element of [...elements.values(), ...buttons]) {
			const isStop = stop === undefined ? element.matches('.cluster') : element === singles.get(stop)?.link;
			element.tabIndex = isStop ? 0 : -1;
		}
		for (const [id, { link }] of singles) link.classList.toggle('selected', id === selected);
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
			if (events.length > 0) tellCount(button, events.length, nameOf(events, lane));
		}
	}

	const clusterOf = (element: Element | null): Cluster | undefined => {
		const item = drawn.get(element?.closest<HTMLElement>('.cluster')?.dataset['key'] ?? '');
		return item?.kind === 'cluster' ? item : undefined;
	};
	/** What stands for an event: its link, a cluster, and where it is out of sight what Tab comes to. */
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
	const focus = keepFocus((target) => {
		const name = target.closest<HTMLElement>('.lane-name');
		if (name && box.contains(name)) return () => name;
		const id =
			target.closest<HTMLElement>('.detail-event')?.dataset['id'] ??
			(clusterOf(target)?.events ?? earlierOf(target))?.[0]?.id;
		return id === undefined ? undefined : () => standInFor(id);
	}, host.signal);
	timeline.on('changed', () => focus.restore());

	timeline.on('rangechange', ({ byUser }: { byUser: boolean }) => {
		const window = windowNow();
		const isCovered = covered && window.from >= covered.from && window.to <= covered.to;
		if (byUser && !isCovered) fill(window);
	});
	// Once it has come to rest the page follows, and what the new scale has room for comes in.
	timeline.on('rangechanged', ({ byUser }: { byUser: boolean }) => {
		if (byUser) ask.onWindow(windowNow());
		else fill(windowNow());
	});

	/** Whether another level of detail is due. */
	function hasOtherScale(window: TimeWindow): boolean {
		if (!covered) return true;
		const ratio = (covered.to - covered.from) / (1 + 2 * MARGIN) / (window.to - window.from);
		return ratio > 1.2 || ratio < 0.83;
	}

	box.addEventListener(
		'click',
		({ target }) => {
			if (!(target instanceof Element)) return;
			const lane = target.closest<HTMLElement>('.lane-name')?.dataset['lane'];
			if (lane !== undefined) return fold(lane);
			const cluster = clusterOf(target);
			if (cluster) return open(cluster, target);
			const events = earlierOf(target);
			if (events) list(events, target);
		},
		{ signal: host.signal },
	);
	box.addEventListener('keydown', walkLanes, { signal: host.signal });

	function fold(lane: string): void {
		lanes.fold(lane);
		// Rows mean something else in a folded lane: all its items are placed anew.
		clear();
		lanes.draw(rows);
		fill(windowNow());
	}

	/** Up and Down go between the names of the lanes, Left and Right from there back to the events. */
	function walkLanes(event: KeyboardEvent): void {
		const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
		if (by === undefined || !(event.target instanceof HTMLElement) || event.target.closest('[popover]'))
			return;
		event.preventDefault();
		const { id, lane } = event.target.dataset;
		const isName = event.target.matches('.lane-name');
		lanes.walk(byId.get(id ?? '')?.category ?? (isName ? undefined : lane) ?? event.target, by);
	}

	/** Zooms in on a cluster, or lists what no zoom would take apart. */
	function open(cluster: Cluster, target: Element): void {
		const window = windowNow();
		// What tells them apart is where they begin: a long range in it would lead elsewhere.
		const begins = Math.max(...cluster.events.map(({ start }) => start));
		const days = begins - cluster.start + 1;
		if (begins > cluster.start && window.to - window.from > LEAST_DAYS * 1.5) {
			const wanted = { from: cluster.start - days * 0.2, to: begins + 1 + days * 0.2 };
			const width = wanted.to - wanted.from;
			const least = zoomWindow(wanted, Math.max(1, LEAST_DAYS / width), span);
			// Never less than the step of a button.
			const half = zoomWindow(window, 0.5, span, (wanted.from + wanted.to) / 2);
			return ask.onOpen(least.to - least.from < window.to - window.from ? least : half);
		}
		list(
			cluster.events.filter((event) => reachesInto(event, window)),
			target,
		);
	}

	function list(chosenEvents: readonly DensityEvent[], target: Element): void {
		const [first] = chosenEvents;
		if (!first) return;
		const events = chosenEvents.flatMap(({ id }) => byId.get(id) ?? []);
		showClusterList(box, target, createClusterList(events, nameOf(chosenEvents, first.lane)));
	}

	const resize = new ResizeObserver(() => {
		if (!box.hidden) fill(windowNow());
	});
	resize.observe(box);

	return {
		update(view, events, stop) {
			const isAnimated =
				!box.contains(document.activeElement) &&
				matchMedia('(prefers-reduced-motion: no-preference)').matches;
			const isPinnedAnew = (view.selected ?? stop) !== (selected ?? current);
			current = stop;
			selected = view.selected;
			const window = keepInside(rangeToWindow(view, span), span);
			if (events.length !== indexed.length || events.some((event, place) => event !== indexed[place])) {
				indexed = events;
				index = indexEvents(
					events.map((event) => ({
						id: event.id,
						start: event.start ?? first,
						end: event.end ?? last,
						lane: event.category,
						importance: event.importance,
					})),
					({ id }) => labelWidth(byId.get(id)?.title ?? ''),
				);
				covered = undefined;
			}
			const now = windowToRange(windowNow(), span);
			const range = windowToRange(window, span);
			const isMoved = now.from !== range.from || now.to !== range.to;
			if (isMoved)
				timeline.setWindow(window.from * MS, window.to * MS, {
					animation: isAnimated && { duration: 250, easingFunction: 'easeInOutQuad' },
				});
			if (isMoved) fill(window);
			else if (isPinnedAnew || hasOtherScale(windowNow())) fill(windowNow());
			else mark(windowNow());
			timeline.redraw();
		},
		focus: (id) => focus.goTo(() => standInFor(id)),
		setHeight(pixels) {
			const { length } = host.lanes;
			const more = (pixels - heightOfCloseUp(length)) / Math.max(1, length) / ROWS.labelled;
			const wanted = Math.min(MOST_ROWS, Math.max(1, 1 + Math.floor(more)));
			const least = heightOfCloseUp(length, wanted);
			if (height === Math.max(pixels, least) && rows === wanted) return;
			height = Math.max(pixels, least);
			rows = wanted;
			clear();
			covered = undefined;
			lanes.draw(rows);
			timeline.setOptions({ height });
		},
		destroy() {
			resize.disconnect();
			timeline.destroy();
			box.replaceChildren();
			box.hidden = true;
		},
	};
}
