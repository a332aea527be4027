/** Every page and part within `budgets.ts`; what is not is named with its files, so that one sees what grew. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { IN_ANOTHER_LANGUAGE, LATE, PAGES, WHOLE, type Cost } from './budgets.ts';
import { content } from './content.ts';
import { BUILT } from './places.ts';
import { tellCount } from './soak.ts';

type Type = Exclude<keyof Cost, 'requests' | 'text'>;

const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).map((file) =>
	file.replaceAll('\\', '/'),
);
const pages = files.filter((file) => file.endsWith('.html') && !file.startsWith('downloads/'));
const texts = new Set(content.pages.map(({ id }) => id));
const FOLDERS: Record<string, string> = {
	events: 'event',
	people: 'person',
	organizations: 'organization',
	years: 'year',
};

const folderOf = (path: string) =>
	content.translations.map(({ id }) => `${id}/`).find((folder) => path.startsWith(folder)) ?? '';

/** @param path from the site's root; that of a translation is its original's below a language */
function kindOf(path: string): string {
	const [name = '', ...below] = path.slice(folderOf(path).length).split('/');
	if (below.length > 0) return FOLDERS[name] ?? name;
	const id = name.replace('.html', '');
	return id === 'index' ? 'home' : texts.has(id) ? 'text' : id;
}

const sizes = new Map<string, number>();
function sizeOf(file: string, type?: Type): number {
	const known = sizes.get(file);
	if (known !== undefined) return known;
	const path = join(BUILT, file);
	const isText = type !== 'font' && type !== 'image';
	const size = isText ? gzipSync(readFileSync(path), { level: 9 }).length : statSync(path).size;
	sizes.set(file, size);
	return size;
}

/** The files that a browser asks for when it opens a page, but for the icon. */
function filesOf(page: string): Record<Type, string[]> {
	const html = readFileSync(join(BUILT, page), 'utf8');
	const named = (pattern: RegExp, text = html, from = page) => [
		...new Set(
			[...text.matchAll(pattern)].map(([, address = '']) => posix.join(posix.dirname(from), address)),
		),
	];
	const style = named(/<link rel="stylesheet" href="([^"]+)"/g);
	const fonts = /url\(["']?([^"')]+\.woff2)["']?\)/g;
	return {
		html: [page],
		style,
		script: named(/<script[^>]* src="([^"]+)"/g),
		// Of a page that carries its style, the page itself names them.
		font: [
			...new Set(
				[page, ...style].flatMap((file) => named(fonts, readFileSync(join(BUILT, file), 'utf8'), file)),
			),
		],
		image: named(/<(?:img|source|image)[^>]* (?:src|href)="([^"]+)"/g),
	};
}

const number = (value: number) => value.toLocaleString('en');
const over = (what: string, is: number, limit: number, parts: readonly string[]) =>
	`${what}: ${number(is)}, ${number(is - limit)} more than its ${number(limit)}: ${parts
		.map((file) => `${file} ${number(sizeOf(file))}`)
		.join(', ')}`;
const sum = (parts: readonly string[], type?: Type) =>
	parts.reduce((total, file) => total + sizeOf(file, type), 0);

test('every page costs no more than its kind may', ({}, info) => {
	const problems: string[] = [];
	let held = 0;
	for (const page of pages) {
		const budget = PAGES[kindOf(page)];
		if (!budget) {
			problems.push(`${page}: has no budget; give its kind one in e2e/budgets.ts`);
			continue;
		}
		const all = filesOf(page);
		const hold = (what: string, is: number, limit: number, parts: readonly string[]) => {
			if (is > limit) problems.push(over(`${what} of ${page}`, is, limit, parts));
			else held++;
		};
		const extra = folderOf(page) === '' ? 0 : IN_ANOTHER_LANGUAGE.html;
		for (const [type, parts] of Object.entries(all) as [Type, string[]][])
			hold(type, sum(parts, type), budget[type] + (type === 'html' ? extra : 0), parts);
		const text = [...all.html, ...all.style];
		if (budget.text !== undefined) hold('html and style', sum(text), budget.text + extra, text);
		const asked = Object.values(all).flat();
		hold('requests', asked.length + 1, budget.requests, asked);
	}
	expect(problems).toEqual([]);
	const kinds = new Set(pages.map(kindOf));
	tellCount(info, `${number(held)} budgets held by ${pages.length} pages of ${kinds.size} kinds`);
});

test('what is loaded late costs no more than it may, and no page asks for it', () => {
	const named = new Set(pages.flatMap((page) => Object.values(filesOf(page)).flat()));
	const inOthers = content.translations.map(
		({ id }) => [`${id}/data/search-`, LATE['data/search-'] + IN_ANOTHER_LANGUAGE.search] as const,
	);
	for (const [start, limit] of [...Object.entries(LATE), ...inOthers]) {
		const parts = files.filter((file) => file.startsWith(start) && /\.(?:js|css)$/.test(file));
		expect(parts.length, start).toBeGreaterThan(0);
		expect(parts.filter((file) => named.has(file))).toEqual([]);
		const is = sum(parts);
		expect(is > limit ? over(start, is, limit, parts) : '').toBe('');
	}
	// The whole of vis-timeline is in one part: with moment and its languages it would be a fifth larger.
	const withTimeline = files.filter(
		(file) => file.endsWith('.js') && readFileSync(join(BUILT, file)).includes('vis-itemset'),
	);
	expect(withTimeline).toEqual([expect.stringMatching(/^assets\/detail\./)]);
	for (const file of files.filter((name) => /(?:^|\/)data\/search-\d+\.js$/.test(name)))
		expect(statSync(join(BUILT, file)).size, file).toBeLessThanOrEqual(WHOLE.largestSearchPart);
});

test('there are no more fonts than the typeface needs, and no picture is large', () => {
	expect(files.filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file))).toHaveLength(WHOLE.fontFiles);
	const pictures = files.filter((file) => /\.(?:png|jpe?g|gif|webp|avif|svg|ico)$/.test(file));
	expect(pictures.length).toBeGreaterThan(0);
	const large = pictures.filter((file) => sizeOf(file, 'image') > WHOLE.largestImage);
	expect(large.map((file) => over(file, sizeOf(file, 'image'), WHOLE.largestImage, [file]))).toEqual([]);
});
