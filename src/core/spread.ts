/** The chart across two facing pages: one drawing cut at the fold, with labels that stay on their page. */
import { hangLabel, stackLabels } from './chart-labels.ts';
import { layoutChart, SIZES, type Chart, type ChartEvent, type Lane } from './layout.ts';

/** How far a mark reaches to either side, as a share of a page. */
const MARK = 0.02;

/**
 * Lays out a chart for a spread: lanes, marks and axis run on across the fold.
 * What lies on both pages is on both, so that each may cut it off at its edge.
 * @param width of one page, the narrowest it must fit, in CSS pixels
 * @returns the earlier page and the later one, of equal height and with their lanes at equal heights
 */
export function layoutSpread(
	events: readonly ChartEvent[],
	lanes: readonly Lane[],
	width: number,
): [Chart, Chart] {
	const whole = layoutChart(events, lanes, 2 * width);
	const lanesTop = whole.lanes[0]?.y ?? whole.axis.y;
	const labelOf = new Map(events.flatMap(({ id, label }) => (label ? [[id, label] as const] : [])));
	const pages = [0, 1].map((page) => {
		const across = (x: number) => 2 * x - page;
		const isHere = (from: number, to: number) => to > -MARK && from < 1 + MARK;
		const marks = whole.marks
			.map((mark) => ({
				...mark,
				x: across(mark.x),
				...(mark.bar && {
					bar: { ...mark.bar, from: across(mark.bar.from), to: across(mark.bar.to) },
				}),
			}))
			.filter(({ x, bar }) => isHere(x, x) || (bar && isHere(bar.from, bar.to)));
		const wanted = marks.flatMap(({ id, x }) => {
			const label = labelOf.get(id);
			// A mark on the fold has its label on the earlier page.
			return label && (page === 0 ? x <= 1 : x > 0) ? [{ id, x, label }] : [];
		});
		const ticks = whole.axis.ticks
			.map((tick) => ({ ...tick, x: across(tick.x) }))
			.filter(({ x }) => isHere(x, x));
		return { marks, ticks, stacked: stackLabels(wanted, width) };
	});
	const top = Math.max(...pages.map(({ stacked }) => stacked.above));
	const down = top - lanesTop;
	const axisY = whole.axis.y + down;
	const bottom = axisY + SIZES.axis;
	const height = bottom + Math.max(...pages.map(({ stacked }) => stacked.below));
	const [earlier, later] = pages.map(({ marks: here, ticks, stacked }, page): Chart => {
		const marks = here.map((mark) => ({ ...mark, y: mark.y + down }));
		const markY = new Map(marks.map(({ id, y }) => [id, y]));
		return {
			height,
			// A lane is named once, at its start.
			lanes: whole.lanes.map((lane) => ({ ...lane, y: lane.y + down, ...(page === 1 && { label: '' }) })),
			marks,
			labels: stacked.labels.map((label) =>
				hangLabel(label, { top, bottom, mark: markY.get(label.id) ?? axisY }),
			),
			axis: { y: axisY, ticks },
			domain: whole.domain,
		};
	});
	if (!earlier || !later) throw new Error('a spread has two pages');
	return [earlier, later];
}
