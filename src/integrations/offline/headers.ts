/** `_headers`, as Netlify, Cloudflare Pages and others read it, and as `npm run preview` does. */

/**
 * No Cross-Origin-Opener-Policy: with any, browsers refuse a page that a sandboxed frame opens (HTML, 7.4.5), and links
 * in an embedded chart would lead nowhere. Links carry `noopener` instead.
 */
const ALL_FILES = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=()',
};
const HASHED = { 'Cache-Control': 'public, max-age=31536000, immutable' };
const FRESH = { 'Cache-Control': 'no-cache' };
/** A second policy beside that for all files: a host joins the two with a comma, and both hold (CSP level 3, 4.1). */
const OWN_FRAMES = {
	'Content-Security-Policy': "frame-ancestors 'self'",
	'X-Frame-Options': 'SAMEORIGIN',
};
/** Made to be framed elsewhere. */
const EMBED = /(?:^|\/)embed\.html$/;

type Headers = Record<string, string>;

/**
 * Where two rules match a path, hosts join the values of a name: so each path meets each single-valued name once.
 * @param files every path of the build
 * @param policies the Content Security Policy of each page, from its `<meta>`
 */
export function formatHeaders(files: readonly string[], policies: readonly string[]): string {
	const rules: [pattern: string, headers: Headers][] = [
		['/*', { ...ALL_FILES, 'Content-Security-Policy': unitePolicies(policies) }],
		['/assets/*', HASHED],
		['/_offline/*', HASHED],
		['/data/*', FRESH],
		['/media/*', FRESH],
		['/sw.js', FRESH],
		['/', { ...FRESH, ...OWN_FRAMES }],
		...pageRules(
			files.filter((file) => file.endsWith('.html')),
			'',
		),
	];
	return rules
		.map(([pattern, headers]) =>
			[pattern, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
		)
		.join('\n\n')
		.concat('\n');
}

/** One rule for a folder of pages; one for each page in a folder that holds an embedded page or is the root. */
function pageRules(pages: readonly string[], folder: string): [string, Headers][] {
	const rest = (page: string) => page.slice(folder.length);
	const inFolder = pages.filter((page) => !rest(page).includes('/')).sort();
	const below = Map.groupBy(
		pages.filter((page) => rest(page).includes('/')),
		(page) => `${folder}${rest(page).split('/')[0]}/`,
	);
	return [
		...inFolder.flatMap((page): [string, Headers][] => {
			const headers = EMBED.test(page) ? FRESH : { ...FRESH, ...OWN_FRAMES };
			// Cloudflare Pages serves a page without its ending.
			return [page, page.slice(0, -'.html'.length)].map((path) => [`/${encodeURI(path)}`, headers]);
		}),
		...[...below]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.flatMap(([name, members]): [string, Headers][] =>
				members.some((page) => EMBED.test(page))
					? pageRules(members, name)
					: [[`/${encodeURI(name)}*`, { ...FRESH, ...OWN_FRAMES }]],
			),
	];
}

/** What any page's policy allows, so that the header forbids no page what its `<meta>`, which is stricter, lets it do. */
export function unitePolicies(policies: readonly string[]): string {
	const united = new Map<string, Set<string>>();
	for (const policy of policies)
		for (const directive of policy.split(';')) {
			const [name = '', ...sources] = directive.trim().split(/\s+/);
			const known = united.get(name) ?? new Set();
			for (const source of sources) known.add(source);
			if (name) united.set(name, known);
		}
	// Where one page may and another may not, the header may: 'none' stands alone or not at all (CSP level 3, 2.3.1).
	for (const sources of united.values()) if (sources.size > 1) sources.delete("'none'");
	return [...united].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
}
