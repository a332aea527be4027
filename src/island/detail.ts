/**
 * The close-up: vis-timeline behind one function. Loaded late.
 * It is given no more than `core/density` says there is room for, in rows that are fixed for each lane, so that
 * nothing is stacked anew while the window moves.
 */
import { heightOfCloseUp, ROWS } from '../core/close-up.ts';
import { reachesInto, type Cluster, type DensityEvent } from '../core/density-items.ts';
import type { View } from '../core/view.ts';
import { LEAST_DAYS, rangeToWindow, windowToRange, zoomWindow, type TimeWindow } from '../core/window.ts';
import sheet from '../styles/detail.css?url';
import type { IslandEvent } from './case-data.ts';
import { createDrawn } from './detail-drawn.ts';
import { keepFocus } from './detail-focus.ts';
import { createClusterList, showClusterList } from './detail-items.ts';
import { createLanes } from './detail-lanes.ts';
import { createTimeline, MS } from './detail-timeline.ts';
import { loadSheet } from './load-sheet.ts';
import type { Host } from './part.ts';

export interface Detail {
	/**
	 * @param events what the filters leave, in date order
	 * @param current the event that Tab comes to
	 * @param isAnew whether it was out of sight: then it does not glide from where it last stood
	 */
	update(view: View, events: readonly IslandEvent[], current: string | undefined, isAnew: boolean): void;
	/** Focuses an event's link, as soon as it is drawn. */
	focus(id: string): void;
	/** In pixels; the rows of a lane follow from it. */
	setHeight(pixels: number): void;
	destroy(): void;
}

const MOST_ROWS = 3;

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
	const { span, byId } = host;
	const lanes = createLanes(host.lanes);
	const drawn = createDrawn(box, host, lanes, initial);
	let rows = 1;
	let height = 0;

	box.hidden = false;
	// Empty at first: with items its lanes would grow after they are seen.
	const timeline = createTimeline(
		box,
		{ items: drawn.items, groups: lanes.groups },
		{ window: initial, span },
		{
			item: (id) => drawn.elementOf(id) ?? document.createElement('span'),
			head: (group) => lanes.headOf(group),
		},
	);
	const windowNow = (): TimeWindow => {
		const { start, end } = timeline.getWindow();
		return { from: start.valueOf() / MS, to: end.valueOf() / MS };
	};

	const focus = keepFocus((target) => {
		const name = target.closest<HTMLElement>('.lane-name');
		if (name && box.contains(name)) return () => name;
		const id =
			target.closest<HTMLElement>('.detail-event')?.dataset['id'] ??
			(drawn.clusterOf(target)?.events ?? drawn.earlierOf(target))?.[0]?.id;
		return id === undefined ? undefined : () => drawn.standInFor(id);
	}, host.signal);
	timeline.on('changed', () => focus.restore());

	timeline.on('rangechange', ({ byUser }: { byUser: boolean }) => {
		const window = windowNow();
		if (byUser && !drawn.covers(window)) drawn.fill(window);
	});
	// Once it has come to rest the page follows, and what the new scale has room for comes in.
	timeline.on('rangechanged', ({ byUser }: { byUser: boolean }) => {
		if (byUser) ask.onWindow(windowNow());
		else drawn.fill(windowNow());
	});

	box.addEventListener(
		'click',
		({ target }) => {
			if (!(target instanceof Element)) return;
			const lane = target.closest<HTMLElement>('.lane-name')?.dataset['lane'];
			if (lane !== undefined) return fold(lane);
			const cluster = drawn.clusterOf(target);
			if (cluster) return open(cluster, target);
			const events = drawn.earlierOf(target);
			if (events) list(events, target);
		},
		{ signal: host.signal },
	);
	box.addEventListener('keydown', walkLanes, { signal: host.signal });

	function fold(lane: string): void {
		lanes.fold(lane);
		// Rows mean something else in a folded lane: all its items are placed anew.
		drawn.clear(rows);
		lanes.draw(rows);
		drawn.fill(windowNow());
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
		showClusterList(box, target, createClusterList(events, drawn.nameOf(chosenEvents, first.category)));
	}

	const resize = new ResizeObserver(() => {
		if (!box.hidden) drawn.fill(windowNow());
	});
	resize.observe(box);

	return {
		update(view, events, current, isAnew) {
			const isAnimated =
				!isAnew &&
				!box.contains(document.activeElement) &&
				matchMedia('(prefers-reduced-motion: no-preference)').matches;
			const isPinnedAnew = drawn.pin({ current, selected: view.selected });
			drawn.take(events);
			const window = rangeToWindow(view, span);
			const now = windowToRange(windowNow(), span);
			const range = windowToRange(window, span);
			const isMoved = now.from !== range.from || now.to !== range.to;
			if (isMoved)
				timeline.setWindow(window.from * MS, window.to * MS, {
					animation: isAnimated && { duration: 250, easingFunction: 'easeInOutQuad' },
				});
			if (isMoved) drawn.fill(window);
			else if (isPinnedAnew || drawn.hasOtherScale(windowNow())) drawn.fill(windowNow());
			else drawn.mark(windowNow());
			timeline.redraw();
		},
		focus: (id) => focus.goTo(() => drawn.standInFor(id)),
		setHeight(pixels) {
			const { length } = host.lanes;
			const more = (pixels - heightOfCloseUp(length)) / Math.max(1, length) / ROWS.labelled;
			const wanted = Math.min(MOST_ROWS, Math.max(1, 1 + Math.floor(more)));
			const least = heightOfCloseUp(length, wanted);
			if (height === Math.max(pixels, least) && rows === wanted) return;
			height = Math.max(pixels, least);
			rows = wanted;
			drawn.clear(rows);
			lanes.draw(rows);
			timeline.setOptions({ height });
			// At once: vis-timeline takes its height in a later frame, and until then what is below would come up.
			box.style.height = `${height}px`;
		},
		destroy() {
			resize.disconnect();
			timeline.destroy();
			box.replaceChildren();
			box.style.height = '';
			box.hidden = true;
		},
	};
}
