import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import { formatDate } from '../core/date-words.ts';
import { formatReport } from '../core/report.ts';
import { en } from '../i18n/en.ts';
import { ContentError, loadContent, readContent, type ReadContent } from './content-files.ts';

const project = fileURLToPath(new URL('../..', import.meta.url));
const fixtures = join(project, 'e2e', 'fixtures');
const expected = readFileSync(join(fixtures, 'broken-report.txt'), 'utf8').replaceAll('\r\n', '\n').trimEnd();

const temporary = mkdtempSync(join(tmpdir(), 'content-'));
after(() => rmSync(temporary, { recursive: true }));

/** A copy of the broken fixture under a folder of its own. */
function copyFixture(as: string): string {
	const folder = join(temporary, as, 'broken');
	cpSync(join(fixtures, 'broken'), folder, { recursive: true });
	return folder;
}

const event = ({ title = 'A good title', body = 'Text. [@court-record]' }) =>
	`---\ndate: 2021-05-23\ntitle: ${title}\nsummary: One sentence.\ncategory: court\nimportance: 3\nadded: 2026-11-23\n---\n\n${body}\n`;

/** What git and editors would not leave as it is. */
const UNKEPT: Record<string, string | Buffer> = {
	'good-bom.md': `\ufeff${event({ title: 'After a byte order mark' })}`,
	'good-crlf.md': event({
		title: 'Lines as Windows ends them',
		body: 'One. [@court-record]\n\nTwo,\non two lines. [@daily-report]',
	}).replaceAll('\n', '\r\n'),
	'good-override.md': event({
		title: 'Turned \u202eround\u202c and back',
		body: 'Turned \u202eround. [@court-record]',
	}),
	'crlf-mistakes.md': event({ title: '""', body: 'One. [@court-record]\n\nTwo,\nnot cited.' }).replaceAll(
		'\n',
		'\r\n',
	),
	'control-character-in-body.md': event({ body: 'A line\nwith a \u0007bell\u0007. [@court-record]' }),
	'latin-1.md': Buffer.from(event({ title: 'The café of the Señor' }), 'latin1'),
	'utf-16.md': Buffer.from(`\ufeff${event({ title: 'As Windows tools write it' })}`, 'utf16le'),
	'title-of-a-megabyte.md': event({ title: 'x'.repeat(1_000_000) }),
};

let folder: string;
let read: ReadContent;
before(async () => {
	folder = copyFixture('whole');
	for (const [name, text] of Object.entries(UNKEPT)) writeFileSync(join(folder, 'events', name), text);
	// A junction is the link that Windows lets everyone make; elsewhere the word is ignored.
	symlinkSync(join(folder, 'pages'), join(folder, 'events', 'symbolic-link.md'), 'junction');
	read = await readContent(folder);
});

const problemsOf = (file: string) => read.problems.filter((problem) => problem.file === `broken/${file}`);
const eventOf = (id: string) => {
	const found = read.content.events.find((one) => one.id === id);
	assert.ok(found, id);
	return found;
};

test('every mistake is told word for word, with file, line, field, value and remedy', () => {
	assert.equal(formatReport(read.problems, read.files), expected);
});

test('every sentence says what to do', () => {
	for (const { says, file } of read.problems) {
		assert.match(
			says,
			/\b(write|did you mean|add|give|take|put|keep|use|name|save|shorten|delete|leave|indent|start|move|choose|end it|see|it reads|is ---, then|fields? (?:is|are))\b/i,
			file,
		);
		assert.match(says, /[.?]$/, file);
	}
});

test('the order of problems is the same in each reading', async () => {
	assert.deepEqual((await readContent(folder)).problems, read.problems);
});

