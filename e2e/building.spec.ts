/** Building: what a mistake must never do to the last good site, and what the gate asks of what is on record. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import { SECOND_CASE } from './places.ts';
import { copyOfCase, EVENT, setField } from './spoiled-case.ts';

const run = (script: string, env: Record<string, string>, args: readonly string[] = [], cwd?: string) =>
	spawnSync(process.execPath, [...process.execArgv, `scripts/${script}.ts`, ...args], {
		cwd,
		env: { ...process.env, CARDS: '0', ...env },
		encoding: 'utf8',
	});

/** One hash for every file of a folder. */
function fingerprint(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => statSync(join(folder, file)).isFile())
		.sort()
		.map(
			(file) =>
				`${file} ${createHash('sha256')
					.update(readFileSync(join(folder, file)))
					.digest('hex')}`,
		);
}

test('a mistake stops the build, names its place, and leaves the last good site byte for byte', async () => {
	const { folder, content, out, event } = copyOfCase();
	const env = { CONTENT_DIR: content, OUT_DIR: out };
	expect(run('build', env).status).toBe(0);
	const before = fingerprint(out);

	setField(event, 'date', '1969-02-30');
	const failed = run('build', env);
	expect(failed.status).toBe(1);
	expect(failed.stderr).toContain(`content/events/${EVENT}:2  date: "1969-02-30" is not a day`);
	expect(failed.stderr).toContain('is as it was');
	expect(fingerprint(out)).toEqual(before);
	expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);

	rmSync(folder, { recursive: true });
});

test('the check prints what it found, or every problem, and says so by its exit code', () => {
	const { folder, content, event } = copyOfCase();
	const good = run('check', { CONTENT_DIR: content });
	expect(good.status).toBe(0);
	expect(good.stdout).toMatch(/^\d+ events, .*\n0 avoided words outside quotations\n0 problems\n$/);
	setField(event, 'category', 'nowhere');
	const bad = run('check', { CONTENT_DIR: content });
	expect(bad.status).toBe(1);
	expect(bad.stderr).toContain(`content/events/${EVENT}:`);
	expect(bad.stderr).toContain('1 problem in 1 of');
	rmSync(folder, { recursive: true });
});

test('what is on record changes with a note and moves with an alias, or the check fails', () => {
	const { folder, content, event } = copyOfCase();
	const env = { CONTENT_DIR: content };
	const check = () => {
		const { status, stderr } = run('check', env);
		return { status, stderr };
	};
	const good = { status: 0, stderr: '' };
	const original = readFileSync(event, 'utf8');
	const refused = () => {
		const { status, stderr } = check();
		expect(status).toBe(1);
		expect(stderr).toContain('1 problem in 1 of');
		return stderr;
	};
	expect(run('publish-record', env).status).toBe(0);
	expect(check()).toEqual(good);

	const added = /^added: (.*)$/m.exec(original)?.[1] ?? '';
	const changed = original.replace(/^summary: (.*)\.$/m, 'summary: $1, it is said.');
	expect(changed).not.toBe(original);
	writeFileSync(event, changed);
	expect(refused()).toMatch(
		new RegExp(`^content/events/${EVENT}:.* Write the day of the change, updated: ${added} or later;`),
	);
	expect(run('publish-record', env).status).toBe(1);
	writeFileSync(event, changed.replace(/^added: .*$/m, `$&\nupdated: ${added}`));
	expect(check()).toEqual(good);
	expect(run('publish-record', env).status).toBe(0);
	writeFileSync(event, original);
	expect(refused()).toContain('updated: is missing, and what readers were given');

	// From here the event has another name.
	writeFileSync(event, changed.replace(/^added: .*$/m, `$&\nupdated: ${added}`));
	const id = EVENT.replace('.md', '');
	const renamed = join(content, 'events', `${id}-again.md`);
	renameSync(event, renamed);
	for (const name of readdirSync(content, { recursive: true, encoding: 'utf8' })) {
		if (!name.endsWith('.md')) continue;
		const file = join(content, name);
		writeFileSync(
			file,
			readFileSync(file, 'utf8').replaceAll(id, `${id}-again`).replaceAll('-again-again', '-again'),
		);
	}
	expect(refused()).toContain(`published.json:`);
	expect(refused()).toContain(
		`"${id}" was published and is gone. Put the file back, add the id under aliases:`,
	);
	const text = readFileSync(renamed, 'utf8');
	const aliases = /^aliases: \[(.*)\]$/m.exec(text);
	writeFileSync(
		renamed,
		aliases
			? text.replace(aliases[0], `aliases: [${id}, ${aliases[1]}]`)
			: text.replace(/^added: .*$/m, `$&\naliases: [${id}]`),
	);
	expect(check()).toEqual(good);
	rmSync(folder, { recursive: true });
});

test('the same content gives the same bytes: by a project in another folder, in another time zone and language, with nothing cached', () => {
	const { folder, content, out } = copyOfCase();
	const project = join(folder, 'project of another name');
	for (const name of [
		'src',
		'scripts',
		'public',
		'astro.config.mjs',
		'package.json',
		'package-lock.json',
		'tsconfig.json',
	])
		cpSync(name, join(project, name), { recursive: true });
	symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
	const env = { CONTENT_DIR: content, OUT_DIR: out, TZ: 'Asia/Kathmandu', LANG: 'de_DE.UTF-8' };
	expect(run('build', env, [], project)).toMatchObject({ status: 0 });
	const { status, stdout } = spawnSync('diff', ['-rq', SECOND_CASE, out], { encoding: 'utf8' });
	expect(stdout).toBe('');
	expect(status).toBe(0);
	rmSync(folder, { recursive: true });
});

