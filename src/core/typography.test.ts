import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curlPieces, curlQuotes, isQuoted, quoteText } from './typography.ts';
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

test('in a German text too, an apostrophe inside a word is one', () => {
	const german = { double: ['„', '“'], single: ['‚', '‘'] } as const;
	each([["Geht's 'gut'?", 'Geht’s ‚gut‘?']], german);
});

test('marks beside emphasis and links are set by the words around them', () => {
	const table: [pieces: string[], printed: string[]][] = [
		[
			['He said "', 'no', '", twice.'],
			['He said “', 'no', '”, twice.'],
		],
		[
			['the ', 'clerk', "'s office"],
			['the ', 'clerk', '’s office'],
		],
		[
			['"', 'All', ' of it" and ', '"more"', '.'],
			['“', 'All', ' of it” and ', '“more”', '.'],
		],
		[
			['', '"no"'],
			['', '“no”'],
		],
	];
	for (const [pieces, printed] of table) assert.deepEqual(curlPieces(pieces, en.quoteMarks), printed);
	const french = { double: ['« ', ' »'], single: ['‹', '›'] } as const;
	assert.deepEqual(curlPieces(['dit "', 'non', '".'], french), ['dit « ', 'non', ' ».']);
});

test('marks inside a quotation are single ones', () => {
	assert.equal(
		quoteText('Heard, and "so-called" is theirs.', en.quoteMarks),
		'“Heard, and ‘so-called’ is theirs.”',
	);
	assert.equal(quoteText("It's “here”", en.quoteMarks), '“It’s ‘here’”');
});

test('a text is a quotation where its first mark closes at its end', () => {
	for (const text of ['"no"', '“no”', ' "It\'s here." ']) assert.ok(isQuoted(text), text);
	for (const text of ['no', '"no" and "yes"', 'the "no"', '"']) assert.ok(!isQuoted(text), text);
});
