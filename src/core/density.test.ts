import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
	clusterWidth,
	eventsOf,
	findEarlier,
	MARK,
	reachesInto,
	standsIn,
	type DensityEvent,
	type DensityItem,
	type Placed,
} from './density-items.ts';
import { chooseItems, indexEvents, MOST_ITEMS, type Room } from './density.ts';

const idsOf = (items: readonly DensityItem[]) => items.flatMap(eventsOf).map(({ id }) => id);
const ROOM = { rows: 2, label: 160 };

/** Made-up events have the width of their label at the end of their id. */
const widthOf = ({ id }: DensityEvent) => Number(id.split('-').at(-1));

/** Of all ages, and of a few years that are crowded. */
const anyDay = fc.oneof(fc.integer({ min: -800_000, max: 30_000 }), fc.integer({ min: 0, max: 2000 }));

const anyEvents = fc
	.array(
		fc.record({
			start: anyDay,
			length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 900 })),
			category: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
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
		from: anyDay,
		days: fc.oneof(
			fc.double({ min: 1, max: 900_000, noNaN: true }),
			fc.double({ min: 7, max: 2000, noNaN: true }),
		),
		width: fc.integer({ min: 200, max: 2400 }),
		rows: fc.integer({ min: 1, max: 4 }),
	})
	.map(({ from, days, width, rows }): Room => ({ from, to: from + days, width, rows, label: 160 }));

/** Where in the room a window of half its width begins, as a share of it. */
const anyPart = fc.double({ min: 0, max: 0.5, noNaN: true });

/** Which event is pinned, if any. */
const anyPinned = fc.option(fc.nat(400));
const idAt = (events: readonly DensityEvent[], place: number | null) => events[place ?? -1]?.id;

const isPlaced = (item: DensityItem): item is Placed => item.kind !== 'earlier';

