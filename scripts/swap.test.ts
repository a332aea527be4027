import assert from 'node:assert/strict';
import fs, {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { buildingFolder, mayReplace, recover, swapIn } from './swap.ts';

let parent: string;
let folder: string;
beforeEach(() => {
	parent = mkdtempSync(join(tmpdir(), 'swap-'));
	folder = join(parent, 'dist');
});
afterEach(() => {
	mock.restoreAll();
	rmSync(parent, { recursive: true });
});

function write(path: string, text: string): void {
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'index.html'), text);
}

const page = () => readFileSync(join(folder, 'index.html'), 'utf8');

test('a build takes the place of the last one, and nothing else is left', async () => {
	write(folder, 'old');
	write(buildingFolder(folder), 'new');
	await swapIn(buildingFolder(folder), folder);
	assert.equal(page(), 'new');
	assert.deepEqual(readdirSync(parent), ['dist']);
});

test('the unfinished build of an earlier process that had the number of this one goes', async () => {
	write(buildingFolder(folder), 'half');
	await recover(folder);
	assert.deepEqual(readdirSync(parent), []);
});

test('a folder that another process is putting in place is left to it', async () => {
	write(folder, 'old');
	write(buildingFolder(folder), 'new');
	// Caught between its two renames, which follow each other at once.
	renameSync(folder, `${folder}.previous`);
	const recovering = recover(folder);
	renameSync(buildingFolder(folder), folder);
	await recovering;
	assert.equal(page(), 'new');
});

test('where the build cannot be put in place, the last one is back', async () => {
	write(folder, 'old');
	await assert.rejects(swapIn(join(parent, 'not-there'), folder), { code: 'ENOENT' });
	assert.equal(page(), 'old');
	assert.deepEqual(readdirSync(parent), ['dist']);
});

const ASKED: [what: string, code: string | undefined, stays: boolean][] = [
	['that runs', undefined, true],
	['of another user', 'EPERM', true],
	['that is gone', 'ESRCH', false],
];
for (const [what, code, stays] of ASKED)
	test(`the unfinished build of a process ${what} ${stays ? 'stays' : 'goes'}`, async () => {
		mock.method(process, 'kill', () => {
			if (code) throw Object.assign(new Error(code), { code });
			return true;
		});
		const unfinished = `${folder}.building-4242`;
		write(unfinished, 'half');
		await recover(folder);
		assert.equal(existsSync(unfinished), stays);
	});

test('a folder of somebody else is not taken for a build', async () => {
	assert.equal(await mayReplace(folder), true, 'not there');
	mkdirSync(folder);
	assert.equal(await mayReplace(folder), true, 'empty');
	write(folder, 'mine');
	assert.equal(await mayReplace(folder), false);
	write(join(folder, 'data'), 'mine');
	assert.equal(await mayReplace(folder), false);
	writeFileSync(join(folder, 'data', 'timeline.json'), '{}');
	assert.equal(await mayReplace(folder), true, 'a build');
});

test('where no folder stands, the last good one is not deleted for another', async () => {
	write(`${folder}.previous`, 'old');
	write(buildingFolder(folder), 'new');
	mock.method(fs.promises, 'rename', () => Promise.reject(new Error('killed here')));
	syncBuiltinESMExports();
	await assert.rejects(swapIn(buildingFolder(folder), folder), /killed here/);
	mock.restoreAll();
	syncBuiltinESMExports();
	await recover(folder);
	assert.equal(page(), 'old');
});
