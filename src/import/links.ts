/** Addresses and words in text from elsewhere, once it is Markdown. */
import type { Link, Nodes, Paragraph } from 'mdast';
import { isSafeAddress } from '../core/prose.ts';

/** The title of a link that stands in for something shown, and is no source; it is not written. */
export const SHOWN = 'shown';

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

/** The words of blocks on one line. */
export function blocksToText(blocks: readonly Nodes[]): string {
	return blocks.map(textOf).join(' ').replace(/\s+/g, ' ').trim();
}

/** All words of a node, those of blocks with a space between them. */
export function textOf(node: Nodes): string {
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
