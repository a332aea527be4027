/** Addresses from the site's root (`/people.html`) as addresses from the page (`../people.html`). */

const TAG =
	/<(a|area|audio|embed|form|iframe|image|img|link|object|script|source|track|use|video)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /(\s(?:action|data|href|poster|src)=)"\/(?!\/)([^"]*)"/gi;
const SRCSET = /(\ssrcset=)"([^"]*)"/gi;

/**
 * Rewrites one page.
 * Matching inside tags is safe because text escapes `<` and attributes escape `"`.
 * @param pathname of the page, from the site's root: `/events/x.html`
 */
export function toRelative(html: string, pathname: string): string {
	const up = rootOf(pathname);
	return html.replace(TAG, (_, name: string, rest: string) => {
		// Browsers refuse module scripts from a disk; the build turns these into classic ones.
		const attributes = name.toLowerCase() === 'script' ? rest.replace(/\stype="module"/, ' defer') : rest;
		return `<${name}${attributes
			.replace(ATTRIBUTE, (_all, attribute: string, path: string) => `${attribute}"${relative(up, path)}"`)
			.replace(SRCSET, (_all, attribute: string, list: string) => {
				const entries = list.split(',').map((entry) => {
					const [address = '', ...size] = entry.trim().split(/\s+/);
					const local = address.startsWith('/') && !address.startsWith('//');
					return [local ? relative(up, address.slice(1)) : address, ...size].join(' ');
				});
				return `${attribute}"${entries.join(', ')}"`;
			})}>`;
	});
}

/** `./` for a page at the root, `../` for one in a folder. */
function rootOf(pathname: string): string {
	return '../'.repeat(pathname.split('/').length - 2) || './';
}

function relative(up: string, path: string): string {
	const isHome = path === '' || path.startsWith('#') || path.startsWith('?');
	// A folder's address shows a listing on a disk: home is always named.
	return `${up}${isHome ? `index.html${path}` : path}`;
}
