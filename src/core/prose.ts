/**
 * Markdown with citations: what it may hold, what it cites, and how it becomes HTML.
 * Citations are Pandoc's: `[@key]`, `[@one; @two, p. 3]` (https://pandoc.org/MANUAL.html#citation-syntax).
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Blockquote, Heading, ListItem, Nodes, Root, RootContent } from 'mdast';
import { bodyProblems } from './problem.ts';
import { findUnseen, wordsAround } from './written.ts';

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
	problems: BodyProblem[];
}

/** What is wrong in a text, by line of the text from 1. */
export interface BodyProblem {
	line: number;
	says: string;
	/** Whether something is still to be written there. */
	lacking?: boolean;
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
		citations.push({ id: match[1].normalize('NFC'), locator: match[2]?.trim().replace(/\s+/g, ' ') });
	}
	return citations;
}

/** The event id a Markdown link names, if it names an event file. */
export function linkToEventId(address: string): string | undefined {
	const id = EVENT_FILE.exec(address)?.[1];
	return id && decodeURIComponentSafely(id).normalize('NFC');
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
	const walk: Walk = { cited: rules.cited, markdown, found, elements: new Set(), depth: 1 };
	for (const child of root.children) visitBlock(child, walk);
	if (
		!rules.mayBeEmpty &&
		found.problems.length === 0 &&
		found.blocks.every(({ text }) => text.trim() === '')
	)
		found.problems.push({ line: 1, says: bodyProblems.empty(), lacking: true });
	found.problems.push(...unseenCharacters(markdown));
	return found;
}

/** Of a text on a page, so that its outline stays one that readers can follow. */
const DEEPEST_HEADING = 4;

/** What a walk through a text takes along. */
interface Walk {
	cited: boolean;
	markdown: string;
	found: CheckedProse;
	/** Level of the heading above; that of the page's title is 1. */
	depth: number;
	/** HTML elements told of already, so that their closing tags are not told of again. */
	elements: Set<string>;
}

function unseenCharacters(markdown: string): CheckedProse['problems'] {
	return markdown.split('\n').flatMap((text, index) => {
		const unseen = findUnseen(text);
		return unseen
			? [{ line: index + 1, says: bodyProblems.unseen(wordsAround(text, unseen.index, 1), unseen.names) }]
			: [];
	});
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
};

function visitBlock(node: RootContent, walk: Walk): void {
	const { cited, found } = walk;
	const line = node.position?.start.line ?? 1;
	switch (node.type) {
		case 'paragraph': {
			if (isTable(node, walk)) {
				found.problems.push({ line, says: bodyProblems.notHere(written(node, walk), 'a table') });
				return;
			}
			const text = visitInline(node, walk);
			found.blocks.push({ line, text: withoutCitations(text) });
			refuseCutCitations(node, text, line, walk);
			if (cited && !ENDS_CITED.test(text.trimEnd()))
				found.problems.push({ line, says: bodyProblems.notCited(text.replace(/\s+/g, ' ')), lacking: true });
			return;
		}
		case 'heading': {
			const text = visitInline(node, walk);
			found.blocks.push({ line, text });
			refuseCutCitations(node, text, line, walk);
			refuseHeading(node, line, walk);
			return;
		}
		case 'list':
			for (const item of node.children) visitChildren(item, 'list item', walk);
			return;
		case 'blockquote':
			visitChildren(node, 'block quote', walk);
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

function refuseHeading(node: Heading, line: number, walk: Walk): void {
	const { problems } = walk.found;
	const source = written(node, walk);
	// A paragraph with a line of hyphens under it would be a heading, and so need no citation.
	const isUnderlined = !source.startsWith('#');
	const deepest = Math.min(walk.depth + 1, DEEPEST_HEADING);
	if (isUnderlined || node.depth === 1) {
		const what = isUnderlined ? 'a heading by the line under it' : 'a first-level heading';
		problems.push({ line, says: bodyProblems.notHere(source, what) });
	} else if (node.depth > deepest)
		problems.push({ line, says: bodyProblems.headingTooDeep(source, '#'.repeat(deepest)) });
	walk.depth = Math.min(node.depth, deepest);
}

function visitChildren(node: ListItem | Blockquote, what: string, walk: Walk): void {
	const line = node.position?.start.line ?? 1;
	if (node.children.length === 0) walk.found.problems.push({ line, says: bodyProblems.emptyItem(what) });
	for (const child of node.children) visitBlock(child, walk);
}

/** Tables are no part of CommonMark, so that one comes as a paragraph: with a line of `|---|`. */
function isTable(node: Nodes, walk: Walk): boolean {
	const { start, end } = node.position ?? {};
	return walk.markdown
		.slice(start?.offset, end?.offset)
		.split('\n')
		.some((line) => /^[\s|:-]+$/.test(line) && line.includes('|') && line.includes('-'));
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
