/**
 * The chart: the drawing already in the page for the whole case, a close-up by vis-timeline for a part of it.
 * Tab reaches it once; keys go from event to event, and the window follows.
 */
import { orientShare } from '../core/orient.ts';
import { findShown, WHOLE, type View } from '../core/view.ts';
import {
	centreWindow,
	rangeOf,
	rangeToWindow,
	windowToRange,
	zoomWindow,
	type TimeWindow,
} from '../core/window.ts';
import type { Detail } from './detail.ts';
import { DIRECTION, RIGHTWARDS } from './direction.ts';
import type { CreatePart } from './part.ts';
import { onPinch, type Pinch } from './pinch.ts';

const ZOOM = { in: 0.5, out: 2 } as const;
/** Milliseconds; far more than there are between two parts of one move of the fingers. */
const WHEEL_PAUSE = 300;

export const createChart: CreatePart = (root, host) => {
	const { events, byId, show, signal, span, words } = host;
	const figure = root.querySelector<HTMLElement>('.chart');
	const close = root.querySelector<HTMLElement>('.detail');
	const tools = root.querySelector<HTMLElement>('.chart-tools');
	if (!figure || !close || !tools) return { update: () => undefined };
	const chart = { figure, close };

	const drawings = [...figure.querySelectorAll<HTMLElement>('.chart-drawing')].map((box) => {
		const links = [...box.querySelectorAll<SVGAElement>('a')].map((link) => ({
			link,
			id: decodeURIComponent((link.getAttribute('href') ?? '').slice(1)),
			isMark: link.classList.contains('mark'),
		}));
		return { box, links, marked: new Set(links.filter(({ isMark }) => isMark).map(({ id }) => id)) };
	});
	/** Of an event among all by date; before the first for none. */
	const placeOf = (id: string | undefined) => byId.get(id ?? '')?.place ?? -1;
	let view: View = WHOLE;
	/** The event that Tab comes to. */
	let current: string | undefined;
	let detail: Detail | undefined;
	/** Makes the close-up with the window of the view; there once its script and style sheet are. */
	let create: (() => Detail) | undefined;
	let isLoading = false;
	const isCloseUp = () => view.from !== undefined || view.to !== undefined;

	/** Loads the close-up, once, and shows it if it is wanted by then; where it does not come the reader is told. */
	async function load(): Promise<void> {
		if (isLoading || create) return;
		isLoading = true;
		try {
			const { createDetail, loadStyle } = await import('./detail.ts');
			await loadStyle();
			create = () =>
				createDetail(chart.close, host, rangeToWindow(view, span), {
					onWindow: (window) => show(windowToRange(window, span), 'replace'),
					onOpen: (window) => show(windowToRange(window, span), 'push'),
				});
		} catch {
			// What is not wanted yet is asked for once more when it is.
		}
		isLoading = false;
		if (signal.aborted) return;
		tellFailed(!create && isCloseUp());
		drawEither();
	}

	/** What else the line says stays. */
	function tellFailed(hasFailed: boolean): void {
		const line = root.querySelector('.chart-status');
		const text = words['failed'] ?? '';
		if (line && (hasFailed || line.textContent === text)) line.textContent = hasFailed ? text : '';
	}

	/** What had the focus is hidden when one takes the place of the other: it goes to the same event there. */
	function drawEither(): void {
		const had = document.activeElement?.closest('.chart-drawing, .detail');
		drawOne();
		if (had?.closest('[hidden]')) focus(current ?? inOrder()[0]?.id ?? '');
	}

	function drawOne(): void {
		if (!isCloseUp() || !create) {
			chart.close.hidden = true;
			for (const { box } of drawings) box.hidden = false;
			return;
		}
		const isAnew = Boolean(chart.close.hidden);
		// No sooner: it takes its size from the page, and would show the window that it was made with.
		detail ??= create();
		const height = drawings.map(({ box }) => box.clientHeight).find((pixels) => pixels > 0);
		if (height) detail.setHeight(height);
		chart.close.hidden = false;
		for (const { box } of drawings) box.hidden = true;
		detail.update(view, inOrder(), current, isAnew);
	}

	/** What the filters leave, whatever the window shows. */
	const inOrder = () => {
		const shown = findShown(events, { ...view, from: undefined, to: undefined });
		return events.filter(({ id }) => shown.has(id) || id === view.selected);
	};

	/** The one that the width of the screen shows, unless the close-up takes its place. */
	const drawing = () => drawings.find(({ box }) => box.clientHeight > 0);

	/** What the keys go through: of a large case not every event has a mark in the drawing. */
	const steps = () => {
		const marked = drawing()?.marked;
		return marked ? inOrder().filter(({ id }) => marked.has(id)) : inOrder();
	};

	function focus(id: string): void {
		if (!chart.close.hidden) return detail?.focus(id);
		const marks = drawing()?.links.filter(({ isMark }) => isMark) ?? [];
		const { link } =
			marks.find((mark) => mark.id === id) ?? marks.find((mark) => mark.link.tabIndex === 0) ?? {};
		link?.focus({ preventScroll: true });
		link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
	}

	/** Selects an event and goes to it; the window follows. */
	function goTo(id: string | undefined): void {
		const event = byId.get(id ?? '');
		if (!event) return;
		const window = rangeToWindow(view, span);
		const start = event.start ?? span[0];
		const end = event.end ?? span[1];
		const isOutside = isCloseUp() && (start < window.from || end >= window.to);
		const range = isOutside ? windowToRange(centreWindow(window, start, span), span) : {};
		current = event.id;
		show({ selected: event.id, ...range }, 'replace');
		focus(event.id);
	}

	/** To the next event by date, or the one before; also from one that the filters leave out by now. */
	function step(by: number): void {
		const all = steps();
		const at = placeOf(current);
		const next = by > 0 ? all.find(({ id }) => placeOf(id) > at) : all.findLast(({ id }) => placeOf(id) < at);
		goTo((next ?? all.at(by > 0 ? -1 : 0))?.id);
	}

	/** Days in the middle of what is looked at. */
	function middle(window: TimeWindow): number {
		const start = byId.get(view.selected ?? '')?.start;
		const isInside = start !== undefined && start !== null && start >= window.from && start < window.to;
		return isInside ? start : (window.from + window.to) / 2;
	}

	function zoom(factor: number): void {
		const window = rangeToWindow(view, span);
		show(windowToRange(zoomWindow(window, factor, span, middle(window)), span), 'push');
	}

	/** @param share where on the drawing, from its left edge; that day stays there */
	function zoomAt(share: number, factor: number, window = rangeToWindow(view, span)): void {
		const at = window.from + orientShare(share, DIRECTION) * (window.to - window.from);
		show(windowToRange(zoomWindow(window, factor, span, at), span), 'replace');
	}

	const TOOLS: Record<string, () => void> = {
		in: () => zoom(ZOOM.in),
		out: () => zoom(ZOOM.out),
		all: () => show({ from: undefined, to: undefined }, 'push'),
		year: () => show(rangeOf('year', Math.floor(middle(rangeToWindow(view, span)))), 'push'),
		month: () => show(rangeOf('month', Math.floor(middle(rangeToWindow(view, span)))), 'push'),
	};
	const KEYS: Record<string, () => void> = {
		ArrowRight: () => step(RIGHTWARDS),
		ArrowLeft: () => step(-RIGHTWARDS),
		Home: () => goTo(steps()[0]?.id),
		End: () => goTo(steps().at(-1)?.id),
		'+': () => zoom(ZOOM.in),
		'-': () => zoom(ZOOM.out),
		Escape: () => show({ selected: undefined }, 'replace'),
	};

	tools.addEventListener(
		'click',
		({ target }) => {
			if (target instanceof HTMLButtonElement) TOOLS[target.name]?.();
		},
		{ signal },
	);
	figure.addEventListener(
		'keydown',
		(event) => {
			const isOnEvent =
				event.target instanceof Element && event.target.closest('a:not(.skip), .cluster, .lane-name');
			const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
			const act = KEYS[event.key];
			if (!isOnEvent || !isPlain || !act || event.target.closest('[popover]')) return;
			event.preventDefault();
			act();
		},
		{ signal },
	);
	figure.addEventListener(
		'focusin',
		({ target }) => {
			const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
			if (link && !link.matches('.skip, [popover] a'))
				current = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '');
		},
		{ signal },
	);
	// Pointed at: the close-up is likely wanted next.
	figure.addEventListener('pointerenter', () => void load(), { once: true, signal });
	let wheeled = { when: -Infinity, factor: 1, window: rangeToWindow(view, span) };
	figure.addEventListener(
		'wheel',
		(event) => {
			const box = drawing()?.box.getBoundingClientRect();
			if (!event.ctrlKey || !box) return;
			event.preventDefault();
			if (event.deltaY === 0) return;
			// What came at once is one move: an address, which tells months, would lose each small part of it.
			if (event.timeStamp - wheeled.when > WHEEL_PAUSE)
				wheeled = { when: 0, factor: 1, window: rangeToWindow(view, span) };
			// A wheel turns by a hundred pixels or some lines at a time, two fingers by a few pixels.
			const turn = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / 100 : event.deltaY;
			wheeled.when = event.timeStamp;
			wheeled.factor *= 2 ** Math.max(-1, Math.min(turn, 1));
			zoomAt((event.clientX - box.left) / box.width, wheeled.factor, wheeled.window);
		},
		{ passive: false, signal },
	);
	// On the drawing; the close-up that opens under the fingers follows them, and later ones are its own.
	let pinched = rangeToWindow(view, span);
	const onDrawing = (pinch: Pinch) => {
		if (pinch.isFirst) pinched = rangeToWindow(view, span);
		zoomAt(pinch.share, 1 / pinch.ratio, pinched);
	};
	for (const { box } of drawings) onPinch(box, onDrawing, signal);
	tools.classList.add('ready');

	return {
		update(next) {
			view = next;
			const shown = findShown(events, view);
			if (view.selected) current = view.selected;
			const ids = inOrder().map(({ id }) => id);
			for (const { links, marked } of drawings) {
				// The event that Tab comes to may be left out, or have no mark: then to the next by date that has one.
				const stops = ids.filter((id) => marked.has(id));
				const stop = stops.find((id) => placeOf(id) >= placeOf(current)) ?? stops.at(-1);
				for (const { link, id, isMark } of links) {
					link.classList.toggle('left-out', !shown.has(id));
					link.classList.toggle('selected', id === view.selected);
					if (isMark) link.tabIndex = id === stop ? 0 : -1;
				}
			}
			for (const [name, isOn] of [
				['all', !isCloseUp()],
				['out', !isCloseUp()],
			] as const)
				tools.querySelector(`[name="${name}"]`)?.setAttribute('aria-disabled', String(isOn));
			if (isCloseUp() && !create) void load();
			else drawEither();
		},
		destroy() {
			detail?.destroy();
			for (const { box } of drawings) box.hidden = false;
		},
	};
};
