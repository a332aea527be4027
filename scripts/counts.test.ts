import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsOfEndToEnd, countsOfUnitTests } from './counts.ts';

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
