import assert from 'node:assert/strict';
import fs, { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock, test } from 'node:test';
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

test('who waits is told for whom, once', async () => {
	const told: string[] = [];
	let end = () => undefined as void;
	const first = inTurn(lock, () => new Promise<void>((resolve) => (end = resolve)));
	const second = inTurn(
		lock,
		() => Promise.resolve(),
		(pid) => {
			told.push(pid);
			end();
		},
	);
	await Promise.all([first, second]);
	assert.deepEqual(told, [String(process.pid)]);
});

test('an empty lock, as a full disk or a kill leaves it, holds nobody up for long', async () => {
	writeFileSync(lock, '');
	const before = new Date(Date.now() - 60_000);
	utimesSync(lock, before, before);
	assert.equal(await inTurn(lock, () => Promise.resolve('yes')), 'yes');
});

test('a lock that cannot be made is told at once', async () => {
	mock.method(fs, 'writeFileSync', () => {
		throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
	});
	syncBuiltinESMExports();
	try {
		await assert.rejects(
			inTurn(lock, () => Promise.resolve()),
			{ code: 'ENOSPC' },
		);
		assert.equal(existsSync(lock), false);
	} finally {
		mock.restoreAll();
		syncBuiltinESMExports();
	}
});

test('what a killed process left holds nobody up', async () => {
	// Above any process number there can be (Linux: pid_max).
	writeFileSync(lock, '4194305');
	assert.equal(await inTurn(lock, () => Promise.resolve('yes')), 'yes');
});

test('a lock of an earlier process that had the number of this one holds nobody up', async () => {
	writeFileSync(lock, String(process.pid));
	assert.equal(await inTurn(lock, () => Promise.resolve('yes')), 'yes');
});
