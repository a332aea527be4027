import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placeOf, splitToFit } from './place.ts';

const records = fc.uniqueArray(fc.record({ name: fc.string(), size: fc.integer({ min: 1, max: 50 }) }), {
	selector: ({ name }) => name,
	maxLength: 60,
});
const split = (all: { name: string; size: number }[], limit: number) =>
	splitToFit(
		all,
		({ name }) => name,
		({ size }) => size,
		limit,
	);
const total = (part: { size: number }[]) => part.reduce((sum, { size }) => sum + size, 0);

test('every record stands in one part, and no part is too large', () => {
	fc.assert(
		fc.property(records, (all) => {
			const parts = split(all, 60);
			assert.deepEqual(new Set(parts.flat()), new Set(all));
			assert.equal(parts.flat().length, all.length);
			assert.equal(Math.log2(parts.length) % 1, 0);
			for (const part of parts) assert.ok(total(part) <= 60);
		}),
	);
});

test('a changed record changes its own part alone', () => {
	const all = Array.from({ length: 64 }, (_, index) => ({ name: `event-${index}`, size: 10 }));
	const changed = all.map((record) => (record.name === 'event-7' ? { ...record, size: 11 } : record));
	const before = split(all, 200);
	const after = split(changed, 200);
	assert.equal(before.length, after.length);
	const different = before.filter((part, index) => JSON.stringify(part) !== JSON.stringify(after[index]));
	assert.equal(different.length, 1);
});

test('one record too large for any part stands alone; none at all is one empty part', () => {
	const large = split(
		[
			{ name: 'large', size: 999 },
			{ name: 'small', size: 1 },
		],
		10,
	);
	assert.deepEqual(large.map((part) => part.length).filter(Boolean), [1, 1]);
	assert.deepEqual(split([], 10), [[]]);
});

test('a name has its place whatever the others are', () => {
	assert.equal(placeOf('events/2024-08-12-verdict.html', 16), placeOf('events/2024-08-12-verdict.html', 16));
	assert.equal(placeOf('', 1), 0);
});
