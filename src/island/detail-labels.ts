/** Titles in the close-up: how wide they are, and on which side of their marks they stand. */
import { standsIn, type Single } from '../core/density-items.ts';
import type { TimeWindow } from '../core/window.ts';
import type { LaneHead } from './detail-lanes.ts';

/** A title as it stands when the window is at rest, in pixels from the edge of the chart at which lines begin. */
interface Label {
	link: HTMLElement;
	/** Those of one row may be in each other's way. */
	row: string;
	start: number;
	width: number;
}

/** In pixels, as the style sheet has them: a shape with its gap, half a shape, and what a label keeps free after its title. */
export const SHAPE = 22;
export const HALF = 8;
const FREE = 11;

/** An event that is drawn by itself. */
export interface DrawnSingle {
	link: HTMLElement;
	item: Single;
}

/**
 * @returns a function that tells the width of a label: its title on two lines, and its shape
 */
export function makeMeasure(): (title: string) => number {
	const known = new Map<string, number>();
	const pen = document.createElement('canvas').getContext('2d');
	if (pen) pen.font = '12px system-ui, sans-serif';
	return (title) => {
		const width = known.get(title) ?? measure(title);
		known.set(title, width);
		return width;
	};
	function measure(title: string): number {
		const widthOf = (text: string) => pen?.measureText(text).width ?? text.length * 7;
		const words = title.split(' ').map(widthOf);
		const gap = widthOf(' ');
		const whole = words.reduce((sum, word) => sum + word + gap, -gap);
		// A browser breaks a line at the last word that has room: so two lines are enough where the best break has it.
		let first = -gap;
		const breaks = words.map((word) => {
			first += gap + word;
			return Math.max(first, whole - first - gap);
		});
		return Math.ceil(Math.min(...breaks)) + 1 + SHAPE + 6;
	}
}

/** Stands the titles of events that have one, for a window at rest. */
export function placeTitles(
	singles: Iterable<DrawnSingle>,
	heads: ReadonlyMap<string, LaneHead>,
	window: TimeWindow,
	chartWidth: number,
): void {
	const scale = (window.to - window.from) / chartWidth;
	const labels = [...singles].flatMap(({ link, item }): Label[] => {
		if (!item.labelled || !standsIn(item, window, scale)) return [];
		const before = (item.at - window.from) / scale;
		const row = `${item.lane} ${item.row}`;
		if (before >= 0) return [{ link, row, start: before, width: item.width }];
		// One that travels stands at the edge, without its title where the next is too near.
		const hasTitle = (item.limit - window.from) / scale >= item.width + HALF;
		return [{ link, row, start: HALF, width: hasTitle ? item.width : SHAPE }];
	});
	turnLabels(labels, chartWidth);
	for (const [lane, { box }] of heads) {
		Object.assign(box.style, { marginInlineStart: '', maxWidth: '' });
		const label = labels.find(({ row }) => row === `${lane} head`);
		if (label) makeWay(box, label, chartWidth);
	}
}

/** No title is cut at the end of the chart: it turns to the other side of its mark, or stays away. */
function turnLabels(labels: readonly Label[], chartWidth: number): void {
	for (const label of labels) {
		const { link, row, start, width } = label;
		const isCut = start < chartWidth && start + width > chartWidth;
		const isBlocked = labels.some(
			(other) =>
				other.row === row &&
				other !== label &&
				other.start < start &&
				other.start + other.width > start - width,
		);
		const canTurn = isCut && start - width >= 0 && !isBlocked;
		link.classList.toggle('turned', canTurn);
		link.classList.toggle('bare', isCut && !canTurn);
	}
}

/**
 * The name of a lane moves aside for the event that stands in its row; where it cannot, the title stays away, and at
 * last the name is cut.
 * @param label whose link has been turned
 */
function makeWay(head: HTMLElement, label: Label, chartWidth: number): void {
	const { offsetWidth } = head;
	const { link, start, width } = label;
	const isBare = link.matches('.bare');
	const ends = link.matches('.turned')
		? { left: start - width + FREE, right: start + HALF }
		: { left: start - HALF, right: start + (isBare ? HALF : width - FREE) };
	if (ends.left >= offsetWidth || ends.right <= 0) return;
	const after = ends.right + HALF / 2;
	if (after + offsetWidth <= chartWidth) head.style.marginInlineStart = `${after}px`;
	else if (isBare) head.style.maxWidth = `${Math.max(ends.left - HALF / 2, 0)}px`;
	else {
		link.classList.remove('turned');
		link.classList.add('bare');
		makeWay(head, label, chartWidth);
	}
}
