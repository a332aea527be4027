import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorOf, bindElement, lowerHeadings, type Binding } from './bind.ts';
import { need, parse, toHtml, toXhtml } from './dom.ts';

const BOUND = ['index.html', 'people.html', 'sources.html', 'events/one.html', 'events/two.html'];
const binding: Binding = {
	place: (path) => (BOUND.includes(path) ? `#${anchorOf(path)}` : undefined),
	anchors: new Map([['people.html', new Set(['jane-doe'])]]),
	address: 'https://timeline.example/',
};

function bind(html: string, path = 'events/one.html'): string {
	const main = need(parse(`<main>${html}</main>`), { tag: 'main' });
	bindElement(main, path, binding);
	return toHtml(main).replace(/^<main>|<\/main>$/g, '');
}

const LINKS = [
	['#note-1', '#events--one--note-1', 'a note of its own'],
	['./two.html', '#events--two', 'another event'],
	['../sources.html#paper-one', '#page--sources--paper-one', 'a place in another page'],
	['../index.html', '#page--index', 'home'],
	['../people/jane-doe.html', '#page--people--jane-doe', 'a person’s page that is left out'],
	['../people/john-doe.html', 'https://timeline.example/people/john-doe.html', 'a person without an entry'],
	['../search.html?q=a#b', 'https://timeline.example/search.html?q=a#b', 'any other page of the site'],
	['https://example.org/x#y', 'https://example.org/x#y', 'the web'],
	['mailto:a@example.org', 'mailto:a@example.org', 'a mail address'],
] as const;

for (const [href, expected, what] of LINKS)
	test(`a link to ${what} leads there`, () => {
		assert.equal(bind(`<a href="${href}">x</a>`), `<a href="${expected}">x</a>`);
	});

test('anchors of two pages cannot clash, and what names them follows', () => {
	assert.equal(
		bind('<section aria-labelledby="a b"><h2 id="a">x</h2></section>'),
		'<section aria-labelledby="events--one--a events--one--b"><h2 id="events--one--a">x</h2></section>',
	);
	assert.notEqual(anchorOf('people.html'), anchorOf('events/people.html'));
});

test('headings are lowered, but not below the sixth', () => {
	const main = need(parse('<main><h1>a</h1><h5>b</h5></main>'), { tag: 'main' });
	lowerHeadings(main, 2);
	assert.equal(toHtml(main), '<main><h3>a</h3><h6>b</h6></main>');
});

test('what is written as XHTML is well-formed, whatever the text', () => {
	const main = need(
		parse('<main hidden>a<br>&amp; &lt;b&gt; &quot;“ü”<img alt="x &amp; &quot;y&quot;"></main>'),
		{
			tag: 'main',
		},
	);
	const xhtml = toXhtml(main);
	assert.match(xhtml, /^<main hidden="">a<br\/>&amp; &lt;b&gt; /);
	assert.match(xhtml, /<img alt="x &amp; &quot;y&quot;"\/><\/main>$/);
});
