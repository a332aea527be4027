/** How many events begin in each month of the case, as bars; in the build and, for what filters leave, in the browser. */
import { dayToDate, toDay, type Day } from './calendar.ts';

/** More bars than this would be hairlines on a phone: then each stands for more than a month. */
const MOST_BARS = 130;

/** The drawing's own units, which it is stretched from. */
export const HISTOGRAM = { width: 1000, height: 20 };

/** First days of the bars, and the day after the last one: calendar months, or equal parts of a long case. */
export function binEdges([first, last]: readonly [Day, Day]): Day[] {
	const start = dayToDate(first);
	const firstMonth = toDay(start.getUTCFullYear(), start.getUTCMonth(), 1);
	const month = (index: number) => toDay(start.getUTCFullYear(), start.getUTCMonth() + index, 1);
	const edges = [firstMonth];
	for (let index = 1; index <= MOST_BARS && (edges.at(-1) ?? last) <= last; index++) edges.push(month(index));
	if ((edges.at(-1) ?? last) > last) return edges;
	const step = (last + 1 - first) / MOST_BARS;
	return Array.from({ length: MOST_BARS + 1 }, (_, index) => first + index * step);
}

/** Days that lie in each bar; days outside the edges count in the bar at that end. */
export function countBins(days: readonly Day[], edges: readonly Day[]): number[] {
	const counts = edges.slice(1).map(() => 0);
	const sorted = days.toSorted((a, b) => a - b);
	let bin = 0;
	for (const day of sorted) {
		while (bin < counts.length - 1 && day >= (edges[bin + 1] ?? Infinity)) bin += 1;
		counts[bin] = (counts[bin] ?? 0) + 1;
	}
	return counts;
}

/** How wide a bar is, in the drawing's units: the gap tells neighbours apart. */
export function barWidth(edges: readonly Day[]): number {
	return Math.max(1, Math.round(HISTOGRAM.width / (edges.length - 1)) - 2);
}

/**
 * Bars of which each is made of what its lanes have, one on the other in their order.
 * @param days of each lane, its events' days
 * @param most the count that is as high as the drawing; that of the fullest bar where it is left out
 * @returns of each lane, an SVG path of strokes, the first lane's on the bottom of the drawing
 */
export function drawBars(
	days: readonly (readonly Day[])[],
	edges: readonly Day[],
	[first, last]: readonly [Day, Day],
	most = Math.max(...countBins(days.flat(), edges)),
): string[] {
	const { width, height } = HISTOGRAM;
	const place = (day: Day) => ((day - first) / (last + 1 - first)) * width;
	const middles = edges.slice(1).map((right, index) => {
		const middle = (place(edges[index] ?? first) + place(right)) / 2;
		return Math.round(Math.min(width, Math.max(0, middle)));
	});
	const below = middles.map(() => 0);
	// Rounded as a whole, so that a bar is as high as its count; one of few events is seen at least.
	const rise = (count: number) => count && Math.max(1, Math.round((count / most) * height));
	return days.map((ofLane) =>
		countBins(ofLane, edges)
			.map((count, index) => {
				const bottom = below[index] ?? 0;
				below[index] = bottom + count;
				const [from, to] = [rise(bottom), rise(bottom + count)];
				return to > from ? `M${middles[index]} ${height - from}v-${to - from}` : '';
			})
			.join(''),
	);
}
