/** One reading of a content folder: its problems, and where in its files they stand. */
import { lstat, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Unread } from '../core/check-content.ts';
import { fileProblems, type LocatedProblem, type Place } from '../core/problem.ts';
import type { ShapeProblem } from '../core/shape.ts';
import type { LineOf, ReadYaml } from './frontmatter.ts';

/** One reading of a folder: what was found where. */
export interface Reading {
	folder: string;
	/** Folder name as reports show it. */
	name: string;
	files: number;
	/** Languages beside the case's own. */
	languages: readonly string[];
	rules: { allowUnsourced: boolean };
	problems: LocatedProblem[];
	/** Problems that end when something is written that is not there yet, each with its file or the id of its source. */
	lacking: Map<LocatedProblem, string>;
	/** Lines of each file's fields and body, for problems that only the whole set shows. */
	lines: Map<string, { lineOf: LineOf; bodyLine: number; labels: (string | undefined)[] }>;
	/** Places in the fields where something stands in for what was written; the empty path for all of a file's fields. */
	standIns: Map<string, (readonly (string | number)[])[]>;
	/** What could not be read whole. */
	unread: Unread;
	/** Every word of the files that could not be read whole. */
	unreadWords: Set<string>;
}

/** @param folder path of the folder; its last part names it in reports */
export function startReading(folder: string): Reading {
	const unreadWords = new Set<string>();
	return {
		folder,
		name: basename(folder),
		files: 0,
		languages: [],
		rules: { allowUnsourced: process.env['ALLOW_UNSOURCED'] === '1' },
		problems: [],
		lacking: new Map(),
		lines: new Map(),
		standIns: new Map(),
		unread: { lists: new Set(), events: new Set(), mentions: (id) => unreadWords.has(id) },
		unreadWords,
	};
}

/** Whether a place holds something other than its author wrote, because of a problem already told. */
export function isStandIn(reading: Reading, { file, path = [], bodyLine }: Place): boolean {
	if (bodyLine !== undefined) return false;
	const wrong = reading.standIns.get(file) ?? [];
	return wrong.some((steps) => steps.every((step, index) => step === path[index]));
}

/** Notes the words of a text whose records are not known, so that nobody is told they are missing. */
export function noteUnread(reading: Reading, text: string): void {
	for (const [word] of text.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/gu))
		reading.unreadWords.add(word);
}

/**
 * A file as UTF-8 text without its byte order mark; nothing where it is not there.
 * @param how `storedAs`: the name on disk, where it differs from the one in reports
 */
export async function readText(
	reading: Reading,
	file: string,
	{ storedAs = file, onMissing }: { storedAs?: string; onMissing?: () => unknown } = {},
): Promise<string | undefined> {
	const path = join(reading.folder, storedAs);
	let bytes: Buffer;
	try {
		if ((await lstat(path)).isSymbolicLink()) {
			reading.files++;
			reading.problems.push(locate(reading, { file }, fileProblems.symbolicLink(basename(file))));
			return undefined;
		}
		bytes = await readFile(path);
	} catch (error) {
		if (!isMissing(error)) throw error;
		onMissing?.();
		return undefined;
	}
	reading.files++;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		reading.problems.push(locateBadBytes(reading, file, bytes));
		noteUnread(reading, bytes.toString('latin1'));
		return undefined;
	}
}

/** Points at the first line that is not UTF-8, and shows it as what it most likely is. */
function locateBadBytes(reading: Reading, file: string, bytes: Buffer): LocatedProblem {
	const [before = ''] = bytes.toString('utf8').split('\ufffd');
	const [first, second] = bytes;
	const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	const encoding = isWide ? (first === 0xff ? 'UTF-16LE' : 'UTF-16BE') : 'Windows-1252';
	const line = before.split('\n').length;
	const text = new TextDecoder(encoding).decode(bytes).split('\n')[line - 1] ?? '';
	return { file: shown(reading, file), line, field: '', says: fileProblems.notUtf8(text.trim(), encoding) };
}

/** Files a problem; `lacking` where it ends when something is written that `owner` has not yet. */
export function addProblem(
	reading: Reading,
	at: Place,
	{ says, lacking }: { says: string; lacking?: boolean },
	owner = at.file,
): void {
	const located = locate(reading, at, says);
	reading.problems.push(located);
	if (lacking) reading.lacking.set(located, owner);
}

/**
 * Places problems with fields, and notes where something stands in for what was written.
 * @param owner the entry that has them, where the file holds several
 */
export function report(
	reading: Reading,
	file: string,
	problems: readonly ShapeProblem[],
	owner = file,
): void {
	for (const { path, atKey, ...problem } of problems)
		addProblem(reading, { file, path, atKey }, problem, owner);
	const standIns = problems.flatMap(({ path, meant }) => [
		path,
		...(meant ? [[...path.slice(0, -1), meant]] : []),
	]);
	reading.standIns.set(file, [...(reading.standIns.get(file) ?? []), ...standIns]);
}

/** Reports what is wrong with a file's YAML itself. */
export function reportYaml(
	reading: Reading,
	file: string,
	fields: Pick<ReadYaml, 'problems' | 'readable'>,
): void {
	for (const problem of fields.problems) reading.problems.push({ file: shown(reading, file), ...problem });
	if (!fields.readable) reading.standIns.set(file, [[]]);
}

/** Finds the line and the name of the field for a place. */
export function locate(reading: Reading, at: Place, says: string): LocatedProblem {
	const file = shown(reading, at.file);
	const lines = reading.lines.get(at.file);
	if (at.bodyLine !== undefined)
		return { file, line: (lines?.bodyLine ?? 1) + at.bodyLine - 1, field: 'body', says };
	const path = at.path ?? [];
	return {
		file,
		line: path.length > 0 && lines ? lines.lineOf(path, at.atKey) : 1,
		field: formatPath(path, lines?.labels ?? []),
		says,
	};
}

/** `quotes[1].text`, counted from 1; an entry of a list file is named by its id. */
function formatPath(path: readonly (string | number)[], labels: readonly (string | undefined)[]): string {
	const inList = path[0] === 'references' ? path.slice(1) : path;
	const [first] = inList;
	const label = typeof first === 'number' ? labels[first] : undefined;
	const rest = label === undefined ? path : inList.slice(1);
	const steps = rest.map((step, index) =>
		typeof step === 'number' ? `[${step + 1}]` : `${index > 0 || label !== undefined ? '.' : ''}${step}`,
	);
	return `${label ?? ''}${steps.join('')}`;
}

function shown(reading: Reading, file: string): string {
	return `${reading.name}/${file}`;
}

/** Whether a file system has told that there is no such file. */
export function isMissing(error: unknown): boolean {
	return isFields(error) && error['code'] === 'ENOENT';
}

export function isFields(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
