/** What can be said of pages in several languages without a browser: they name each other, and say which words are foreign. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Parser } from 'htmlparser2';
import type { Statement } from '../src/core/claim.ts';
import type { Content } from '../src/core/content.ts';
import { untranslatedPaths } from '../src/core/in-language.ts';
import { sourceOutlet } from '../src/core/source.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { content } from './content.ts';
import { BUILT, RTL_CASE, RTL_CONTENT } from './places.ts';

const CASES: [name: string, folder: string, content: Content][] = [
	['this case', BUILT, content],
	['the case from right to left', RTL_CASE, await loadContent(RTL_CONTENT)],
];

/** The pages of a built folder, or of a folder in it, by their paths. */
function pagesOf(folder: string): Map<string, string> {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.html') && !file.startsWith('downloads/'));
	return new Map(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

for (const [name, folder, { site, translations, ...rest }] of CASES)
	test(`each page names itself in every language it is in, and no other: ${name}`, () => {
		const pages = pagesOf(folder);
		const lacking = new Set(
			translations.flatMap((translation) =>
				untranslatedPaths({ site, translations, ...rest }, translation).map(
					(path) => `${translation.id}/${path}`,
				),
			),
		);
		/** Of each page that may be listed: its alternates, as languages and files. */
		const sets = new Map<string, [lang: string, file: string][]>();
		for (const [path, html] of pages) {
			const named = [...html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)].map(
				([, lang = '', href = '']): [string, string] => {
					expect(href, path).toContain(site.address);
					return [lang, decodeURI(href.slice(site.address.length)).replace(/(^|\/)$/, '$1index.html')];
				},
			);
			const isListed = !html.includes('<meta name="robots" content="noindex">');
			if (isListed) sets.set(path, named);
			else expect(named, path).toEqual([]);
			if (lacking.has(path)) expect(isListed, path).toBe(false);
		}
		expect(lacking.size).toBeGreaterThan(0);
		for (const path of lacking) expect([...pages.keys()]).toContain(path);
		for (const [path, set] of sets) {
			const own = translations.find(({ id }) => path.startsWith(`${id}/`));
			const original = own ? path.slice(own.id.length + 1) : path;
			const further = translations
				.map(({ id }): [string, string] => [id, `${id}/${original}`])
				.filter(([, file]) => !lacking.has(file));
			expect(set, path).toEqual([[site.language, original], ...further, ['x-default', original]]);
			for (const [, file] of set) expect(sets.get(file), `${path}: ${file}`).toEqual(set);
		}
		expect([...sets.keys()].filter((path) => path.includes('/')).length).toBeGreaterThan(10);
	});

/** As texts are compared: one kind of quotation mark, one space. */
const plain = (text: string) =>
	text
		.replace(/[“”«»„״]/g, '"')
		.replace(/[‘’]/g, "'")
		.replace(/\s+/g, ' ')
		.trim();

/** Texts that stay in the case's own language wherever it is read. */
function untranslatedTexts(all: Content, { events, pages }: Content['translations'][number]): string[] {
	const has = (list: readonly { id: string }[], id: string) => list.some((own) => own.id === id);
	const isOwn = (source: string) => {
		const found = all.sources.find(({ id }) => id === source);
		return (found?.language ?? all.site.language) === all.site.language;
	};
	const shown = all.events.filter(({ draft, withdrawn }) => !draft && !withdrawn);
	const left = shown.filter(({ id }) => !has(events, id));
	const said: (Partial<Statement> & Pick<Statement, 'text' | 'source'>)[] = [
		...shown.flatMap(({ quotes }) => quotes),
		...all.claims.flatMap(({ statement, answers }) => [statement, ...answers]),
	];
	// A name is the same in every language.
	const names = new Set([...all.organizations, ...all.people].map(({ name }) => name));
	for (const source of all.sources) names.add(sourceOutlet(source) ?? '');
	return (
		[
			...said.flatMap((one) => [
				isOwn(one.source) ? one.text : '',
				one['speaker-name'] ?? '',
				one.place ?? '',
			]),
			...all.people.flatMap(({ roles, group }) => [group ?? '', ...roles.map(({ text }) => text)]),
			...all.organizations.map(({ note }) => note ?? ''),
			...all.sources.flatMap(({ id, title, note }) => [isOwn(id) ? title : '', note ?? '']),
			...shown.flatMap(({ corrections, media }) => [
				...corrections.map(({ text }) => text),
				...media.flatMap(({ credit, licence }) => [credit, /\s/.test(licence) ? licence : '']),
			]),
			...left.flatMap(({ title, summary, limits, disagreements, media }) => [
				...[title, summary],
				...[...limits, ...disagreements].map(({ text }) => text),
				...media.map(({ alt }) => alt),
			]),
			...all.pages.filter(({ id }) => !has(pages, id)).map(({ title }) => title),
		]
			// So is one that is not listed: each of its words begins with a capital, where the script has some.
			.filter((text) => /\s[\p{Ll}\p{Lo}]/u.test(text) && !names.has(text))
			.map(plain)
	);
}

interface Open {
	lang: string;
	dir: string;
	/** What is in it that no reader meets, or copies as it is. */
	isApart: boolean;
	text: string;
	found: Set<string>;
}

/** Which of some texts stand on a page as if they were in its language, or ran its way. */
function misspoken(html: string, wanted: readonly string[], own: { lang: string; dir: string }): string[] {
	const wrong: string[] = [];
	const open: Open[] = [];
	const check = ({ lang, dir, text, found }: Open) => {
		const all = plain(text);
		for (const one of wanted)
			if (!found.has(one) && all.includes(one)) {
				found.add(one);
				if (lang !== own.lang || dir !== own.dir) wrong.push(`${lang}, ${dir}: ${one}`);
			}
	};
	const parser = new Parser({
		onopentag(tag, attributes) {
			const parent = open.at(-1);
			const isApart =
				parent?.isApart || ['script', 'style'].includes(tag) || attributes['data-copy'] !== undefined;
			const element: Open = {
				lang: attributes['lang'] ?? parent?.lang ?? '',
				// Titles of pages and texts of drawings have no direction of their own; code has that of its first letter.
				dir: ['title', 'text', 'code', 'pre'].includes(tag)
					? own.dir
					: (attributes['dir'] ?? parent?.dir ?? ''),
				isApart,
				text: '',
				found: new Set(),
			};
			for (const name of ['alt', 'aria-label', 'title'])
				if (attributes[name]) check({ ...element, dir: own.dir, text: attributes[name] });
			open.push(element);
		},
		ontext(text) {
			const parent = open.at(-1);
			if (parent && !parent.isApart) parent.text += text;
		},
		onclosetag() {
			const closed = open.pop();
			if (!closed) return;
			if (!closed.isApart) check(closed);
			const parent = open.at(-1);
			if (!parent) return;
			parent.text += closed.text;
			for (const one of closed.found) parent.found.add(one);
		},
	});
	parser.end(html);
	return wrong;
}

for (const [name, folder, all] of CASES)
	test(`what is in the language of the original says so, wherever it stands: ${name}`, () => {
		const { language } = all.site;
		for (const translation of all.translations) {
			const texts = untranslatedTexts(all, translation);
			const met = new Set<string>();
			for (const [path, html] of pagesOf(join(folder, translation.id))) {
				const page = plain(
					html
						.replace(/&#39;|&#x27;/g, "'")
						.replace(/&quot;|&#34;/g, '"')
						.replaceAll('&amp;', '&'),
				);
				const here = texts.filter((text) => page.includes(text));
				for (const text of here) met.add(text);
				const own = { lang: language, dir: wordsFor(language).direction };
				expect(misspoken(html, here, own), path).toEqual([]);
			}
			// Those that are cut, or have marks or links in them, are met nowhere.
			expect(met.size / new Set(texts).size).toBeGreaterThan(0.8);
		}
	});
