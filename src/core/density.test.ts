import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
	chooseItems,
	indexEvents,
	MOST_ITEMS,
	type DensityEvent,
	type DensityItem,
	type Room,
} from './density.ts';

const eventsOf = (item: DensityItem) => (item.kind === 'single' ? [item.event] : item.events);
const idsOf = (items: readonly DensityItem[]) => items.flatMap(eventsOf).map(({ id }) => id);
const ROOM = { rows: 2, label: 160 };

/** Made-up events have the width of their label at the end of their id. */
const widthOf = ({ id }: DensityEvent) => Number(id.split('-').at(-1));

const anyEvents = fc
	.array(
		fc.record({
			start: fc.integer({ min: -800_000, max: 30_000 }),
			length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
			lane: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
			importance: fc.constantFrom(1, 2, 3),
			label: fc.integer({ min: 40, max: 400 }),
		}),
		{ maxLength: 400 },
	)
	.map((list) =>
		list.map(({ start, length, label, ...event }, index): DensityEvent => ({
			...event,
			id: `event-${index}-${label}`,
			start,
			end: start + length,
		})),
	);

const anyRoom = fc
	.record({
		from: fc.integer({ min: -800_000, max: 30_000 }),
		days: fc.double({ min: 1, max: 900_000, noNaN: true }),
		width: fc.integer({ min: 200, max: 2400 }),
		rows: fc.integer({ min: 1, max: 4 }),
	})
	.map(({ from, days, width, rows }): Room => ({ from, to: from + days, width, rows, label: 160 }));

describe('what a window shows', () => {
	test('is every event that reaches into it, once, and nothing that does not exist', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, (events, room) => {
				const ids = idsOf(chooseItems(indexEvents(events, widthOf), room));
				assert.equal(new Set(ids).size, ids.length);
				const shown = new Set(ids);
				for (const { id, start, end } of events)
					if (start <= room.to && end >= room.from) assert.ok(shown.has(id), id);
				const known = new Set(events.map(({ id }) => id));
				for (const id of ids) assert.ok(known.has(id));
			}),
		);
	});

	test('is never more than the most', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, (events, room) => {
				assert.ok(chooseItems(indexEvents(events, widthOf), room).length <= MOST_ITEMS);
			}),
		);
	});

	test('is the same for the same events in any order', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, (events, room) => {
				const sorted = (list: readonly DensityEvent[]) =>
					chooseItems(indexEvents(list, widthOf), room)
						.map((item) => JSON.stringify(item))
						.sort();
				assert.deepEqual(sorted(events.toReversed()), sorted(events));
			}),
		);
	});

	test('covers no label with another: in a row of a lane, labels stand clear', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, (events, room) => {
				const scale = (room.to - room.from) / room.width;
				const labelOf = (event: DensityEvent) => Math.max(room.label, widthOf(event));
				const rows = Map.groupBy(
					chooseItems(indexEvents(events, widthOf), room).filter(
						(item) => item.kind === 'single' && item.labelled,
					),
					(item) => `${item.lane} ${item.row}`,
				);
				for (const items of rows.values()) {
					const spans = items
						.flatMap(eventsOf)
						.map((event) => ({
							from: event.start,
							to: Math.max(event.end + 1, event.start + labelOf(event) * scale),
						}))
						.sort((a, b) => a.from - b.from);
					for (const [index, span] of spans.entries()) {
						const before = spans[index - 1];
						if (before) assert.ok(before.to <= span.from + 1e-6);
					}
				}
			}),
		);
	});

	test('does not change while the window moves: what stays in it stays what it was', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, fc.double({ min: -1, max: 1, noNaN: true }), (events, room, share) => {
				const by = (room.to - room.from) * share;
				const moved = { ...room, from: room.from + by, to: room.to + by };
				// Rounding may put the same width on either side of a step of scale.
				fc.pre(scaleStep(moved) === scaleStep(room));
				const index = indexEvents(events, widthOf);
				const before = new Map(chooseItems(index, room).flatMap(byEvent));
				for (const [id, item] of chooseItems(index, moved).flatMap(byEvent))
					if (before.has(id)) assert.equal(before.get(id), item, id);
			}),
		);
	});

	test('never hides an event of importance 1 for want of room that a lesser one has', () => {
		fc.assert(
			fc.property(anyEvents, fc.integer({ min: 200, max: 2400 }), (events, width) => {
				const room: Room = { from: -900_000, to: 100_000, width, ...ROOM };
				const scale = 2 ** (scaleStep(room) / 2);
				const items = chooseItems(indexEvents(events, widthOf), room);
				const labelled = items.flatMap((item) =>
					item.kind === 'single' && item.labelled ? [item.event] : [],
				);
				const hidden = items.flatMap((item) => (item.kind === 'cluster' ? item.events : []));
				const endOf = (event: DensityEvent) =>
					Math.max(event.end + 1, event.start + Math.max(room.label, widthOf(event)) * scale);
				for (const event of hidden.filter(({ importance }) => importance === 1)) {
					const inTheWay = labelled.filter(
						(other) =>
							other.lane === event.lane &&
							other.importance === 1 &&
							other.start < endOf(event) &&
							endOf(other) > event.start,
					);
					assert.ok(inTheWay.length > 0, event.id);
				}
			}),
		);
	});
});

const scaleStep = (room: Room) => Math.ceil(2 * Math.log2((room.to - room.from) / room.width));
const byEvent = (item: DensityItem) =>
	eventsOf(item).map(({ id }) => [id, `${item.kind} ${item.row} ${eventsOf(item).length}`] as const);

describe('a lane', () => {
	const day = (id: string, start: number, importance = 2): DensityEvent => ({
		id,
		start,
		end: start,
		lane: 'a',
		importance,
	});
	const events = [day('one', 0), day('two', 1), day('three', 2), day('four', 3, 1), day('later', 900)];
	/** Ten days to a pixel: all but the last would share one place. */
	const room: Room = { from: -100, to: 9900, width: 1000, ...ROOM };
	const show = (more: Partial<Room> = {}) =>
		chooseItems(indexEvents(events), { ...room, ...more }).map((item) =>
			item.kind === 'single'
				? `${item.row} ${item.event.id}${item.labelled ? '' : ' (mark)'}`
				: `${item.row} +${item.events.length}`,
		);

	test('shows the most important, then the latest, and counts the rest', () => {
		assert.deepEqual(show().sort(), ['0 four', '1 later', '2 +3'].sort());
	});
	test('collapsed, counts them all', () => {
		assert.deepEqual(show({ collapsed: new Set(['a']) }), ['0 +4', '0 later (mark)']);
	});
	test('shows a pinned event by itself, and counts it no more', () => {
		assert.deepEqual(show({ pinned: 'two' }).sort(), ['0 four', '1 later', '2 +2', '3 two'].sort());
	});
	test('tells a single event apart from a cluster', () => {
		assert.deepEqual(show({ rows: 1, pinned: 'later' }).sort(), ['0 four', '1 +3', '2 later'].sort());
	});
	test('shows them all where there is room', () => {
		assert.deepEqual(show({ from: 0, to: 4 }).sort(), ['0 four', '0 one', '0 three', '0 two']);
	});
	test('of no events is empty', () => {
		assert.deepEqual(chooseItems(indexEvents([]), room), []);
	});
});
