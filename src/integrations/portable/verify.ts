/** What in a built site would not work at a sub-path, from a disk or without a network. */
import { posix } from 'node:path';
import { Parser } from 'htmlparser2';

interface Link {
	attribute: string;
	value: string;
	tag: string;
}

/** Elements that load what they name; a link a reader follows may lead anywhere. */
const LOADS = new Set([
	'script',
	'img',
	'iframe',
	'source',
	'video',
	'audio',
	'track',
	'embed',
	'object',
	'use',
	'image',
]);
const ADDRESS = new Set(['href', 'src', 'action', 'poster', 'data']);
/** `<link>`s that name without loading. */
const NAMES = new Set(['canonical', 'alternate', 'license', 'author', 'next', 'prev']);

/**
 * Looks through every page for root-absolute addresses, third-party requests, and links or anchors that lead nowhere.
 * @param pages as a `pageReader` reads them, by path from the site's root
 * @param files every path of the build
 * @returns a sentence for each
 */
export function findUnportable(pages: ReadonlyMap<string, Page>, files: ReadonlySet<string>): string[] {
	return [...pages].flatMap(([path, page]) =>
		page.links.flatMap((link) => {
			const problem = judge(path, link, pages, files);
			return problem ? [`${path}: <${link.tag} ${link.attribute}="${link.value}"> ${problem}`] : [];
		}),
	);
}

function judge(
	path: string,
	{ tag, value }: Link,
	pages: ReadonlyMap<string, Page>,
	files: ReadonlySet<string>,
): string | undefined {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(value)) {
		if (/^data:/i.test(value)) return undefined;
		return LOADS.has(tag) || tag === 'link' ? 'loads from another host' : undefined;
	}
	if (value.startsWith('/')) return 'starts at the root';
	const [address = '', anchor] = value.split('#');
	const target = address.replace(/\?.*$/, '');
	const file =
		target === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(target)));
	if (!files.has(file)) return 'leads to no file';
	const page = pages.get(file);
	if (!anchor || !page) return undefined;
	return page.ids.has(decodeURIComponent(anchor)) ? undefined : 'leads to no anchor';
}

/** What a page names, and what in it can be named. */
export interface Page {
	ids: Set<string>;
	links: Link[];
}

/**
 * A reader of pages for `findUnportable`. It keeps each text once, and copied: pages name the same ones over and over,
 * and part of a page's text would keep all of it in memory.
 */
export function pageReader(): (html: string) => Page {
	const kept = new Map<string, string>();
	const keep = (text: string) => {
		const known = kept.get(text) ?? Buffer.from(text).toString();
		kept.set(known, known);
		return known;
	};
	return (html) => {
		const page: Page = { ids: new Set(), links: [] };
		const add = (link: Link) => page.links.push({ ...link, value: keep(link.value) });
		const parser = new Parser({
			onopentag(tag, attributes) {
				if (attributes['id']) page.ids.add(keep(attributes['id']));
				if (tag === 'link' && NAMES.has(attributes['rel'] ?? '')) return;
				for (const [attribute, value] of Object.entries(attributes))
					if (attribute === 'srcset')
						for (const entry of value.split(','))
							add({ tag: keep(tag), attribute, value: entry.trim().replace(/\s.*$/, '') });
					else if (ADDRESS.has(attribute)) add({ tag: keep(tag), attribute: keep(attribute), value });
			},
		});
		parser.write(html);
		parser.end();
		return page;
	};
}
