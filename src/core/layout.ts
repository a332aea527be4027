/**
 * The chart as numbers: lanes, marks, ticks; its labels are in `chart-labels.ts`.
 * Across, everything is a share of the width (0 to 1), so that one drawing fits every screen at least as wide as
 * the one it was laid out for: distances grow with the width, texts do not. Down, everything is in pixels.
 */
import { scaleUtc, type ScaleTime } from 'd3-scale';
import { hangLabel, stackLabels, type Label } from './chart-labels.ts';
import { dateToDay, dayToDate, dayToYear, type Day } from './calendar.ts';
import { isExactDay, type TimelineDate } from './date.ts';
import { measureText } from './text-width.ts';

export interface ChartEvent {
	id: string;
	date: TimelineDate;
	lane: string;
	/** Text of its label; events without one are drawn as a mark only. */
	label?: { when: string; title: string };
}

export interface Lane {
	id: string;
	label: string;
}

/** How much of a date is known, as its mark tells it. */
export interface Mark {
	id: string;
	lane: string;
	/** Centre of the shape. */
	x: number;
	y: number;
	/** The days it can lie on or lasted; absent for one known day. */
	bar?: { from: number; to: number; soft: boolean };
	/** A known day or start is drawn solid, the rest hollow. */
	solid: boolean;
}

export interface Chart {
	height: number;
	lanes: { id: string; label: string; y: number; height: number }[];
	marks: Mark[];
	labels: Label[];
	axis: { y: number; ticks: { x: number; day: Day; unit: TickUnit }[] };
	domain: readonly [Day, Day];
}

export type TickUnit = 'year' | 'month' | 'day';

/** Sizes in pixels at the narrowest width the layout is for. */
export const SIZES = {
	mark: 7,
	row: 16,
	lanePadding: 6,
	laneLabel: 11,
	axis: 22,
	tick: 46,
	tickText: 11,
};

/** Room at either end of the axis, as a share of what it spans. */
const MARGIN = 0.025;

/**
 * First and last day of a set of dates, with a margin; open ends do not count.
 * @returns undefined where no date has an end
 */
export function spanOf(dates: readonly TimelineDate[]): [Day, Day] | undefined {
	let first = Infinity;
	let last = -Infinity;
	for (const { start, end } of dates) {
		first = Math.min(first, start ?? end ?? Infinity);
		last = Math.max(last, end ?? start ?? -Infinity);
	}
	if (first > last) return undefined;
	const margin = Math.max(1, Math.round((last - first) * MARGIN));
	return [first - margin, last + margin];
}

/**
 * Lays out a chart.
 * @param events in date order
 * @param width the narrowest width it must fit, in CSS pixels
 * @param domain first and last day, where it shows more time than these events take
 * @param least its height in pixels at least; lanes share what that adds
 */
export function layoutChart(
	events: readonly ChartEvent[],
	lanes: readonly Lane[],
	width: number,
	domain: readonly [Day, Day] = spanOf(events.map((event) => event.date)) ?? [0, 1],
	least = 0,
): Chart {
	const scale = makeScale(domain);
	const labelled = stackLabels(
		events.flatMap(({ id, date, label }) => (label ? [{ id, label, x: placeDate(date, scale).x }] : [])),
		width,
	);
	const used = lanes.filter((lane) => events.some((event) => event.lane === lane.id));

	const placed = used.map((lane) => {
		const inLane = events.filter((event) => event.lane === lane.id);
		return { lane, ...layoutLane(inLane, lane, scale, width) };
	});
	const rows = placed.reduce((sum, lane) => sum + lane.rows, 0);
	const needed =
		labelled.above + rows * SIZES.row + used.length * SIZES.lanePadding + SIZES.axis + labelled.below;
	const padding = SIZES.lanePadding + Math.ceil(Math.max(0, least - needed) / Math.max(1, used.length));

	let y = labelled.above;
	const laidLanes: Chart['lanes'] = [];
	const marks: Mark[] = [];
	for (const { lane, ...laid } of placed) {
		const height = laid.rows * SIZES.row + padding;
		laidLanes.push({ id: lane.id, label: lane.label, y, height });
		for (const { row, ...mark } of laid.marks)
			marks.push({ ...mark, y: y + padding / 2 + (row + 0.5) * SIZES.row });
		y += height;
	}
	const axisY = y;
	const below = axisY + SIZES.axis;
	const markY = new Map(marks.map((mark) => [mark.id, mark.y]));
	const labels = labelled.labels.map((label) =>
		hangLabel(label, { top: labelled.above, bottom: below, mark: markY.get(label.id) ?? axisY }),
	);
	return {
		height: below + labelled.below,
		lanes: laidLanes,
		marks,
		labels,
		axis: { y: axisY, ticks: layoutTicks(domain, width) },
		domain,
	};
}

type Scale = ScaleTime<number, number>;

function makeScale([first, last]: readonly [Day, Day]): Scale {
	return scaleUtc()
		.domain([dayToDate(first), dayToDate(last + 1)])
		.range([0, 1]);
}

/** Where a date stands across: its days from edge to edge, and its shape. */
export function placeDate(
	date: TimelineDate,
	scale: Scale,
): { from: number; to: number; x: number; soft: boolean; solid: boolean } {
	const { soft, solid } = describeMark(date);
	const width = (date.end ?? 0) - (date.start ?? 0) + 1;
	// "about" reaches one more unit to either side: a day, a month or a year, whichever it is said of.
	const reach = date.approximate || date.uncertain ? Math.max(1, UNIT_DAYS[date.precision] ?? width) : 0;
	const at = (day: Day | null, edge: 0 | 1) => (day === null ? edge : clamp(scale(dayToDate(day))));
	const from = at(date.start === null ? null : date.start - reach, 0);
	const to = at(date.end === null ? null : date.end + 1 + reach, 1);
	const start = at(date.start, 0);
	return {
		from,
		to,
		x: startsOnKnownDay(date) ? start : (from + to) / 2,
		soft,
		solid,
	};
}

