/** The lanes of the close-up: for each a row with its name, rows for labelled events, and one for clusters and marks. */
import { DataSet } from 'vis-data/esnext';
import type { DataGroup } from 'vis-timeline/esnext';
import type { Row } from '../core/density-items.ts';
import { createEarlierButton, createLaneLabel, type LaneLook } from './detail-items.ts';

export interface LaneHead {
	box: HTMLElement;
	name: HTMLElement;
	earlier: HTMLElement;
}

export interface Lanes {
	/** As vis-timeline takes them. */
	groups: DataSet<DataGroup>;
	/** By id of their lanes, once they are drawn: a name, and a button for events that began before the window. */
	heads: ReadonlyMap<string, LaneHead>;
	/** Lanes that show clusters and marks only. */
	folded: ReadonlySet<string>;
	lookOf(lane: string): LaneLook;
	/** What stands at the head of a group. */
	headOf(group: string): HTMLElement;
	/** The group of a lane's row. */
	groupOf(lane: string, row: Row): string;
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
	const heads = new Map<string, LaneHead>();
	const folded = new Set<string>();
	return {
		groups,
		heads,
		folded,
		lookOf: (lane) => looks.get(lane) ?? { id: lane, label: lane, colour: 'ink' },
		headOf(group) {
			const [lane = '', row] = group.split('/');
			const look = looks.get(lane);
			if (row !== 'head' || !look) return document.createElement('span');
			const known = heads.get(lane) ?? createHead(look);
			heads.set(lane, known);
			return known.box;
		},
		groupOf: (lane, row) => `${lane}/${row}`,
		draw(rows) {
			const wanted = lanes.flatMap(({ id }, lane) =>
				(['head', ...Array(rows).keys(), 'clusters'] satisfies Row[]).map((row, place) => ({
					id: `${id}/${row}`,
					order: lane * 10 + place,
					content: '',
					className: typeof row === 'string' ? `lane-${row}` : 'lane-row',
					visible: typeof row === 'string' || !folded.has(id),
				})),
			);
			groups.remove(groups.getIds().filter((id) => !wanted.some((group) => group.id === id)));
			groups.update(wanted);
		},
		fold(lane) {
			if (!folded.delete(lane)) folded.add(lane);
			heads.get(lane)?.name.setAttribute('aria-expanded', String(!folded.has(lane)));
		},
		walk(from, by) {
			const all = lanes.flatMap(({ id }) => heads.get(id)?.name ?? []);
			const isName = from instanceof HTMLElement;
			const at = all.findIndex((name) => name === (isName ? from : heads.get(String(from))?.name));
			// From an event up to the name of its own lane.
			all[at + (!isName && by < 0 ? 0 : by)]?.focus();
		},
	};
}

function createHead(look: LaneLook): LaneHead {
	const box = document.createElement('span');
	box.className = 'lane-title';
	const head = { box, name: createLaneLabel(look), earlier: createEarlierButton(look) };
	box.append(head.name, head.earlier);
	return head;
}
