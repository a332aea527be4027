/** The rules of a `_headers` file, matched as Netlify and Cloudflare Pages match them. */

/**
 * @param rules text of `_headers`: a pattern, then its headers, each indented
 * @param path of a request, from the site's root, decoded
 * @returns headers by lower-case name; what several rules set is joined by a comma
 */
export function headersFor(rules: string, path: string): Record<string, string> {
	const found: Record<string, string> = {};
	let matches = false;
	for (const line of rules.split('\n')) {
		if (line.startsWith('/')) matches = isMatch(line.trim(), encodeURI(path));
		const [, name, value] = /^\s+([\w-]+):\s*(.*\S)/.exec(line) ?? [];
		if (!matches || !name || !value) continue;
		const key = name.toLowerCase();
		found[key] = found[key] === undefined ? value : `${found[key]}, ${value}`;
	}
	return found;
}

function isMatch(pattern: string, path: string): boolean {
	return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
