/** Addresses of pages: the same on every host, in a folder, and for ever. */

/** Paths from the site's root, with their leading slash; the build makes them relative. */
export const paths = {
	home: (anchor?: string) => `/index.html${anchor ? `#${anchor}` : ''}`,
	event: (id: string) => `/events/${encodeURIComponent(id)}.html`,
	person: (id: string) => `/people/${encodeURIComponent(id)}.html`,
	personEntry: (id: string) => `/people.html#${encodeURIComponent(id)}`,
	organization: (id: string) => `/organizations/${encodeURIComponent(id)}.html`,
	claim: (id: string) => `/claims.html#${encodeURIComponent(id)}`,
	source: (id: string) => `/sources.html#${encodeURIComponent(id)}`,
};

/**
 * A page's path from the site's root without its leading slash, as it stands in the built folder.
 * The dev server leaves out the ending.
 */
export function pagePath(pathname: string): string {
	const path = decodeURI(pathname).replace(/^\//, '');
	if (path === '') return 'index.html';
	return path.endsWith('.html') ? path : `${path.replace(/\/$/, '')}.html`;
}

/**
 * The one absolute address of a page (RFC 6596), which citations, shares and feeds give.
 * @param address of the site, ending in a slash
 * @param path from the site's root, without a leading slash
 */
export function canonicalAddress(address: string, path: string): string {
	return address + (path === 'index.html' ? '' : encodeURI(path));
}

/** Host of the address that a new case starts with (RFC 2606 keeps `.example` free). */
export const PLACEHOLDER_HOST = 'timeline.example';