/** What is drawn of an item, in CSS pixels. */
function widthIn(item: Placed): number {
	if (item.kind === 'cluster') return clusterWidth(item.events.length);
	return item.labelled ? widthOf(item.event) : MARK;
}

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

	test('is, where a drag has moved the window, what stands in it and what is counted as earlier', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, anyPart, anyPinned, (events, room, share, pin) => {
				const items = chooseItems(indexEvents(events, widthOf), { ...room, pinned: idAt(events, pin) });
				const scale = (room.to - room.from) / room.width;
				const from = room.from + (room.to - room.from) * share;
				const part = { from, to: from + (room.to - room.from) / 2 };
				const earlier = [...findEarlier(items, part, scale).values()].flat();
				const standing = items.filter((item) => standsIn(item, part, scale)).flatMap(eventsOf);
				const seen = [...standing.filter((event) => reachesInto(event, part)), ...earlier];
				const wanted = events.filter((event) => reachesInto(event, part));
				assert.deepEqual(seen.map(({ id }) => id).sort(), wanted.map(({ id }) => id).sort());
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

	test('is never more than the most where hundreds began before it and go on', () => {
		const events = Array.from({ length: 2000 }, (_, n): DensityEvent => {
			const category = String(n % 7);
			return { id: `event-${n}-100`, start: n * 40, end: 100_000, category, importance: (n % 3) + 1 };
		});
		const room: Room = { from: 90_000, to: 92_000, width: 1280, rows: 3, label: 120 };
		const items = chooseItems(indexEvents(events, widthOf), room);
		assert.ok(items.length <= MOST_ITEMS);
		assert.equal(idsOf(items).length, events.length);
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

	test('covers nothing with another: labels, marks and clusters of a row stand clear, also where they travel', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, anyPinned, (events, room, pin) => {
				const scale = (room.to - room.from) / room.width;
				const rows = Map.groupBy(
					chooseItems(indexEvents(events, widthOf), { ...room, pinned: idAt(events, pin) }).filter(isPlaced),
					(item) => `${item.lane} ${item.row}`,
				);
				for (const items of rows.values()) {
					const inOrder = items.toSorted((a, b) => a.at - b.at);
					for (const [place, item] of inOrder.entries()) {
						assert.ok(item.at + widthIn(item) * scale <= item.limit + 1e-6, `room of ${idsOf([item])[0]}`);
						const next = inOrder[place + 1];
						if (next) assert.ok(item.limit <= next.at + 1e-6, `next to ${idsOf([item])[0]}`);
					}
				}
			}),
		);
	});

	test('leaves a label the whole of its event to travel in', () => {
		fc.assert(
			fc.property(anyEvents, anyRoom, (events, room) => {
				for (const item of chooseItems(indexEvents(events, widthOf), room))
					if (item.kind === 'single' && item.labelled) assert.ok(item.limit >= item.event.end + 1);
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
				const before = new Map(chooseItems(index, room).filter(isPlaced).flatMap(byEvent));
				for (const [id, item] of chooseItems(index, moved).filter(isPlaced).flatMap(byEvent))
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
				const hidden = items.flatMap((item) => (item.kind === 'single' ? [] : item.events));
				const endOf = (event: DensityEvent) =>
					Math.max(event.end + 1, event.start + Math.max(room.label, widthOf(event)) * scale);
				for (const event of hidden.filter(({ importance }) => importance === 1)) {
					const inTheWay = labelled.filter(
						(other) =>
							other.category === event.category &&
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
const byEvent = (item: Placed) =>
	eventsOf(item).map(
		({ id }) => [id, `${item.kind} ${item.row} ${item.at} ${eventsOf(item).length}`] as const,
	);

describe('a lane', () => {
	const day = (id: string, start: number, importance = 2): DensityEvent => ({
		id,
		start,
		end: start,
		category: 'a',
		importance,
	});
	const events = [day('one', 0), day('two', 1), day('three', 2), day('four', 3, 1), day('later', 900)];
	/** Ten days to a pixel: all but the last would share one place. */
	const room: Room = { from: -100, to: 9900, width: 1000, ...ROOM };
	const show = (more: Partial<Room> = {}) =>
		chooseItems(indexEvents(events), { ...room, ...more }).map((item) => {
			if (item.kind === 'earlier') return `earlier +${item.events.length}`;
			return item.kind === 'single'
				? `${item.row} ${item.event.id}${item.labelled ? '' : ' (mark)'}`
				: `${item.row} +${item.events.length}`;
		});

	test('shows the most important, then the latest, and counts the rest', () => {
		assert.deepEqual(show().sort(), ['0 four', '1 later', 'clusters +3'].sort());
	});
	test('collapsed, counts them all', () => {
		assert.deepEqual(show({ collapsed: new Set(['a']) }), ['clusters +4', 'clusters later (mark)']);
	});
	test('shows a pinned event by itself, and counts it no more', () => {
		assert.deepEqual(show({ pinned: 'two' }).sort(), ['0 four', '1 later', 'clusters +2', 'head two'].sort());
	});
	test('collapsed, shows a pinned event beside its name', () => {
		const collapsed = new Set(['a']);
		assert.deepEqual(show({ collapsed, pinned: 'later' }), ['clusters +4', 'head later']);
		assert.deepEqual(show({ collapsed, pinned: 'one' }), [
			'clusters +3',
			'head one',
			'clusters later (mark)',
		]);
	});
	test('tells a single event apart from a cluster', () => {
		assert.deepEqual(
			show({ rows: 1, pinned: 'later' }).sort(),
			['0 four', 'clusters +3', 'head later'].sort(),
		);
	});
	test('shows them all where there is room', () => {
		assert.deepEqual(show({ from: 0, to: 4 }).sort(), ['0 four', '0 one', '0 three', '0 two']);
	});
	test('counts what is left of a cluster whose first event has ended before the window', () => {
		const long = { ...day('long', 3), end: 5000 };
		const items = chooseItems(indexEvents([day('one', 0), day('two', 1), long]), {
			...room,
			from: 1000,
			to: 11_000,
			collapsed: new Set(['a']),
		});
		assert.deepEqual(idsOf(items), ['one', 'two', 'long']);
		const part = { from: 1000, to: 11_000 };
		const [item] = items;
		assert.ok(item && standsIn(item, part, 10));
		assert.deepEqual(
			eventsOf(item).filter((event) => reachesInto(event, part)),
			[long],
		);
	});
	test('counts as earlier what stands before the window and has no room to travel into it', () => {
		const long = { ...day('long', 0), end: 5000 };
		const items = chooseItems(indexEvents([long, day('next', 1100), day('last', 1500)]), {
			...room,
			from: 1000,
			to: 11_000,
			collapsed: new Set(['a']),
		});
		assert.deepEqual(items.map(({ kind }) => kind).sort(), ['earlier', 'single', 'single']);
		assert.deepEqual(findEarlier(items, { from: 1000, to: 11_000 }, 10).get('a'), [long]);
	});
	test('of few events gathers no more than stand in each other’s way, however many lanes there are', () => {
		const marks = Array.from({ length: 12 }, (_, lane) =>
			[0, 400].map((start) => ({ ...day(`${lane} ${start}`, start), category: String(lane) })),
		).flat();
		const collapsed = new Set(marks.map(({ category }) => category));
		const items = chooseItems(indexEvents(marks), { ...room, width: 2500, to: 24_900, collapsed });
		assert.equal(items.length, marks.length);
	});
	test('of no events is empty', () => {
		assert.deepEqual(chooseItems(indexEvents([]), room), []);
	});
});
