/** The copies to keep, as files: whole, valid, of one case, the same to the byte when made again. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { mediaKind } from '../src/core/media.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { findUnportable, pageReader } from '../src/integrations/portable/verify.ts';
import { findBrowser } from '../scripts/browsers.ts';
import { content, published } from './content.ts';
import { BUILT, SECOND_CASE, SECOND_CONTENT } from './places.ts';
import { copyOfCase } from './spoiled-case.ts';

const { slug } = content.site;
const file = (ending: string) => join(BUILT, 'downloads', `${slug}.${ending}`);
const filesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		);

/** The files of an archive; reading it checks the checksum of each (APPNOTE 4.4.7) by length and inflation. */
function unzip(path: string): Map<string, string> {
	return new Map(
		Object.entries(unzipSync(readFileSync(path))).map(([name, bytes]) => [name, strFromU8(bytes)]),
	);
}

function build(env: Record<string, string>) {
	return spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: { ...process.env, CARDS: '0', ...env },
		encoding: 'utf8',
	});
}

test('the archive holds the whole site and nothing that serves it online alone', () => {
	const entries = unzip(file('zip'));
	const expected = filesOf(BUILT)
		.filter((path) => !/^(?:cards|downloads|_offline)\/|^(?:sw\.js|_headers|\.nojekyll)$/.test(path))
		.map((path) => `${slug}/${path}`)
		.sort();
	expect([...entries.keys()]).toEqual(expected);
	// Every link of its pages leads to a file or an anchor in it.
	const pages = new Map([...entries].filter(([name]) => name.endsWith('.html')));
	const readPage = pageReader();
	expect(
		findUnportable(
			new Map(Array.from(pages, ([path, text]) => [path, readPage(text)])),
			new Set(entries.keys()),
		),
	).toEqual([]);
	const check = spawnSync('unzip', ['-tqq', file('zip')], { encoding: 'utf8' });
	if (!check.error) expect(check.stdout + check.stderr).toBe('');
});

test('a page that lists the downloads names, in a copy, which copy it is', () => {
	const online = filesOf(BUILT).filter(
		(path) =>
			path.endsWith('.html') && readFileSync(join(BUILT, path), 'utf8').includes('downloads/SHA256SUMS'),
	);
	expect(online.length).toBeGreaterThan(0);
	const entries = unzip(file('zip'));
	for (const path of online) {
		const html = readFileSync(join(BUILT, path), 'utf8');
		const copy = entries.get(`${slug}/${path}`) ?? '';
		const [hash = ''] = /\b[0-9a-f]{12}\b/.exec(html) ?? [];
		const [language = ''] = /(?<=<html lang=")[^"]+/.exec(html) ?? [];
		const folder = language === content.site.language ? '' : `${language}/`;
		expect(copy).toContain(wordsFor(language).editions.copyHeading);
		expect(copy).toContain(hash);
		expect(copy).toContain(`href="${content.site.address}${folder}"`);
		expect(copy).not.toContain('downloads/');
		for (const name of readdirSync(join(BUILT, 'downloads')))
			expect(html).toContain(`href="${folder && '../'}downloads/${name}"`);
		for (const [, sum = ''] of checksums(BUILT)) expect(html).toContain(sum);
		expect(html + copy).not.toMatch(/%\w+%|data-(?:href|edition)/);
	}
});

test('the checksums are those of the files', () => {
	const sums = checksums(BUILT);
	expect([...sums.keys()]).toEqual(
		readdirSync(join(BUILT, 'downloads'))
			.filter((name) => name !== 'SHA256SUMS')
			.sort(),
	);
	for (const [name, sum] of sums)
		expect(
			createHash('sha256')
				.update(readFileSync(join(BUILT, 'downloads', name)))
				.digest('hex'),
		).toBe(sum);
});

function checksums(folder: string): Map<string, string> {
	const lines = readFileSync(join(folder, 'downloads/SHA256SUMS'), 'utf8').trimEnd().split('\n');
	return new Map(
		lines.map((line) => {
			const [sum = '', name = ''] = line.split('  ');
			return [name, sum];
		}),
	);
}

