/** The strip of the whole case: what the filters leave of it, the window, and where in the list the reader is. */
import { binEdges, countBins, drawBars } from '../core/histogram.ts';
import { orientShare } from '../core/orient.ts';
import { findShown, WHOLE, type View } from '../core/view.ts';
import { rangeToWindow, windowToRange } from '../core/window.ts';
import type { Brush } from './brush.ts';
import type { IslandEvent } from './case-data.ts';
import { DIRECTION } from './direction.ts';
import type { CreatePart } from './part.ts';
import { createSvg } from './svg.ts';

const articleOf = (event: IslandEvent | undefined) => document.getElementById(event?.id ?? '');

export const createOverview: CreatePart = (root, { events, lanes, span, show, reveal, signal, words }) => {
	const box = root.querySelector<HTMLElement>('.overview');
	const svg = box?.querySelector<SVGSVGElement>(':scope > svg');
	const whole = svg?.querySelector<SVGGElement>('.bars');
	if (!box || !svg || !whole) return { update: () => undefined };

	const edges = binEdges(span);
	const dayOf = ({ start, end }: IslandEvent) => start ?? end ?? span[0];
	const most = Math.max(...countBins(events.map(dayOf), edges));
	// Drawn, turned and coloured as the bars in the page are, which are of the same lanes.
	const left = whole.cloneNode(true) as SVGGElement;
	const reading = createSvg('line', { class: 'reading', y1: 15, y2: 40 });
	svg.append(reading);

	let view: View = WHOLE;
	let inList: readonly IslandEvent[] = events;
	let brush: Brush | undefined;

	// The brush is worth its size once the strip is in sight.
	const observer = new IntersectionObserver((entries) => {
		if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
		observer.disconnect();
		// Without it the strip still shows where the reader is.
		loadBrush(svg).catch(() => undefined);
	});
	observer.observe(box);

	async function loadBrush(strip: SVGSVGElement): Promise<void> {
		const { createBrush } = await import('./brush.ts');
		const loaded = await createBrush(strip, span, words, {
			onMove: (window, isDone) => show(windowToRange(window, span), isDone ? 'push' : 'replace'),
			onPoint: scrollTo,
		});
		if (signal.aborted) loaded.destroy();
		else {
			brush = loaded;
			brush.update(rangeToWindow(view, span));
		}
	}

	/** Scrolls the list to the first event on or after a day. */
	function scrollTo(day: number): void {
		const inOrder = view.newestFirst ? inList.toReversed() : inList;
		const event = inOrder.find((one) => dayOf(one) >= day) ?? inOrder.at(-1);
		if (event) reveal(event.id);
	}

	/** The first event of the list whose end is below the strip. */
	function findRead(): IslandEvent | undefined {
		const line = box?.getBoundingClientRect().bottom ?? 0;
		let low = 0;
		let high = inList.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((articleOf(inList[middle])?.getBoundingClientRect().bottom ?? 0) > line + 8) high = middle;
			else low = middle + 1;
		}
		return inList[low] ?? inList.at(-1);
	}

	let frame = 0;
	function follow(): void {
		frame = 0;
		const event = findRead();
		const share = event ? (dayOf(event) - span[0]) / (span[1] + 1 - span[0]) : 0;
		const x = `${(orientShare(share, DIRECTION) * 100).toFixed(2)}%`;
		reading.setAttribute('x1', x);
		reading.setAttribute('x2', x);
		box?.toggleAttribute('data-at-top', event === inList[0]);
	}
	const followSoon = () => {
		frame ||= requestAnimationFrame(follow);
	};
	addEventListener('scroll', followSoon, { passive: true, signal });
	addEventListener('resize', followSoon, { passive: true, signal });

	return {
		update(next) {
			view = next;
			const shown = findShown(events, view);
			const ordered = events.filter(({ id }) => shown.has(id) || id === view.selected);
			// Years that are not in the page yet have no place in it.
			const listed = ordered.filter((event) => articleOf(event));
			inList = view.newestFirst ? listed.toReversed() : listed;
			const isFiltered = shown.size < events.length;
			whole.classList.toggle('whole', isFiltered);
			if (!isFiltered) left.remove();
			else {
				const days = lanes.map(({ id }) =>
					events.filter((event) => event.category === id && shown.has(event.id)).map(dayOf),
				);
				drawBars(days, edges, span, most).forEach((d, lane) => left.children[lane]?.setAttribute('d', d));
				whole.after(left);
			}
			brush?.update(rangeToWindow(view, span));
			followSoon();
		},
		destroy() {
			observer.disconnect();
			cancelAnimationFrame(frame);
			brush?.destroy();
			left.remove();
			reading.remove();
			whole.classList.remove('whole');
		},
	};
};
