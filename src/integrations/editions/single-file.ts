/** The case as one HTML file: home with its chart, list and filters, then every event in full, people and sources. */
import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { hashForPolicy } from '../../layouts/head.ts';
import { anchorOf, eventPath, leadLinks, type Binding } from './bind.ts';
import { bindAppendices, bindEvents, HOME, stampOf, type Book, type Cut } from './book.ts';
import { append, escapeHtml, findAll, need, remove, toHtml, type Node, type Tree } from './dom.ts';
import {
	inlineSheets,
	isSheetLink,
	linkedSheets,
	readText,
	resolvePath,
	scriptForPage,
	toDataUri,
} from './inline.ts';

const EXTRA_STYLE = new URL('./single-file.css', import.meta.url);

/** @returns HTML that refers to no other file and, by its own policy, can load none */
export async function makeSingleFile(book: Book): Promise<string> {
	const { words, timeline, files } = book;
	const home = book.page(HOME);
	const bound = new Set([...book.appendices, ...timeline.events.map(({ id }) => eventPath(id))]);
	const binding: Binding = {
		place: (path) => (path === HOME ? '#content' : bound.has(path) ? `#${anchorOf(path)}` : undefined),
		anchors: book.anchors,
		address: timeline.site.address,
	};
	const cut: Cut = { binding, without: [], picture: (path) => toDataUri(files, path), lower: 1 };
	// On one page the browser's own search finds everything.
	remove(...findAll(home, ({ name, children }) => name === 'li' && children.some(isSearchLink)));
	leadLinks(home, HOME, binding);

	const main = need(home, { tag: 'main' });
	append(main, `<h2 class="edition-part" id="edition-events">${escapeHtml(words.editions.events)}</h2>`);
	append(main, bindEvents(book, { ...cut, lower: 2 }));
	append(main, bindAppendices(book, cut).map(toHtml).join('\n'));
	append(main, stampOf(book));

	const firstEvent = timeline.events[0];
	const styledPages = [HOME, ...(firstEvent ? [eventPath(firstEvent.id)] : []), ...book.appendices];
	const sheets = linkedSheets(styledPages.map((path) => [path, path === HOME ? home : book.page(path)]));
	const pageScripts = takeScripts(home);
	// Here they are there from the start: a script that wants one finds it loaded.
	const late = [...new Set(pageScripts.flatMap((path) => findLateParts(files, path)))];
	const style = [
		inlineSheets(files, [...sheets, ...late.filter((path) => path.endsWith('.css'))]),
		await readFile(EXTRA_STYLE, 'utf8'),
	].join('\n');
	const scripts = [...late.filter((path) => path.endsWith('.js')), ...pageScripts].map((path) =>
		scriptForPage(readText(files, path)),
	);

	remove(...findAll(home, isSheetLink));
	for (const icon of findAll(home, ({ name, attribs }) => name === 'link' && attribs['rel'] === 'icon'))
		icon.attribs['href'] = toDataUri(files, resolvePath(HOME, icon.attribs['href'] ?? ''));
	const policy = [
		"default-src 'none'",
		`script-src ${scripts.map(hashForPolicy).join(' ')}`,
		`style-src ${hashForPolicy(style)}`,
		'img-src data:',
		'font-src data:',
		"base-uri 'none'",
		"form-action 'none'",
	].join('; ');
	const [meta] = findAll(home, ({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy');
	if (!meta) throw new Error('home has no security policy');
	meta.attribs['content'] = policy;
	append(need(home, { tag: 'head' }), `<style>${style}</style>`);
	// The typeface is in the file.
	need(home, { tag: 'html' }).attribs['data-kept'] = '';
	for (const script of scripts) append(need(home, { tag: 'body' }), `<script>${script}</script>`);

	const left = findReferences(home);
	if (left.length > 0) throw new Error(`the single file refers to others: ${left.join(', ')}`);
	return toHtml(home);
}

function isSearchLink(node: Node): boolean {
	return 'attribs' in node && /\bsearch\.html$/.test(node.attribs['href'] ?? '');
}

/** Takes a page's scripts out. @returns their paths, in order */
function takeScripts(page: Tree): string[] {
	const scripts = findAll(page, ({ name, attribs }) => name === 'script' && Boolean(attribs['src']));
	remove(...scripts);
	return scripts.map(({ attribs }) => resolvePath(HOME, attribs['src'] ?? ''));
}

/** Scripts and sheets that a script loads when they are wanted: it names them, and they stand beside it. */
function findLateParts(files: ReadonlyMap<string, Uint8Array>, script: string): string[] {
	const folder = posix.dirname(script);
	const named = [...readText(files, script).matchAll(/"([\w-]+\.[\w-]+\.(?:js|css))"/g)];
	const parts = named.map(([, name = '']) => `${folder}/${name}`).filter((path) => files.has(path));
	return parts.flatMap((path) => (path.endsWith('.js') ? [...findLateParts(files, path), path] : [path]));
}

/** What in a page names another file; links to web addresses do not. */
function findReferences(page: Tree): string[] {
	return findAll(page, () => true).flatMap(({ name, attribs }) =>
		['href', 'src', 'srcset', 'poster', 'action', 'data'].flatMap((key) => {
			const value = attribs[key];
			if (value === undefined || /^(?:#|data:)/.test(value)) return [];
			return name === 'a' || name === 'link' ? (/^(?:https?|mailto):/.test(value) ? [] : [value]) : [value];
		}),
	);
}
