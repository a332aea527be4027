import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareProblems, formatReport, nearest, quoted, type LocatedProblem } from './problem.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

test('a slip of the pen finds what was meant', () => {
	const fields = ['title', 'summary', 'category', 'people', 'date', 'status', 'responds-to'];
	const table: [written: string, meant: string | undefined][] = [
		['titel', 'title'],
		['Title', 'title'],
		['sumary', 'summary'],
		['categroy', 'category'],
		['peple', 'people'],
		['respond-to', 'responds-to'],
		['dat', 'date'],
		['titles', 'title'],
		['colour', undefined],
		['', undefined],
		['x', undefined],
	];
	for (const [written, meant] of table) assert.equal(nearest(written, fields), meant, written);
});

test('of two choices the nearer is meant, and of equals the first', () => {
	assert.equal(nearest('tina-peter', ['tina-pieters', 'tina-peters']), 'tina-peters');
	assert.equal(nearest('verdict-b', ['verdict-a', 'verdict-c']), 'verdict-a');
	assert.equal(nearest('verdict', []), undefined);
});

test('a choice itself is always its own nearest', () => {
	const choices = fc.uniqueArray(fc.string({ minLength: 1 }), {
		minLength: 1,
		selector: (text) => text.toLowerCase(),
	});
	fc.assert(
		fc.property(choices, fc.nat(), (all, index) => {
			const one = all[index % all.length] ?? '';
			assert.equal(nearest(one, all), one);
		}),
	);
});

test('a value is quoted as written, cut to 60 characters', () => {
	const table: [value: unknown, shown: string][] = [
		['2021-02-30', '"2021-02-30"'],
		['', '""'],
		['x'.repeat(60), `"${'x'.repeat(60)}"`],
		['x'.repeat(61), `"${'x'.repeat(57)}…"`],
		['🗳'.repeat(61), `"${'🗳'.repeat(57)}…"`],
		[['a', 'b'], '[a, b]'],
		[{ a: 'b', c: ['d'] }, '{a: b, c: [d]}'],
	];
	for (const [value, shown] of table) assert.equal(quoted(value), shown);
});

test('no value, however wild, can rewrite the line it is shown in', () => {
	const wild = fc.oneof(
		fc.anything(),
		fc.string({ unit: 'binary' }),
		fc.constantFrom('\u001b[2J', 'a\r\nb', '\u202etxt.exe', '\u0085'),
	);
	fc.assert(
		fc.property(wild, (value) => {
			assert.doesNotMatch(quoted(value), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
			assert.ok([...quoted(value)].length <= 62);
		}),
	);
});

test('a value that holds itself is shown, not followed for ever', () => {
	const loop: Record<string, unknown> = {};
	loop['self'] = loop;
	assert.equal(quoted(loop), '{self: {self: {self: …}}}');
});

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
