/**
 * The close-up: vis-timeline behind one function. Loaded late.
 * It is given no more than `core/density` says there is room for, in rows that are fixed for each lane, so that
 * nothing is stacked anew while the window moves.
 */
import { DataSet } from 'vis-data/esnext';
import type { DataItem } from 'vis-timeline/esnext';
import { heightOfCloseUp, ROWS } from '../core/close-up.ts';
import {
	chooseItems,
	indexEvents,
	type Cluster,
	type DensityIndex,
	type DensityItem,
} from '../core/density.ts';
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
} from './detail-items.ts';
import { keepFocus } from './detail-focus.ts';
import { EVENT_TYPE } from './detail-item-type.ts';
import { createLanes } from './detail-lanes.ts';
import { makeMeasure, turnLabels, type Label } from './detail-labels.ts';
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

/** Sizes in pixels, as the style sheet has them. */
const SIZES = { label: 120, shape: 22 };
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
	const labelWidth = makeMeasure(SIZES.shape);
	const elements = new Map<string, HTMLElement>();
	const links = new Map<string, HTMLElement>();
	let index: DensityIndex = indexEvents([]);
	let indexed: readonly IslandEvent[] = [];
	let drawn = new Map<string, DensityItem>();
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
		const chosen = chooseItems(index, {
			...covered,
			width: width * (1 + 2 * MARGIN),
			rows,
			label: SIZES.label,
			collapsed: lanes.folded,
			pinned: selected ?? current,
		});
		const next = new Map(chosen.map((item) => [keyOf(item), item]));
		const gone = [...drawn.keys()].filter((key) => !next.has(key));
		const fresh = [...next].filter(([key]) => !drawn.has(key));
		drawn = next;
		items.remove(gone);
		for (const key of gone) elements.delete(key);
		links.clear();
		for (const [key, item] of fresh) elements.set(key, elementOf(key, item));
		for (const [key, item] of next) {
			const element = elements.get(key);
			if (item.kind === 'single' && element) links.set(item.event.id, element);
		}
		items.add(fresh.map(([key, item]) => ({ id: key, type: EVENT_TYPE, content: '', ...placeOf(item) })));
		mark(window);
	}

	function elementOf(key: string, item: DensityItem): HTMLElement {
		const lane = lanes.lookOf(item.lane);
		if (item.kind === 'cluster') return createClusterButton(item, lane, nameOf(item), key);
		const event = byId.get(item.event.id);
		return event
			? createEventLink(event, lane, item.labelled ? labelWidth(event.title) - SIZES.shape : 0)
			: document.createElement('span');
	}

	function nameOf(cluster: Cluster): string {
		const whenOf = (event: { id: string } | undefined) => byId.get(event?.id ?? '')?.when ?? '';
		const count = (words['cluster'] ?? '{}').replace('{}', String(cluster.events.length));
		return `${count}, ${lanes.lookOf(cluster.lane).label}: ${whenOf(cluster.events[0])} – ${whenOf(cluster.events.at(-1))}`;
	}

	function placeOf(item: DensityItem) {
		const { start, end } = item.kind === 'single' ? item.event : item;
		const group = lanes.groupOf(item.lane, item.row, rows);
		const isSoft = item.kind === 'single' && byId.get(item.event.id)?.isSoft;
		return {
			group,
			height: group === lanes.groupOf(item.lane, rows, rows) ? ROWS.clusters : ROWS.labelled,
			start: start * MS,
			end: (item.kind === 'single' ? end + 1 : start + 1) * MS,
			className: `hue-${lanes.lookOf(item.lane).colour}${isSoft ? ' soft' : ''}${item.kind === 'single' && end > start ? ' long' : ''}`,
		};
	}

	/** An event's link, where the window that was asked for shows it. */
	function linkInSight(id: string): HTMLElement | undefined {
		const event = byId.get(id);
		const isInSight = event && (event.start ?? first) < marked.to && (event.end ?? last) >= marked.from;
		return isInSight ? links.get(id) : undefined;
	}

	/** One stop for Tab, and what is selected. */
	function mark(window: TimeWindow): void {
		marked = window;
		const isStop = (id: string | undefined) => id !== undefined && linkInSight(id) !== undefined;
		const stop = isStop(current) ? current : indexed.find(({ id }) => isStop(id))?.id;
		for (const element of elements.values())
			element.tabIndex = (stop === undefined ? element.matches('.cluster') : element === links.get(stop))
				? 0
				: -1;
		for (const [id, link] of links) link.classList.toggle('selected', id === selected);
		turnDrawn(window);
		makeWay(window);
	}

	/** The name of a lane moves aside for the event that stands in its row. */
	function makeWay(window: TimeWindow): void {
		for (const head of lanes.names.values()) head.style.marginInlineStart = '';
		for (const item of drawn.values()) {
			const head = lanes.names.get(item.lane);
			const link = item.kind === 'single' && item.row > rows ? links.get(item.event.id) : undefined;
			if (!head || !link || item.kind !== 'single') continue;
			const start = (item.event.start - window.from) * ((box.clientWidth || 1) / (window.to - window.from));
			const end = start + (link.matches('.bare, .turned') ? SIZES.shape : link.offsetWidth);
			if (start < head.offsetWidth && end > 0) head.style.marginInlineStart = `${end + 4}px`;
		}
	}

	function turnDrawn(window: TimeWindow): void {
		const scale = (box.clientWidth || 1) / (window.to - window.from);
		const labels = [...drawn.values()].flatMap((item): Label[] => {
			if (item.kind !== 'single' || !item.labelled) return [];
			const event = byId.get(item.event.id);
			const link = links.get(item.event.id);
			if (!event || !link) return [];
			const start = (item.event.start - window.from) * scale;
			return [{ link, row: `${item.lane} ${item.row}`, start, width: labelWidth(event.title) }];
		});
		turnLabels(labels, box.clientWidth);
	}

	const clusterOf = (element: Element | null): Cluster | undefined => {
		const item = drawn.get(element?.closest<HTMLElement>('.cluster')?.dataset['key'] ?? '');
		return item?.kind === 'cluster' ? item : undefined;
	};
	/** What stands for an event: its link, a cluster, and where it is out of sight what Tab comes to. */
	function standInFor(id: string): HTMLElement | undefined {
		const cluster = [...drawn].find(
			([, item]) => item.kind === 'cluster' && item.events.some((event) => event.id === id),
		);
		return (
			linkInSight(id) ??
			elements.get(cluster?.[0] ?? '') ??
			[...elements.values()].find((element) => element.tabIndex === 0)
		);
	}
	const focus = keepFocus((target) => {
		const name = target.closest<HTMLElement>('.lane-name');
		if (name && box.contains(name)) return () => name;
		const id =
			target.closest<HTMLElement>('.detail-event')?.dataset['id'] ?? clusterOf(target)?.events[0]?.id;
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
			if (cluster) open(cluster, target);
		},
		{ signal: host.signal },
	);
	box.addEventListener('keydown', walkLanes, { signal: host.signal });

	function fold(lane: string): void {
		lanes.fold(lane);
		// Rows mean something else in a folded lane: all its items are placed anew.
		items.clear();
		drawn = new Map();
		lanes.draw(rows);
		fill(windowNow());
	}

	/** Up and Down go between the names of the lanes, Left and Right from there back to the events. */
	function walkLanes(event: KeyboardEvent): void {
		const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
		if (by === undefined || !(event.target instanceof HTMLElement) || event.target.closest('[popover]'))
			return;
		event.preventDefault();
		lanes.walk(byId.get(event.target.dataset['id'] ?? '')?.category ?? event.target, by);
	}

	/** Zooms in on a cluster, or lists what no zoom would take apart. */
	function open(cluster: Cluster, target: Element): void {
		const window = windowNow();
		const days = cluster.end - cluster.start + 1;
		const starts = cluster.events.map(({ start }) => start);
		const isOneDay = starts.every((start) => start === starts[0]);
		if (!isOneDay && window.to - window.from > LEAST_DAYS * 1.5) {
			const wanted = { from: cluster.start - days * 0.2, to: cluster.end + 1 + days * 0.2 };
			const width = wanted.to - wanted.from;
			const least = zoomWindow(wanted, Math.max(1, LEAST_DAYS / width), span);
			// Never less than the step of a button: a long range in it must not keep it closed.
			const half = zoomWindow(window, 0.5, span, (wanted.from + wanted.to) / 2);
			return ask.onOpen(least.to - least.from < window.to - window.from ? least : half);
		}
		const events = cluster.events.flatMap(({ id }) => byId.get(id) ?? []);
		showClusterList(box, target, createClusterList(events, nameOf(cluster)));
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
			items.clear();
			drawn = new Map();
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
