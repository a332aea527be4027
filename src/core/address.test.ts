import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isPlaceholder, canonicalAddress, pagePath, parseSiteAddress, RESERVED_PAGES } from './address.ts';

const ADDRESSES: [written: string, address: string | undefined][] = [
	['https://example.org', 'https://example.org/'],
	['https://example.org/', 'https://example.org/'],
	['http://example.org:8080/a/case', 'http://example.org:8080/a/case/'],
	[' https://example.org/case// ', 'https://example.org/case/'],
	['https://example.org/?a=b', undefined],
	['https://example.org?a', undefined],
	['https://example.org/#top', undefined],
	['https://me:secret@example.org/', undefined],
	['ftp://example.org/', undefined],
	['javascript:alert(1)', undefined],
	['//example.org/', undefined],
	['example.org', undefined],
	['https://', undefined],
	['', undefined],
];
for (const [written, address] of ADDRESSES)
	test(`a site's address: "${written}"`, () => {
		assert.equal(parseSiteAddress(written), address);
	});

test('a page has one absolute address, and home has that of the site', () => {
	assert.equal(canonicalAddress('https://e.org/a/', pagePath('/')), 'https://e.org/a/');
	assert.equal(
		canonicalAddress('https://e.org/a/', pagePath('/events/%C3%A4rger')),
		'https://e.org/a/events/%C3%A4rger.html',
	);
});

test('the address that a new case starts with is known, path or not', () => {
	for (const address of ['https://timeline.example/', 'http://TIMELINE.example:8080/a/x.html'])
		assert.ok(isPlaceholder(address), address);
	for (const address of ['https://timeline.example.org/', 'https://a.example/timeline.example/'])
		assert.ok(!isPlaceholder(address), address);
});

test('every page and folder of the site keeps its name from pages of running text', () => {
	const names = readdirSync(new URL('../pages', import.meta.url)).map((name) => name.replace(/\..*$/, ''));
	const made = names.filter((name) => !name.startsWith('['));
	assert.ok(made.length > 4);
	assert.deepEqual(
		made.filter((name) => !RESERVED_PAGES.has(name)),
		[],
	);
});
