import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Cite } from '@citation-js/core';
import { formatEntries, trimEntry } from './bibliography.ts';
import { citeWorks, sourcesToBibtex, type Work } from './cite-this.ts';
import { makeSource } from './testing.ts';

const PAGE: Work = {
	id: '2024-08-12-bridge-opens',
	title: 'Mayor says “done” & the bridge opens',
	address: 'https://timeline.example/a/folder/that/is/long/enough/events/2024-08-12-bridge-opens.html',
	site: 'The river bridge',
	day: '2026-12-01',
};
const WHOLE: Work = {
	id: 'river-bridge',
	title: 'The river bridge',
	address: 'https://timeline.example/',
	day: '2026-11-23',
};

const PROSE: [work: Work, style: 'apa' | 'mla' | 'chicago', html: string][] = [
	[
		PAGE,
		'apa',
		`<i>Mayor says “done” &#38; the bridge opens</i>. (2026, December 1). The River Bridge. ${PAGE.address}`,
	],
	[
		PAGE,
		'mla',
		`“Mayor Says ‘Done’ &#38; the Bridge Opens.” <i>The River Bridge</i>, 1 Dec. 2026, ${PAGE.address}.`,
	],
	[
		PAGE,
		'chicago',
		`“Mayor Says ‘Done’ &#38; the Bridge Opens.” The River Bridge. December 1, 2026. ${PAGE.address}.`,
	],
	[WHOLE, 'apa', `<i>The river bridge</i>. (2026, November 23). ${WHOLE.address}`],
	[WHOLE, 'mla', `<i>The River Bridge</i>. 23 Nov. 2026, ${WHOLE.address}.`],
	[WHOLE, 'chicago', `<i>The River Bridge</i>. November 23, 2026. ${WHOLE.address}.`],
];
for (const [work, style, html] of PROSE)
	test(`${work.id} as ${style}`, () => {
		assert.equal(citeWorks([work], 'en').get(work.id)?.[style], html);
	});

for (const language of ['en', 'es', 'de'])
	for (const title of [PAGE.title, 'Is it “open”?', 'An end.', 'The mayor\'s "yes": it’s — <b>', 'toString'])
		for (const site of ['The river bridge', 'Whose bridge?', undefined])
			test(`“${title}”, of ${site ?? 'no site'}, in ${language}: as by the file of APA's own style`, () => {
				const [id, URL] = ['page', PAGE.address];
				const work = { id, title, address: URL, day: '2026-05-31', ...(site && { site }) };
				const issued = { 'date-parts': [[2026, 5, 31]] };
				const item = { id, type: 'webpage', title, issued, URL, ...(site && { 'container-title': site }) };
				const theirs = formatEntries([item], { name: 'apa' }, language).get(id);
				assert.equal(citeWorks([work], language).get(id)?.apa, trimEntry(theirs ?? ''));
			});

test('pages of one title and year are cited as each would be alone, in every style', () => {
	const works = [PAGE, { ...PAGE, id: 'another', address: `${PAGE.address}?2` }];
	const together = citeWorks(works, 'en');
	for (const work of works) assert.deepEqual(together.get(work.id), citeWorks([work], 'en').get(work.id));
	assert.match(together.get('another')?.apa ?? '', /\(2026, December 1\)/);
});

test('a title that is a property of every object, or ends in a mark of its own, is cited as it is', () => {
	const cite = (title: string) => citeWorks([{ ...WHOLE, title }], 'en').get(WHOLE.id);
	assert.match(cite('constructor')?.mla ?? '', /^<i>Constructor<\/i>\. 23 Nov/);
	assert.match(cite('Whose bridge?')?.chicago ?? '', /^<i>Whose Bridge\?<\/i> November/);
});

for (const work of [PAGE, WHOLE])
	for (const format of ['bibtex', 'ris'] as const)
		test(`${work.id} as ${format} reads back as the same work`, () => {
			const text = citeWorks([WHOLE, PAGE], 'en').get(work.id)?.[format] ?? '';
			const [item] = new Cite(text).data;
			if (format === 'bibtex') assert.equal(item?.['id'], work.id);
			assert.equal(item?.['title'], work.title);
			assert.equal(item?.['publisher'], work.site);
			assert.equal(item?.['URL'], work.address);
			assert.deepEqual(item?.['issued'], { 'date-parts': [work.day.split('-').map(Number)] });
		});

