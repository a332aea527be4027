import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { remedyFor } from './disk-faults.ts';

test('what the system refuses is told with its place and what to do, also from inside another error', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'faults-'));
	const path = join(folder, 'file', 'dist');
	writeFileSync(join(folder, 'file'), '');
	const error = await mkdir(path, { recursive: true }).catch((thrown: unknown) => thrown);
	rmSync(folder, { recursive: true });
	const told = `${path}: A file stands where a folder should. Move it, or set OUT_DIR to another folder.`;
	assert.equal(remedyFor(error), told);
	assert.equal(remedyFor(new Error('the pages could not be written', { cause: error })), told);
});

test('a mistake in the code is no fault of the disk', () => {
	assert.equal(remedyFor(new TypeError('x is not a function')), undefined);
	assert.equal(remedyFor('no error at all'), undefined);
});
