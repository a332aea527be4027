/** Drawings laid out from left to right, for readers of either direction: time runs the way their lines do. */
import type { Direction } from './direction.ts';
import type { Chart, StripLayout } from './layout.ts';

/** Where a share of the width stands from the left. */
export function orientShare(share: number, direction: Direction): number {
	return direction === 'rtl' ? 1 - share : share;
}

/** A stretch from edge to edge: `from` is its left one, and so where it ends for who reads from the right. */
export function orientBand<Band extends { from: number; to: number }>(
	band: Band,
	direction: Direction,
): Band {
	return direction === 'rtl' ? { ...band, from: 1 - band.to, to: 1 - band.from } : band;
}

function orientPoint<Point extends { x: number }>(point: Point, direction: Direction): Point {
	return { ...point, x: orientShare(point.x, direction) };
}

/** Anchors of its labels stay: a text starts at its leader, and runs on the way it is read. */
export function orientChart(chart: Chart, direction: Direction): Chart {
	return {
		...chart,
		marks: chart.marks.map((mark) => ({
			...orientPoint(mark, direction),
			...(mark.bar && { bar: orientBand(mark.bar, direction) }),
		})),
		labels: chart.labels.map((label) => orientPoint(label, direction)),
		axis: { ...chart.axis, ticks: orientTicks(chart.axis.ticks, direction) },
	};
}

/** Whole years, months or days, still in their order. */
export function orientTicks<Tick extends { x: number }>(
	ticks: readonly Tick[],
	direction: Direction,
): Tick[] {
	return ticks.map((tick) => orientPoint(tick, direction));
}

export function orientStrip(strip: StripLayout, direction: Direction): StripLayout {
	if (direction === 'ltr') return strip;
	return {
		hairlines: strip.hairlines.map((thousandth) => 1000 - thousandth),
		ticks: orientTicks(strip.ticks, direction),
		place: (date) => orientPoint(orientBand(strip.place(date), direction), direction),
	};
}
