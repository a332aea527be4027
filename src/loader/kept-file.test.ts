import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepFile } from './kept-file.ts';

test('a kept file is replaced whole; where it cannot be, what stood there stands and nothing is left beside it', () => {
	const folder = mkdtempSync(join(tmpdir(), 'kept-file-'));
	try {
		const file = join(folder, 'deep', 'kept.json');
		keepFile(file, 'one');
		keepFile(file, 'two');
		assert.equal(readFileSync(file, 'utf8'), 'two');
		mkdirSync(join(folder, 'deep', 'a folder', 'with another'), { recursive: true });
		keepFile(join(folder, 'deep', 'a folder'), 'three');
		keepFile(join(file, 'in a file'), 'four');
		assert.equal(readFileSync(file, 'utf8'), 'two');
		assert.deepEqual(readdirSync(join(folder, 'deep')), ['a folder', 'kept.json']);
		assert.deepEqual(readdirSync(join(folder, 'deep', 'a folder')), ['with another']);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