for (const [name, folder] of [
	['this case', BUILT],
	['the second case', SECOND_CASE],
] as const)
	test(`the book for e-readers has no error and no warning: ${name}`, async () => {
		const downloads = join(folder, 'downloads');
		const book = readdirSync(downloads).find((entry) => entry.endsWith('.epub')) ?? '';
		const { messages } = await EpubCheck.validate(readFileSync(join(downloads, book)));
		const grave = messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage');
		expect(grave.map(({ severity, id, message }) => `${severity} ${id}: ${message}`)).toEqual([]);
	});

test('the book for e-readers has every event in its contents and every note within reach', () => {
	const entries = unzip(file('epub'));
	expect([...entries.keys()][0]).toBe('mimetype');
	const nav = entries.get('EPUB/nav.xhtml') ?? '';
	const titles = [...nav.matchAll(/<a href="[^"#]+#[^"]+">([^<]*)<\/a>/g)].map((match) =>
		decode(match[1] ?? ''),
	);
	expect(titles).toEqual(published.map((event) => event.shownTitle));
	let notes = 0;
	for (const [name, xhtml] of entries)
		for (const [mark] of xhtml.matchAll(/<a [^>]*role="doc-noteref"[^>]*>/g)) {
			const target = /href="([^"#]*)#([^"]*)"/.exec(mark);
			const page = entries.get(`EPUB/${target?.[1]}`) ?? '';
			expect(page, `${name}: ${mark}`).toContain(`<li id="${target?.[2]}" epub:type="endnote"`);
			notes++;
		}
	expect(notes).toBeGreaterThan(published.length);
	const metadata = entries.get('EPUB/book.opf') ?? '';
	for (const property of [
		'accessMode',
		'accessModeSufficient',
		'accessibilityFeature',
		'accessibilityHazard',
		'accessibilitySummary',
	])
		expect(metadata).toContain(`property="schema:${property}"`);
});

/** Character references as text. */
function decode(text: string): string {
	return text
		.replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(parseInt(hex, 16)))
		.replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&');
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test('the book for paper is there where a browser is, with every event in order', () => {
	expect(existsSync(file('pdf')), 'build again if the browser came after the build').toBe(
		findBrowser('chromium') !== undefined,
	);
	if (!existsSync(file('pdf'))) return;
	const pdf = readFileSync(file('pdf')).toString('latin1');
	const outline = outlineTitles(pdf);
	const titles = published.map((event) => event.shownTitle);
	expect(outline.filter((title) => titles.includes(title))).toEqual(titles);
	expect(pdf).toContain('/StructTreeRoot');
	// Printed words too, where there is a tool that reads them.
	const read = spawnSync('pdftotext', ['-layout', file('pdf'), '-'], { encoding: 'utf8' });
	if (read.error) return;
	const text = squeeze(read.stdout);
	let from = 0;
	for (const event of published) {
		const words = event.shownTitle.split(' ');
		// A long title runs over lines, between which the margin's words stand.
		const at = text.indexOf(words.slice(0, 3).join(' '), from);
		expect(at, event.shownTitle).toBeGreaterThan(-1);
		from = at;
	}
});

/** The titles of an outline (ISO 32000-1, 12.3.3), which Chromium writes uncompressed, in the order of its objects. */
function outlineTitles(pdf: string): string[] {
	const literal = /\/Title \((?:feff|\u00fe\u00ff)?((?:\\.|[^\\)])*)\)|\/Title <([0-9A-Fa-f]*)>/gs;
	return [...pdf.matchAll(literal)].map(([, text, hex]) => {
		if (hex !== undefined) return squeeze(Buffer.from(hex.slice(4), 'hex').swap16().toString('utf16le'));
		return squeeze(
			(text ?? '').replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
				code.length === 3 ? String.fromCharCode(parseInt(code, 8)) : code,
			),
		);
	});
}

