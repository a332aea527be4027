import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LocatedProblem } from './problem.ts';
import { compareProblems, formatReport } from './report.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

const problem = (file: string, line: number, field: string, says: string): LocatedProblem => ({
	file,
	line,
	field,
	says,
});

test('the report has one line a problem, then the totals', () => {
	const problems = [
		problem('content/events/armistice.md', 3, 'date', '"1918-11-31" is not a day.'),
		problem('content/events/armistice.md', 6, '', 'titel: is not a field.'),
	];
	assert.equal(
		formatReport(problems, 214),
		[
			'content/events/armistice.md:3  date: "1918-11-31" is not a day.',
			'content/events/armistice.md:6  titel: is not a field.',
			'',
			'2 problems in 1 of 214 files.',
		].join('\n'),
	);
	assert.match(formatReport(problems.slice(1), 1), /\n1 problem in 1 of 1 file\.$/);
});

test('problems stand by file, then line as a number, then field, whatever order they were found in', () => {
	const sorted = [
		problem('a.md', 2, 'title', 'x'),
		problem('a.md', 10, 'date', 'x'),
		problem('a.md', 10, 'title', 'a'),
		problem('a.md', 10, 'title', 'b'),
		problem('b.md', 1, '', 'x'),
	];
	fc.assert(
		fc.property(fc.shuffledSubarray(sorted, { minLength: sorted.length }), (shuffled) => {
			assert.deepEqual(shuffled.toSorted(compareProblems), sorted);
		}),
	);
});
