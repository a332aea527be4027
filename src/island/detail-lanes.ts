/** The lanes of the close-up: for each a row with its name, rows for labelled events, and one for clusters and marks. */
import { DataSet } from 'vis-data/esnext';
import type { DataGroup } from 'vis-timeline/esnext';
import { createLaneLabel, type LaneLook } from './detail-items.ts';

export interface Lanes {
	/** As vis-timeline takes them. */
	groups: DataSet<DataGroup>;
	/** By id of their lanes, once they are drawn. */
	names: ReadonlyMap<string, HTMLElement>;
	/** Lanes that show clusters and marks only. */
	folded: ReadonlySet<string>;
	lookOf(lane: string): LaneLook;
	/** What stands at the head of a group. */
	headOf(group: string): HTMLElement;
	/** The group of a lane's row; the event that stands out of its cluster takes the row of the name. */
	groupOf(lane: string, row: number, rows: number): string;
	/** Makes the groups anew, after a lane was folded or has other rows. @param rows for labelled events */
	draw(rows: number): void;
	/** Folds a lane, or unfolds it. */
	fold(lane: string): void;
	/** Goes up or down among the names. @param from a name, or the lane of an event */
	walk(from: Element | string, by: 1 | -1): void;
}

export function createLanes(lanes: readonly LaneLook[]): Lanes {
	const looks = new Map(lanes.map((lane) => [lane.id, lane]));
	const groups = new DataSet<DataGroup>();
	const names = new Map<string, HTMLElement>();
	const folded = new Set<string>();
	return {
		groups,
		names,
		folded,
		lookOf: (lane) => looks.get(lane) ?? { id: lane, label: lane, colour: 'ink' },
		headOf(group) {
			const [lane = '', row] = group.split('/');
			const look = looks.get(lane);
			if (row !== 'head' || !look) return document.createElement('span');
			const known = names.get(lane) ?? createLaneLabel(look);
			names.set(lane, known);
			return known;
		},
		groupOf: (lane, row, rows) => `${lane}/${row > rows ? 'head' : folded.has(lane) ? rows : row}`,
		draw(rows) {
			const wanted = lanes.flatMap(({ id }, lane) =>
				['head', ...Array.from({ length: rows + 1 }, (_, row) => String(row))].map((row, place) => ({
					id: `${id}/${row}`,
					order: lane * 10 + place,
					content: '',
					className: row === 'head' ? 'lane-head' : Number(row) === rows ? 'lane-clusters' : 'lane-row',
					visible: row === 'head' || Number(row) === rows || !folded.has(id),
				})),
			);
			groups.remove(groups.getIds().filter((id) => !wanted.some((group) => group.id === id)));
			groups.update(wanted);
		},
		fold(lane) {
			if (!folded.delete(lane)) folded.add(lane);
			names.get(lane)?.setAttribute('aria-expanded', String(!folded.has(lane)));
		},
		walk(from, by) {
			const all = lanes.flatMap(({ id }) => names.get(id) ?? []);
			const isName = from instanceof HTMLElement;
			const at = all.findIndex((name) => name === (isName ? from : names.get(String(from))));
			// From an event up to the name of its own lane.
			all[at + (!isName && by < 0 ? 0 : by)]?.focus();
		},
	};
}
