import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOfEndToEnd, countsOfUnitTests, longestOfEndToEnd } from './counts.ts';

test('what tests went through is read from both reports', (t) => {
	t.diagnostic('not one of them');
	const tap = 'TAP version 13\n# Subtest: a\nok 1 - a\n# count: 3 texts\n    # fuzz: 7 runs\n# pass 2\n';
	assert.deepEqual(countsOfUnitTests(tap), ['3 texts', '7 runs']);
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
