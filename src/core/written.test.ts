import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { quoted } from './written.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

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
