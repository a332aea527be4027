import assert from 'node:assert/strict';
import { test } from 'node:test';
import { directionOf, endTurns } from './direction.ts';

test('a text runs the way of its first letter, whatever signs and numerals stand before it', () => {
	const table: [text: string, direction: ReturnType<typeof directionOf>][] = [
		['Great God!', 'ltr'],
		['”Great God!”', 'ltr'],
		['https://pole.example/', 'ltr'],
		['$schema', 'ltr'],
		['הקוטב הדרומי', 'rtl'],
		['12 באוקטובר 1910', 'rtl'],
		['(القطب) South', 'rtl'],
		['\u202eFram', 'ltr'],
		['𞤀𞤣', 'rtl'],
		['1911–1912', undefined],
		['', undefined],
	];
	for (const [text, direction] of table) assert.equal(directionOf(text), direction, text);
});

test('a text ends every turn that it begins, and no other', () => {
	const table: [text: string, ended: string][] = [
		['plain', 'plain'],
		['\u202eround', '\u202eround\u202c'],
		['\u202eround\u202c and back', '\u202eround\u202c and back'],
		['\u202a\u202eboth', '\u202a\u202eboth\u202c\u202c'],
		['\u2067apart', '\u2067apart\u2069'],
		['\u202ea\u2066b', '\u202ea\u2066b\u2069\u202c'],
		// The end of an isolate ends what was begun in it.
		['\u2068a\u202eb\u2069', '\u2068a\u202eb\u2069'],
		// Ends of nothing, and of an embedding from inside an isolate, do nothing.
		['a\u202cb\u2069', 'a\u202cb\u2069'],
		['\u202e\u2066a\u202c', '\u202e\u2066a\u202c\u2069\u202c'],
	];
	for (const [text, ended] of table) {
		assert.equal(endTurns(text), ended, JSON.stringify(text));
		assert.equal(endTurns(ended), ended, 'and is then left as it is');
	}
});
