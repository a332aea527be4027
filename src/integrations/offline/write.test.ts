import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillOfflinePage } from './write.ts';

const PAGE =
	'<html lang="LANG"><div data-stores="all"></div><b data-offline="pages"></b><b data-offline="size"></b>';
const edition = { files: {}, packs: { front: [], data: [], pages: [] }, languages: [], eager: false };

test('the page on offline reading is told number and size in its own language, and again when they change', () => {
	const told = (language: string, bytes: number) =>
		fillOfflinePage(fillOfflinePage(PAGE.replace('LANG', language), { edition, bytes: 1, pages: 1 }), {
			edition,
			bytes,
			pages: 1234,
		});
	assert.equal(
		told('en', 1_360_000),
		'<html lang="en"><div data-stores="read"></div><b data-offline="pages">1,234</b><b data-offline="size">1.4 MB</b>',
	);
	assert.match(told('de', 12_340_000), />1\.234<.*>12,3 MB</);
	assert.match(told('en', 10), />0\.1 MB</);
});