test('one mistake never hides another', () => {
	const fields = problemsOf('events/three-mistakes.md').map(({ field }) => field);
	assert.deepEqual(fields, ['date', 'people[1]', 'body']);
	const quotes = problemsOf('events/quote-mistakes.md').map(({ field }) => field.replace('quotes', ''));
	assert.deepEqual(quotes, [
		'[1].source',
		'[2].text',
		'[2].speaker',
		'[3].source',
		'[3].speaker',
		'[4].speaker',
		'[5].text',
	]);
	const source = problemsOf('sources.yaml').filter(({ field }) => field.startsWith('cited-nowhere.'));
	assert.equal(source.length, 9);
});

test('good files beside broken ones are without problems', () => {
	const good = read.problems.filter(({ file }) => /\/(?:good|about)/.test(file));
	assert.deepEqual(good, []);
});

test('a byte order mark, line ends, emoji and right-to-left text are read as they are meant', () => {
	const table: [id: string, title: string, date: string, firstBlock: string][] = [
		['good', 'Court hears the first motion', '23 May 2021', 'The court heard the motion. '],
		['good-bom', 'After a byte order mark', '23 May 2021', 'Text. '],
		['good-crlf', 'Lines as Windows ends them', '23 May 2021', 'One. '],
		[
			'good-emoji',
			'⚖️ Court opens 👩🏽‍⚖️',
			'between 4 March and 15 May 2021',
			'Opened, as “shockingly” as one side put it. 🎉 ',
		],
		['good-right-to-left', 'בית המשפט פתח את הדיון \u202e(now)', 'about May 2021', 'פתיחת הדיון. '],
		['good-override', 'Turned \u202eround\u202c and back', '23 May 2021', 'Turned \u202eround. '],
	];
	for (const [id, title, date, firstBlock] of table) {
		const { title: readTitle, date: readDate, prose } = eventOf(id);
		assert.deepEqual(
			[readTitle, formatDate(readDate, en.date), prose.blocks[0]?.text],
			[title, date, firstBlock],
		);
	}
});

test('a good event is read with all it holds', () => {
	const good = eventOf('good');
	assert.deepEqual(good.people, ['jane-doe']);
	assert.deepEqual(good.aliases, ['old-good', 'older-good']);
	assert.equal(good.quotes[0]?.text, 'Heard, and "so-called" is their word.');
	assert.deepEqual(good.relates['follows-from'], ['good-emoji']);
	assert.deepEqual(
		good.corrections.map(({ date }) => date),
		['2026-12-02', '2026-12-01'],
	);
	assert.deepEqual(
		good.prose.citations.map(({ id, locator }) => [id, locator]),
		[
			['court-record', undefined],
			['daily-report', 'p. 3'],
			['court-record', undefined],
			['daily-report', undefined],
		],
	);
	assert.match(eventOf('good-crlf').body, /Two,\r\non two lines/);
});

test('hostile keys change no object but their own', () => {
	assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
	assert.equal(Object.getPrototypeOf(eventOf('hostile-keys')), Object.prototype);
});

