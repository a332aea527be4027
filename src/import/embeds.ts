/** What HTML from elsewhere brings from yet elsewhere: links stand in for it. */
import type { Element, RootContent as HtmlContent } from 'hast';
import { safeAddress, SHOWN } from './links.ts';
import type { Lose } from './model.ts';

/** Elements that leave nothing, their text neither. */
export const DROPPED = ['script', 'style', 'template', 'noscript', 'title'];
/** Elements that bring something from elsewhere: a link stands in for each. */
const EMBEDS = new Set(['iframe', 'img', 'video', 'audio', 'embed', 'object', 'source', 'track']);
/** Attributes of those that name what is brought. */
const EMBED_ADDRESSES = ['src', 'data', 'poster'];

/**
 * An element without what is not kept of it: a link in place of what it brings, rows of a table as paragraphs, links that
 * lead somewhere and hold no other.
 * @param field how losses name the text
 * @returns none where nothing is left
 */
export function replaceEmbeds(node: HtmlContent, field: string, lose: Lose): HtmlContent[] {
	if (node.type === 'comment' || node.type === 'doctype') return [];
	if (node.type !== 'element') return [node];
	const { tagName, properties } = node;
	const children = DROPPED.includes(tagName)
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
	if (DROPPED.includes(tagName)) lose(field, `<${tagName}>`, 'is not read; left out');
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
