/** JSON as other tools leave it: with a JSONP wrapper, and with the line of each entry of a list. */
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { ImportError, positionAt } from './model.ts';

/**
 * Reads JSON, with or without `callback(…)` or `name = …` around it.
 * @throws ImportError with line and column of the first mistake
 */
export function parseJson(text: string): unknown {
	const json = unwrapped(text);
	try {
		return JSON.parse(json);
	} catch (error) {
		const errors: ParseError[] = [];
		try {
			parse(json, errors, { disallowComments: true });
		} catch (deep) {
			if (!(deep instanceof RangeError)) throw deep;
			throw new ImportError(1, 1, 'is nested too deeply to be read', { cause: deep });
		}
		const [first] = errors;
		const { line, column } = positionAt(text, first?.offset ?? text.length);
		const what = first ? printParseErrorCode(first.error) : 'Unreadable';
		const says = `is not JSON (${what.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()})`;
		throw new ImportError(line, column, says, { cause: error });
	}
}

/** Without a JSONP wrapper; as long, so that places stay. */
function unwrapped(text: string): string {
	const [before = ''] = /^\s*(?:(?:var|let|const)\s+)?[\w$.]+\s*[=(]\s*(?=[{[])/.exec(text) ?? [];
	if (before === '') return text;
	const after = /[\s);]*$/.exec(text)?.index ?? text.length;
	return before.replace(/[^\n]/g, ' ') + text.slice(before.length, after);
}

/** Lines on which the entries of a list start, by the key that holds it: the first list under that key. */
export function entryLines(text: string, key: string): number[] {
	const lines: number[] = [];
	let depth = 0;
	let listDepth: number | undefined;
	let last = '';
	let line = 1;
	let counted = 0;
	for (const { 0: token, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]|[^\s"{}[\],:]+/g)) {
		const isOpen = token === '{' || token === '[';
		if (depth === listDepth && token !== ',') {
			if (token === ']') break;
			for (; counted < index; counted++) if (text[counted] === '\n') line++;
			lines.push(line);
		}
		if (isOpen) {
			depth++;
			if (listDepth === undefined && token === '[' && last === JSON.stringify(key)) listDepth = depth;
		} else if (token === '}' || token === ']') depth--;
		last = token;
	}
	return lines;
}
