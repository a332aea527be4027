import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSource, sourceToCsl } from './source.ts';
import { makeSource, SOURCE_FIELDS } from './testing.ts';

/** What is said of each field that has a problem. */
function problemsOf(fields: Record<string, unknown>): [path: string, says: string][] {
	return parseSource({ ...SOURCE_FIELDS, ...fields }).problems.map(({ path, says }) => [
		path.join('.'),
		says,
	]);
}

test('a date of a source is read in the three ways that CSL files write it', () => {
	const ways = [
		'2024-08-12',
		[{ year: '2024', month: '8', day: '12' }],
		{ 'date-parts': [['2024', '8', '12']] },
	];
	for (const issued of ways)
		assert.equal(makeSource('s', { issued }).issued?.edtf, '2024-08-12', JSON.stringify(issued));
	assert.equal(makeSource('s', { issued: [{ year: '2024', month: '8' }] }).issued?.edtf, '2024-08');
	assert.equal(makeSource('s').issued, undefined);
});

test('a source goes out as CSL-JSON with the precision it came with', () => {
	const table: [issued: string, csl: unknown][] = [
		['2024-08-12', { 'date-parts': [[2024, 8, 12]] }],
		['2024-08', { 'date-parts': [[2024, 8]] }],
		['2024', { 'date-parts': [[2024]] }],
		['2001-21', { 'date-parts': [[2001]] }],
		['2024~', { 'date-parts': [[2024]], circa: true }],
		[
			'2024-05/2024-06',
			{
				'date-parts': [
					[2024, 5],
					[2024, 6],
				],
			},
		],
		['../2024', { 'date-parts': [[2024]] }],
		['0099', { 'date-parts': [[99]] }],
	];
	for (const [issued, csl] of table)
		assert.deepEqual(sourceToCsl(makeSource('s', { issued }))['issued'], csl, issued);
});

test('CSL has no year 0: 45 BCE is -45 there and -0044 here', () => {
	const year = (issued: string) => sourceToCsl(makeSource('s', { issued }))['issued'];
	assert.deepEqual(year('-0044-03-15'), { 'date-parts': [[-45, 3, 15]] });
	assert.deepEqual(year('0000'), { 'date-parts': [[-1]] });
});

test('CSL-JSON keeps what was written and adds no empty fields', () => {
	const fields = {
		author: [{ family: 'Doe', given: 'Jane' }],
		URL: 'https://paper.example/a?b=c',
		note: 'Read twice.',
	};
	assert.deepEqual(sourceToCsl(makeSource('s', fields)), {
		...SOURCE_FIELDS,
		...fields,
		id: 's',
		custom: { originator: 'the-paper', 'read-as': 'original', founding: false },
	});
});

test('a date that is no date is refused whichever way it is written', () => {
	const february = '"2024-02-30" is not a day: February has 29. Write 2024-02, or the day that is meant.';
	assert.deepEqual(problemsOf({ issued: '2024-02-30' }), [['issued', february]]);
	assert.deepEqual(problemsOf({ issued: [{ year: '2024', month: '2', day: '30' }] }), [['issued', february]]);
	for (const accessed of [[], ['2021'], [{ day: '1' }], { 'date-parts': [] }, { 'date-parts': [[]] }])
		assert.equal(problemsOf({ accessed })[0]?.[0].split('.')[0], 'accessed', JSON.stringify(accessed));
});

test('how a source was read is said in one of four words, and never left out', () => {
	const custom = { originator: 'the-paper', 'read-as': 'original' };
	const [wrong] = problemsOf({ custom: { ...custom, 'read-as': 'repots' } });
	assert.deepEqual(wrong, [
		'custom.read-as',
		'"repots" is not one of the choices. Did you mean repost? Write original, repost, summary or extract.',
	]);
	assert.equal(problemsOf({ custom: undefined })[0]?.[0], 'custom');
	assert.equal(problemsOf({ custom: { 'read-as': 'original' } })[0]?.[0], 'custom.originator');
});

test('what Zotero exports is taken, whichever variables of CSL it uses', () => {
	const fields = {
		'citation-key': 'bridge2024',
		'event-place': 'Springfield',
		'event-date': [{ year: '2024', month: '8' }],
		'number-of-pages': '12',
		'collection-number': '4',
		'call-number': 'RG 21',
		'container-title-short': 'Rep.',
		journalAbbreviation: 'Rep.',
		chair: [{ literal: 'City Council' }],
		abstract: 'Two\nlines.',
		PMID: '1',
	};
	assert.deepEqual(problemsOf(fields), []);
	assert.deepEqual(sourceToCsl(makeSource('s', fields))['event-date'], { 'date-parts': [[2024, 8]] });
});

test('a field that is no CSL variable is refused with the one that was meant', () => {
	assert.deepEqual(problemsOf({ 'contaner-title': 'The Paper' }), [
		['contaner-title', 'is not a field of a source. Did you mean container-title?'],
	]);
	assert.deepEqual(problemsOf({ colour: 'red' }), [
		['colour', 'is not a field of a source. See the fields of CSL 1.0.2.'],
	]);
	assert.equal(problemsOf({ type: 'newspaper' })[0]?.[0], 'type');
});

test('only web addresses are addresses', () => {
	for (const URL of [
		'javascript:alert(1)',
		'data:text/html,x',
		'ftp://paper.example',
		'paper.example/a',
		'https://',
		' ',
	])
		assert.equal(problemsOf({ URL })[0]?.[0], 'URL', URL);
	for (const URL of ['https://paper.example', 'http://paper.example/a?b=c#d', 'https://bücher.example/ü'])
		assert.deepEqual(problemsOf({ URL }), [], URL);
});

test('a source with a mistake keeps the rest, so that one mistake hides no other', () => {
	const { value, problems } = parseSource({ ...SOURCE_FIELDS, issued: '2024-02-30', DOI: '10.1/x' });
	assert.equal(problems.length, 1);
	assert.equal(value?.DOI, '10.1/x');
	assert.equal(value?.issued, undefined);
});
