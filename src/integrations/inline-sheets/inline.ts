/** The style sheets of a page inside it: what it looks like comes with it, instead of one journey later. */
import { posix } from 'node:path';
import { hashForPolicy } from '../../layouts/head.ts';
import { resolvePath } from '../editions/inline.ts';

const SHEET = /<link rel="stylesheet" href="([^"]+)">/g;
const ADDRESS = /url\((["']?)(?!data:|#)([^"')]+)\1\)/g;

/**
 * Puts the sheets that a page links where the first link was, in their order, and allows them by their hash alone
 * (CSP level 3, 6.7.3.3).
 * @param page its path from the site's root
 * @param readSheet the text of a sheet by its path from the site's root
 * @returns the page as it was where it links none
 * @throws where a page has no policy for styles, which would then forbid its own
 */
export function carrySheets(html: string, page: string, readSheet: (path: string) => string): string {
	const sheets = [...html.matchAll(SHEET)].map(([, href = '']) => resolvePath(page, href));
	if (sheets.length === 0) return html;
	const style = sheets.map((sheet) => moveAddresses(readSheet(sheet), sheet, page)).join('\n');
	// It would end the element in the middle of a sheet.
	if (/<\/style/i.test(style)) throw new Error(`${page}: a style sheet of it cannot stand in a page`);
	const allowed = html.replace(
		/(http-equiv="Content-Security-Policy" content="[^"]*style-src 'self')/,
		(all) => `${all} ${hashForPolicy(style)}`,
	);
	if (allowed === html) throw new Error(`${page}: no policy for styles to allow its own in`);
	let isFirst = true;
	return allowed.replace(SHEET, () => {
		const element = isFirst ? `<style>${style}</style>` : '';
		isFirst = false;
		return element;
	});
}

/** Addresses in a sheet as they are from the page. */
function moveAddresses(css: string, sheet: string, page: string): string {
	return css.replace(
		ADDRESS,
		(_, quote: string, address: string) =>
			`url(${quote}${posix.relative(posix.dirname(page), resolvePath(sheet, address))}${quote})`,
	);
}