test(
	'no file name can rewrite the terminal',
	{ skip: process.platform === 'win32' && 'Windows has no such names' },
	async () => {
		const copy = copyFixture('bell');
		writeFileSync(join(copy, 'events', 'bell-\u0007-\u202e.md'), event({}));
		const { problems, files } = await readContent(copy);
		const report = formatReport(problems, files);
		assert.match(
			report,
			/^broken\/events\/bell--\.md:1 {2}"bell--\.md" cannot be an address for ever\. .*: bell\.md\.$/m,
		);
		assert.doesNotMatch(report, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
	},
);

test('a list that cannot be read is one problem, not one for each name in it', async () => {
	for (const list of ['site.yaml', 'sources.yaml', 'people.yaml', 'organizations.yaml']) {
		const copy = copyFixture(list);
		writeFileSync(join(copy, list), 'a: [b');
		const { problems } = await readContent(copy);
		assert.deepEqual(
			problems.filter(({ file }) => file === `broken/${list}`).map(({ line }) => line),
			[1],
			list,
		);
		assert.deepEqual(
			problems.filter(({ says }) => says.includes(`to ${list}.`)),
			[],
			list,
		);
	}
});

test('a list under a misspelt key is one problem', async () => {
	const copy = copyFixture('misspelt-list');
	writeFileSync(join(copy, 'sources.yaml'), 'refrences:\n  - id: court-record\n');
	const { problems } = await readContent(copy);
	assert.deepEqual(
		problems
			.filter(({ file }) => file === 'broken/sources.yaml')
			.map(({ line, field, says }) => [line, field, says]),
		[[1, 'refrences', 'is not a field of sources.yaml. Did you mean references?']],
	);
});

test('what lies beside the known files is refused by name, but for dot files', async () => {
	const copy = copyFixture('strays');
	writeFileSync(join(copy, '.gitkeep'), '');
	const { problems } = await readContent(copy);
	const strays = problems.filter(
		({ file }) => !/^broken\/(?:events|claims|pages|media)\/|\.(?:yaml|json)$/.test(file),
	);
	assert.deepEqual(
		strays.map(({ file }) => file.replace('broken/', '')),
		['drafts', 'event', 'event.md', 'notes.txt', 'source.yml'],
	);
});

test('loading throws the whole report', async () => {
	await assert.rejects(
		loadContent(folder),
		(error) => error instanceof ContentError && error.message === expected,
	);
});

test('npm run check prints the report, or the same problems as JSON, and fails', () => {
	const check = (...flags: string[]) =>
		spawnSync(process.execPath, ['scripts/check.ts', ...flags], {
			cwd: project,
			encoding: 'utf8',
			env: { ...process.env, CONTENT_DIR: folder },
		});
	const plain = check();
	assert.deepEqual([plain.status, plain.stdout, plain.stderr.trimEnd()], [1, '', expected]);
	const json = check('--json');
	const { problems, files } = JSON.parse(json.stdout) as ReadContent;
	assert.deepEqual([json.status, files, problems], [1, read.files, read.problems]);
});

/** A copy of the sound second case, with one line of its `site.yaml` replaced. */
function copyOfCase(as: string, field?: string, value?: string): string {
	const copy = join(temporary, as, 'apollo');
	cpSync(join(fixtures, 'apollo'), copy, { recursive: true });
	const file = join(copy, 'site.yaml');
	if (field)
		writeFileSync(
			file,
			readFileSync(file, 'utf8').replace(new RegExp(`^${field}:.*$`, 'm'), `${field}: ${value}`),
		);
	return copy;
}

test('SITE_ADDRESS wins over the address that is written, and is held to the same rules', async () => {
	const copy = copyOfCase('address', 'address', 'https://example.org/case');
	const readAs = async (variable: string) => {
		process.env['SITE_ADDRESS'] = variable;
		const { content, problems } = await readContent(copy).finally(() => delete process.env['SITE_ADDRESS']);
		return problems[0]?.says ?? content.site.address;
	};
	assert.equal(await readAs(''), 'https://example.org/case/');
	assert.equal(await readAs('https://pages.example.org/x'), 'https://pages.example.org/x/');
	assert.match(await readAs('https://me:pass@example.org/'), /^is set by SITE_ADDRESS: "https:\/\/me:pass@/);
});

test('a language without interface words is told with those there are', async () => {
	const { problems } = await readContent(copyOfCase('language', 'language', 'tlh'));
	assert.deepEqual(
		problems.map(({ field, says }) => [field, says]),
		[
			[
				'language',
				'"tlh" has no interface words yet, so pages would mix languages. Write en, es or he, or add src/i18n/tlh.ts with the words.',
			],
		],
	);
});

test('a file that goes while the folder is read is not there, and no error', async () => {
	const copy = copyOfCase('vanishing');
	const names = Array.from({ length: 200 }, (_, index) => join(copy, 'events', `z-${index}.md`));
	for (const name of names) writeFileSync(name, event({}));
	const reading = readContent(copy);
	let isDone = false;
	void reading.then(() => (isDone = true)).catch(() => (isDone = true));
	// From the end, so that each goes after it was listed and before it is read.
	while (!isDone && names.length > 0) {
		await rm(names.sort().pop() ?? '');
		await setImmediate();
	}
	assert.deepEqual(
		(await reading).problems.filter(({ says }) => !says.includes('court')),
		[],
	);
});

test('a translated page needs citations as its original does, as soon as that says so', async () => {
	const copy = copyOfCase('translated-page', 'language', 'en\ntranslations: [es]');
	const about = join(copy, 'pages', 'about.md');
	const whole = readFileSync(about, 'utf8');
	assert.match(whole, /^speaks-of: site$/m);
	writeFileSync(
		join(copy, 'pages', 'about.es.md'),
		'---\ntitle: Acerca de\nsummary: Una frase.\ntranslated: 2026-11-23\n---\n\nSin fuente.\n',
	);
	const ofTranslation = async () => {
		const { problems } = await readContent(copy);
		return problems.filter(({ file }) => file.endsWith('about.es.md')).length;
	};
	assert.equal(await ofTranslation(), 0);
	writeFileSync(about, whole.replace('speaks-of: site\n', ''));
	assert.equal(await ofTranslation(), 1);
	writeFileSync(about, whole);
	assert.equal(await ofTranslation(), 0);
});

test('a translation is named after its original and a language of the site, and is told of like any file', async () => {
	const copy = copyOfCase('translations', 'language', 'en\ntranslations: [es]');
	const id = '1957-10-04-sputnik';
	const write = (name: string, text: string) => writeFileSync(join(copy, name), text);
	write(`events/${id}.pt.md`, 'title: none');
	write(
		`events/${id}.es.md`,
		'---\ntitle: El despegue\nsumary: Una frase.\ntranslated: 2026-11-23\n---\n\nSin fuente.\n',
	);
	const { problems, content } = await readContent(copy);
	assert.deepEqual(
		problems.map(({ file, line, field }) => `${file.replace('apollo/', '')}:${line} ${field}`),
		[
			`events/${id}.es.md:3 sumary`,
			...['6', '6', '7'].map((line) => `events/${id}.es.md:${line} body`),
			`events/${id}.pt.md:1 `,
			'site.es.yaml:1 ',
		],
	);
	assert.deepEqual(
		[problems[0]?.says, problems[4]?.says],
		[
			'is not a field of a translated event. Did you mean summary?',
			`"${id}.pt.md" is a translation into "pt", which site.yaml does not name. Write translations: [pt] there, or name the file ${id}-pt.md.`,
		],
	);
	assert.ok(content.events.some((one) => one.id === id));
});

test('what is read is data and nothing else, so that a file can keep it from run to run', async () => {
	for (const folder of [join(project, 'content'), join(fixtures, 'apollo'), join(fixtures, 'south-pole')]) {
		const { content } = await readContent(folder);
		assert.deepStrictEqual(deserialize(serialize(content)), content);
	}
});

test('a second run says of every file what the first one did, and of a changed one what is wrong', () => {
	const folder = join(temporary, 'run again', 'apollo');
	cpSync(join(fixtures, 'apollo'), folder, { recursive: true });
	const check = () => {
		const env = { ...process.env, CONTENT_DIR: folder };
		const ran = spawnSync(process.execPath, ['scripts/check.ts'], { cwd: project, encoding: 'utf8', env });
		return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
	};
	const first = check();
	assert.equal(first.status, 0, first.stderr);
	assert.deepEqual(check(), first);
	const file = join(folder, 'events', '1969-07-20-first-steps.md');
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^category: .*$/m, 'category: nonsense'));
	for (let run = 0; run < 2; run++) {
		const { status, stderr } = check();
		assert.equal(status, 1);
		assert.match(stderr, /first-steps\.md:\d+ .*category/);
	}
});