test('a record of RIS has one line a field', () => {
	const ris = citeWorks([PAGE], 'en').get(PAGE.id)?.ris ?? '';
	for (const line of ris.split('\n')) assert.match(line, /^[A-Z][A-Z\d] {2}-/);
});

test('sources read back from BibTeX under their ids', () => {
	const sources = [
		makeSource('paper-one', {
			issued: '2024-08',
			URL: 'https://paper.example/one',
			'container-title': 'The Paper',
			author: [{ family: 'Müller', given: 'Zoë' }],
		}),
		makeSource('a-book', { type: 'book', title: 'All of it', publisher: 'Press', issued: '1994' }),
	];
	const bibtex = sourcesToBibtex(sources);
	const items = new Cite(bibtex).data;
	assert.deepEqual(
		items.map(({ id, title }) => [id, title]),
		sources.map(({ id, title }) => [id, title]),
	);
	assert.deepEqual(items[0]?.['issued'], { 'date-parts': [[2024, 8]] });
	assert.deepEqual(items[0]?.['author'], [{ family: 'Müller', given: 'Zoë' }]);
	assert.doesNotMatch(bibtex, /read-as|originator/);
});

test('a title in another language than the citation tells so, as the style wrote it', () => {
	const inSpanish = citeWorks([{ ...PAGE, lang: 'en' }], 'es').get(PAGE.id);
	const titles = [inSpanish?.apa, inSpanish?.mla, inSpanish?.chicago].map(
		(form) => /<span lang="en">(.*?)<\/span>/.exec(form ?? '')?.[1],
	);
	assert.match(titles[0] ?? '', /^Mayor says .done. &#38; the bridge opens$/);
	for (const title of titles) assert.match(title ?? '', /^Mayor says .done. &#38; the bridge opens$/i);
	// The site's name is Spanish, which has no title case, whatever the language of the event.
	assert.match(inSpanish?.chicago ?? '', / The river bridge\. 1 de diciembre de 2026\. /);
	assert.match(inSpanish?.mla ?? '', / <i>The river bridge<\/i>, 1 dic\. 2026, /);
	assert.match(inSpanish?.ris ?? '', /^LA {2}- en$/m);
});

test('no text of a source ends its field or its entry in BibTeX, and none takes the place of its id', () => {
	const hostile = '}, url = {https://other.example/}}\n@book{other, title = {{x}';
	const source = makeSource('paper-one', {
		title: hostile.replace('\n', ' '),
		author: [{ literal: hostile.replace('\n', ' ') }, { family: '}{', given: '{' }],
		abstract: hostile,
		DOI: '10.1/}, note = {x',
		URL: 'https://paper.example/{one}',
		'citation-label': 'a, title = {b}',
		'citation-key': 'other',
	});
	const bibtex = sourcesToBibtex([source, makeSource('paper-two')]);
	const items = new Cite(bibtex).data;
	assert.deepEqual(
		items.map(({ id }) => id),
		['paper-one', 'paper-two'],
	);
	assert.equal(items[0]?.['title'], hostile.replace('\n', ' '));
	assert.equal(items[0]?.['URL'], 'https://paper.example/%7Bone%7D');
	// BibTeX itself counts every brace, whatever stands before it.
	const depth = (text: string) => text.split('{').length - text.split('}').length;
	assert.equal(depth(bibtex), 0);
	for (const line of bibtex.split('\n')) if (line.startsWith('\t')) assert.equal(depth(line), 0, line);
});

test('a source in any script keeps its letters in BibTeX', () => {
	const titles = ['Суд вынес приговор', 'בית המשפט גזר עונש', '法院判决 & appeal', 'Žižka über ça'];
	const families = ['Суд', 'כהן', '王', 'Žižka'];
	const sources = titles.map((title, index) =>
		makeSource(`source-${index}`, { title, author: [{ family: families[index], given: 'A.' }] }),
	);
	const items = new Cite(sourcesToBibtex(sources)).data;
	assert.deepEqual(
		items.map(({ title }) => String(title).normalize()),
		titles,
	);
	assert.deepEqual(
		items.map(({ author }) => (author as { family: string }[])[0]?.family.normalize()),
		families,
	);
});
