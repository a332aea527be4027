import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
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
import { after, test } from 'node:test';
import { parseMapping } from './import.ts';
import { projectFolder } from './paths.ts';
import { writeInto } from './write-into.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-import-'));
after(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: string[], env: Record<string, string> = {}) => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...process.execArgv.filter((option) => !option.startsWith('--test')), `scripts/${script}.ts`, ...args],
		{ cwd: projectFolder, env: { ...process.env, SITE_ADDRESS: '', ...env }, encoding: 'utf8' },
	);
	return { status, stdout, stderr };
};
const EVIL = '<script>alert(1)</script><img src=x onerror=alert(1)>';

test('a hostile file writes a content folder that passes the gate, and nothing beside it', () => {
	const file = join(folder, 'evil.json');
	const event = (headline: string) => ({
		start_date: { year: 2000 },
		unique_id: '../../../../tmp/out',
		group: `../${EVIL}`,
		text: { headline, text: `${EVIL} <a href="javascript:alert(1)">x</a>` },
		media: { url: 'javascript:alert(1)', credit: EVIL, link: 'file:///etc/passwd' },
	});
	writeFileSync(
		file,
		JSON.stringify({
			title: event(EVIL),
			events: [event('../../../evil'), event('/etc/passwd'), event(EVIL)],
		}),
	);
	const out = join(folder, 'case');
	const imported = run('import', [file, '--out', out]);
	assert.equal(imported.stderr, '');
	assert.equal(imported.status, 0);
	assert.match(imported.stdout, /^evil\.json:1 {2}media\.url: "javascript:alert\(1\)" is not an address/m);
	assert.match(imported.stdout, /^3 events read, 3 written, 0 left out; \d+ losses; \d+ files\.$/m);
	assert.deepEqual(readdirSync(folder).sort(), ['case', 'evil.json']);
	assert.deepEqual(readdirSync(join(out, 'events')).sort(), [
		'2000-etc-passwd.md',
		'2000-event.md',
		'2000-evil.md',
	]);
	for (const name of readdirSync(join(out, 'events')))
		assert.doesNotMatch(readFileSync(join(out, 'events', name), 'utf8'), /<(?:script|img)|\]\(javascript/);

	const strict = run('check', [], { CONTENT_DIR: out });
	assert.equal(strict.status, 1);
	assert.match(strict.stderr, /does not end in a citation/);
	const allowed = run('check', ['--allow-unsourced'], { CONTENT_DIR: out });
	assert.equal(allowed.stderr, '');
	assert.equal(allowed.status, 0);

	const again = run('import', [file, '--out', out]);
	assert.equal(again.status, 1);
	assert.match(again.stderr, /is not empty\. Name another folder, or add --force/);
	assert.equal(run('import', [file, '--out', out, '--force']).status, 0);
});

test('a file that cannot be read is refused with file, line and column, and nothing is written', () => {
	const file = join(folder, 'cut.json');
	writeFileSync(file, '{"events": [\n  {"text": }');
	const out = join(folder, 'none');
	const { status, stdout, stderr } = run('import', [file, '--out', out]);
	assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
	assert.match(stderr, /^cut\.json:2:12 {2}is not JSON/);
	assert.equal(readdirSync(folder).includes('none'), false);
	for (const args of [
		[],
		[file],
		[join(folder, 'missing.json'), '--out', out],
		[file, '--out', out, '--map', 'x=y'],
	]) {
		const wrong = run('import', args);
		assert.equal(wrong.status, 1);
		assert.equal(wrong.stderr.trim().split('\n').length, 1, wrong.stderr);
	}
	rmSync(file);
});

test('a link in the target is not followed', async () => {
	const [out, elsewhere] = [join(folder, 'linked'), join(folder, 'elsewhere')];
	mkdirSync(out);
	mkdirSync(elsewhere);
	writeFileSync(join(elsewhere, 'kept.yaml'), 'mine');
	symlinkSync(elsewhere, join(out, 'events'));
	symlinkSync(join(elsewhere, 'kept.yaml'), join(out, 'site.yaml'));
	await assert.rejects(writeInto(out, new Map([['events/a.md', 'x']]), true), /is not a folder, or a link/);
	await writeInto(out, new Map([['site.yaml', 'new']]), true);
	await assert.rejects(writeInto(out, new Map([['../elsewhere/b.md', 'x']]), true), /outside the folder/);
	assert.deepEqual(readdirSync(elsewhere), ['kept.yaml']);
	assert.equal(readFileSync(join(elsewhere, 'kept.yaml'), 'utf8'), 'mine');
	assert.equal(readFileSync(join(out, 'site.yaml'), 'utf8'), 'new');
});

test('columns are named as field=Column', () => {
	assert.deepEqual(parseMapping('date=When,title=What'), {
		date: 'When',
		title: 'What',
	});
	assert.deepEqual(parseMapping('date=a=b,title=What is it'), { date: 'a=b', title: 'What is it' });
	assert.match(String(parseMapping('when=When')), /is not a field with a column/);
	assert.match(String(parseMapping('date=When')), /name at least/);
});
