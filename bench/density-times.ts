/** What of a case a window has room for: how long choosing takes, beside going through all events once. */
import { performance } from 'node:perf_hooks';
import type { DensityEvent } from '../src/core/density-items.ts';
import { chooseItems, indexEvents, type Room } from '../src/core/density.ts';
import { median, percentile, table } from './report.ts';

/** Windows of each kind. */
const WINDOWS = 200;
/** A close-up on a desk: pixels across, rows of a lane, the least width of a label. */
const CHART = { width: 2000, rows: 3, label: 120 };
/** Wide enough for a title of usual length. */
const LABEL = 240;

/**
 * @param cases events of cases by their size
 * @returns a table in milliseconds: of the index, of a window at a scale that nothing was laid out for yet, of one that is
 * moved at its scale, and of a filter that goes through all events for such a window
 */
export function measureDensity(cases: ReadonlyMap<number, readonly DensityEvent[]>): string {
	const rows = [...cases].map(([size, events]) => {
		const first = Math.min(...events.map(({ start }) => start));
		const last = Math.max(...events.map(({ end }) => end));
		const whole = last + 1 - first;
		const roomAt = (share: number, days: number): Room => {
			const from = first + share * (whole - days);
			return { from, to: from + days, ...CHART };
		};
		const index = () => indexEvents(events, () => LABEL);
		const indexed = times(20, () => index);
		const kept = index();
		// Each scale anew, from the whole case to a week.
		const fresh = times(WINDOWS, (time) => {
			const room = roomAt(((time * 7) % 10) / 10, Math.max(7, whole / 2 ** (time % 12)));
			kept.laidOut.clear();
			return () => chooseItems(kept, room);
		});
		const moved = times(WINDOWS, (time) => () => chooseItems(kept, roomAt(time / WINDOWS, whole / 8)));
		const filtered = times(WINDOWS, (time) => {
			const { from, to } = roomAt(time / WINDOWS, whole / 8);
			return () => events.filter(({ start, end }) => start < to && end + 1 > from);
		});
		return [
			size.toLocaleString('en'),
			show(indexed, 0.5),
			show(fresh, 0.5),
			show(fresh, 0.95),
			show(moved, 0.5),
			show(moved, 0.95),
			show(filtered, 0.5),
			(median(moved) / median(filtered)).toFixed(1),
		];
	});
	return `Items chosen for a window, in Node, ms:\n\n${table(
		[
			'events',
			'index, once',
			'new scale',
			'its p95',
			'moved window',
			'its p95',
			'a filter through all',
			'moved window : filter',
		],
		rows,
	)}`;
}

/** @param prepare gives what is measured, and is not measured itself @returns milliseconds of each time */
function times(count: number, prepare: (time: number) => () => unknown): number[] {
	return Array.from({ length: count }, (_, time) => {
		const work = prepare(time);
		const started = performance.now();
		work();
		return performance.now() - started;
	});
}

const show = (numbers: readonly number[], share: number) => percentile(numbers, share).toFixed(3);
