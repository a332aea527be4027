import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { DensityEvent } from './density-items.ts';
import { indexLane, layOutLane, type LaneRoom } from './density-layout.ts';

/** Of one lane; the width of a label is at the end of the id. */
const anyLane = fc
	.array(
		fc.record({
			start: fc.oneof(fc.integer({ min: -800_000, max: 30_000 }), fc.integer({ min: 0, max: 400 })),
			length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
			importance: fc.constantFrom(1, 2, 3),
			label: fc.integer({ min: 0, max: 400 }),
		}),
		{ maxLength: 120 },
	)
	.map((list) =>
		list.map(({ start, length, label, importance }, index): DensityEvent => {
			const id = `event-${index}-${label}`;
			return { id, start, end: start + length, category: 'a', importance };
		}),
	);

const anyRoom: fc.Arbitrary<LaneRoom> = fc.record({
	rows: fc.integer({ min: 0, max: 4 }),
	scale: fc.constantFrom(0.001, 0.02, 0.3, 1, 2 ** 0.5, 40, 900),
	cluster: fc.constantFrom(32, 200),
	label: fc.constantFrom(0, 1, 120, 160),
});

const widthOf = ({ id }: DensityEvent) => Number(id.split('-').at(-1));

/** The rule itself, at its plainest: each event in turn into the first row in which it meets no other. */
function rowsByRule(events: readonly DensityEvent[], { rows, scale, label }: LaneRoom): Map<string, number> {
	const taken = Array.from({ length: rows }, (): { from: number; to: number }[] => []);
	const found = new Map<string, number>();
	const byWeight = events.toSorted(
		(a, b) => a.importance - b.importance || b.start - a.start || (a.id < b.id ? -1 : 1),
	);
	for (const event of byWeight) {
		const from = event.start;
		const to = Math.max(event.end + 1, from + Math.max(label, widthOf(event)) * scale);
		const row = taken.findIndex((inRow) => inRow.every((other) => other.to <= from || other.from >= to));
		if (row < 0) continue;
		taken[row]?.push({ from, to });
		found.set(event.id, row);
	}
	return found;
}

test('a label stands in the first row with room for it, the weightiest first', () => {
	fc.assert(
		fc.property(anyLane, anyRoom, (events, room) => {
			const placed = layOutLane(indexLane(events), room, widthOf);
			const rows = placed.flatMap((item): [string, unknown][] =>
				item.kind === 'single' && item.labelled ? [[item.event.id, item.row]] : [],
			);
			assert.deepEqual(new Map(rows), rowsByRule(events, room));
		}),
		{ numRuns: 400 },
	);
});

test('what was laid out is in order, and each knows where the next of its row stands', () => {
	fc.assert(
		fc.property(anyLane, anyRoom, (events, room) => {
			const placed = layOutLane(indexLane(events), room, widthOf);
			for (const [index, { at, row, limit }] of placed.entries()) {
				assert.ok(at >= (placed[index - 1]?.at ?? -Infinity));
				assert.equal(limit, placed.slice(index + 1).find((later) => later.row === row)?.at ?? Infinity);
			}
		}),
	);
});
