import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from './paths.ts';
import { NODE_FLAGS } from './testing.ts';

test('a script started by a link to it runs', () => {
	const folder = mkdtempSync(join(tmpdir(), 'link-'));
	// A junction is the link that Windows lets everyone make; elsewhere the word is ignored.
	symlinkSync(projectFolder, join(folder, 'project'), 'junction');
	const script = join(folder, 'project', 'scripts', 'audit.ts');
	const { status, stderr } = spawnSync(process.execPath, [...NODE_FLAGS, script], { encoding: 'utf8' });
	rmSync(folder, { recursive: true });
	assert.deepEqual([status, stderr.trim()], [1, 'Name the folder of the notes: npm run audit -- FOLDER']);
});
