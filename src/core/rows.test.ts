import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findChoices } from './choices.ts';
import { makeRows, packLook, readDays, readLook } from './rows.ts';
import { makeContent, makeEvent } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const DATES = ['../1999', '1999/..', '2021-05-23/2021-05-26', '2021-06', '2021-06-01', '-0043-03-15'];

test('the days of rows are those of the events', () => {
	const events = DATES.map((date, index) => makeEvent(`event-${index}`, { date }));
	const timeline = makeTimeline(makeContent({ events }), { drafts: false });
	assert.equal(timeline.events.length, DATES.length);
	const rows = makeRows(timeline.events, findChoices(timeline, timeline.events), -10_000);
	assert.deepEqual(
		readDays(rows, -10_000),
		timeline.events.map(({ date: { start, end } }) => ({ start, end })),
	);
});

test('the look of a mark comes back as it was', () => {
	fc.assert(
		fc.property(fc.constantFrom(1, 2, 3), fc.boolean(), fc.boolean(), (importance, solid, soft) => {
			assert.deepEqual(readLook(packLook(importance, { solid, soft })), {
				importance,
				isHollow: !solid,
				isSoft: soft,
			});
		}),
	);
});
