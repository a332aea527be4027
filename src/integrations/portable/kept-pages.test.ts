import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { deserialize, serialize } from 'node:v8';
import { openPages } from './kept-pages.ts';
import { pageReader } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-pages-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'deep', 'pages.bin');

const HTML = [
	'<p id="a"><a href="b.html#c">1</a> <img src="x.png" srcset="x.png 1x, y.png 2x" id="d"></p>',
	'<p>No link, no id</p>',
	'<a href="">1</a><a href="b.html#c" id="é">2</a>',
	...Array.from({ length: 50 }, (_, index) => `<a id="n${index}" href="${index % 7}.html">${index}</a>`),
].map((html) => Buffer.from(html));
const plain = HTML.map((html) => pageReader()(html.toString()));

/** How many of the pages are in the file as they were left. */
const countKept = () => (deserialize(readFileSync(file)) as { pages: Map<string, unknown> }).pages.size;

test('pages are the same read anew, from the file, and after a change to some', () => {
	for (const pages of [HTML, HTML, HTML.slice(1), HTML]) {
		const { read, save } = openPages(file, 'one');
		assert.deepEqual(
			pages.map(read),
			HTML.flatMap((html, index) => (pages.includes(html) ? (plain[index] ?? []) : [])),
		);
		save();
		assert.equal(countKept(), pages.length);
	}
});

test('what the file holds is taken for a page of the same text, of the same version, alone', () => {
	const [html = Buffer.of()] = HTML;
	const first = openPages(file, 'one');
	first.read(html);
	first.save();
	const stored = deserialize(readFileSync(file)) as { texts: string[] };
	writeFileSync(file, serialize({ ...stored, texts: stored.texts.map((text) => `${text}!`) }));
	assert.ok(openPages(file, 'one').read(html).ids.has('a!'));
	assert.ok(openPages(file, 'two').read(html).ids.has('a'));
	assert.deepEqual(openPages(file, 'one').read(Buffer.from('<p id="b">')).ids, new Set(['b']));
	truncateSync(file, 40);
	assert.ok(openPages(file, 'one').read(html).ids.has('a'));
});