/** How a date is drawn: ends that are not known are soft, a day that is known is solid. */
export function describeMark(date: TimelineDate): { soft: boolean; solid: boolean } {
	return {
		soft: date.kind === 'set' || date.approximate || date.uncertain || date.open,
		solid: startsOnKnownDay(date) || isExactDay(date),
	};
}

function startsOnKnownDay(date: TimelineDate): boolean {
	const { kind, precision, approximate, uncertain, open, start } = date;
	return kind === 'interval' && precision === 'day' && !approximate && !uncertain && !open && start !== null;
}

const UNIT_DAYS: Record<string, number> = {
	day: 1,
	month: 30,
	season: 91,
	year: 365,
	decade: 3652,
	century: 36_524,
};

function clamp(share: number): number {
	return Math.min(1, Math.max(0, share));
}

/** Puts each mark of a lane in the first row where it touches nothing; the lane's name takes the start of the first. */
function layoutLane(
	events: readonly ChartEvent[],
	lane: Lane,
	scale: Scale,
	width: number,
): { rows: number; marks: (Omit<Mark, 'y'> & { row: number })[] } {
	const ends = [measureText(lane.label, SIZES.laneLabel) + SIZES.mark];
	const marks = events.map((event) => {
		const { from, to, x, soft, solid } = placeDate(event.date, scale);
		const left = Math.min(from * width, x * width - SIZES.mark);
		const right = Math.max(to * width, x * width + SIZES.mark);
		const free = ends.findIndex((end) => end <= left);
		const row = free === -1 ? ends.length : free;
		ends[row] = right + 1;
		return {
			id: event.id,
			lane: lane.id,
			x,
			row,
			solid,
			...(!isExactDay(event.date) && { bar: { from, to, soft } }),
		};
	});
	return { rows: ends.length, marks };
}

/** Ticks at whole years, months or days, as many as fit. */
export function layoutTicks(domain: readonly [Day, Day], width: number): Chart['axis']['ticks'] {
	const scale = makeScale(domain);
	const room = tickRoom(domain);
	const dates = scale.ticks(Math.max(2, Math.floor(width / room)));
	const isYear = (date: Date) => date.getUTCMonth() === 0 && date.getUTCDate() === 1;
	const unit: TickUnit = dates.every(isYear)
		? 'year'
		: dates.every((date) => date.getUTCDate() === 1)
			? 'month'
			: 'day';
	const days = [...new Set(dates.map((date) => dateToDay(date)))];
	const least = room * 0.8;
	let lastX = -Infinity;
	return days
		.map((day) => ({ x: scale(dayToDate(day)), day, unit }))
		.filter(({ x }) => {
			if ((x - lastX) * width < least) return false;
			lastX = x;
			return true;
		});
}

/** Years before 1 CE have their era behind them, and may have five digits. */
function tickRoom([first]: readonly [Day, Day]): number {
	const year = dayToYear(first);
	return year > 0 ? SIZES.tick : Math.max(SIZES.tick, measureText(`${1 - year} BCE`, SIZES.tickText) + 16);
}

/** The year an event stands under; none where its start is open, which comes before all others. */
export function yearOf(date: TimelineDate): number | undefined {
	return date.start === null ? undefined : dayToYear(date.start);
}

const DRAWING_WIDTHS = ['narrow', 'wide', 'widest'] as const;
type DrawingWidth = (typeof DRAWING_WIDTHS)[number];

export interface EraBand {
	label: string;
	from: number;
	to: number;
	/** The narrowest drawing whose band has room for the label. */
	fits: DrawingWidth | undefined;
}

/** Periods of the case as bands across, cut to what the chart shows. */
export function layoutEras(
	eras: readonly { label: string; from: TimelineDate; to: TimelineDate }[],
	span: readonly [Day, Day],
	widths: Record<DrawingWidth, number>,
): EraBand[] {
	const scale = makeScale(span);
	return eras.flatMap(({ label, from, to }) => {
		const start = placeDate(from, scale).from;
		const end = placeDate(to, scale).to;
		if (end <= start) return [];
		const room = measureText(label, SIZES.laneLabel) + SIZES.mark;
		const fits = DRAWING_WIDTHS.find((name) => room <= (end - start) * widths[name]);
		return [{ label, from: start, to: end, fits }];
	});
}

/** The line of time on every event's page: laid out once for all of them. */
export interface StripLayout {
	/** Where events stand, in thousandths; once for those that would be drawn over each other. */
	hairlines: number[];
	ticks: Chart['axis']['ticks'];
	/** Where one event stands, drawn as in the chart. */
	place: (date: TimelineDate) => ReturnType<typeof placeDate>;
}

/** @param width the narrowest it must fit, in CSS pixels */
export function layoutStrip(dates: readonly TimelineDate[], width: number): StripLayout {
	const domain = spanOf(dates) ?? [0, 1];
	const scale = makeScale(domain);
	const place = (date: TimelineDate) => placeDate(date, scale);
	return {
		hairlines: [...new Set(dates.map((date) => Math.round(place(date).x * 1000)))],
		ticks: layoutTicks(domain, width),
		place,
	};
}
