/** What is wrong with a YAML text itself, in our words. */
import { isAlias, isScalar, visit, type Document, type Node, type YAMLParseError } from 'yaml';
import { fileProblems } from '../core/problem.ts';

export interface YamlFault {
	line: number;
	/** The key on that line. */
	field: string;
	says: string;
}

/** Something wrong at a place of the text. */
interface Fault {
	offset: number;
	says: string;
}

/**
 * A document's value, and what is wrong with its YAML.
 * @returns `readable` false, and no value, where what the fields say is not known
 */
export function readDocument(
	document: Document,
	yaml: string,
	toLine: (offset: number) => number,
): { value: unknown; readable: boolean; problems: YamlFault[] } {
	const signs = refusedSigns(document, yaml);
	const errors = document.errors.map((error) => describeError(error, document, yaml, toLine));
	// A key written twice is a problem, but leaves the rest clear.
	const isClear = signs.length === 0 && document.errors.every((error) => error.code === 'DUPLICATE_KEY');
	const plain = isClear ? toPlain(document) : undefined;
	const bombs = isClear && !plain ? [{ offset: firstAlias(document), says: fileProblems.yamlAliases() }] : [];
	const problems = [...signs, ...errors, ...bombs].map(({ offset, says }) => ({
		line: toLine(offset),
		field: keyAt(yaml, offset),
		says,
	}));
	return { value: plain?.value, readable: plain !== undefined, problems: onePerLine(problems) };
}

/** Anchors that multiply themselves are refused by the library's own limit, which throws. */
function toPlain(document: Document): { value: unknown } | undefined {
	try {
		return { value: document.toJS({ maxAliasCount: 100 }) as unknown };
	} catch {
		return undefined;
	}
}

function firstAlias(document: Document): number {
	let offset = 0;
	visit(document, {
		Alias(_, alias) {
			offset = offsetOf(alias);
			return visit.BREAK;
		},
	});
	return offset;
}

/** Text that starts with `*`, `&` or `!` without meaning what YAML means by it, and parts that hold themselves. */
function refusedSigns(document: Document, yaml: string): Fault[] {
	const used = new Set<string>();
	const anchors: { name: string; offset: number }[] = [];
	const faults: Fault[] = document.warnings.map(({ pos: [offset] }) => ({
		offset,
		says: fileProblems.yamlSign(restOfLine(yaml, offset)),
	}));
	visit(document, {
		Node(_, node, ancestors) {
			if (!isAlias(node)) {
				if (node.anchor) anchors.push({ name: node.anchor, offset: offsetOf(node) });
				return;
			}
			used.add(node.source);
			const target = node.resolve(document);
			const offset = offsetOf(node);
			if (!target) faults.push({ offset, says: fileProblems.yamlSign(restOfLine(yaml, offset)) });
			else if (ancestors.includes(target)) faults.push({ offset, says: fileProblems.yamlAliases() });
		},
	});
	for (const { name, offset } of anchors) {
		const start = yaml.lastIndexOf(`&${name}`, offset);
		if (!used.has(name)) faults.push({ offset: start, says: fileProblems.yamlSign(restOfLine(yaml, start)) });
	}
	return faults;
}

function describeError(
	{ code, message, pos: [offset] }: YAMLParseError,
	document: Document,
	yaml: string,
	toLine: (offset: number) => number,
): Fault {
	const rest = restOfLine(yaml, offset);
	const before = yaml.slice(yaml.lastIndexOf('\n', offset - 1) + 1, offset);
	const opened = lastOpened(document, offset);
	if (code === 'DUPLICATE_KEY')
		return { offset, says: fileProblems.duplicateKey(toLine(firstOfKey(document, offset))) };
	if (code === 'BLOCK_AS_IMPLICIT_KEY' && /:(?:\s|$)/.test(rest))
		return { offset, says: fileProblems.yamlColon(rest) };
	if (code === 'UNEXPECTED_TOKEN' && /["']$/.test(before.trimEnd()))
		return { offset, says: fileProblems.yamlQuote(rest) };
	if (code === 'BAD_SCALAR_START') return { offset, says: fileProblems.yamlSign(rest) };
	if (code === 'TAB_AS_INDENT') return { offset, says: fileProblems.yamlTab() };
	const closing = /Missing closing (["'])|end with an? ([\]}])/.exec(message);
	if (closing && opened !== undefined)
		return {
			offset: opened,
			says: fileProblems.yamlUnclosed(restOfLine(yaml, opened), closing[1] ?? closing[2] ?? ''),
		};
	const line = `${before}${rest}`.trim();
	return { offset, says: fileProblems.yaml(line, message.split('\n')[0] ?? '') };
}

/** Where the last quoted text, list or group that starts before an offset starts. */
function lastOpened(document: Document, before: number): number | undefined {
	let last: number | undefined;
	visit(document, {
		Node(_, node) {
			const opens = isScalar(node) ? node.type?.startsWith('QUOTE') : !isAlias(node) && node.flow;
			if (opens && offsetOf(node) < before) last = offsetOf(node);
		},
	});
	return last;
}

/** Where the key stands for the first time that stands again at an offset. */
function firstOfKey(document: Document, offset: number): number {
	let first = offset;
	visit(document, {
		Map(_, map) {
			const keys = map.items.map((item) => item.key);
			const again = keys.find((key) => offsetOf(key) === offset);
			const same = keys.find((key) => isScalar(key) && isScalar(again) && key.value === again.value);
			if (same) first = offsetOf(same);
		},
	});
	return first;
}

function restOfLine(yaml: string, offset: number): string {
	return (/^[^\r\n]*/.exec(yaml.slice(offset))?.[0] ?? '').trim();
}

/** The key on the line of an offset. */
function keyAt(yaml: string, offset: number): string {
	const line = restOfLine(yaml, yaml.lastIndexOf('\n', offset - 1) + 1);
	return /^(?:-\s+)?\{?\s*["']?([\p{L}\p{N}_-]+)["']?\s*:/u.exec(line)?.[1] ?? '';
}

/** The first problem of each line: what the parser finds after it mostly follows from it. */
function onePerLine(problems: readonly YamlFault[]): YamlFault[] {
	return problems.filter(
		(problem, index) => problems.findIndex((other) => other.line === problem.line) === index,
	);
}

function offsetOf(node: unknown): number {
	return (node as Node | null)?.range?.[0] ?? 0;
}