test('what is not published yet, and whom it names, is nowhere in a build; speakers and earlier addresses are', async () => {
	const { folder, content, out } = copyOfCase();
	const add = (file: string, text: string) => appendFileSync(join(content, file), text);
	add('people.yaml', '\n- id: secret-draftee\n  name: Secret Draftee\n');
	add('organizations.yaml', '\n- id: secret-draft-union\n  name: Secret Draft Union\n  kind: association\n');
	const photo = sharp({ create: { width: 300, height: 200, channels: 3, background: '#123456' } });
	await photo
		.withExif({ IFD0: { Artist: 'Secret Draft Camera' } })
		.jpeg()
		.toFile(join(content, 'media', 'secret-draft.jpg'));
	writeFileSync(
		join(content, 'events', '1969-12-secret-draft.md'),
		readFileSync(join(content, 'events', EVENT), 'utf8')
			.replace(/^date: .*$/m, 'date: 1969-12')
			.replace(/^title: .*$/m, 'title: Secret Draft')
			.replace(/^(?:people|organizations|quotes|relates|media|aliases):.*\n(?: .*\n)*/gm, '')
			.replace(
				/^added: /m,
				`draft: true
people: [secret-draftee]
organizations: [secret-draft-union]
media:
  - {file: secret-draft.jpg, alt: A colour., credit: Nobody, licence: CC0-1.0}
added: `,
			),
	);
	// A speaker of a statement alone has an entry in the list of people.
	appendFileSync(join(content, 'people.yaml'), '\n- id: one-voice\n  name: One Voice\n  page: false\n');
	const claim = join(content, 'claims', 'before-this-decade-is-out.md');
	const text = readFileSync(claim, 'utf8');
	writeFileSync(claim, text.replace(/^ {2}speaker(?:-name)?: .*$/m, '  speaker: one-voice'));
	const list = join(content, 'organizations.yaml');
	// A publisher that acts in no event has a page for the sake of its earlier address alone.
	const publisher = 'viking';
	expect(existsSync(join(SECOND_CASE, 'organizations', `${publisher}.html`))).toBe(false);
	const before = readFileSync(list, 'utf8');
	writeFileSync(list, before.replace(/^- id: viking\n/m, '$&  aliases: [earlier-name]\n'));
	const { status, stderr } = run('build', { CONTENT_DIR: content, OUT_DIR: out, PDF: '0' });
	expect(stderr).toBe('');
	expect(status).toBe(0);
	const files = readdirSync(out, { recursive: true, encoding: 'utf8' });
	expect(files.filter((file) => /secret/.test(file))).toEqual([]);
	for (const file of files.filter((name) => statSync(join(out, name)).isFile()))
		expect(/secret.draft/i.test(readFileSync(join(out, file), 'latin1')), file).toBe(false);
	expect(readFileSync(join(out, 'people.html'), 'utf8')).toContain('id="one-voice"');
	expect(readFileSync(join(out, 'organizations', 'earlier-name.html'), 'utf8')).toContain(
		`organizations/${publisher}.html`,
	);
	expect(readFileSync(join(out, 'organizations', `${publisher}.html`), 'utf8')).toContain(
		`sources.html#publisher-${publisher}`,
	);
	rmSync(folder, { recursive: true });
});

test('a folder of other files is not built over', () => {
	const { folder, content, out } = copyOfCase();
	mkdirSync(out);
	writeFileSync(join(out, 'thesis.txt'), 'years of work');
	const { status, stderr } = run('build', { CONTENT_DIR: content, OUT_DIR: out });
	expect(status).toBe(1);
	expect(stderr).toMatch(/holds files that no build has put there.*Set OUT_DIR to one that is not there yet/);
	expect(readFileSync(join(out, 'thesis.txt'), 'utf8')).toBe('years of work');
	expect(readdirSync(folder).sort()).toEqual(['content', 'dist']);
	rmSync(folder, { recursive: true });
});

test('a new case passes the gate as it is; one brought along is built, and says which events have no source', () => {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
	const [fresh, brought, out] = ['fresh', 'brought', 'dist'].map((name) => join(folder, name)) as [
		string,
		string,
		string,
	];
	const passed = { status: 0, stderr: '' };
	const did = ({ status, stderr }: ReturnType<typeof run>) => ({ status, stderr });
	expect(did(run('new-case', {}, [fresh, 'A case of its own']))).toEqual(passed);
	expect(did(run('check', { CONTENT_DIR: fresh }))).toEqual(passed);

	expect(did(run('import', {}, [resolve('src/import/examples/media.json'), '--out', brought]))).toEqual(
		passed,
	);
	const env = { CONTENT_DIR: brought, OUT_DIR: out, EDITIONS: '0' };
	expect(run('check', env).status).toBe(1);
	expect(did(run('check', env, ['--allow-unsourced']))).toEqual(passed);
	expect(run('build', env, ['--allow-unsourced']).status).toBe(0);
	const BADGE = 'class="badge badge-unsourced"';
	const events = readdirSync(join(brought, 'events'));
	const cites = (name: string) => readFileSync(join(brought, 'events', name), 'utf8').includes('[@');
	const isMarked = (name: string) =>
		readFileSync(join(out, 'events', `${basename(name, '.md')}.html`), 'utf8').includes(BADGE);
	expect(events.filter(isMarked)).toEqual(events.filter((name) => !cites(name)));
	const home = readFileSync(join(out, 'index.html'), 'utf8');
	expect(home.split(BADGE).length - 1).toBe(events.filter(isMarked).length);
	expect(new Set(events.map(cites))).toEqual(new Set([true, false]));
	rmSync(folder, { recursive: true });
});
