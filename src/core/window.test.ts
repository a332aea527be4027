import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { dayToYear, nameYear, toDay } from './calendar.ts';
import { parseEdge } from './view.ts';
import {
	centreWindow,
	formatEdge,
	LEAST_DAYS,
	moveByMonths,
	rangeOf,
	rangeToWindow,
	windowToRange,
	zoomWindow,
} from './window.ts';

const SPAN = [toDay(2018, 9, 1), toDay(2026, 6, 15)] as const;
const day = (text: string) => Date.parse(text) / 86_400_000;
const window = (from: string, to: string) => ({ from: day(from), to: day(to) });

describe('a range and its window', () => {
	for (const [range, from, to] of [
		[{ from: '2024', to: '2024' }, '2024-01-01', '2025-01-01'],
		[{ from: '2024-02', to: '2024-02' }, '2024-02-01', '2024-03-01'],
		[{ from: '2024-02-03', to: '2024-02-29' }, '2024-02-03', '2024-03-01'],
		[{ from: undefined, to: '2020' }, '2018-10-01', '2021-01-01'],
		[{ from: '2025', to: undefined }, '2025-01-01', '2026-07-16'],
	] as const)
		test(`${range.from}/${range.to}`, () => assert.deepEqual(rangeToWindow(range, SPAN), window(from, to)));

	for (const [range, from, to] of [
		[{ from: '2030', to: undefined }, '2026-07-09', '2026-07-16'],
		[{ from: '2030', to: '2031' }, '2026-07-09', '2026-07-16'],
		[{ from: undefined, to: '1999' }, '2018-10-01', '2018-10-08'],
		[{ from: '1998', to: '1999' }, '2018-10-01', '2018-10-08'],
	] as const)
		test(`${range.from}/${range.to}, beyond the case, is a window all the same`, () =>
			assert.deepEqual(rangeToWindow(range, SPAN), window(from, to)));

	for (const [range, from, to] of [
		[{ from: '2018', to: '2018' }, '2018-10-01', '2019-01-01'],
		[{ from: '2026', to: '2026' }, '2026-01-01', '2026-07-16'],
		[{ from: '1999', to: '2030' }, '2018-10-01', '2026-07-16'],
	] as const)
		test(`${range.from}/${range.to} is cut where the case ends, not moved`, () =>
			assert.deepEqual(rangeToWindow(range, SPAN), window(from, to)));

	test('a day by itself stands in the middle of the least that a window shows', () => {
		const { from, to } = rangeToWindow({ from: '2024-02-15', to: '2024-02-15' }, SPAN);
		assert.deepEqual(
			[from, to],
			[day('2024-02-15') + 0.5 - LEAST_DAYS / 2, day('2024-02-15') + 0.5 + LEAST_DAYS / 2],
		);
	});

	test('any two edges give a window of the case, and its range gives the same range back', () => {
		const edge = fc.option(
			fc.integer({ min: SPAN[0] - 2000, max: SPAN[1] + 2000 }).map((one) => formatEdge(one)),
			{ nil: undefined },
		);
		fc.assert(
			fc.property(edge, edge, (from, to) => {
				const given = rangeToWindow({ from, to }, SPAN);
				assert.ok(given.from >= SPAN[0] && given.to <= SPAN[1] + 1 && given.to - given.from >= LEAST_DAYS);
				const range = windowToRange(given, SPAN);
				assert.deepEqual(windowToRange(rangeToWindow(range, SPAN), SPAN), range);
			}),
		);
	});

	for (const [from, to, range] of [
		['2018-10-01', '2026-07-16', { from: undefined, to: undefined }],
		['2018-10-01', '2021-01-01', { from: undefined, to: '2020-12' }],
		['2020-03-01', '2024-01-01', { from: '2020-03', to: '2023-12' }],
		['2024-02-03', '2024-03-01', { from: '2024-02-03', to: '2024-02-29' }],
	] as const)
		test(`${from} to ${to} is told as ${range.from}/${range.to}`, () =>
			assert.deepEqual(windowToRange(window(from, to), SPAN), range));

	test('told by the day gives the window back', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: SPAN[0] + 1, max: SPAN[1] - 800 }),
				fc.integer({ min: 7, max: 729 }),
				(from, days) => {
					const given = { from, to: from + days };
					assert.deepEqual(rangeToWindow(windowToRange(given, SPAN), SPAN), given);
				},
			),
		);
	});
	test('a day, month or year of any age is read back from the address', () => {
		// As far as a Date reaches in whole years.
		const [first, last] = [toDay(-271_820, 0, 1), toDay(271_820, 11, 31)];
		const anyDay = fc.oneof(
			fc.integer({ min: first, max: last }),
			fc.integer({ min: toDay(-12_000, 0, 1), max: toDay(12_000, 0, 1) }),
		);
		fc.assert(
			fc.property(anyDay, (day) => {
				assert.deepEqual(parseEdge(formatEdge(day)), { first: day, last: day });
				for (const unit of ['year', 'month'] as const) {
					const { from, to } = rangeOf(unit, day);
					assert.equal(from, to);
					const edges = parseEdge(from ?? '');
					assert.ok(edges && edges.first <= day && day <= edges.last, from);
				}
				const year = dayToYear(day);
				assert.equal(parseEdge(nameYear(year))?.first, toDay(year, 0, 1));
			}),
		);
	});
	test('years before the common era have four digits and a sign', () => {
		assert.equal(formatEdge(toDay(-43, 2, 15)), '-0043-03-15');
		assert.deepEqual(rangeOf('year', toDay(-43, 2, 15)), { from: '-0043', to: '-0043' });
		assert.deepEqual(rangeOf('month', toDay(99, 0, 31)), { from: '0099-01', to: '0099-01' });
	});
});

describe('a window moves', () => {
	const whole = { from: SPAN[0], to: SPAN[1] + 1 };
	test('and never leaves the case, nor shows less than a week of it', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0.001, max: 100, noNaN: true }),
				fc.double({ min: SPAN[0] - 1000, max: SPAN[1] + 1000, noNaN: true }),
				(factor, at) => {
					for (const moved of [
						zoomWindow(whole, factor, SPAN, at),
						centreWindow({ from: 0, to: 90 }, at, SPAN),
					]) {
						assert.ok(moved.from >= SPAN[0] - 1e-6 && moved.to <= SPAN[1] + 1 + 1e-6);
						assert.ok(moved.to - moved.from >= LEAST_DAYS - 1e-6);
					}
				},
			),
		);
	});
	test('about the point that stays', () => {
		const zoomed = zoomWindow(window('2020-01-01', '2020-01-21'), 0.5, SPAN, day('2020-01-11'));
		assert.deepEqual(zoomed, window('2020-01-06', '2020-01-16'));
	});
	for (const [from, months, to] of [
		['2024-01-01', -1, '2023-12-01'],
		['2024-01-15', -1, '2024-01-01'],
		['2024-01-15', 1, '2024-02-01'],
		['2024-12-01', 12, '2025-12-01'],
	] as const)
		test(`${from} by ${months} months`, () => assert.equal(moveByMonths(day(from), months), day(to)));
});
