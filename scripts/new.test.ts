import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeContent, makeSource } from '../src/core/testing.ts';
import { complete, findSource, makeKey, questions } from './new.ts';
import { projectFolder } from './paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-new-'));
after(() => rmSync(folder, { recursive: true }));
const content = join(folder, 'content');
cpSync(join(projectFolder, 'e2e/fixtures/apollo'), content, { recursive: true });

const run = (script: string, ...args: string[]) => {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...process.execArgv.filter((option) => !option.startsWith('--test')), `scripts/${script}.ts`, ...args],
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
