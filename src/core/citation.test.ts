import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
	citationLabel,
	formatReferences,
	noteAnchors,
	placeLetter,
	numberNotes,
	originators,
	weighEvidence,
} from './citation.ts';
import { makeEvent, makeSource } from './testing.ts';

test('notes are numbered as a reader meets them, a source once', () => {
	const notes = numberNotes(['b', 'a', 'b', 'c', 'a']);
	assert.deepEqual(notes.sources, ['b', 'a', 'c']);
	assert.deepEqual(['a', 'b', 'c'].map(notes.numberOf), [2, 1, 3]);
	assert.throws(() => notes.numberOf('d'), /source without a note: d/);
});

test('note and mark have anchors that cannot be each other’s', () => {
	assert.deepEqual(
		[noteAnchors.note(3), noteAnchors.mark(3), noteAnchors.mark(3, 2)],
		['note-3', 'cited-3', 'cited-3-2'],
	);
	assert.deepEqual([1, 2, 26, 27].map(placeLetter), ['a', 'b', 'z', '10']);
});

test('a citation is named with its locator', () => {
	assert.equal(citationLabel({ id: 'a', locator: 'p. 3' }, 2, 'Note'), 'Note 2, p. 3');
	assert.equal(citationLabel({ id: 'a', locator: undefined }, 2, 'Note'), 'Note 2');
});

const source = (id: string, originator: string, readAs: string) =>
	makeSource(id, { custom: { originator, 'read-as': readAs } });

test('two outlets with one agency’s text are one originator', () => {
	const sources = [
		source('a', 'agency', 'original'),
		source('b', 'agency', 'repost'),
		source('c', 'paper', 'original'),
	];
	assert.deepEqual(originators(sources), ['agency', 'paper']);
});

test('one source and second-hand reading are told from data alone', () => {
	const event = makeEvent('verdict');
	const table: [sources: [originator: string, readAs: string][], oneSource: boolean, secondHand: boolean][] =
		[
			[[['agency', 'original']], true, false],
			[
				[
					['agency', 'original'],
					['agency', 'repost'],
				],
				true,
				false,
			],
			[
				[
					['agency', 'repost'],
					['agency', 'summary'],
				],
				true,
				true,
			],
			[
				[
					['agency', 'repost'],
					['paper', 'summary'],
				],
				false,
				true,
			],
			[
				[
					['agency', 'repost'],
					['paper', 'extract'],
				],
				false,
				false,
			],
			[
				[
					['agency', 'original'],
					['paper', 'original'],
				],
				false,
				false,
			],
			[[], false, false],
		];
	for (const [sources, oneSource, secondHand] of table) {
		const read = sources.map(([originator, readAs], index) => source(`s-${index}`, originator, readAs));
		const unsourced = sources.length === 0;
		assert.deepEqual(
			weighEvidence(event, read),
			{ oneSource, secondHand, unsourced },
			JSON.stringify(sources),
		);
	}
});

test('a withdrawn event is not marked as resting on one source', () => {
	const event = makeEvent('verdict', { withdrawn: { date: '2026-11-24', reason: 'An error.' } }, '');
	assert.equal(weighEvidence(event, [source('a', 'agency', 'original')]).oneSource, false);
});

/** The reference of one source that has these fields. */
function reference(fields: Record<string, unknown>, language = 'en'): string | undefined {
	return formatReferences([makeSource('s', { title: 'Jury convicts', ...fields })], language).get('s');
}

test('a reference gives who, what, where and when', () => {
	const table: [fields: Record<string, unknown>, html: string][] = [
		[
			{
				author: [
					{ family: 'Doe', given: 'Jane' },
					{ family: 'Roe', given: 'Jan' },
				],
				'container-title': 'The Daily Report',
				issued: '2024-08-12',
			},
			'Jane Doe and Jan Roe, “Jury convicts”, <i>The Daily Report</i>, 12 August 2024.',
		],
		[
			{ type: 'webpage', genre: 'Press release', publisher: 'District Attorney', issued: '2024-08' },
			'“Jury convicts”, press release, District Attorney, August 2024.',
		],
		[
			{
				type: 'legal_case',
				title: 'People v. Doe',
				number: '22CR371',
				authority: 'District Court',
				issued: '2024',
			},
			'<i>People v. Doe</i>, No. 22CR371, District Court, 2024.',
		],
		[{ author: [{ literal: 'County Office' }] }, 'County Office, “Jury convicts”.'],
		[{ title: 'Who is "the clerk"?' }, '“Who is ‘the clerk’?”'],
	];
	for (const [fields, html] of table) assert.equal(reference(fields), html);
});

