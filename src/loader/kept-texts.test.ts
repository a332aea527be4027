import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeEach, openTexts } from './kept-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'texts-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'case', 'texts.bin');

interface Item {
	id: string;
	title: string;
}

/** @returns ids of the items that were made when the file was opened anew and asked for these */
function madeOf(items: readonly Item[], { version = '1', language = 'en' } = {}): string[] {
	const kept = openTexts(file, version);
	const made: string[] = [];
	const found = makeEach(
		kept,
		items,
		({ title }) => [language, title],
		(missing) => {
			made.push(...missing.map(({ id }) => id));
			return new Map(missing.map(({ id, title }) => [id, { title, language }]));
		},
	);
	assert.deepEqual(
		[...found],
		items.map(({ id, title }) => [id, { title, language }]),
	);
	kept.save();
	return made;
}

const [a, b] = [
	{ id: 'a', title: 'One' },
	{ id: 'b', title: 'Два' },
];

test('each is made once, and again when what it is made of, or what makes it, is another', () => {
	assert.deepEqual(madeOf([a, b]), ['a', 'b']);
	assert.deepEqual(madeOf([a, b]), []);
	assert.deepEqual(madeOf([b, a]), []);
	assert.deepEqual(madeOf([{ id: 'c', title: a.title }]), []);
	assert.deepEqual(madeOf([a, { ...b, title: 'Three' }]), ['b']);
	assert.deepEqual(madeOf([a], { language: 'es' }), ['a']);
	assert.deepEqual(madeOf([a], { language: 'es', version: '2' }), ['a']);
});

test('what was not asked for is forgotten, and a file that cannot be read is made anew', () => {
	madeOf([a, b]);
	madeOf([a]);
	assert.deepEqual(madeOf([a, b]), ['b']);
	for (const bytes of [Buffer.from('{'), readFileSync(file).subarray(0, -1)]) {
		writeFileSync(file, bytes);
		assert.deepEqual(madeOf([a, b]), ['a', 'b']);
	}
	assert.deepEqual(madeOf([a, b]), []);
});

test('what could not be made is left out, and asked for again', () => {
	const kept = openTexts(join(folder, 'none.bin'), '1');
	const asked: string[] = [];
	const ask = () =>
		makeEach(
			kept,
			[a, b],
			({ title }) => [title],
			(missing) => {
				asked.push(...missing.map(({ id }) => id));
				return new Map([[a.id, 'made']]);
			},
		);
	assert.deepEqual([...ask()], [[a.id, 'made']]);
	assert.deepEqual([...ask()], [[a.id, 'made']]);
	assert.deepEqual(asked, ['a', 'b', 'b']);
});
