import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeContent, makeSource } from '../src/core/testing.ts';
import { complete, findSource, makeKey, questions } from './new.ts';
import { projectFolder } from './paths.ts';
import { NODE_FLAGS } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-new-'));
after(() => rmSync(folder, { recursive: true }));
const content = join(folder, 'content');
cpSync(join(projectFolder, 'e2e/fixtures/apollo'), content, { recursive: true });

const run = (script: string, ...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...NODE_FLAGS, `scripts/${script}.ts`, ...args],
		{ cwd: projectFolder, env: { ...process.env, CONTENT_DIR: content, SITE_ADDRESS: '' }, encoding: 'utf8' },
	);
	return { status, stdout, stderr };
};
const files = () => readdirSync(join(content, 'events')).length;

test('one line makes a draft that the gate lets pass and tells how to finish', () => {
	const before = { count: files(), sources: readFileSync(join(content, 'sources.yaml'), 'utf8') };
	const args = ['Луна-16 returns', '--date', '1970-09-24', '--source', 'https://example.org/luna'];
	const made = run('new', ...args);
	assert.equal(made.stderr, '');
	assert.equal(made.status, 0);
	assert.match(made.stdout, /content\/events\/1970-09-24-luna-16-returns\.md\n/);
	for (const field of ['summary', 'category', 'body', 'example-luna.title', 'example-luna.custom.originator'])
		assert.match(made.stdout, new RegExp(`:\\d+ {2}${field}: (?:is empty|has no text)`));
	assert.equal(files(), before.count + 1);
	const sources = readFileSync(join(content, 'sources.yaml'), 'utf8');
	assert.ok(sources.startsWith(before.sources.trimEnd()));
	const checked = run('check');
	assert.equal(checked.status, 0);
	assert.match(checked.stdout, /2 drafts/);
	assert.match(checked.stdout, /0 problems\n\nBefore drafts can be published:\n/);

	// Asked for again, it is another event; its source is on file.
	const again = run('new', ...args, '--category', 'flights');
	assert.match(again.stdout, /1970-09-24-luna-16-returns-2\.md\n/);
	assert.match(again.stdout, /on file as example-luna, and is cited/);
	assert.doesNotMatch(again.stdout, /category/);
	assert.equal(readFileSync(join(content, 'sources.yaml'), 'utf8'), sources);

	// Published as it is, all that is missing is a problem.
	const file = join(content, 'events', '1970-09-24-luna-16-returns.md');
	writeFileSync(file, readFileSync(file, 'utf8').replace('draft: true\n', ''));
	const published = run('check');
	assert.equal(published.status, 1);
	assert.match(published.stderr, /sources\.yaml:\d+ {2}example-luna\.title: is empty/);
	assert.match(published.stderr, /5 problems in 2 of/);
	rmSync(file);
});

const REFUSED: [args: string[], sentence: RegExp][] = [
	[['--date', '1970'], /^Missing: the headline\. /],
	[[], /^Missing: the headline and --date\. /],
	[['Landing', '--date', '1970-02-30'], /^--date: "1970-02-30" is not a day/],
	[['Landing', '--date', '1970', '--category', 'flight'], /^--category: .* Did you mean flights\?/],
	[['Landing', '--date', '1970', '--source', 'javascript:alert(1)'], /^--source: .* is not a web address/],
	[['Landing', '--when', '1970'], /^Unknown option '--when'/],
];

test('what is missing or wrong is told in one sentence, and nothing is written', () => {
	const before = files();
	for (const [args, sentence] of REFUSED) {
		const { status, stdout, stderr } = run('new', ...args);
		assert.match(stderr, sentence);
		assert.equal(stderr.trim().split('\n').length, 1);
		assert.deepEqual({ status, stdout, files: files() }, { status: 1, stdout: '', files: before });
	}
});

test('what stands in the way is told in one sentence, and nothing is written', () => {
	const list = join(content, 'sources.yaml');
	const sources = readFileSync(list, 'utf8');
	const taken = join(content, 'events', '1970-landing.md');
	const args = ['Landing', '--date', '1970', '--source', 'https://example.org/landing'];
	const refused = (sentence: RegExp) => {
		const before = files();
		const { status, stdout, stderr } = run('new', ...args);
		assert.match(stderr, sentence);
		assert.equal(stderr.trim().split('\n').length, 1);
		assert.deepEqual({ status, stdout, files: files() }, { status: 1, stdout: '', files: before });
	};
	writeFileSync(taken, 'Notes, without front matter.\n');
	refused(/^There is a file .*1970-landing\.md already, which could not be read as an event\. /);
	assert.equal(readFileSync(taken, 'utf8'), 'Notes, without front matter.\n');
	assert.equal(readFileSync(list, 'utf8'), sources);
	rmSync(taken);

	for (const text of ['references:\n', '', 'references: [\n']) {
		writeFileSync(list, text);
		refused(/^.*sources\.yaml holds no list under references:, .* Write references: \[\] there/);
		assert.equal(readFileSync(list, 'utf8'), text);
	}
	writeFileSync(list, sources);
});

