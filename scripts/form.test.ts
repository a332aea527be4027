import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { projectFolder } from './paths.ts';
import { NODE_FLAGS } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-form-'));
after(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
	spawnSync(process.execPath, [...NODE_FLAGS, 'scripts/form.ts', ...args], {
		cwd: projectFolder,
		env: { ...process.env, CONTENT_DIR: 'e2e/fixtures/apollo' },
		encoding: 'utf8',
	});

test('the form for a host is whole, and saves where it is told', () => {
	const out = join(folder, 'edit');
	const { status, stderr } = run('--repo', 'news/moon', '--auth', 'https://sign-in.example', '--out', out);
	assert.equal(stderr, '');
	assert.equal(status, 0);
	const html = readFileSync(join(out, 'index.html'), 'utf8');
	for (const [, src = ''] of html.matchAll(/<script src="([^"]+)"/g))
		assert.ok(readdirSync(out).includes(src));
	const json = /id="form-settings">(.*?)<\/script>/.exec(html)?.[1] ?? '';
	const { config } = JSON.parse(json) as {
		config: { backend: object; media_folder: string; collections: { folder: string; fields: object[] }[] };
	};
	assert.deepEqual(config.backend, {
		name: 'github',
		repo: 'news/moon',
		branch: 'main',
		base_url: 'https://sign-in.example',
	});
	assert.equal(config.collections[0]?.folder, 'e2e/fixtures/apollo/events');
	// The day on which it was made is not the day of an event that is made with it.
	assert.doesNotMatch(json, /"name":"added"[^}]*"default"/);
	assert.ok(!readdirSync(out).some((name) => name.endsWith('.map')));
	assert.equal(run('--repo', 'news/moon', '--out', out).status, 1);
});

test('what is missing or no repository is told', () => {
	for (const args of [
		[],
		['--repo', 'moon', '--out', folder],
		['--repo', 'a/b'],
		['--repo', 'a/b', '--out', 'x', '--auth', 'y'],
	])
		assert.match(run(...args).stderr, /^Write npm run form -- --repo owner\/name/);
});
