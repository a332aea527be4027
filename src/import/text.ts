/**
 * Text from elsewhere, as HTML, Markdown or plain, as blocks of Markdown that the gate lets pass.
 * HTML is read by an allow-list: what is not on it leaves its text, scripts and styles leave nothing.
 */
import type { Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toMdast } from 'hast-util-to-mdast';
import type { BlockContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { DROPPED, replaceEmbeds } from './embeds.ts';
import { blocksToText, findAddresses, SHOWN } from './links.ts';
import type { Lose } from './model.ts';
import { resolveReferences } from './references.ts';
import { tidyBlocks } from './tidy.ts';

const ALLOWED: Schema = {
	tagNames: 'p div br strong b em i a ul ol li blockquote h1 h2 h3 h4 h5 h6'.split(' '),
	attributes: { a: ['href', ['title', SHOWN]] },
	protocols: { href: ['http', 'https', 'mailto'] },
	strip: DROPPED,
};

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
