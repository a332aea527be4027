import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { listFiles, readFiles } from './built-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'built-files-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'events', 'empty'), { recursive: true });
const names = ['index.html', ...Array.from({ length: 200 }, (_, index) => `events/${index}.html`)].sort();
for (const name of names) writeFileSync(join(folder, name), `text of ${name}`);

test('lists files, and no folders, by their paths from the folder, however it is written', async () => {
	assert.deepEqual(await listFiles(folder), names);
	assert.deepEqual(await listFiles(`${folder}/`), names);
});

test('reads each file once, in the order asked for', () => {
	const wanted = names.toReversed();
	const read = readFiles(folder, wanted);
	assert.deepEqual(
		[...read].map(([name, content]) => [name, content.toString()]),
		wanted.map((name) => [name, `text of ${name}`]),
	);
});

test('says which file is not there', () => {
	assert.throws(() => readFiles(folder, ['gone.html']), /gone\.html/);
});
