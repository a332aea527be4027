/**
 * Text from elsewhere, as HTML, Markdown or plain, as blocks of Markdown that the gate lets pass.
 * HTML is read by an allow-list: what is not on it leaves its text, scripts and styles leave nothing.
 */
import type { Element, Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import type { BlockContent, Link, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { CITATION_GROUP, isSafeAddress } from '../core/prose.ts';
import { visible } from '../core/written.ts';
import type { Lose } from './model.ts';
import { resolveReferences } from './references.ts';

/** The title of a link that stands in for something shown, and is no source; it is not written. */
export const SHOWN = 'shown';

const ALLOWED: Schema = {
	tagNames: 'p div br strong b em i a ul ol li blockquote h1 h2 h3 h4 h5 h6'.split(' '),
	attributes: { a: ['href', ['title', SHOWN]] },
	protocols: { href: ['http', 'https', 'mailto'] },
	strip: ['script', 'style', 'template', 'noscript', 'title'],
};
/** Elements that bring something from elsewhere: a link stands in for each. */
const EMBEDS = new Set(['iframe', 'img', 'video', 'audio', 'embed', 'object', 'source', 'track']);
/** Attributes of those that name what is brought. */
const EMBED_ADDRESSES = ['src', 'data', 'poster'];
const DROPPED = new Set(ALLOWED.strip);

/** Blocks of an HTML text. @param field how losses name the text */
export function htmlToBlocks(html: string, field: string, lose: Lose): BlockContent[] {
	if (!/[<&]/.test(html)) return plainToBlocks(html, field, lose);
	try {
		const root = fromHtml(html, { fragment: true });
		root.children = root.children.flatMap((child) => replaceEmbeds(child, field, lose));
		const safe = sanitize(root, ALLOWED) as HtmlRoot;
		// As a document, so that words beside an element stay in one paragraph with it.
		const markdown = toMdast(safe, { document: true });
		return tidyBlocks(markdown.type === 'root' ? markdown.children : [markdown as RootContent], field, lose);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		lose(field, '', 'is nested too deeply to be read; its elements are left out');
		return plainToBlocks(html.replace(/<[^<>]*>/g, ' '), field, lose);
	}
}

/** The words of an HTML text on one line; its addresses are told of. */
export function htmlToLine(html: string, field: string, lose: Lose): string {
	return blocksToLine(htmlToBlocks(html, field, lose), field, lose);
}

/** The words of a Markdown text on one line; its addresses are told of. */
export function markdownToLine(markdown: string, field: string, lose: Lose): string {
	return blocksToLine(markdownToBlocks(markdown, field, lose), field, lose);
}

function blocksToLine(blocks: readonly BlockContent[], field: string, lose: Lose): string {
	for (const address of findAddresses(blocks))
		lose(field, address, 'is an address, for which a line of words has no room; left out');
	return blocksToText(blocks);
}

export function markdownToBlocks(markdown: string, field: string, lose: Lose): BlockContent[] {
	return tidyBlocks(resolveReferences(fromMarkdown(markdown), field, lose).children, field, lose);
}

/** Blank lines part paragraphs. */
export function plainToBlocks(text: string, field: string, lose: Lose): BlockContent[] {
	const paragraphs = text.split(/\r?\n\s*\r?\n/).map((part): RootContent => ({
		type: 'paragraph',
		children: [{ type: 'text', value: part.trim().replace(/\s*\r?\n\s*/g, ' ') }],
	}));
	return tidyBlocks(paragraphs, field, lose);
}

/**
 * A paragraph that leads to a web address of something shown; none where the address is no such.
 * It starts with words, because a link alone with the number of a note would be too small a target to touch.
 */
export function linkBlock(url: string, text: string, before = 'Shown with it: '): Paragraph | undefined {
	const address = safeAddress(url);
	return address === undefined
		? undefined
		: {
				type: 'paragraph',
				children: [
					{ type: 'text', value: before },
					{ type: 'link', url: address, title: SHOWN, children: [{ type: 'text', value: text || address }] },
				],
			};
}

/** An address that a reader can be sent to, or undefined. */
export function safeAddress(written: string): string | undefined {
	const trimmed = written.trim();
	const whole = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
	if (!/^(?:https?|mailto):/i.test(whole) || !URL.canParse(whole)) return undefined;
	// As a browser would write it: no spaces, no letters outside ASCII.
	const { href } = new URL(whole);
	return isSafeAddress(href)
		? href.replace(/[()<>[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
		: undefined;
}

function replaceEmbeds(node: HtmlContent, field: string, lose: Lose): HtmlContent[] {
	if (node.type === 'comment' || node.type === 'doctype') return [];
	if (node.type !== 'element') return [node];
	const { tagName, properties } = node;
	const children = DROPPED.has(tagName)
		? []
		: node.children.flatMap((child) => replaceEmbeds(child as HtmlContent, field, lose));
	if (EMBEDS.has(tagName)) {
		const links = EMBED_ADDRESSES.flatMap((name) => {
			const written = String(properties[name] ?? '');
			if (written === '') return [];
			const address = safeAddress(written);
			lose(
				field,
				`<${tagName}> ${written}`,
				address ? 'is kept as a link' : 'has an address that is not safe; left out',
			);
			const text = name === 'poster' ? 'poster' : tagName;
			if (address === undefined) return [];
			return [linkElement(address, embedText(node, text, address)), { type: 'text' as const, value: ' ' }];
		});
		return [...links, ...children];
	}
	if (DROPPED.has(tagName)) lose(field, `<${tagName}>`, 'is not read; left out');
	else if (tagName === 'a' && properties['href'] !== undefined) {
		const address = safeAddress(String(properties['href']));
		if (address === undefined) {
			lose(
				field,
				String(properties['href']),
				'is not an address that a reader can be sent to; its text is kept',
			);
			return children;
		}
		// A link cannot stand in another: what is shown in it follows it.
		const { rest, links } = takeLinks(children);
		const words = hasWords(rest) ? rest : [{ type: 'text' as const, value: address }];
		return [
			{ ...node, properties: { href: address }, children: words as Element['children'] },
			...links.flatMap((link) => [{ type: 'text' as const, value: ' ' }, link]),
		];
	} else if (tagName === 'tr') return [{ ...node, tagName: 'p', children: children as Element['children'] }];
	else if (tagName === 'td' || tagName === 'th') return [...children, { type: 'text', value: ' ' }];
	else if (tagName === 'table') lose(field, '<table>', 'is kept as a paragraph a row');
	return [{ ...node, children: children as Element['children'] }];
}

function takeLinks(nodes: readonly HtmlContent[]): { rest: HtmlContent[]; links: Element[] } {
	const links: Element[] = [];
	const rest = nodes.flatMap((node): HtmlContent[] => {
		if (node.type !== 'element') return [node];
		if (node.tagName === 'a') {
			links.push(node);
			return [];
		}
		const inside = takeLinks(node.children as HtmlContent[]);
		links.push(...inside.links);
		return [{ ...node, children: inside.rest as Element['children'] }];
	});
	return { rest, links };
}

function hasWords(nodes: readonly HtmlContent[]): boolean {
	return nodes.some((node) =>
		node.type === 'text'
			? node.value.trim() !== ''
			: 'children' in node && hasWords(node.children as HtmlContent[]),
	);
}

function embedText({ properties }: Element, what: string, address: string): string {
	const name = properties['alt'] ?? properties['title'];
	return typeof name === 'string' && name.trim() ? name : `${what}: ${new URL(address).host || address}`;
}

function linkElement(href: string, text: string): Element {
	return {
		type: 'element',
		tagName: 'a',
		properties: { href, title: SHOWN },
		children: [{ type: 'text', value: text }],
	};
}

/** Only what the gate lets pass, and nothing empty. */
function tidyBlocks(nodes: readonly RootContent[], field: string, lose: Lose): BlockContent[] {
	return nodes.flatMap((node): BlockContent[] => {
		switch (node.type) {
			case 'paragraph':
				return paragraph(tidyInline(node.children, field, lose));
			case 'heading':
				return paragraph([{ type: 'strong', children: tidyInline(node.children, field, lose) }]);
			case 'blockquote': {
				const children = tidyBlocks(node.children, field, lose);
				return children.length > 0 ? [{ ...node, children }] : [];
			}
			case 'list': {
				const items = node.children
					.map((item) => ({ type: item.type, children: tidyBlocks(item.children, field, lose) }))
					.filter(({ children }) => children.length > 0);
				const { ordered = false, start = null } = node;
				return items.length > 0 ? [{ type: 'list', ordered, start, spread: false, children: items }] : [];
			}
			case 'code':
			case 'html':
				return paragraph(tidyInline([{ type: 'text', value: node.value }], field, lose));
			case 'thematicBreak':
			case 'definition':
				return [];
			default:
				return 'children' in node
					? paragraph(tidyInline([node as PhrasingContent], field, lose))
					: paragraph(tidyInline([{ type: 'text', value: textOf(node) }], field, lose));
		}
	});
}

function paragraph(children: PhrasingContent[]): Paragraph[] {
	return children.some((child) => textOf(child).trim() !== '')
		? [{ type: 'paragraph', children: trimEdges(children) }]
		: [];
}

/** Spaces at either end would be written as signs. */
function trimEdges(children: readonly PhrasingContent[]): PhrasingContent[] {
	const isSpace = (node: PhrasingContent) =>
		node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
	const first = children.findIndex((node) => !isSpace(node));
	const last = children.findLastIndex((node) => !isSpace(node));
	return children.slice(first, last + 1).map((node, index) => {
		if (node.type !== 'text') return node;
		const value = index === 0 ? node.value.trimStart() : node.value;
		return { ...node, value: index === last - first ? value.trimEnd() : value };
	});
}

function tidyInline(nodes: readonly PhrasingContent[], field: string, lose: Lose): PhrasingContent[] {
	return nodes.flatMap((node): PhrasingContent[] => {
		switch (node.type) {
			case 'text':
			case 'inlineCode':
			case 'html': {
				const value = cleanText(node.value, field, lose);
				return value === '' ? [] : [{ type: 'text', value }];
			}
			case 'break':
				return [node];
			case 'emphasis':
			case 'strong': {
				const children = tidyInline(node.children, field, lose);
				return textOf({ type: 'paragraph', children }).trim() === ''
					? children
					: [{ type: node.type, children }];
			}
			case 'link': {
				const url = safeAddress(node.url);
				const children = tidyInline(node.children, field, lose);
				if (url === undefined) {
					lose(field, node.url, 'is not an address that a reader can be sent to; its text is kept');
					return children;
				}
				const text = textOf({ type: 'paragraph', children }).trim() === '' ? url : undefined;
				const title = node.title === SHOWN ? SHOWN : null;
				return [{ type: 'link', url, title, children: text ? [{ type: 'text', value: text }] : children }];
			}
			case 'image': {
				const url = safeAddress(node.url);
				lose(
					field,
					node.url,
					url ? 'is a picture, kept as a link' : 'has an address that is not safe; left out',
				);
				const text = cleanText(node.alt ?? '', field, lose) || url;
				return url && text
					? [{ type: 'link', url, title: SHOWN, children: [{ type: 'text', value: text }] }]
					: [];
			}
			default:
				return 'children' in node ? tidyInline(node.children as PhrasingContent[], field, lose) : [];
		}
	});
}

/** What the gate would not let stand, and what it would take for a citation or a table. */
function cleanText(text: string, field: string, lose: Lose): string {
	const seen = visible(text.replace(/[\t\r\n\u2028\u2029]+/g, ' '));
	if (seen.length !== text.length && seen !== text.replace(/[\t\r\n\u2028\u2029]+/g, ' '))
		lose(field, seen, 'has characters that no reader can see; they are left out');
	const plain = seen.replace(CITATION_GROUP, '($1)');
	if (plain !== seen)
		lose(field, seen, 'has square brackets that would be read as a citation; they are round now');
	return plain;
}

/** The words of blocks on one line. */
export function blocksToText(blocks: readonly Nodes[]): string {
	return blocks.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

function textOf(node: Nodes): string {
	if ('value' in node) return node.value;
	if (node.type === 'break') return ' ';
	if (!('children' in node)) return '';
	const apart =
		node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' || node.type === 'root';
	return node.children.map(textOf).join(apart ? ' ' : '');
}

/** The web links in blocks, in order, but for those to what is shown. */
export function findLinks(nodes: readonly Nodes[]): { url: string; title: string }[] {
	return linksIn(nodes)
		.filter(({ url, title }) => title !== SHOWN && /^https?:/.test(url))
		.map((link) => ({ url: link.url, title: blocksToText(link.children) }));
}

/** Every address in blocks. */
export function findAddresses(nodes: readonly Nodes[]): string[] {
	return linksIn(nodes).map(({ url }) => url);
}

function linksIn(nodes: readonly Nodes[]): Link[] {
	return nodes.flatMap((node) =>
		node.type === 'link' ? [node] : 'children' in node ? linksIn(node.children) : [],
	);
}
