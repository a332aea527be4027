import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curlQuotes } from './typography.ts';
import { en } from '../i18n/en.ts';

function each(table: [typed: string, printed: string][], marks = en.quoteMarks): void {
	for (const [typed, printed] of table) assert.equal(curlQuotes(typed, marks), printed, typed);
}

test('marks open before a word and close after it', () => {
	each([
		['"guilty"', '“guilty”'],
		['He said "no".', 'He said “no”.'],
		['("sealed")', '(“sealed”)'],
		['the letter—"a plea"—came', 'the letter—“a plea”—came'],
		['"one" "two"', '“one” “two”'],
		["a 'plea' deal", 'a ‘plea’ deal'],
		['"$500,000"', '“$500,000”'],
	]);
});

test('a quotation cut off by a dash closes after the dash', () => {
	each([
		['"I was—" she said', '“I was—” she said'],
		["'I was—' she said", '‘I was—’ she said'],
	]);
});

test('quotations inside quotations open and close, whichever stands outside', () => {
	each([
		[`"It's 'here'"`, '“It’s ‘here’”'],
		[`"'Here' it is"`, '“‘Here’ it is”'],
		[`'"Here" it is'`, '‘“Here” it is’'],
		[`"He told me 'no.'"`, '“He told me ‘no.’”'],
	]);
});

test('apostrophes are never opening marks', () => {
	each([
		["the clerk's office", 'the clerk’s office'],
		["Jones' lawyers", 'Jones’ lawyers'],
		["since the '90s and '24", 'since the ’90s and ’24'],
	]);
});

test('what is curled already stays, and so does text without marks', () => {
	each([
		['“It’s ‘here’”', '“It’s ‘here’”'],
		['No marks – at all.', 'No marks – at all.'],
		['', ''],
	]);
});

test('the marks are those of the language', () => {
	const german = { double: ['„', '“'], single: ['‚', '‘'] } as const;
	each([['"So war es" und \'so\'', '„So war es“ und ‚so‘']], german);
});
