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
import { NODE_FLAGS } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-import-'));
after(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: string[], env: Record<string, string> = {}) => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...NODE_FLAGS, `scripts/${script}.ts`, ...args],
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

const HOSTILE_FILES: [name: string, text: string, args: string[]][] = [
	[
		'evil.csv',
		`Year,Headline,Text,Media,Group,Type\n2000,../../evil,"${EVIL}",javascript:alert(1),../${EVIL},\n2001,/etc/passwd,"[@x] <a href=""file:///etc/passwd"">x</a>",,,\n`,
		[],
	],
	[
		'table.csv',
		`When,What,Text,Who\n2000,../../evil,"${EVIL}",javascript:alert(1)\n2001,=cmd(),[@x],data:text/html\n`,
		['--map', 'date=When,title=What,text=Text,source=Who'],
	],
	[
		'evil.mw',
		`title: ${EVIL}\n# ../../${EVIL}\n2000: ../../evil ${EVIL}\n[x](javascript:alert(1)) ![y][1]\n\n[1]: file:///etc/passwd\n2001: ---\n[@x]\n`,
		[],
	],
];

for (const [name, text, args] of HOSTILE_FILES)
	test(`${name}, made to harm, becomes a content folder that passes the gate`, () => {
		const around = mkdtempSync(join(folder, 'around-'));
		const file = join(around, name);
		const out = join(around, 'case');
		writeFileSync(file, text);
		const imported = run('import', [file, '--out', out, ...args]);
		assert.equal(imported.stderr, '');
		assert.match(imported.stdout, /^2 events read, 2 written, 0 left out;/m);
		assert.deepEqual(readdirSync(around).sort(), ['case', name]);
		for (const event of readdirSync(join(out, 'events'))) {
			// Titles and summaries are text wherever they are shown; in the text, a sign behind \\ is one.
			const [, , ...body] = readFileSync(join(out, 'events', event), 'utf8').split('---\n');
			assert.doesNotMatch(
				body.join('').replaceAll('\\<', ''),
				/<(?:script|img)|\]\((?:javascript|file|data)/,
			);
		}
		const { status, stderr } = run('check', ['--allow-unsourced'], { CONTENT_DIR: out });
		assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
		rmSync(around, { recursive: true });
	});

test('a file that cannot be read is refused with file, line and column, and nothing is written', () => {
	const file = join(folder, 'cut.json');
	writeFileSync(file, '{"events": [\n  {"text": }');
	const out = join(folder, 'none');
	const { status, stdout, stderr } = run('import', [file, '--out', out]);
	assert.deepEqual({ status, stdout }, { status: 1, stdout: '' });
	assert.match(stderr, /^cut\.json:2:12 {2}is not JSON/);
	const optionFirst = run('import', ['--out', out, file]);
	assert.deepEqual([optionFirst.status, optionFirst.stderr], [1, stderr]);
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
