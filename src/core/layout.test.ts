import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toDay } from './calendar.ts';
import { parseDate, type TimelineDate } from './date.ts';
import { layoutChart, layoutTicks, placeDate, spanOf, type ChartEvent } from './layout.ts';
import { scaleUtc } from 'd3-scale';
import { measureText } from './text-width.ts';

function date(edtf: string): TimelineDate {
	const parsed = parseDate(edtf);
	assert.ok(parsed.ok, edtf);
	return parsed.date;
}

const LANES = [
	{ id: 'a', label: 'First lane' },
	{ id: 'b', label: 'Second' },
];
const scale = scaleUtc()
	.domain([new Date('2020-01-01'), new Date('2022-01-01')])
	.range([0, 1]);

const PLACES = [
	['2021-01-01', { solid: true, soft: false }, 'a known day is solid'],
	['2021-01-01/2021-03-01', { solid: true, soft: false }, 'what lasted starts on a known day'],
	['2021-01', { solid: false, soft: false }, 'a month is hollow, with sharp ends'],
	['2021', { solid: false, soft: false }, 'so is a year'],
	['[2021-01-01..2021-03-01]', { solid: false, soft: true }, 'one unknown day is soft'],
	['2021-01-01~', { solid: false, soft: true }, 'about a day is soft'],
	['2021-01?', { solid: false, soft: true }, 'possibly a month is soft'],
	['2021/..', { solid: false, soft: true }, 'an open end is soft'],
] as const;

for (const [edtf, expected, promise] of PLACES)
	test(`${promise}: ${edtf}`, () => {
		const { solid, soft } = placeDate(date(edtf), scale);
		assert.deepEqual({ solid, soft }, expected);
	});

test('a date is drawn as wide as it is known', () => {
	const month = placeDate(date('2021-02'), scale);
	assert.equal(month.from, scale(new Date('2021-02-01')));
	assert.equal(month.to, scale(new Date('2021-03-01')));
	const about = placeDate(date('2021-02~'), scale);
	assert.ok(about.from < month.from && about.to > month.to);
});

test('an open end reaches the edge of the chart', () => {
	assert.equal(placeDate(date('2021/..'), scale).to, 1);
	assert.equal(placeDate(date('../2021'), scale).from, 0);
});

test('the span leaves a margin and does not count open ends', () => {
	const [first, last] = spanOf([date('2020-01-01/..'), date('2021-01-01')]) ?? [0, 0];
	const start = date('2020-01-01').start ?? 0;
	const end = date('2021-01-01').end ?? 0;
	assert.ok(first < start && last > end && last - end < 30);
	assert.equal(spanOf([]), undefined);
});

test('a case of one day, and of none, can be drawn', () => {
	const one: ChartEvent = { id: 'x', date: date('2021-01-01'), lane: 'a' };
	assert.equal(layoutChart([one], LANES, 300).marks.length, 1);
	assert.equal(layoutChart([], LANES, 300).marks.length, 0);
});

test('ticks are years over years, months over months, days over days', () => {
	const unitOf = (from: string, to: string) =>
		layoutChart(
			[from, to].map((edtf, index) => ({ id: String(index), date: date(edtf), lane: 'a' })),
			LANES,
			600,
		).axis.ticks[0]?.unit;
	assert.equal(unitOf('2018', '2026'), 'year');
	assert.equal(unitOf('-0300', '1969'), 'year');
	assert.equal(unitOf('2021-01-01', '2021-08-01'), 'month');
	assert.equal(unitOf('2021-01-01', '2021-01-09'), 'day');
});

const anyEvent = fc.record({
	day: fc.integer({ min: 0, max: 3000 }),
	length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })),
	lane: fc.constantFrom('a', 'b'),
	title: fc.lorem({ maxCount: 12 }),
	isMain: fc.boolean(),
});
const iso = (day: number) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10);
const anyCase = fc.array(anyEvent, { maxLength: 60 }).map((events) =>
	events.map(({ day, length, lane, title, isMain }, index): ChartEvent => {
		const edtf = length > 0 ? `${iso(day)}/${iso(day + length)}` : iso(day);
		return {
			id: `event-${index}`,
			date: date(edtf),
			lane,
			...(isMain && { label: { when: iso(day), title } }),
		};
	}),
);
const anyWidth = fc.constantFrom(272, 360, 650, 1100);

test('marks of a lane never touch, at the width laid out for or wider', () => {
	fc.assert(
		fc.property(anyCase, anyWidth, fc.integer({ min: 1, max: 3 }), (events, width, wider) => {
			const { marks } = layoutChart(events, LANES, width);
			const boxes = marks.map(({ id, x, y, bar }) => ({
				id,
				y,
				left: Math.min((bar?.from ?? x) * width * wider, x * width * wider - 6),
				right: Math.max((bar?.to ?? x) * width * wider, x * width * wider + 6),
			}));
			for (const [index, a] of boxes.entries())
				for (const b of boxes.slice(index + 1))
					if (a.y === b.y) assert.ok(a.right <= b.left || b.right <= a.left, `${a.id} ${b.id}`);
		}),
	);
});

test('no label covers another, runs over an edge, or is crossed by a leader', () => {
	fc.assert(
		fc.property(anyCase, anyWidth, (events, width) => {
			const { labels } = layoutChart(events, LANES, width);
			const boxes = labels.map(({ anchor, x, y, lines, leader }) => {
				const widest = Math.max(...lines.map((line) => measureText(line, 12)));
				const left = anchor === 'start' ? x * width + 6 : x * width - 6 - widest;
				const top = y - 12;
				return { left, right: left + widest, top, bottom: top + lines.length * 15, leader, x: x * width };
			});
			for (const [index, a] of boxes.entries()) {
				// A single word wider than the room cannot be broken.
				if (a.right - a.left < width / 2) assert.ok(a.left >= -0.01 && a.right <= width + 0.01);
				for (const [other, b] of boxes.entries()) {
					if (other === index) continue;
					const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
					assert.ok(apart, 'two labels overlap');
					const [from, to] = [b.leader.from, b.leader.to].sort((m, n) => m - n) as [number, number];
					const crossed = b.x > a.left && b.x < a.right && from < a.bottom && to > a.top;
					assert.ok(!crossed, 'a leader crosses a label');
				}
			}
		}),
	);
});

test('on a narrow screen years of five digits before the era keep apart', () => {
	const narrow = 342;
	const ticks = layoutTicks([toDay(-10_200, 0, 1), toDay(2000, 0, 1)], narrow);
	assert.ok(ticks.length > 2);
	// "10001 BCE" in 11 px of the widest usual font.
	for (const [index, { x }] of ticks.entries())
		if (index > 0) assert.ok((x - (ticks[index - 1]?.x ?? 0)) * narrow >= 64);
});

test('a chart of few events is as tall as it is asked to be, each lane by as much', () => {
	const events: ChartEvent[] = [{ id: 'a', date: date('2021-02-03'), lane: 'a' }];
	const plain = layoutChart(events, LANES, 300);
	const tall = layoutChart(events, LANES, 300, undefined, plain.height + 101);
	assert.equal(tall.height, plain.height + 101);
	const [lane] = tall.lanes;
	assert.equal(tall.marks[0]?.y, (lane?.y ?? 0) + (lane?.height ?? 0) / 2);
	assert.deepEqual(layoutChart(events, LANES, 300, undefined, plain.height - 1), plain);
});