test('an editor at a terminal is asked for what is missing, and again where an answer is wrong', async () => {
	const answers = ['', 'Bridge opens', '2024-13', '2024-12', 'cuort', 'court', '', ''];
	const asked: string[] = [];
	const told: string[] = [];
	const ask = (question: string) => {
		asked.push(question);
		return Promise.resolve(answers.shift() ?? '');
	};
	const result = await complete({}, questions(makeContent()), ask, (sentence) => told.push(sentence));
	assert.deepEqual(result, { title: 'Bridge opens', date: '2024-12', category: 'court' });
	assert.equal(asked.length, 8);
	assert.match(asked[4] ?? '', /court {2}Courts/);
	assert.deepEqual(told.length, 2);
	assert.match(told[1] ?? '', /Did you mean court\?/);
});

/** Questions in their order, and what is answered. */
const DIALOGUE: [question: string, answer: string][] = [
	['What happened', 'Landing on the far side'],
	['When', '2019-01-99'],
	['When', '2019-01-03'],
	['Which: ', 'flights'],
	['Enter for 3', '2'],
	['Address of a source', 'https://example.org/far-side'],
];

/** Runs `new` in a terminal, as util-linux's `script` makes one. @param answers typed as the questions come; the last may be Ctrl+D */
function inTerminal(
	answers: readonly (readonly [string, string])[],
): Promise<{ code: number | null; shown: string }> {
	const node = [process.execPath, ...NODE_FLAGS];
	const command = [...node, 'scripts/new.ts'].map((part) => `'${part}'`).join(' ');
	const terminal = spawn('script', ['-qec', command, '/dev/null'], {
		cwd: projectFolder,
		env: { ...process.env, CONTENT_DIR: content, SITE_ADDRESS: '' },
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const waiting = [...answers];
	let shown = '';
	let since = '';
	terminal.stdout.on('data', (data: Buffer) => {
		shown += data.toString();
		since += data.toString();
		const [next] = waiting;
		if (!next || !since.includes(next[0])) return;
		waiting.shift();
		since = '';
		terminal.stdin.write(next[1]);
	});
	return new Promise((resolve) => terminal.on('close', (code) => resolve({ code, shown })));
}

const noTerminal =
	spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') !== true &&
	'here is no script of util-linux, which makes a terminal';

test('in a terminal, answers make one file and Ctrl+D none', { skip: noTerminal }, async () => {
	const before = files();
	const ctrlD = '\x04';
	const left = await inTerminal([...DIALOGUE.slice(0, 3).map(typed), ['Which: ', ctrlD]]);
	assert.deepEqual({ code: left.code, files: files() }, { code: 130, files: before }, left.shown);

	const { code, shown } = await inTerminal(DIALOGUE.map(typed));
	assert.equal(code, 0, shown);
	assert.match(shown, /"2019-01-99" is not a day/);
	assert.equal(files(), before + 1);
	const made = readFileSync(join(content, 'events', '2019-01-03-landing-on-the-far-side.md'), 'utf8');
	for (const field of ['date: 2019-01-03', 'category: flights', 'importance: 2'])
		assert.ok(made.includes(`\n${field}\n`), field);
	assert.match(made, /\[@example-far-side\]\n$/);
});

function typed([question, answer]: readonly [string, string]): [string, string] {
	return [question, `${answer}\r`];
}

test('a source is found by its address, however that is written', () => {
	const source = makeSource('one', {
		URL: 'https://www.example.org/a/',
		custom: { originator: 'x', 'read-as': 'repost', 'read-at': 'http://copy.example/b?c=1' },
	});
	for (const address of [
		'http://example.org/a',
		'https://www.example.org/a/#part',
		'https://copy.example/b?c=1',
	])
		assert.equal(findSource([source], address)?.id, 'one', address);
	for (const address of ['https://example.org/', 'https://copy.example/b?c=2'])
		assert.equal(findSource([source], address), undefined, address);
	assert.equal(
		makeKey('https://www.cpr.org/2020/02/27/we-got-lucky-that/', () => false),
		'cpr-we-got-lucky-that',
	);
	assert.equal(
		makeKey('https://example.org/', (id) => id === 'example'),
		'example-2',
	);
});
