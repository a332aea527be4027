import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeContent } from '../core/testing.ts';
import { atEndOfBuild, contentOfBuild, handingOver } from './gate-handover.ts';

test('while a build runs, what the gate has read stands for its folder, and afterwards for none', async () => {
	const content = makeContent();
	const [folder, other] = ['/no-such-folder/content', '/no-other-folder/content'];
	await handingOver(folder, content, async () => {
		assert.equal(await contentOfBuild(folder), content);
		assert.equal(await contentOfBuild(folder), content, 'however often it is asked for');
		await assert.rejects(contentOfBuild(other), { name: 'ContentError' });
	});
	await assert.rejects(contentOfBuild(folder), { name: 'ContentError' });
	await assert.rejects(
		handingOver(folder, content, () => Promise.reject(new Error('no'))),
		/no/,
	);
	await assert.rejects(contentOfBuild(folder), { name: 'ContentError' });
});

test('what is to be done at the end of a build is done once it succeeds, and where none runs, not at all', async () => {
	const done: string[] = [];
	const leave = (name: string) => atEndOfBuild(() => done.push(name));
	leave('in none');
	await handingOver('', makeContent(), () => {
		leave('first');
		leave('second');
		assert.deepEqual(done, []);
		return Promise.resolve();
	});
	assert.deepEqual(done, ['first', 'second']);
	await assert.rejects(
		handingOver('', makeContent(), () => {
			leave('failed');
			return Promise.reject(new Error('no'));
		}),
		/no/,
	);
	await handingOver('', makeContent(), () => Promise.resolve());
	assert.deepEqual(done, ['first', 'second']);
});
