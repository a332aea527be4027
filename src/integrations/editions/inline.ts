/** What pages load, as text that stands in the page itself. */
import { posix } from 'node:path';
import { type Element, findAll, type Tree } from './dom.ts';
import type { Files } from './book.ts';

const TYPES: Record<string, string> = {
	'.woff2': 'font/woff2',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.webp': 'image/webp',
};

/** @throws where the site has no such file */
export function readText(files: Files, path: string): string {
	const bytes = files.get(path);
	if (!bytes) throw new Error(`no such file: ${path}`);
	return Buffer.from(bytes).toString('utf8');
}

export function toDataUri(files: Files, path: string): string {
	const bytes = files.get(path);
	const type = TYPES[posix.extname(path)];
	if (!bytes || !type) throw new Error(`cannot be put in a page: ${path}`);
	return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

/** The path of what a page at the root or below names relatively. */
export function resolvePath(from: string, reference: string): string {
	return posix.normalize(posix.join(posix.dirname(from), decodeURI(reference)));
}

/** The style sheets of some pages, each once, in the order in which they are met. */
export function linkedSheets(pages: readonly (readonly [path: string, tree: Tree])[]): string[] {
	return [
		...new Set(
			pages.flatMap(([path, tree]) =>
				findAll(tree, isSheetLink).map(({ attribs }) => resolvePath(path, attribs['href'] ?? '')),
			),
		),
	];
}

export function isSheetLink({ name, attribs }: Element): boolean {
	return name === 'link' && attribs['rel'] === 'stylesheet';
}

/** Style sheets as one text, their fonts and pictures inside. */
export function inlineSheets(files: Files, sheets: readonly string[]): string {
	return sheets
		.map((sheet) =>
			readText(files, sheet).replace(
				/url\((["']?)(?!data:|#)([^"')]+)\1\)/g,
				(_, __, reference: string) => `url(${toDataUri(files, resolvePath(sheet, reference))})`,
			),
		)
		.join('\n');
}

/** A script that can stand in a `<script>`: no text in it can end the element. */
export function scriptForPage(source: string): string {
	return source.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');
}
