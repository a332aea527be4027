import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ifChanged, keepResults } from './unchanged.ts';

test('a text is read again only when it has changed', () => {
	let readings = 0;
	const read = (text: string) => ifChanged('a file', text, () => ({ text, reading: ++readings }));
	const first = read('one');
	assert.equal(read('one'), first);
	assert.deepEqual(read('two'), { text: 'two', reading: 2 });
	assert.deepEqual(read('one'), { text: 'one', reading: 3 });
});

test('what lasts is kept in a file for a later run, as long as text and version are the same', () => {
	const folder = mkdtempSync(join(tmpdir(), 'kept-'));
	const file = join(folder, 'deep', 'kept.bin');
	let readings = 0;
	const read = (key: string, text: string, lasts = true) =>
		ifChanged(
			key,
			text,
			() => ({ text, day: new Date(0), reading: ++readings }),
			() => lasts,
		);
	try {
		const save = keepResults(file, 'one');
		read('kept 1', 'a');
		read('kept 2', 'b');
		read('kept 3', 'c', false);
		save();
		// As another run finds them: what this one has in memory is of other keys.
		const texts = { 'kept 1': 'a', 'kept 2': 'changed', 'kept 3': 'c' };
		const again = (version: string) => {
			for (const key of Object.keys(texts)) ifChanged(key, 'forgotten', () => undefined);
			keepResults(file, version);
			const before = readings;
			for (const [key, text] of Object.entries(texts)) assert.equal(read(key, text).text, text);
			return readings - before;
		};
		assert.equal(again('one'), 2);
		assert.equal(again('two'), 3);
		writeFileSync(file, 'torn');
		assert.equal(again('one'), 3);
	} finally {
		keepResults(file, 'none');
		rmSync(folder, { recursive: true });
	}
});
