import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { makeSitemap, readPage } from './sitemap.ts';

const head = (more: string) =>
	`<!doctype html><html><head><link rel="canonical" href="https://a.example/x.html">${more}</head><body><p>Text</p></body></html>`;

const PAGES: [html: string, read: ReturnType<typeof readPage>][] = [
	[head(''), { address: 'https://a.example/x.html', day: undefined, languages: [] }],
	[
		head('<script type="application/ld+json">{"name":"\\u003c","dateModified":"2026-11-23"}</script>'),
		{ address: 'https://a.example/x.html', day: '2026-11-23', languages: [] },
	],
	[
		head(
			'<link rel="alternate" hreflang="en" href="https://a.example/x.html"><link rel="alternate" hreflang="es" href="https://a.example/es/x.html"><link rel="alternate" type="application/atom+xml" href="feed.xml">',
		),
		{
			address: 'https://a.example/x.html',
			day: undefined,
			languages: [
				{ language: 'en', address: 'https://a.example/x.html' },
				{ language: 'es', address: 'https://a.example/es/x.html' },
			],
		},
	],
	[head('<meta name="robots" content="noindex">'), undefined],
	['<!doctype html><html><head></head><body></body></html>', undefined],
];
for (const [html, read] of PAGES)
	test(`a page is listed as it says itself: ${html}`, () => assert.deepEqual(readPage(html), read));

test('a sitemap tells of a page in other languages, and has no word of it where there are none', () => {
	const plain = { address: 'https://a.example/', day: undefined, languages: [] };
	const translated = { ...plain, languages: [{ language: 'es', address: 'https://a.example/es/' }] };
	assert.doesNotMatch(makeSitemap([plain]), /xhtml/);
	const document = XmlDocument.fromString(makeSitemap([translated]));
	const link = document.get('//x:link', { x: 'http://www.w3.org/1999/xhtml' });
	assert.equal(link?.toString(), '<xhtml:link rel="alternate" hreflang="es" href="https://a.example/es/"/>');
	document.dispose();
});

test('a sitemap is XML whatever the addresses have in them', () => {
	const address = "https://a.example/b&c'd/é.html";
	const document = XmlDocument.fromString(
		makeSitemap([
			{ address, day: '2026-11-23', languages: [] },
			{ address: 'https://a.example/', day: undefined, languages: [] },
		]),
	);
	const namespace = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
	assert.deepEqual(
		document.find('//s:loc', namespace).map(({ content }) => content),
		['https://a.example/', address],
	);
	assert.equal(document.get('//s:lastmod', namespace)?.content, '2026-11-23');
	document.dispose();
});
