/** Pages of a site bound into one document: anchors that cannot clash, links that lead within it. */
import { posix } from 'node:path';
import { canonicalAddress, pagePath, paths } from '../../core/address.ts';
import { type Element, findAll, hasClass, remove, toHtml, type Tree } from './dom.ts';

/** Where the pages of a site stand in an edition. */
export interface Binding {
	/** Where a page stands in it, by its path from the site's root; undefined for a page that it leaves out. */
	place: (path: string) => string | undefined;
	/** Anchors of each page that has some. */
	anchors: ReadonlyMap<string, ReadonlySet<string>>;
	/** The site's address, for links to pages that are left out. */
	address: string;
}

/** Attributes that name anchors of their own page. */
const NAMES_IDS = ['for', 'headers', 'list', 'aria-labelledby', 'aria-describedby', 'aria-controls'];

/** Path of an event's page in the built folder. */
export function eventPath(id: string): string {
	return pagePath(paths.event(id));
}

/**
 * The anchor of a page in an edition.
 * @example anchorOf('events/2024-verdict.html') // 'events--2024-verdict'
 */
export function anchorOf(path: string): string {
	const name = path.replace(/\.html$/, '').replaceAll('/', '--');
	return name.includes('--') ? name : `page--${name}`;
}

/** An anchor of a page, as it is called in an edition. */
function innerAnchor(path: string, anchor: string): string {
	return `${anchorOf(path)}--${anchor}`;
}

/** The anchors of a page, as links to them name them. */
export function readAnchors(tree: Tree): Set<string> {
	return new Set(
		findAll(tree, ({ attribs }) => Boolean(attribs['id'])).map(({ attribs }) => attribs['id'] ?? ''),
	);
}

/** Renames a page's anchors, and leads its links to where their pages stand in the edition, or online. */
export function bindElement(element: Element, path: string, binding: Binding): void {
	for (const { attribs } of findAll(element, () => true)) {
		if (attribs['id']) attribs['id'] = innerAnchor(path, attribs['id']);
		for (const name of NAMES_IDS)
			if (attribs[name])
				attribs[name] = attribs[name]
					.split(/\s+/)
					.map((id) => innerAnchor(path, id))
					.join(' ');
	}
	leadLinks(element, path, binding);
}

/** Leads a page's links to where their pages stand in the edition, or online; its anchors stay. */
export function leadLinks(element: Element | Tree, path: string, binding: Binding): void {
	for (const { attribs, name } of findAll(element, ({ attribs: all }) => Boolean(all['href'])))
		if (name === 'a' || attribs['rel'] === 'alternate')
			attribs['href'] = leadLink(attribs['href'] ?? '', path, binding);
}

function leadLink(href: string, from: string, { place, anchors, address }: Binding): string {
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href)) return href;
	const [, target = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/.exec(href) ?? [];
	const path = target === '' ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(target)));
	const start = query === '' ? place(path) : undefined;
	if (start !== undefined) {
		const [file = '', top = ''] = start.split('#');
		if (anchor === '') return start;
		// Home as it is keeps its anchors' names.
		return `${file}#${top === anchorOf(path) ? innerAnchor(path, anchor) : anchor}`;
	}
	// Someone's page is left out; the list of people has an entry for each.
	const [, person = ''] = /^people\/(.+)\.html$/.exec(path) ?? [];
	const list = pagePath(paths.personEntry('').split('#')[0] ?? '');
	if (person && anchors.get(list)?.has(person) && place(list) !== undefined)
		return leadLink(paths.personEntry(person).slice(1), 'index.html', { place, anchors, address });
	return `${canonicalAddress(address, path)}${query}${anchor && `#${anchor}`}`;
}

/** Takes out what has no use in an edition, by class or tag. */
export function leaveOut(element: Element, names: readonly string[]): void {
	remove(...findAll(element, (child) => names.includes(child.name) || hasClass(child, ...names)));
}

const HEADING = /^h([1-6])$/;

/** Sets every heading lower, so that a page's title can stand below another. */
export function lowerHeadings(element: Element, by: number): void {
	for (const heading of findAll(element, ({ name }) => HEADING.test(name)))
		heading.name = `h${Math.min(6, Number(heading.name.slice(1)) + by)}`;
}

/** A bound page's content as a section with its anchor, and whether it is an event's, as a class. */
export function toSection(path: string, nodes: Element[], kind: string): string {
	return `<section class="bound bound-${kind}" id="${anchorOf(path)}">${nodes.map(toHtml).join('')}</section>`;
}
