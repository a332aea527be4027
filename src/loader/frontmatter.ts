/** Splits a file into YAML and body and keeps the line of every field. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, Scalar, visit } from 'yaml';
import type { Document, Node } from 'yaml';
import { fileProblems } from '../core/problem.ts';
import { readDocument, type YamlFault } from './yaml-faults.ts';

/** What YAML says. */
export interface ReadYaml {
	/** Text, lists and maps; no value is ever guessed to be a number, a date or a boolean. */
	value: unknown;
	/** False where the YAML itself is broken: then there is no value, and what it lacks is not known. */
	readable: boolean;
	problems: YamlFault[];
}

/** The line in the file of the value at a path, or of its key; of the nearest parent where it is missing. */
export type LineOf = (path: readonly (string | number)[], atKey?: boolean) => number;

export interface YamlFields extends ReadYaml {
	lineOf: LineOf;
}

export interface SplitFile {
	yaml: string;
	/** Line of the file on which the YAML starts, from 1. */
	yamlLine: number;
	body: string;
	bodyLine: number;
}

/** Fields whose text is EDTF: YAML would turn `[a..b]` into a list. */
const DATES = new Set(['date', 'from', 'to', 'added', 'updated', 'coverage-to']);

/**
 * Splits front matter from body.
 * @returns the parts, or the sentence that says why there are none
 */
export function splitFrontmatter(text: string): SplitFile | { problem: string } {
	const open = /^---[ \t]*\r?\n/.exec(text);
	if (!open) return { problem: fileProblems.noFrontmatter(text.split(/\r?\n/)[0] ?? '') };
	const close = /^---[ \t]*(?:\r?\n|$)/m.exec(text.slice(open[0].length));
	if (!close) return { problem: fileProblems.unclosedFrontmatter() };
	const yamlEnd = open[0].length + close.index;
	const bodyStart = yamlEnd + close[0].length;
	return {
		yaml: text.slice(open[0].length, yamlEnd),
		yamlLine: 2,
		body: text.slice(bodyStart),
		bodyLine: text.slice(0, bodyStart).split('\n').length,
	};
}

/**
 * Reads YAML as text, lists and maps (the failsafe schema of YAML 1.2, §10.1).
 * @param firstLine the file's line on which the YAML starts
 */
export function parseYaml(yaml: string, firstLine = 1): YamlFields {
	return { ...readYaml(yaml, firstLine), lineOf: linesOf(yaml, firstLine) };
}

/** @param firstLine the file's line on which the YAML starts */
export function readYaml(yaml: string, firstLine = 1): ReadYaml {
	const { document, toLine } = parse(yaml, firstLine);
	return readDocument(document, yaml, toLine);
}

/**
 * Where in a file fields stand. Asked of few files, and not before all have been read: the text is read anew, since what
 * tells it takes ten times the memory.
 * @param firstLine the file's line on which the YAML starts
 */
export function linesOf(yaml: string, firstLine = 1): LineOf {
	let parsed: ReturnType<typeof parse> | undefined;
	return (path, atKey = false) => {
		const { document, toLine } = (parsed ??= parse(yaml, firstLine));
		return toLine(offsetOf(document, path, atKey));
	};
}

function parse(yaml: string, firstLine: number) {
	const lines = new LineCounter();
	const document = parseDocument(yaml, {
		lineCounter: lines,
		schema: 'failsafe',
		version: '1.2',
		prettyErrors: false,
		logLevel: 'silent',
	});
	keepDatesAsWritten(document, yaml);
	return { document, toLine: (offset: number) => lines.linePos(offset).line + firstLine - 1 };
}

function keepDatesAsWritten(document: Document, yaml: string): void {
	visit(document, {
		Pair(_, pair) {
			const isDate = isScalar(pair.key) && DATES.has(String(pair.key.value));
			if (!isDate || !(isSeq(pair.value) || isMap(pair.value)) || !pair.value.flow) return;
			const [start = 0, end = start] = pair.value.range ?? [];
			const written = new Scalar(yaml.slice(start, end));
			if (pair.value.range) written.range = pair.value.range;
			pair.value = written;
		},
	});
}

function offsetOf(document: Document, path: readonly (string | number)[], atKey: boolean): number {
	let node: unknown = document.contents;
	let offset = startOf(node);
	for (const [depth, step] of path.entries()) {
		if (isMap(node)) {
			// Of a key written twice, the value is the last one's.
			const pair = node.items.findLast(
				(item) => isScalar(item.key) && String(item.key.value) === String(step),
			);
			if (!pair) return offset;
			const isLast = depth === path.length - 1;
			// A value that spans lines is named by the line of its key.
			offset = (isLast && atKey) || !isScalar(pair.value) ? startOf(pair.key) : startOf(pair.value);
			node = pair.value;
		} else if (isSeq(node)) {
			node = node.items[Number(step)];
			if (node === undefined) return offset;
			offset = startOf(node);
		} else return offset;
	}
	return offset;
}

function startOf(node: unknown): number {
	return isPair(node) ? 0 : ((node as Node | null)?.range?.[0] ?? 0);
}
