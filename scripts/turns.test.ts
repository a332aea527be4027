import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inTurn } from './turns.ts';

const folder = mkdtempSync(join(tmpdir(), 'turns-'));
const lock = join(folder, 'deep', 'lock');
test.after(() => rmSync(folder, { recursive: true }));

test('works do not overlap, and the lock goes with the last of them', async () => {
	let running = 0;
	let most = 0;
	const work = async () => {
		most = Math.max(most, ++running);
		await new Promise((resolve) => setImmediate(resolve));
		running -= 1;
	};
	await Promise.all([inTurn(lock, work), inTurn(lock, work), inTurn(lock, work)]);
	assert.equal(most, 1);
	assert.equal(existsSync(lock), false);
});

test('a work that fails lets the next have its turn', async () => {
	await assert.rejects(
		inTurn(lock, () => Promise.reject(new Error('no'))),
		/no/,
	);
	assert.equal(await inTurn(lock, () => Promise.resolve('yes')), 'yes');
});

test('what a killed process left holds nobody up', async () => {
	// Above any process number there can be (Linux: pid_max).
	writeFileSync(lock, '4194305');
	assert.equal(await inTurn(lock, () => Promise.resolve('yes')), 'yes');
});
