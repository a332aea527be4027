import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from './date.ts';
import type { ChartEvent } from './layout.ts';
import { layoutSpread } from './spread.ts';
import { measureText } from './text-width.ts';

const LANES = [
	{ id: 'a', label: 'First lane' },
	{ id: 'b', label: 'Second' },
];
const WIDTH = 700;

function event(id: string, edtf: string, lane: string): ChartEvent {
	const parsed = parseDate(edtf);
	assert.ok(parsed.ok, edtf);
	return { id, date: parsed.date, lane, label: { when: edtf, title: `What happened as ${id}` } };
}

const EVENTS = [
	event('first', '2020-01-01', 'a'),
	event('early', '2020-05-01', 'b'),
	event('across', '2020-03-01/2021-10-01', 'a'),
	event('middle', '2020-12-31', 'b'),
	event('late', '2021-07-01', 'a'),
	event('last', '2021-12-31', 'b'),
];
const [earlier, later] = layoutSpread(EVENTS, LANES, WIDTH);

test('every event has its shape and its label on one of the pages', () => {
	for (const { id } of EVENTS) {
		const shapes = [earlier, later].flatMap(({ marks }) =>
			marks.filter((mark) => mark.id === id && mark.x >= 0 && mark.x < 1),
		);
		assert.equal(shapes.length, 1, id);
		const labels = [earlier, later].flatMap((page) => page.labels.filter((label) => label.id === id));
		assert.equal(labels.length, 1, id);
	}
});

test('what lasted across the fold is drawn on both pages, and meets itself there', () => {
	const bars = [earlier, later].map(({ marks }) => marks.find(({ id }) => id === 'across')?.bar);
	assert.ok(bars[0] && bars[1]);
	assert.ok(bars[0].from > 0 && bars[0].to > 1);
	assert.ok(bars[1].from < 0 && bars[1].to < 1);
	assert.ok(Math.abs(bars[0].to - 1 - bars[1].to) < 1e-9);
});

test('lanes and axis run on at one height', () => {
	assert.equal(earlier.height, later.height);
	assert.equal(earlier.axis.y, later.axis.y);
	assert.deepEqual(
		earlier.lanes.map(({ y }) => y),
		later.lanes.map(({ y }) => y),
	);
	assert.deepEqual(
		later.lanes.map(({ label }) => label),
		['', ''],
	);
});

test('no label leaves its page', () => {
	for (const { labels, height } of [earlier, later])
		for (const label of labels) {
			const length = Math.max(...label.lines.map((line) => measureText(line, 12)));
			const leader = label.x * WIDTH;
			const [left, right] = label.anchor === 'start' ? [leader, leader + length] : [leader - length, leader];
			assert.ok(left >= 0 && right <= WIDTH, label.id);
			assert.ok(label.y > 0 && label.y <= height, label.id);
		}
});
