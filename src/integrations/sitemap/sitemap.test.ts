import assert from 'node:assert/strict';
import { test } from 'node:test';
import { XmlDocument } from 'libxml2-wasm';
import { makeSitemap, readPage } from './sitemap.ts';

const head = (more: string) =>
	`<!doctype html><html><head><link rel="canonical" href="https://a.example/x.html">${more}</head><body><p>Text</p></body></html>`;

const PAGES: [html: string, read: ReturnType<typeof readPage>][] = [
	[head(''), { address: 'https://a.example/x.html', day: undefined }],
	[
		head('<script type="application/ld+json">{"name":"\\u003c","dateModified":"2026-11-23"}</script>'),
		{ address: 'https://a.example/x.html', day: '2026-11-23' },
	],
	[head('<meta name="robots" content="noindex">'), undefined],
	['<!doctype html><html><head></head><body></body></html>', undefined],
];
for (const [html, read] of PAGES)
	test(`a page is listed as it says itself: ${html}`, () => assert.deepEqual(readPage(html), read));

test('a sitemap is XML whatever the addresses have in them', () => {
	const address = "https://a.example/b&c'd/é.html";
	const document = XmlDocument.fromString(
		makeSitemap([
			{ address, day: '2026-11-23' },
			{ address: 'https://a.example/', day: undefined },
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
