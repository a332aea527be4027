import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
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

test('so is what the system refuses the bundler, which tells it in words and a number', () => {
	const number = process.platform === 'win32' ? 112 : constants.errno.ENOSPC;
	const error = Object.assign(
		new Error(
			`Build failed with 1 error:\n\n[UNHANDLEABLE_ERROR] Something went wrong.\nFailed to write file in /a/dist/x.js\n\nCaused by:\n    No space left on device (os error ${number})\n\nStack backtrace:`,
		),
		{ code: 'PLUGIN_ERROR' },
	);
	const told =
		'/a/dist/x.js: The disk is full. Make room for about three times the size of the site, then build again.';
	assert.equal(remedyFor(error), told);
	assert.equal(remedyFor(new Error('in a hook', { cause: error })), told);
	assert.equal(
		remedyFor(new Error('Failed to write file in /a/x.js\nCaused by: (os error 99999)')),
		undefined,
	);
});

test('so is what it refuses Astro while it makes a picture, which hands on the words alone', () => {
	const cause = new Error(
		"An error was encountered while reading the cache file. Error: Error: ENOSPC: no space left on device, copyfile '/a' -> '/b'",
	);
	assert.match(
		remedyFor(new Error('Error generating image for /assets/x.png', { cause })) ?? '',
		/^The disk is full\. Make room/,
	);
	assert.equal(remedyFor(new Error('EXAMPLE: no code of a system')), undefined);
});

test('so is what it refuses a plugin of the bundler, which hands it on among others', () => {
	const inner = Object.assign(new Error("ENOSPC: no space left on device, mkdir '/a/dist'"), {
		code: 'PLUGIN_ERROR',
		pluginCode: 'ENOSPC',
		path: '/a/dist',
	});
	const outer = Object.assign(new Error('Build failed'), { errors: [new Error('x'), inner] });
	assert.match(remedyFor(outer) ?? '', /^\/a\/dist: The disk is full\./);
});

test('a mistake in the code is no fault of the disk', () => {
	assert.equal(remedyFor(new TypeError('x is not a function')), undefined);
	assert.equal(remedyFor('no error at all'), undefined);
});
