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
	const [before = ''] =
		/^\s*(?:\/\*\*\/\s*)?(?:(?:var|let|const)\s+)?[\w$.]+\s*[=(]\s*(?=[{[])/.exec(text) ?? [];
	if (before === '') return text;
	const after = /[\s);]*$/.exec(text)?.index ?? text.length;
	return before.replace(/[^\n]/g, ' ') + text.slice(before.length, after);
}

/** Lines on which the entries of a list start: of the first list under a key, or of the whole where it is a list. */
export function entryLines(text: string, key: string | undefined): number[] {
	const lines: number[] = [];
	const wanted = key === undefined ? undefined : JSON.stringify(key);
	let depth = 0;
	let listDepth: number | undefined;
	let last = '';
	let isKeyed = key === undefined;
	let line = 1;
	for (let index = 0; index < text.length; index++) {
		const sign = text[index] ?? '';
		if (sign === '\n') line++;
		if (/[\s:]/.test(sign)) continue;
		if (depth === listDepth && sign === ']') break;
		if (depth === listDepth && sign !== ',' && (last === '[' || last === ',')) lines.push(line);
		if (sign === '"') {
			const end = endOfString(text, index);
			isKeyed = text.slice(index, end) === wanted;
			index = end - 1;
		} else {
			if (sign === '[' && isKeyed && listDepth === undefined) listDepth = depth + 1;
			if (sign === '{' || sign === '[') depth++;
			else if (sign === '}' || sign === ']') depth--;
			isKeyed = isKeyed && key === undefined;
		}
		last = sign;
	}
	return lines;
}

/** Behind the quotation mark that ends a string; a string may be longer than an expression can follow. */
function endOfString(text: string, start: number): number {
	for (let index = start + 1; index < text.length; index++) {
		if (text[index] === '"') return index + 1;
		if (text[index] === '\\') index++;
	}
	return text.length;
}
