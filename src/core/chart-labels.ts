/** Labels of the chart: short texts at the end of a leader, stacked so that none covers another. */
import { measureText, wrapText } from './text-width.ts';

export interface Label {
	id: string;
	/** Where its leader leaves the lanes. */
	x: number;
	/** Text runs from the leader towards this side. */
	anchor: 'start' | 'end';
	/** Where the leader ends: at the label and at the mark. */
	leader: { from: number; to: number };
	/** Baseline of the first line. */
	y: number;
	/** Lines of `when title`; the first begins with `when`. */
	when: string;
	lines: string[];
}

interface StackedLabel extends Omit<Label, 'y' | 'leader'> {
	/** Distance from the lanes, and height, in pixels. */
	distance: number;
	height: number;
}

/** A text, and where across its leader stands. */
interface WantedLabel {
	id: string;
	x: number;
	label: { when: string; title: string };
}

/** Sizes in pixels. */
const SIZES = { text: 12, line: 15, gap: 6, offset: 6, width: 300 };

/**
 * Labels of the first half stand above the lanes and run on, those of the second half stand below and run back, so
 * no label reaches an edge and no leader crosses a text.
 */
export function stackLabels(
	wanted: readonly WantedLabel[],
	width: number,
): { labels: StackedLabel[]; above: number; below: number } {
	const lay = (anchor: 'start' | 'end') => {
		// Mirrored for the second half, so that one way of stacking serves both.
		const group = wanted.filter(({ x }) => (anchor === 'start' ? x <= 0.5 : x > 0.5));
		const measured = group.map(({ id, label, x }) => {
			const offset = (anchor === 'start' ? x : 1 - x) * width;
			const room = Math.min(SIZES.width, width - offset - SIZES.offset);
			const lines = wrapText(`${label.when} ${label.title}`, room, SIZES.text);
			const widest = Math.max(...lines.map((line) => measureText(line, SIZES.text)));
			return {
				id,
				x,
				anchor,
				when: label.when,
				lines,
				offset,
				width: SIZES.offset + widest,
				height: lines.length * SIZES.line,
			};
		});
		const distances = stackTexts(measured);
		return measured.map(({ offset: _, width: __, ...label }, index): StackedLabel => ({
			...label,
			distance: distances[index] ?? 0,
		}));
	};
	const above = lay('start');
	const below = lay('end');
	const depth = (labels: StackedLabel[]) =>
		Math.max(0, ...labels.map((label) => label.distance + label.height + SIZES.gap));
	return { labels: [...above, ...below], above: depth(above), below: depth(below) };
}

/**
 * Stacks texts that begin at their leader and run away from the edge.
 * The farthest goes nearest to the lanes, so that no leader passes through a text; each of the others goes as near
 * as what stands there lets it.
 * @returns for each, its distance from the lanes in pixels
 */
export function stackTexts(labels: readonly { offset: number; width: number; height: number }[]): number[] {
	const distances = labels.map(() => 0);
	const taken: { left: number; right: number; near: number; far: number }[] = [];
	const order = labels
		.map((_, index) => index)
		.sort((a, b) => (labels[b]?.offset ?? 0) - (labels[a]?.offset ?? 0));
	for (const index of order) {
		const label = labels[index];
		if (!label) continue;
		const left = label.offset;
		const right = label.offset + label.width;
		let near = 0;
		for (;;) {
			const hit = taken.find(
				(box) => box.left < right && left < box.right && box.near < near + label.height && near < box.far,
			);
			if (!hit) break;
			near = hit.far;
		}
		distances[index] = near;
		taken.push({ left, right, near, far: near + label.height + SIZES.gap });
		// Its leader, down to the lanes.
		taken.push({ left: left - 1, right: left + 1, near: 0, far: near });
	}
	return distances;
}

/**
 * Puts a stacked label at its height.
 * @param edges of the lanes, and where the mark is that the leader leads to
 */
export function hangLabel(
	{ distance, height, ...label }: StackedLabel,
	{ top, bottom, mark }: { top: number; bottom: number; mark: number },
): Label {
	const isAbove = label.anchor === 'start';
	const from = isAbove ? top - distance - height : bottom + distance;
	return {
		...label,
		y: from + SIZES.text,
		leader: { from: isAbove ? from : from + height, to: mark },
	};
}