test('made again, elsewhere and in another time zone, every copy is the same to the byte', () => {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
	const out = join(folder, 'dist');
	const { status } = build({ CONTENT_DIR: SECOND_CONTENT, OUT_DIR: out, TZ: 'Asia/Tokyo' });
	expect(status).toBe(0);
	expect(checksums(out)).toEqual(checksums(SECOND_CASE));
	rmSync(folder, { recursive: true });
});

test('what was withdrawn has no text in any copy, and another case no word of this one', () => {
	const downloads = join(SECOND_CASE, 'downloads');
	const names = /\b(peters|mesa|colorado|polis|weiser|trump)\b/i;
	const texts = readdirSync(downloads).flatMap((name) => {
		const path = join(downloads, name);
		if (/\.(?:zip|epub)$/.test(name)) return [...unzip(path).values()];
		const text = readFileSync(path, name.endsWith('.pdf') ? 'latin1' : 'utf8');
		return name.endsWith('.pdf') ? outlineTitles(text) : [text];
	});
	expect(texts.length).toBeGreaterThan(4);
	for (const text of texts) {
		expect(text).not.toMatch(names);
		expect(text).not.toContain('Freeze-dried ice cream');
	}
});

test('a picture and its description are in every copy; what a recording says is there in words', async () => {
	const downloads = join(SECOND_CASE, 'downloads');
	const { events, site } = await loadContent(SECOND_CONTENT);
	const media = events.flatMap((event) => event.media);
	const picture = media.find(({ file: name }) => mediaKind(name) === 'image');
	const said = media.find(({ file: name }) => mediaKind(name) === 'audio');
	if (!picture || !said?.transcript) throw new Error('the second case has no media');
	const html = readFileSync(join(downloads, `${site.slug}.html`), 'utf8');
	expect(html).toMatch(new RegExp(`<img src="data:image/png;base64,[^"]+" alt="${picture.alt}"`));
	const book = unzip(join(downloads, `${site.slug}.epub`));
	expect([...book.keys()]).toContain(`EPUB/media/${picture.file}`);
	const chapters = [...book.values()].join('');
	expect(chapters).toContain(`<img src="media/${picture.file}" alt="${picture.alt}"`);
	const zip = unzip(join(downloads, `${site.slug}.zip`));
	for (const { file: name } of media) expect([...zip.keys()]).toContain(`${site.slug}/media/${name}`);
	const pages = [...zip.values()].join('');
	expect(pages).toContain(`alt="${picture.alt}"`);
	for (const text of [html, chapters, pages]) {
		expect(text).toContain(said.transcript);
		expect(text).toContain(picture.credit);
	}
	// No copy of what a camera or an editor saved: only what was made for readers.
	const pictures = filesOf(SECOND_CASE).filter((path) => path.startsWith('assets/lunar'));
	expect(pictures.map((path) => extname(path))).toEqual(['.webp', '.webp', '.webp']);
	if (!existsSync(join(downloads, `${site.slug}.pdf`))) return;
	// In the tags of the document, for those who hear it (ISO 32000-1, 14.9.3).
	expect(readFileSync(join(downloads, `${site.slug}.pdf`)).toString('latin1')).toContain(
		`/Alt (${picture.alt})`,
	);
});

test('they can be left out, all or the one that needs a browser', () => {
	const { folder, content: copy, out } = copyOfCase();
	expect(build({ CONTENT_DIR: copy, OUT_DIR: out, EDITIONS: '0' }).status).toBe(0);
	expect(existsSync(join(out, 'downloads'))).toBe(false);
	expect(filesOf(out).filter((path) => path.startsWith('edition'))).toEqual([]);
	const noBrowser = { CHROMIUM: '', PATH: '', PLAYWRIGHT_BROWSERS_PATH: folder };
	const { status, stdout, stderr } = build({ CONTENT_DIR: copy, OUT_DIR: out, ...noBrowser });
	expect(status).toBe(0);
	expect(stdout + stderr).toContain('The edition for print is left out: no Chromium was found');
	expect([...checksums(out).keys()].map((name) => name.replace(/^.*\./, ''))).toEqual([
		'epub',
		'html',
		'zip',
	]);
	rmSync(folder, { recursive: true });
});
