import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { FormatEntries } from '../core/bibliography.ts';
import { openEntries } from './kept-entries.ts';

const folder = mkdtempSync(join(tmpdir(), 'entries-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'case', 'entries.json');

/** @returns ids of the items that were formatted when the file was opened anew and asked for these */
function askedFor(items: { id: string; title: string }[], { version = '1', style = 'plain' } = {}): string[] {
	const asked: string[] = [];
	const format: FormatEntries = (some, { name }, language) => {
		asked.push(...some.map(({ id }) => id));
		return new Map(some.map(({ id, title }) => [id, `${String(title)} in ${name}, ${language}`]));
	};
	const entries = openEntries(file, version, format);
	assert.deepEqual(
		[...entries.format(items, { name: style }, 'en')],
		items.map(({ id, title }) => [id, `${title} in ${style}, en`]),
	);
	entries.save();
	return asked;
}

const [a, b] = [
	{ id: 'a', title: 'One' },
	{ id: 'b', title: 'Two' },
];

test('an entry is made once, and again when its item, its style or the tools are others', () => {
	assert.deepEqual(askedFor([a, b]), ['a', 'b']);
	assert.deepEqual(askedFor([a, b]), []);
	assert.deepEqual(askedFor([a, { ...b, title: 'Three' }]), ['b']);
	assert.deepEqual(askedFor([a], { style: 'other' }), ['a']);
	assert.deepEqual(askedFor([a], { style: 'other', version: '2' }), ['a']);
});

test('what was not asked for is forgotten, and a file that cannot be read is made anew', () => {
	askedFor([a, b]);
	askedFor([a]);
	assert.deepEqual(askedFor([a, b]), ['b']);
	writeFileSync(file, '{');
	assert.deepEqual(askedFor([a, b]), ['a', 'b']);
	assert.deepEqual(askedFor([a, b]), []);
});
