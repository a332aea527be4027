import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameYear } from './calendar.ts';
import { chooseForHome, groupByYear, MOST_MAIN, MOST_ON_HOME, takeEvenly } from './large-case.ts';
import { makeEvent } from './testing.ts';

const events = (count: number, importanceOf: (index: number) => 1 | 2 | 3) =>
	Array.from({ length: count }, (_, index) => ({ id: index, importance: importanceOf(index) }));

test('a case that fits is on home whole', () => {
	const all = events(MOST_ON_HOME, () => 3);
	assert.equal(chooseForHome(all), all);
});

test('of a larger one home has the main events, in their order', () => {
	const all = events(MOST_ON_HOME + 1, (index) => (index % 10 === 0 ? 1 : 2));
	assert.deepEqual(
		chooseForHome(all).map(({ id }) => id),
		all.filter(({ id }) => id % 10 === 0).map(({ id }) => id),
	);
});

test('where the main events are too many, some of all times, in their order', () => {
	const all = events(3 * MOST_ON_HOME, () => 1);
	const chosen = chooseForHome(all).map(({ id }) => id);
	assert.equal(chosen.length, MOST_MAIN);
	assert.deepEqual([chosen[0], chosen.at(-1)], [0, all.length - 1]);
	const steps = chosen.slice(1).map((id, index) => id - (chosen[index] ?? 0));
	assert.ok(Math.min(...steps) >= 7 && Math.max(...steps) <= 8, String(steps));
});

test('names years as addresses have them', () => {
	assert.deepEqual([2021, 33, 0, -43, -10_000, undefined].map(nameYear), [
		'2021',
		'0033',
		'0000',
		'-0043',
		'-10000',
		'unknown',
	]);
});

test('groups by the year of the start, open starts apart', () => {
	const dated = ['../1999', '-0043-03-15', '2021-05-23/2022-01-01', '2021'].map((date) =>
		makeEvent('event', { date }),
	);
	assert.deepEqual(
		groupByYear(dated).map(({ name, events: group }) => [name, group.length]),
		[
			['unknown', 1],
			['-0043', 1],
			['2021', 2],
		],
	);
});

test('takes from a list at even steps, with both ends', () => {
	assert.deepEqual(takeEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 3), [0, 5, 10]);
	assert.deepEqual(takeEvenly([0, 1], 3), [0, 1]);
	assert.deepEqual(takeEvenly([7, 8], 1), [7]);
});
