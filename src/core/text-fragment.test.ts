import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textFragment } from './text-fragment.ts';

for (const [text, fragment] of [
	['one  two\nthree', '#:~:text=one%20two%20three'],
	['A stop-gap, “now” & then', '#:~:text=A%20stop%2Dgap%2C%20%E2%80%9Cnow%E2%80%9D%20%26%20then'],
	['100 % #1 :~: text=', '#:~:text=100%20%25%20%231%20%3A~%3A%20text%3D'],
] as const)
	test(`${JSON.stringify(text)}`, () => assert.equal(textFragment(text), fragment));

test('whatever is quoted, it is one directive, and reads back as the same words', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const [, directive = ''] = textFragment(text).split('#:~:text=');
			assert.match(directive, /^[^-,&#\s]*$/);
			assert.equal(decodeURIComponent(directive), text.replace(/\s+/g, ' ').trim().toWellFormed());
		}),
	);
});
