/** The window over the overview: d3's brush, with handles that a finger can hold and keys can move. Loaded late. */
import { brushX, type D3BrushEvent } from 'd3-brush';
import { select } from 'd3-selection';
import type { Day } from '../core/calendar.ts';
import { edgeToWords } from '../core/edge-words.ts';
import { orientShare } from '../core/orient.ts';
import { formatEdge, keepInside, LEAST_DAYS, moveByMonths, type TimeWindow } from '../core/window.ts';
import sheet from '../styles/brush.css?url';
import { DIRECTION, RIGHTWARDS } from './direction.ts';
import { loadSheet } from './load-sheet.ts';

export interface Brush {
	update(window: TimeWindow): void;
	destroy(): void;
}

/** Top and bottom of the brush in the strip, in pixels; handles reach 12 px beyond, to 24 and more (WCAG 2.2, 2.5.8). */
const TOP = 15;
const BOTTOM = 39;
const HANDLE = 28;

/** Months that a key moves an edge by. */
const KEYS: Record<string, number> = {
	ArrowLeft: -RIGHTWARDS,
	ArrowDown: -1,
	ArrowRight: RIGHTWARDS,
	ArrowUp: 1,
	PageDown: -12,
	PageUp: 12,
	Home: -Infinity,
	End: Infinity,
};

/**
 * @param span first and last day that the strip shows
 * @param ask what the reader wants: another window, or, by a touch without a drag, a day of the list
 */
export async function createBrush(
	svg: SVGSVGElement,
	span: readonly [Day, Day],
	words: Readonly<Record<string, string>>,
	ask: { onMove(window: TimeWindow, isDone: boolean): void; onPoint(day: number): void },
): Promise<Brush> {
	await loadSheet(sheet);
	const [first, last] = span;
	const days = last + 1 - first;
	let window: TimeWindow = { from: first, to: last + 1 };
	let width = svg.clientWidth;
	const toX = (day: number) => orientShare((day - first) / days, DIRECTION) * width;
	const toDay = (x: number) => first + orientShare(x / width, DIRECTION) * days;
	/** From left to right, whichever of them that is. */
	const toEdges = (pair: [number, number]) => (RIGHTWARDS > 0 ? pair : pair.toReversed()) as [number, number];
	const bce = svg.closest<HTMLElement>('event-timeline')?.dataset['bce'];
	const format = (day: number) => edgeToWords(formatEdge(Math.floor(day)), words['locale'], bce);

	const brush = brushX<unknown>().handleSize(HANDLE);
	const group = select(svg).append('g').attr('class', 'brush');
	const grips = (['from', 'to'] as const).map((edge) => ({
		edge,
		grip: select(svg)
			.append('rect')
			.attr('class', 'grip')
			.attr('y', TOP + 4)
			.attr('width', 6)
			.attr('height', BOTTOM - TOP - 8)
			.attr('rx', 3),
	}));

	function draw(): void {
		group.call(brush.move, toEdges([toX(window.from), toX(window.to)]));
		const isWhole = window.from <= first && window.to >= last + 1;
		// Over the whole, a drag draws a new window.
		group.select('.selection').classed('whole-window', isWhole);
		for (const { edge, grip } of grips) grip.attr('x', toX(window[edge]) - 3);
		for (const [side, edge] of EDGES) {
			const other = edge === 'from' ? window.to : window.from;
			group
				.select(`.handle--${side}`)
				.attr('aria-valuemin', Math.round(edge === 'from' ? first : other))
				.attr('aria-valuemax', Math.round(edge === 'from' ? other : last + 1))
				.attr('aria-valuenow', Math.round(window[edge]))
				.attr('aria-valuetext', format(edge === 'from' ? window.from : window.to - 1));
		}
	}

	function lay(): void {
		width = svg.clientWidth;
		brush.extent([
			[0, TOP],
			[width, BOTTOM],
		]);
		group.call(brush);
		// The page scrolls under a finger that moves up or down.
		group.style('touch-action', 'pan-y').selectAll('*').style('touch-action', 'pan-y');
		for (const [side, edge] of EDGES)
			group
				.select(`.handle--${side}`)
				.attr('tabindex', 0)
				.attr('role', 'slider')
				.attr('aria-label', words[edge === 'from' ? 'windowStart' : 'windowEnd'] ?? '')
				.on('keydown.window', (event: KeyboardEvent) => moveEdge(edge, event));
		draw();
	}

	function moveEdge(edge: 'from' | 'to', event: KeyboardEvent): void {
		const months = KEYS[event.key];
		if (months === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
		event.preventDefault();
		const at = Number.isFinite(months) ? moveByMonths(window[edge], months) : months < 0 ? first : last + 1;
		const next = { ...window, [edge]: at };
		if (edge === 'from') next.from = Math.max(first, Math.min(at, window.to - LEAST_DAYS));
		else next.to = Math.min(last + 1, Math.max(at, window.from + LEAST_DAYS));
		ask.onMove(next, false);
	}

	/** Where the window stood when it was touched. */
	let touched = '';
	brush.on('start brush end', (event: D3BrushEvent<unknown>) => {
		// What the script draws comes without a pointer.
		if (!event.sourceEvent) return;
		const selection = event.selection as [number, number] | null;
		if (event.type === 'start') touched = String(selection);
		if (event.type === 'end' && (!selection || String(selection) === touched)) {
			const [x] = pointOf(event.sourceEvent as MouseEvent | TouchEvent, svg);
			draw();
			// A handle that is touched gets the focus, and no more.
			if (!selection || event.mode === 'drag') ask.onPoint(toDay(x));
			return;
		}
		if (!selection) return;
		const [start, end] = toEdges(selection);
		for (const { edge, grip } of grips) grip.attr('x', (edge === 'from' ? start : end) - 3);
		if (event.type !== 'end') return;
		const [from, to] = [toDay(start), toDay(end)];
		ask.onMove(keepInside({ from, to: Math.max(to, from + LEAST_DAYS) }, span), true);
	});

	lay();
	const resize = new ResizeObserver(() => {
		if (svg.clientWidth !== width) lay();
	});
	resize.observe(svg);

	return {
		update(next) {
			window = next;
			draw();
		},
		destroy() {
			resize.disconnect();
			brush.on('start brush end', null);
			group.on('.brush', null).remove();
			for (const { grip } of grips) grip.remove();
		},
	};
}

/** Left and right handle, as d3 calls them. */
const EDGES = [
	['w', RIGHTWARDS > 0 ? 'from' : 'to'],
	['e', RIGHTWARDS > 0 ? 'to' : 'from'],
] as const;

function pointOf(event: MouseEvent | TouchEvent, svg: SVGSVGElement): [number, number] {
	const point = 'changedTouches' in event ? event.changedTouches[0] : event;
	const box = svg.getBoundingClientRect();
	return [(point?.clientX ?? 0) - box.left, (point?.clientY ?? 0) - box.top];
}
