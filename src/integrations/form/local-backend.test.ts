import assert from 'node:assert/strict';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { answerForm, Refusal } from './local-backend.ts';

const around = mkdtempSync(join(tmpdir(), 'form-'));
const content = join(around, 'content');
after(() => rmSync(around, { recursive: true }));

beforeEach(() => {
	rmSync(around, { recursive: true });
	mkdirSync(join(content, 'events'), { recursive: true });
	writeFileSync(join(content, 'events', 'a.md'), 'A');
	writeFileSync(join(content, 'site.yaml'), 'title: Secret');
	writeFileSync(join(around, 'outside.md'), 'Secret');
});

const ask = (action: string, params: object = {}) =>
	answerForm(content, { branch: 'master', action, params: { branch: 'master', ...params } });
const save = (path: string, raw: string, options: object = {}, assets: object[] = []) =>
	ask('persistEntry', { dataFiles: [{ path, slug: 'x', raw }], assets, options });
const base64 = (text: string) => Buffer.from(text).toString('base64');

test('events are listed, read, changed and made', async () => {
	writeFileSync(join(content, 'events', '.hidden.md'), 'no event');
	assert.deepEqual(await ask('entriesByFolder', { folder: 'events', extension: 'md', depth: 1 }), [
		{
			data: 'A',
			file: { path: 'events/a.md', id: '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd' },
		},
	]);
	await save('events/a.md', 'B', { newEntry: false });
	assert.equal(((await ask('getEntry', { path: 'events/a.md' })) as { data: string }).data, 'B');
	await save('events/2024-größe.md', 'New', { newEntry: true });
	assert.equal(readFileSync(join(content, 'events', '2024-größe.md'), 'utf8'), 'New');
	assert.deepEqual(readdirSync(join(content, 'events')).sort(), ['.hidden.md', '2024-größe.md', 'a.md']);
});

test('media are uploaded, listed and saved with an event', async () => {
	const asset = { path: 'media/bridge.png', content: base64('picture'), encoding: 'base64' };
	await ask('persistMedia', { asset, options: { commitMessage: 'x' } });
	await save('events/a.md', 'C', {}, [{ ...asset, path: 'media/plan.pdf', content: base64('plan') }]);
	const media = (await ask('getMedia', { mediaFolder: 'media' })) as { name: string; content: string }[];
	assert.deepEqual(
		media.map(({ name, content: bytes }) => [name, Buffer.from(bytes, 'base64').toString()]),
		[
			['bridge.png', 'picture'],
			['plan.pdf', 'plan'],
		],
	);
	// A second file of a name would take the place of the first in every event that shows it.
	const other = { ...asset, content: base64('another picture') };
	await assert.rejects(ask('persistMedia', { asset: other }), /There is a file media\/bridge\.png already/);
	await assert.rejects(save('events/a.md', 'D', {}, [other]), /There is a file media\/bridge\.png already/);
	assert.equal(readFileSync(join(content, 'media', 'bridge.png'), 'utf8'), 'picture');
	assert.equal(readFileSync(join(content, 'events', 'a.md'), 'utf8'), 'C');
	await save('events/a.md', 'D', {}, [asset]);
	const large = { ...asset, path: 'media/b.png', content: base64('x'.repeat(10_000_001)) };
	await assert.rejects(ask('persistMedia', { asset: large }), /larger than 10 MB/);
});

const ELSEWHERE = [
	'../outside.md',
	'events/../../outside.md',
	'events/../site.yaml',
	'/etc/passwd',
	'site.yaml',
	'people.yaml',
	'events/a.txt',
	'events/.a.md',
	'events/A.md',
	'events/a/b.md',
	'events\\a.md',
	'events/..\\..\\outside.md',
	'events/%2e%2e/outside.md',
	'events/a.md\u0000.png',
	'events/',
	'',
	'media/page.html',
	'media/picture.svg',
	'media/../events/a.md',
	'pages/home.md',
	'constructor/a.md',
	'__proto__/a.md',
];

test('nothing else is read or written, nor where a link leads elsewhere', async () => {
	const before = readdirSync(around, { recursive: true }).sort();
	for (const path of ELSEWHERE) {
		await assert.rejects(ask('getEntry', { path }), Refusal, path);
		await assert.rejects(ask('getMediaFile', { path }), Refusal, path);
		await assert.rejects(ask('entriesByFiles', { files: [{ path }] }), Refusal, path);
		await assert.rejects(save(path, 'x', { newEntry: true }), Refusal, path);
		await assert.rejects(
			ask('persistMedia', { asset: { path, content: base64('x'), encoding: 'base64' } }),
			Refusal,
			path,
		);
	}
	// Of a request with one bad file nothing is written.
	const asset = { path: '../x.png', content: base64('x'), encoding: 'base64' };
	await assert.rejects(save('events/a.md', 'changed', {}, [asset]), Refusal);
	assert.deepEqual(
		readdirSync(around, { recursive: true })
			.sort()
			.filter((name) => name !== 'content/media'),
		before,
	);
	assert.equal(readFileSync(join(content, 'events', 'a.md'), 'utf8'), 'A');

	symlinkSync(join(around, 'outside.md'), join(content, 'events', 'link.md'));
	await assert.rejects(ask('getEntry', { path: 'events/link.md' }), Refusal);
	await assert.rejects(save('events/link.md', 'changed'), Refusal);
	rmSync(join(content, 'media'), { recursive: true, force: true });
	symlinkSync(around, join(content, 'media'));
	await assert.rejects(
		ask('persistMedia', { asset: { path: 'media/x.png', content: base64('x'), encoding: 'base64' } }),
		Refusal,
	);
	assert.equal(readFileSync(join(around, 'outside.md'), 'utf8'), 'Secret');
	assert.ok(!existsSync(join(around, 'x.png')));
});

test('an event keeps its name, is not written over by a new one, and is never deleted', async () => {
	await assert.rejects(save('events/a.md', 'x', { newEntry: true }), /There is a file events\/a\.md already/);
	await assert.rejects(
		ask('persistEntry', {
			dataFiles: [{ path: 'events/a.md', raw: 'x', newPath: 'events/b.md' }],
			assets: [],
			options: {},
		}),
		/keeps its name/,
	);
	for (const action of ['deleteFiles', 'deleteFile', 'publishUnpublishedEntry', 'info', ''])
		await assert.rejects(ask(action, { paths: ['events/a.md'], path: 'events/a.md' }), Refusal, action);
	for (const body of [
		null,
		[],
		'x',
		{},
		{ action: 'getEntry' },
		{ action: 'entriesByFolder', params: { folder: '..' } },
	])
		await assert.rejects(answerForm(content, body), Refusal, JSON.stringify(body));
	assert.deepEqual(readdirSync(join(content, 'events')), ['a.md']);
	assert.equal(readFileSync(join(content, 'events', 'a.md'), 'utf8'), 'A');
});

test('a file that is not there is 404', async () => {
	await assert.rejects(ask('getEntry', { path: 'events/b.md' }), { status: 404 });
});
