/** Built pages as trees that can be cut, joined and written out again, as HTML or as XHTML. */
import { DomUtils, parseDocument } from 'htmlparser2';

export type Tree = ReturnType<typeof parseDocument>;
export type Node = Tree['children'][number];
export type Element = Extract<Node, { attribs: unknown }>;

/** Names keep their case, which SVG's have and HTML's do not need. */
export function parse(html: string): Tree {
	return parseDocument(html, { lowerCaseTags: false, lowerCaseAttributeNames: false });
}

/** Every element of a tree that a test accepts, in the order of the page. */
export function findAll(tree: Node | Tree, accepts: (element: Element) => boolean): Element[] {
	return DomUtils.findAll(accepts, 'children' in tree ? [tree] : []);
}

export function hasClass(element: Element, ...names: string[]): boolean {
	const classes = (element.attribs['class'] ?? '').split(/\s+/);
	return names.some((name) => classes.includes(name));
}

/** The first element of a class, or with a tag. @throws where the page has none: its markup has changed */
export function need(tree: Node | Tree, wanted: { class: string } | { tag: string }): Element {
	const accepts = (element: Element) =>
		'tag' in wanted ? element.name === wanted.tag : hasClass(element, wanted.class);
	const found = DomUtils.findOne(accepts, 'children' in tree ? [tree] : []);
	if (!found) throw new Error(`a page to be bound has no ${JSON.stringify(wanted)}`);
	return found;
}

export function remove(...nodes: Node[]): void {
	for (const node of nodes) DomUtils.removeElement(node);
}

/** Puts HTML at the end of an element. */
export function append(element: Element, html: string): void {
	for (const node of [...parse(html).children]) DomUtils.appendChild(element, node);
}

export function setText(element: Element, text: string): void {
	remove(...element.children.slice());
	append(element, escapeHtml(text));
}

// `getOuterHTML` is deprecated for the package behind it, which comes with htmlparser2 and is none of ours to import.
export function toHtml(nodes: Node | Tree | Node[]): string {
	return DomUtils.getOuterHTML(nodes, { encodeEntities: 'utf8' });
}

export function toXhtml(nodes: Node | Node[]): string {
	return DomUtils.getOuterHTML(nodes, { xmlMode: true, encodeEntities: 'utf8' });
}

/** Text as it stands in HTML, XHTML or a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
