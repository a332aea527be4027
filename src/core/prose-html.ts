/** Markdown with citations as HTML: sanitized by an allow-list, citations as numbered notes. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { toHast } from 'mdast-util-to-hast';
import { paths } from './address.ts';
import { citationLabel, noteAnchors, type Notes } from './citation.ts';
import { directionOf, type Direction } from './direction.ts';
import { CITATION_GROUP, isSafeAddress, linkToEventId, parseCitations, parseProse } from './prose.ts';
import { curlPieces, curlQuotes, type QuoteMarks } from './typography.ts';

/** What the page around a text decides. */
export interface ProseContext {
	notes: Notes;
	/** How often each source has been cited so far; a note leads back to every place. */
	cited: Map<string, number>;
	noteWord: string;
	quoteMarks: QuoteMarks;
	direction: Direction;
	/** The language of what stands in quotation marks, where that is not the text's. */
	quotedIn?: string;
}

/** Nothing but running text; attributes are added by us afterwards. */
const ALLOWED: Schema = {
	tagNames: ['p', 'ul', 'ol', 'li', 'blockquote', 'em', 'strong', 'h2', 'h3', 'h4', 'a', 'code', 'br'],
	attributes: { a: ['href'], ol: ['start'] },
	protocols: { href: ['http', 'https', 'mailto'] },
};

/** Renders a text that the gate has passed. @returns HTML */
export function renderProse(markdown: string, context: ProseContext): string {
	const tree = sanitize(toHast(parseProse(markdown)), ALLOWED);
	curlBlocks(tree as Root, context.quoteMarks);
	visit(tree as Root, context);
	return toHtml(tree);
}

/** One line of text from the front matter, followed by the notes it rests on. @returns HTML */
export function renderLine(text: string, sources: readonly string[], context: ProseContext): string {
	return toHtml([
		...markQuotations(curlQuotes(text, context.quoteMarks), context),
		...(sources.length > 0
			? [
					citationMarks(
						sources.map((id) => ({ id, locator: undefined })),
						context,
					),
				]
			: []),
	]);
}

/** Elements whose text is one run of words. */
const BLOCKS = new Set(['p', 'li', 'h2', 'h3', 'h4']);

/** Sets the quotation marks of each block as of one text, whatever markup cuts it. */
function curlBlocks(node: Root | Element, marks: QuoteMarks): void {
	if (node.type === 'element' && BLOCKS.has(node.tagName)) {
		const texts = textsOf(node);
		const curled = curlPieces(
			texts.map(({ value }) => value),
			marks,
		);
		for (const [index, text] of texts.entries()) text.value = curled[index] ?? text.value;
	}
	for (const child of node.children) if (child.type === 'element') curlBlocks(child, marks);
}

/** The texts of an element, without those of blocks inside it and without code. */
function textsOf(node: Element): Text[] {
	return node.children.flatMap((child) => {
		if (child.type === 'text') return [child];
		const isRun = child.type === 'element' && child.tagName !== 'code' && !BLOCKS.has(child.tagName);
		return isRun ? textsOf(child) : [];
	});
}

function visit(node: Root | Element, context: ProseContext): void {
	if (node.type === 'element' && node.tagName === 'a') dressLink(node);
	node.children = node.children.flatMap((child): ElementContent[] => {
		if (child.type === 'text') return splitText(child.value, context);
		if (child.type !== 'element') return [];
		visit(child, context);
		return [child];
	});
}

function dressLink(link: Element): void {
	const address = String(link.properties['href'] ?? '');
	const event = linkToEventId(address);
	if (event) link.properties['href'] = paths.event(event);
	else if (isSafeAddress(address)) link.properties['rel'] = ['external', 'noopener'];
	else delete link.properties['href'];
}

/** A text with its citations turned into marks; the space before a mark goes, so that no line breaks there. */
function splitText(text: string, context: ProseContext): ElementContent[] {
	const parts: ElementContent[] = [];
	let from = 0;
	for (const match of text.matchAll(CITATION_GROUP)) {
		const citations = parseCitations(match[1] ?? '');
		if (!citations) continue;
		const before = text.slice(from, match.index).replace(/\s+$/, '');
		if (before) parts.push(...markQuotations(before, context));
		parts.push(citationMarks(citations, context));
		from = match.index + match[0].length;
	}
	const rest = text.slice(from);
	return rest ? [...parts, ...markQuotations(rest, context)] : parts;
}

/**
 * Quotations of another language say that they are, and those that run the other way stand apart, with their marks:
 * these, and the sentence around, would else be taken along (UAX #9, N1).
 */
function markQuotations(text: string, { quotedIn, quoteMarks, direction }: ProseContext): ElementContent[] {
	const [open, close] = quoteMarks.double;
	return text
		.split(new RegExp(`(${open}[^${open}${close}]+${close})`))
		.flatMap((piece, index): ElementContent[] => {
			if (piece === '') return [];
			// At odd places stands what is quoted.
			if (index % 2 === 0) return [{ type: 'text', value: piece }];
			const quoted = quotedIn === undefined ? [plain(piece)] : speakLanguage(piece, quotedIn);
			const own = directionOf(piece);
			if (own === undefined || own === direction) return quoted;
			return [{ type: 'element', tagName: 'bdi', properties: {}, children: quoted }];
		});
}

/** A quotation in its marks, which are the text's own. */
function speakLanguage(quotation: string, lang: string): ElementContent[] {
	const [open = '', close = ''] = [quotation.at(0), quotation.at(-1)];
	return [
		plain(open),
		{ type: 'element', tagName: 'span', properties: { lang }, children: [plain(quotation.slice(1, -1))] },
		plain(close),
	];
}

function plain(value: string): Text {
	return { type: 'text', value };
}

function citationMarks(
	citations: readonly { id: string; locator: string | undefined }[],
	context: ProseContext,
): Element {
	const marks = citations.flatMap((citation, index): ElementContent[] => {
		const number = context.notes.numberOf(citation.id);
		const place = (context.cited.get(citation.id) ?? 0) + 1;
		context.cited.set(citation.id, place);
		const mark: Element = {
			type: 'element',
			tagName: 'a',
			properties: {
				href: `#${noteAnchors.note(number)}`,
				id: noteAnchors.mark(number, place),
				ariaLabel: citationLabel(citation, number, context.noteWord),
			},
			children: [{ type: 'text', value: `${number}${citation.locator ? `, ${citation.locator}` : ''}` }],
		};
		return index > 0 ? [{ type: 'text', value: '\u200a' }, mark] : [mark];
	});
	// A numeral after Latin letters, or after another numeral, would run with them.
	const dir = context.direction === 'rtl' ? 'rtl' : undefined;
	return { type: 'element', tagName: 'sup', properties: { className: ['cites'], dir }, children: marks };
}

/**
 * Splits a text at its first heading.
 * @returns what stands before it, and the heading with all that follows
 */
export function splitAtHeading(markdown: string): [before: string, rest: string] {
	const heading = parseProse(markdown).children.find((node) => node.type === 'heading');
	const at = heading?.position?.start.offset ?? markdown.length;
	return [markdown.slice(0, at), markdown.slice(at)];
}
