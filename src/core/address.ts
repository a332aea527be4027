/** Addresses of pages: the same on every host, in a folder, and for ever. */

/** Paths from the site's root, with their leading slash; the build makes them relative. */
export const paths = {
	home: (anchor?: string) => `/index.html${anchor ? `#${anchor}` : ''}`,
	event: (id: string) => `/events/${encodeURIComponent(id)}.html`,
	person: (id: string) => `/people/${encodeURIComponent(id)}.html`,
	personEntry: (id: string) => `/people.html#${encodeURIComponent(id)}`,
	/** The page of a person, or the entry of one who has none. */
	personOrEntry: ({ id, page }: { id: string; page: boolean }) =>
		page ? paths.person(id) : paths.personEntry(id),
	organization: (id: string) => `/organizations/${encodeURIComponent(id)}.html`,
	/** Among the sources, which stand by who published them. */
	publisher: (id: string) => `/sources.html#publisher-${encodeURIComponent(id)}`,
	claim: (id: string) => `/claims.html#${encodeURIComponent(id)}`,
	/** @param file a name in the content's `media/` */
	media: (file: string) => `/media/${encodeURIComponent(file)}`,
	/** @param name as `nameYear` gives it */
	year: (name: string) => `/years/${name}.html`,
	/** Of a category or person, by what its file is called. */
	feed: (name: string) => `/feeds/${encodeURIComponent(name)}.xml`,
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

/** The same of one of `paths`, an anchor on a page among them. */
export function absoluteAddress(address: string, path: string): string {
	return path === paths.home() ? address : address + path.slice(1);
}

/**
 * The address of a site as every absolute address starts: ending in a slash.
 * @returns undefined where no page could follow it: another scheme, a query, a fragment, or with a password in it
 */
export function parseSiteAddress(text: string): string | undefined {
	const address = /^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?$/i.exec(text.trim())?.[0];
	return address?.replace(/\/*$/, '/');
}

/** Pages and folders at the site's root that no page of running text can have the name of. */
export const RESERVED_PAGES: ReadonlySet<string> = new Set([
	'404',
	'assets',
	'changes',
	'claims',
	'data',
	'embed',
	'events',
	'feed',
	'feeds',
	'index',
	'manifest',
	'media',
	'oembed',
	'offline',
	'on-this-day',
	'organizations',
	'people',
	'quality',
	'robots',
	'search',
	'sources',
	'years',
]);

/** Elements that pages name for themselves, on the pages where records are named by their ids. */
const OWN_ANCHORS =
	/^(?:(?:cited|group|note|year)--?\d+(?:-\d+)?|(?:shape|publisher)-.*|chart-heading|chart-text|content|fade|filters|list|list-heading|main|menu|notes|publishers|search|soft|timeline-data)$/u;

/** Whether an id would stand twice on a page where a record has it too. */
export function isOwnAnchor(id: string): boolean {
	return OWN_ANCHORS.test(id);
}

/** Host of the address that a new case starts with (RFC 2606 keeps `.example` free). */
const PLACEHOLDER_HOST = 'timeline.example';

/** Whether an address is on the host that a new case starts with, where no one reads it. */
export function isPlaceholder(address: string): boolean {
	return /^https?:\/\/([^/:]+)/i.exec(address)?.[1]?.toLowerCase() === PLACEHOLDER_HOST;
}
