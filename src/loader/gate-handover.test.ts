import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { makeContent } from '../core/testing.ts';
import { atEndOfBuild, codeOfBuild, contentOfBuild, handingOver } from './gate-handover.ts';

const root = process.cwd();

test('while a build runs, what the gate has read stands for its folder, and afterwards for none', async () => {
	const content = makeContent();
	const [folder, other] = ['/no-such-folder/content', '/no-other-folder/content'];
	await handingOver({ root, folder, content }, async () => {
		assert.equal(await contentOfBuild(folder), content);
		assert.equal(await contentOfBuild(folder), content, 'however often it is asked for');
		await assert.rejects(contentOfBuild(other), { name: 'ContentError' });
	});
	await assert.rejects(contentOfBuild(folder), { name: 'ContentError' });
	await assert.rejects(
		handingOver({ root, folder, content }, () => Promise.reject(new Error('no'))),
		/no/,
	);
	await assert.rejects(contentOfBuild(folder), { name: 'ContentError' });
});

test('what is to be done at the end of a build is done once it succeeds with the code it began with', async () => {
	const project = mkdtempSync(join(tmpdir(), 'project-'));
	after(() => rmSync(project, { recursive: true }));
	const code = join(project, 'src', 'core', 'words.ts');
	mkdirSync(dirname(code), { recursive: true });
	for (const file of [code, join(project, 'package-lock.json')]) writeFileSync(file, '1');
	const done: string[] = [];
	const leave = (name: string) => atEndOfBuild(() => done.push(name));
	const build = (work: () => unknown) =>
		handingOver({ root: project, folder: '', content: makeContent() }, () => Promise.resolve().then(work));

	leave('in none');
	await build(() => {
		leave('first');
		leave('second');
		assert.deepEqual(done, []);
	});
	assert.deepEqual(done, ['first', 'second']);
	await assert.rejects(
		build(() => {
			leave('failed');
			throw new Error('no');
		}),
		/no/,
	);
	await build(() => {
		leave('of two versions');
		const before = codeOfBuild().version;
		writeFileSync(code, '2');
		assert.equal(codeOfBuild().version, before);
	});
	await build(() => undefined);
	assert.deepEqual(done, ['first', 'second']);
	await assert.rejects(
		handingOver({ root: tmpdir(), folder: '', content: makeContent() }, () => Promise.resolve()),
		{
			message: `${tmpdir()} is not the folder of this project.`,
		},
	);
});
