import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	countOfUnitTests,
	countsOfEndToEnd,
	countsOfUnitTests,
	longestOfEndToEnd,
	sumFaults,
} from './counts.ts';

test('what tests went through is read from both reports', (t) => {
	t.diagnostic('not one of them');
	const tap = 'TAP version 13\n# Subtest: a\nok 1 - a\n# count: 3 texts\n    # fuzz: 7 runs\n# pass 2\n';
	assert.deepEqual(countsOfUnitTests(tap), ['3 texts', '7 runs']);
	assert.equal(countOfUnitTests(`# pass 9\n${tap}`, 'pass'), 2);
	assert.equal(countOfUnitTests(tap, 'fail'), 0);
	const annotations = [
		{ type: 'count', description: '2 pages' },
		{ type: 'slow', description: 'no' },
	];
	const spec = { tests: [{ results: [{ annotations }, {}] }] };
	assert.deepEqual(countsOfEndToEnd({ suites: [{ specs: [spec] }, { suites: [{ specs: [spec] }] }] }), [
		'2 pages',
	]);
});

test('the files that took longest come first, those of several browsers added up', () => {
	const taking = (title: string, ...durations: number[]) => ({
		title,
		suites: [{ specs: [{ tests: durations.map((duration) => ({ results: [{ duration }] })) }] }],
	});
	const suites = [taking('a.spec.ts', 1000, 400), taking('b.spec.ts', 2600), taking('a.spec.ts', 1700)];
	assert.equal(longestOfEndToEnd({ suites }), 'a.spec.ts 3 s, b.spec.ts 3 s');
	assert.equal(longestOfEndToEnd({ suites }, 1), 'a.spec.ts 3 s');
});

test('faults that builds were put to are added up in one line', () => {
	const counts = [
		'2 pages',
		'3 faults in building survived: kills at random points',
		'1 faults in building survived: two builds at once',
	];
	assert.deepEqual(sumFaults(counts), [
		'2 pages',
		'4 faults in building survived: kills at random points (3), two builds at once (1)',
	]);
	assert.deepEqual(sumFaults(['2 pages']), ['2 pages']);
});
