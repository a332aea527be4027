/** Addresses from the site's root (`/people.html`) as addresses from the page (`../people.html`). */

const TAG =
	/<(a|area|audio|embed|form|iframe|image|img|link|object|script|source|track|use|video)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /(\s(?:action|data|href|poster|src)=)"\/(?!\/)([^"]*)"/gi;
const SRCSET = /(\ssrcset=)"([^"]*)"/gi;

/**
 * Rewrites one page.
 * Matching inside tags is safe because text escapes `<` and attributes escape `"`.
 * @param pathname of the page, from the site's root: `/events/x.html`
 * @param folder of the page's language, ending in a slash, where it stands in one
 */
export function toRelative(html: string, pathname: string, folder = ''): string {
	const root = rootOf(pathname);
	const relative = (path: string) =>
		folder !== '' && path.startsWith(folder)
			? join(rootOf(pathname.slice(folder.length)), path.slice(folder.length))
			: join(root, path);
	return html.replace(TAG, (_, name: string, rest: string) => {
		// Browsers refuse module scripts from a disk; the build turns these into classic ones.
		const attributes = name.toLowerCase() === 'script' ? rest.replace(/\stype="module"/, ' defer') : rest;
		return `<${name}${attributes
			.replace(ATTRIBUTE, (_all, attribute: string, path: string) => `${attribute}"${relative(path)}"`)
			.replace(SRCSET, (_all, attribute: string, list: string) => {
				const entries = list.split(',').map((entry) => {
					const [address = '', ...size] = entry.trim().split(/\s+/);
					const local = address.startsWith('/') && !address.startsWith('//');
					return [local ? relative(address.slice(1)) : address, ...size].join(' ');
				});
				return `${attribute}"${entries.join(', ')}"`;
			})}>`;
	});
}

/** A page of the site, as what leads there names it. */
const PAGE = /(\s(?:action|href)=)"\/([^"?#]+\.html(?:[?#][^"]*)?)"/gi;
const LEADS = /<(?:a|form)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;

/**
 * Keeps a reader in the language of a page: what leads to a page leads to the one in the same folder of a language,
 * unless it says the language it leads to (`hreflang`).
 * @param folder of the language, ending in a slash
 */
export function keepLanguage(html: string, folder: string): string {
	return html.replace(LEADS, (tag: string, attributes: string) =>
		/\shreflang=/i.test(attributes)
			? tag
			: tag.replace(PAGE, (_, attribute: string, path: string) => `${attribute}"/${folder}${path}"`),
	);
}

/** `./` for a page at the root, `../` for one in a folder. */
function rootOf(pathname: string): string {
	return '../'.repeat(pathname.split('/').length - 2) || './';
}

function join(up: string, path: string): string {
	const isHome = path === '' || path.startsWith('#') || path.startsWith('?');
	// A folder's address shows a listing on a disk: home is always named.
	return `${up}${isHome ? `index.html${path}` : path}`;
}