test('what identifies a report, a law or an article stands in its reference', () => {
	const table: [fields: Record<string, unknown>, html: string][] = [
		[
			{
				type: 'report',
				title: 'Mission Report',
				number: 'MSC-00171',
				publisher: 'Space Agency',
				issued: '1969-11',
			},
			'<i>Mission Report</i>, MSC-00171, Space Agency, November 1969.',
		],
		[
			{
				type: 'legislation',
				title: 'Space Act',
				number: 'Public Law 85-568',
				authority: 'Congress',
				issued: '1958',
			},
			'<i>Space Act</i>, Public Law 85-568, Congress, 1958.',
		],
		[
			{
				type: 'book',
				title: 'Chariots',
				'collection-title': 'Special Publication',
				number: 'SP-4205',
				edition: '2',
				issued: '1979',
			},
			'<i>Chariots</i>, 2nd edition, Special Publication SP-4205, 1979.',
		],
		[
			{
				type: 'book',
				title: 'Messenger',
				author: [{ literal: 'Galileo Galilei' }],
				translator: [{ family: 'Helden', given: 'Albert', 'non-dropping-particle': 'Van' }],
				publisher: 'Press',
			},
			'Galileo Galilei, <i>Messenger</i>, translated by Albert Van Helden, Press.',
		],
		[
			{ type: 'book', title: 'Essays', editor: [{ family: 'Doe', given: 'Jane' }] },
			'Jane Doe, <i>Essays</i>.',
		],
		[
			{
				type: 'article-journal',
				'container-title': 'Space',
				volume: '205',
				issue: '3',
				page: '1-4',
				issued: '2021',
			},
			'“Jury convicts”, <i>Space</i> 205 (3), 2021, pp. 1–4.',
		],
		[{ 'container-title': 'Bulletin', issue: '72' }, '“Jury convicts”, <i>Bulletin</i> no. 72.'],
		[{ 'container-title': 'Archive', number: '1969-059C' }, '“Jury convicts”, <i>Archive</i>, 1969-059C.'],
	];
	for (const [fields, html] of table) assert.equal(reference(fields), html);
});

test('a reference claims no more of a date than is known', () => {
	const table: [issued: string, words: string][] = [
		['2024-08-12~', 'about 12 August 2024'],
		['2024?', 'about 2024'],
		['2024-05-01/2024-05-03', '1–3 May 2024'],
		['-0044', '45 BCE'],
		['2001-21', '2001'],
	];
	for (const [issued, words] of table)
		assert.equal(reference({ issued }), `“Jury convicts”, ${words}.`, issued);
});

test('nothing in a source becomes markup but italics, bold, sub and sup', () => {
	const table: [title: string, html: string][] = [
		['<img src=x onerror=alert(1)>', '“&#60;img src=x onerror=alert(1)&#62;”.'],
		[
			'<script>alert(1)</script> & <i onclick=x>b</i>',
			'“&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#60;i onclick=x&#62;b&#60;/i&#62;”.',
		],
		['<div>x</div>', '“&#60;div&#62;x&#60;/div&#62;”.'],
		['<span style="font-variant:small-caps;">x</span>', '“x”.'],
		['On <i>Doe</i>', '“On <i>Doe</i>”.'],
	];
	for (const [title, html] of table) assert.equal(reference({ title }), html, title);
});

test('references are in the language of the site, in English where citeproc has none', () => {
	const fields = { issued: '2024-08-12' };
	assert.equal(reference(fields, 'de'), '„Jury convicts“, 12. August 2024.');
	assert.equal(reference(fields, 'es-MX'), '«Jury convicts», 12 de agosto de 2024.');
	assert.equal(reference(fields, 'tlh'), '“Jury convicts”, 12 August 2024.');
});

test('every source has its own reference, whatever the order and however often it is asked for', () => {
	const sources = ['zebra', 'ant', 'cow'].map((title) => makeSource(title, { title }));
	for (const some of [sources, sources.slice(1), sources.toReversed()])
		for (const [id, html] of formatReferences(some, 'en')) assert.equal(html, `“${id}”.`);
	assert.equal(formatReferences(sources, 'en').size, 3);
	assert.equal(formatReferences([], 'en').size, 0);
});

test('a source is not lost for the name of what every object has', () => {
	const names = ['toString', 'constructor', '__proto__', 'hasOwnProperty'];
	const sources = [
		makeSource('constructor', { type: 'book', title: 'One' }),
		...names.map((title, index) => makeSource(`source-${index}`, { type: 'book', title })),
	];
	assert.deepEqual(
		[...formatReferences(sources, 'en').values()],
		['One', ...names].map((title) => `<i>${title}</i>.`),
	);
});
