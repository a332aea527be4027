import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from './date.ts';
import { layoutChart, layoutStrip, type ChartEvent } from './layout.ts';
import { orientBand, orientChart, orientShare, orientStrip } from './orient.ts';

function read(edtf: string) {
	const parsed = parseDate(edtf);
	assert.ok(parsed.ok, edtf);
	return parsed.date;
}
const dates = ['1909-01-09', '1910-10-12', '1911-10-19/1912-01-25', '[1912-03-16..1912-03-17]'].map(read);
const events = dates.map((date, index): ChartEvent => ({
	id: String(index),
	date,
	lane: 'all',
	label: { when: 'then', title: 'it was' },
}));
const chart = layoutChart(events, [{ id: 'all', label: 'All' }], 650);
const mirrored = orientChart(chart, 'rtl');
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test('from left to right nothing moves', () => {
	const strip = layoutStrip(dates, 288);
	assert.deepEqual(orientChart(chart, 'ltr'), chart);
	assert.equal(orientStrip(strip, 'ltr'), strip);
	assert.equal(orientShare(0.2, 'ltr'), 0.2);
});

test('from right to left the first is farthest right, and each stands as far from its edge as before', () => {
	for (const [index, mark] of chart.marks.entries()) {
		near(mirrored.marks[index]?.x ?? NaN, 1 - mark.x);
		assert.equal(mirrored.marks[index]?.y, mark.y);
	}
	const ticks = mirrored.axis.ticks.map(({ x }) => x);
	assert.deepEqual(
		ticks,
		ticks.toSorted((a, b) => b - a),
	);
});

test('a bar reaches from its mark to the left, and a label keeps the side on which it starts', () => {
	const [mark] = mirrored.marks.filter(({ id }) => id === '2');
	assert.ok(mark?.bar && mark.bar.from < mark.bar.to);
	near(mark.x, mark.bar.to);
	assert.deepEqual(
		mirrored.labels.map(({ anchor }) => anchor),
		chart.labels.map(({ anchor }) => anchor),
	);
	assert.deepEqual(orientBand({ from: 0, to: 0.25, soft: true }, 'rtl'), { from: 0.75, to: 1, soft: true });
});

test('the strip of an event page is mirrored with the place of its event', () => {
	const strip = layoutStrip(dates, 288);
	const turned = orientStrip(strip, 'rtl');
	assert.deepEqual(
		turned.hairlines,
		strip.hairlines.map((x) => 1000 - x),
	);
	for (const date of dates) {
		const { from, to, x, ...look } = strip.place(date);
		const there = turned.place(date);
		near(there.x, 1 - x);
		near(there.from, 1 - to);
		near(there.to, 1 - from);
		assert.deepEqual({ soft: there.soft, solid: there.solid }, look);
	}
});
