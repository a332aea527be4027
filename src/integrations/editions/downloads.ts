/** Fills in `Editions.astro`: what the downloads are, or, in a copy, which copy it is. */
import { createHash } from 'node:crypto';
import { formatDay } from '../../core/day-words.ts';
import { wordsFor } from '../../i18n/index.ts';
import type { Words } from '../../i18n/words.ts';
import type { Book, Edition } from './book.ts';
import { escapeHtml, findAll, need, parse, remove, toHtml, type Tree } from './dom.ts';

export interface Download {
	name: string;
	bytes: Uint8Array;
}

/** Every page that has the component holds this. */
const MARKER = 'data-editions=';

export function hasEditions(bytes: Uint8Array): boolean {
	return Buffer.from(bytes).includes(MARKER);
}

/** A page as it stands in a copy: it names the edition, and leaves the downloads out. */
export function showCopy(bytes: Uint8Array, { edition }: Book): Uint8Array {
	if (!hasEditions(bytes)) return bytes;
	const page = parse(Buffer.from(bytes).toString('utf8'));
	choose(page, 'copy');
	return Buffer.from(fill(toHtml(page), inWordsOf(page, edition)));
}

/** The table of words of a page's own language. */
function wordsOf(page: Tree): Words {
	return wordsFor(need(page, { tag: 'html' }).attribs['lang'] ?? '');
}

function inWordsOf(page: Tree, edition: Edition): Edition {
	return { ...edition, day: formatDay(edition.iso, wordsOf(page).date) };
}

/** A page as it stands online: it lists the downloads there are. @param path of the page from the site's root */
export function showDownloads(
	path: string,
	bytes: Uint8Array,
	downloads: readonly Download[],
	{ edition }: Book,
): Uint8Array {
	const page = parse(Buffer.from(bytes).toString('utf8'));
	const words = wordsOf(page);
	const up = '../'.repeat(path.split('/').length - 1);
	choose(page, 'online');
	for (const item of findAll(page, ({ attribs }) => Boolean(attribs['data-edition']))) {
		const download = downloads.find(({ name }) => name === item.attribs['data-edition']);
		delete item.attribs['data-edition'];
		if (!download) {
			remove(item);
			continue;
		}
		const size = formatSize(download.bytes.length, words.date.locale);
		const [filled] = parse(
			toHtml(item).replace('%size%', escapeHtml(size)).replace('%sha256%', sha256(download.bytes)),
		).children;
		if (filled && 'children' in filled) item.children = filled.children;
	}
	for (const link of findAll(page, ({ attribs }) => Boolean(attribs['data-href']))) {
		link.attribs['href'] = up + (link.attribs['data-href'] ?? '');
		delete link.attribs['data-href'];
	}
	return Buffer.from(fill(toHtml(page), inWordsOf(page, edition)));
}

/** Leaves one of the component's two forms in the page. */
export function choose(page: Tree, form: 'online' | 'copy'): void {
	for (const section of findAll(page, ({ attribs }) => Boolean(attribs['data-editions']))) {
		if (section.attribs['data-editions'] !== form) remove(section);
		delete section.attribs['data-editions'];
	}
}

/** Names the edition wherever the page speaks of it. */
export function fill(html: string, { day, hash }: Edition): string {
	return html.replaceAll('%day%', escapeHtml(day)).replaceAll('%hash%', hash);
}

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** As `sha256sum` writes and checks it. */
export function toChecksums(downloads: readonly Download[]): string {
	return downloads.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
}

/** @example formatSize(1_234_567, 'en') // '1.2 MB' */
export function formatSize(bytes: number, locale: string): string {
	const [unit, size] =
		bytes < 1e6 ? (['kilobyte', bytes / 1e3] as const) : (['megabyte', bytes / 1e6] as const);
	return new Intl.NumberFormat(locale, {
		style: 'unit',
		unit,
		maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
	}).format(size);
}
