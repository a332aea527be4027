/**
 * Markdown with citations: what it may hold, what it cites, and how it becomes HTML.
 * Citations are Pandoc's: `[@key]`, `[@one; @two, p. 3]` (https://pandoc.org/MANUAL.html#citation-syntax).
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, Root, RootContent } from 'mdast';
import { bodyProblems, findUnseen } from './problem.ts';

export interface Citation {
	id: string;
	/** What follows the key: "p. 3". */
	locator: string | undefined;
}

/** What the whole-set checks need to know of a text, by line of the text from 1. */
export interface Prose {
	citations: (Citation & { line: number })[];
	/** Events linked to by file name. */
	links: { id: string; line: number }[];
	/** The words of each block, citations taken out. */
	blocks: { line: number; text: string }[];
}

export interface CheckedProse extends Prose {
	problems: { line: number; says: string }[];
}

/** A citation group in text. */
export const CITATION_GROUP = /\[([^[\]]*@[^[\]]*)\]/g;
const CITATION_ITEM =
	/^-?@([\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_.:-]*[\p{L}\p{M}\p{N}])?)(?:(?:,\s*|\s+)([^@]+))?$/su;
const ENDS_CITED = /\[[^[\]]*@[^[\]]*\][.;:,!?)"'”’]*$/;
const EVENT_FILE = /^([^/?#:]+)\.md$/;

/**
 * The citations of one group.
 * @param inside the text between the brackets
 * @returns undefined where it cannot be read as citations
 */
export function parseCitations(inside: string): Citation[] | undefined {
	const citations: Citation[] = [];
	for (const item of inside.split(';')) {
		const match = CITATION_ITEM.exec(item.trim());
		if (!match?.[1]) return undefined;
		citations.push({ id: match[1], locator: match[2]?.trim().replace(/\s+/g, ' ') });
	}
	return citations;
}

/** The event id a Markdown link names, if it names an event file. */
export function linkToEventId(address: string): string | undefined {
	const id = EVENT_FILE.exec(address)?.[1];
	return id && decodeURIComponentSafely(id);
}

function decodeURIComponentSafely(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/**
 * Reads a text and lists what an author has to mend in it.
 * @param rules `cited`: every paragraph, list item and block quote must end in a citation
 */
export function checkProse(markdown: string, rules: { cited: boolean; mayBeEmpty?: boolean }): CheckedProse {
	const found: CheckedProse = { citations: [], links: [], blocks: [], problems: [] };
	const root = parseProse(markdown);
	if (root.children.length === 0 && !rules.mayBeEmpty)
		found.problems.push({ line: 1, says: bodyProblems.empty() });
	const walk: Walk = { cited: rules.cited, markdown, found, elements: new Set() };
	for (const child of root.children) visitBlock(child, walk);
	found.problems.push(...unseenCharacters(markdown));
	return found;
}

/** What stays the same on a walk through a text. */
interface Walk {
	cited: boolean;
	markdown: string;
	found: CheckedProse;
	/** HTML elements told of already, so that their closing tags are not told of again. */
	elements: Set<string>;
}

function unseenCharacters(markdown: string): CheckedProse['problems'] {
	return markdown.split('\n').flatMap((text, index) => {
		const unseen = findUnseen(text);
		return unseen
			? [{ line: index + 1, says: bodyProblems.unseen(around(text, unseen.index, 1), unseen.names) }]
			: [];
	});
}

/** A place in a text with some of the words on either side, none of them cut. */
function around(text: string, index: number, length: number): string {
	const end = index + length;
	const before = text.slice(Math.max(0, index - 20), index);
	const after = text.slice(end, end + 20);
	const whole = [
		index > 20 ? before.replace(/^\S*\s+/, '') : before,
		text.slice(index, end),
		end + 20 < text.length ? after.replace(/\s+\S*$/, '') : after,
	];
	return whole.join('').replace(/\s+/g, ' ').trim();
}

export function parseProse(markdown: string): Root {
	return fromMarkdown(markdown);
}

const NOT_HERE: Partial<Record<Nodes['type'], string>> = {
	code: 'a code block (four spaces at the start of a line make one)',
	image: 'a picture',
	imageReference: 'a picture',
	linkReference: 'a link by reference',
	definition: 'a link definition',
	thematicBreak: 'a rule (---)',
	table: 'a table',
};

function visitBlock(node: RootContent, walk: Walk): void {
	const { cited, found } = walk;
	const line = node.position?.start.line ?? 1;
	switch (node.type) {
		case 'paragraph': {
			const text = visitInline(node, walk);
			found.blocks.push({ line, text: withoutCitations(text) });
			refuseCutCitations(node, text, line, walk);
			if (cited && !ENDS_CITED.test(text.trimEnd()))
				found.problems.push({ line, says: bodyProblems.notCited(text.replace(/\s+/g, ' ')) });
			return;
		}
		case 'heading': {
			const text = visitInline(node, walk);
			found.blocks.push({ line, text });
			refuseCutCitations(node, text, line, walk);
			if (node.depth === 1)
				found.problems.push({
					line,
					says: bodyProblems.notHere(written(node, walk), 'a first-level heading'),
				});
			return;
		}
		case 'list':
			for (const item of node.children) for (const child of item.children) visitBlock(child, walk);
			return;
		case 'blockquote':
			for (const child of node.children) visitBlock(child, walk);
			return;
		case 'html':
			refuseHtml(node, line, walk);
			return;
		default:
			found.problems.push({
				line,
				says: bodyProblems.notHere(written(node, walk), NOT_HERE[node.type] ?? node.type),
			});
	}
}

/** Citations that markup cuts apart or makes code of would be printed as typed: `[@key, *p. 3*]`. */
function refuseCutCitations(node: Nodes, text: string, line: number, walk: Walk): void {
	const pieces = textPieces(node);
	for (const [group] of text.matchAll(CITATION_GROUP))
		if (!pieces.some((piece) => piece.includes(group)))
			walk.found.problems.push({ line, says: bodyProblems.cutCitation(group) });
}

function textPieces(node: Nodes): string[] {
	if (node.type === 'text') return [node.value];
	return 'children' in node ? node.children.flatMap(textPieces) : [];
}

function refuseHtml(node: Nodes, line: number, walk: Walk): void {
	const html = written(node, walk);
	const [, closing, name = ''] = /^<(\/?)([\w-]*)/.exec(html) ?? [];
	if (closing && walk.elements.has(name)) return;
	walk.elements.add(name);
	walk.found.problems.push({ line, says: bodyProblems.html(html) });
}

/** A part of a text as its author wrote it, on one line. */
function written(node: Nodes, walk: Walk): string {
	const { start, end } = node.position ?? {};
	return walk.markdown.slice(start?.offset, end?.offset).trim().replace(/\s+/g, ' ');
}

/** Collects what stands inside a block. @returns its text */
function visitInline(node: Nodes, walk: Walk): string {
	const { found } = walk;
	const line = node.position?.start.line ?? 1;
	switch (node.type) {
		case 'text':
			for (const match of node.value.matchAll(CITATION_GROUP)) {
				const at = line + node.value.slice(0, match.index).split('\n').length - 1;
				const citations = parseCitations(match[1] ?? '');
				if (!citations) found.problems.push({ line: at, says: bodyProblems.badCitation(match[0]) });
				for (const citation of citations ?? []) found.citations.push({ ...citation, line: at });
			}
			return node.value;
		case 'inlineCode':
			return node.value;
		case 'break':
			return '\n';
		case 'html':
			refuseHtml(node, line, walk);
			return '';
		case 'link': {
			const event = linkToEventId(node.url);
			if (event) found.links.push({ id: event, line });
			else if (!isSafeAddress(node.url))
				found.problems.push({ line, says: bodyProblems.unsafeLink(node.url) });
			break;
		}
		case 'image':
		case 'imageReference':
		case 'linkReference':
			found.problems.push({
				line,
				says: bodyProblems.notHere(written(node, walk), NOT_HERE[node.type] ?? node.type),
			});
			return '';
	}
	return 'children' in node ? node.children.map((child) => visitInline(child, walk)).join('') : '';
}

/** Schemes a reader may be sent to; the rest (`javascript:`, `data:` …) is refused. */
export function isSafeAddress(address: string): boolean {
	return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(address);
}

export function withoutCitations(text: string): string {
	return text.replace(CITATION_GROUP, '');
}

/**
 * One pattern for a list of words to avoid, whole words in any case.
 * @returns undefined for an empty list
 */
export function avoidedWordsPattern(words: readonly string[]): RegExp | undefined {
	if (words.length === 0) return undefined;
	const choices = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'));
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/**
 * Words to avoid that stand outside quotation marks in a text.
 * @returns each with some of the text around it and its line in the text, from 1
 */
export function findAvoidedWords(
	text: string,
	pattern: RegExp,
): { word: string; context: string; line: number }[] {
	const quotations = /"[^"]*"|“[^”]*”|«[^»]*»/g;
	const own = text.replace(quotations, (quotation) => ' '.repeat(quotation.length));
	return [...own.matchAll(pattern)].map(({ 0: word, index }) => ({
		word: word.replace(/\s+/g, ' '),
		context: around(text, index, word.length),
		line: text.slice(0, index).split('\n').length,
	}));
}
