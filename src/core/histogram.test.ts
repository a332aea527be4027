import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { toDay } from './calendar.ts';
import { barWidth, binEdges, countBins, drawBars } from './histogram.ts';

describe('bars of a case', () => {
	test('are calendar months where it lasted some years', () => {
		const edges = binEdges([toDay(2023, 10, 20), toDay(2024, 1, 29)]);
		assert.deepEqual(edges, [
			toDay(2023, 10, 1),
			toDay(2023, 11, 1),
			toDay(2024, 0, 1),
			toDay(2024, 1, 1),
			toDay(2024, 2, 1),
		]);
	});
	test('are equal parts of a long one', () => {
		const edges = binEdges([toDay(-43, 0, 1), toDay(2020, 0, 1)]);
		assert.equal(edges.length, 131);
		assert.ok((edges.at(-1) ?? 0) > toDay(2020, 0, 1));
	});
	test('count every day once, wherever it lies', () => {
		const day = fc.integer({ min: -800_000, max: 30_000 });
		fc.assert(
			fc.property(fc.array(day), day, fc.integer({ min: 0, max: 90_000 }), (days, first, length) => {
				const counts = countBins(days, binEdges([first, first + length]));
				assert.equal(
					counts.reduce((sum, count) => sum + count, 0),
					days.length,
				);
			}),
		);
	});
	test('stand where their month stands, the fullest as high as the drawing', () => {
		const span = [toDay(2024, 0, 1), toDay(2024, 3, 9)] as const;
		const edges = binEdges(span);
		const counts = countBins([toDay(2024, 0, 5), toDay(2024, 2, 1), toDay(2024, 2, 31)], edges);
		assert.deepEqual(counts, [1, 0, 2, 0]);
		const [first, last, also] = [toDay(2024, 0, 5), toDay(2024, 2, 1), toDay(2024, 2, 31)];
		assert.deepEqual(drawBars([[first, last, also]], edges, span), ['M155 20v-10M755 20v-20']);
		assert.deepEqual(drawBars([[first, last], [], [also]], edges, span), [
			'M155 20v-10M755 20v-10',
			'',
			'M755 10v-10',
		]);
		assert.equal(barWidth(edges), 248);
	});
	test('are as high as all their lanes together, however many lanes share them', () => {
		const span = [0, 3_000] as const;
		const edges = binEdges(span);
		const day = fc.integer({ min: 0, max: 3_000 });
		const heights = (paths: readonly string[]) => {
			const sums = new Map<string, number>();
			for (const [, x = '', high] of paths.join('').matchAll(/M(\d+) \d+v-(\d+)/g))
				sums.set(x, (sums.get(x) ?? 0) + Number(high));
			return [...sums].sort();
		};
		fc.assert(
			fc.property(fc.array(fc.array(day), { minLength: 1, maxLength: 8 }), (lanes) => {
				const together = drawBars([lanes.flat()], edges, span);
				assert.deepEqual(heights(drawBars(lanes, edges, span)), heights(together));
			}),
		);
	});
});
