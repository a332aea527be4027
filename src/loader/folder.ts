/** What lies in a content folder: the files to read, and those that would be left out without a word. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { FILES } from '../core/content.ts';
import { nearest } from '../core/nearest.ts';
import { fileProblems } from '../core/problem.ts';
import { isId, textToId } from '../core/schema.ts';
import { isMissing, locate, noteUnread, type Reading } from './reading.ts';

const KNOWN_FILES: readonly string[] = Object.values(FILES);
const KNOWN_FOLDERS = ['events', 'claims', 'pages', 'media'];

/** Refuses what lies beside the known files and folders, but for dot files. */
export async function refuseStrays(reading: Reading): Promise<void> {
	const entries = await readdir(reading.folder, { withFileTypes: true }).catch(missingIsEmpty);
	for (const entry of entries) {
		const known = entry.isDirectory() ? KNOWN_FOLDERS : [...KNOWN_FILES, ...KNOWN_FOLDERS];
		if (entry.name.startsWith('.') || known.includes(entry.name)) continue;
		reading.files++;
		reading.problems.push(locate(reading, { file: entry.name }, describeStray(entry)));
		// What it holds may be what another file names.
		if (entry.isFile() && /\.(?:md|ya?ml)$/.test(entry.name))
			noteUnread(reading, await readFile(join(reading.folder, entry.name), 'utf8').catch(missingIsNothing));
	}
}

function describeStray(entry: Dirent): string {
	const { name } = entry;
	if (entry.isDirectory()) {
		const near = nearest(name, KNOWN_FOLDERS);
		return fileProblems.stray(name, '/', near && `${near}/`);
	}
	const near = nearest(name, KNOWN_FILES);
	return !near && name.endsWith('.md')
		? fileProblems.strayMarkdown(name)
		: fileProblems.stray(name, '', near);
}

/** The id is the file name; a disk may hold accents in another form than the address. */
export function nameToId(name: string): string {
	return name.replace(/\.md$/, '').normalize('NFC');
}

/** Names of the Markdown files in a folder. What else lies there is a problem, but for dot files. */
export async function listFiles(reading: Reading, folder: string): Promise<string[]> {
	const path = join(reading.folder, folder);
	const entries = await readdir(path, { withFileTypes: true }).catch(missingIsEmpty);
	const ids = new Set<string>();
	const files: string[] = [];
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const { name } = entry;
		if (name.startsWith('.')) continue;
		const refused = refuseName(entry, ids);
		if (refused === undefined) {
			files.push(name);
			ids.add(nameToId(name));
			continue;
		}
		reading.files++;
		reading.problems.push(locate(reading, { file: `${folder}/${name}` }, refused));
		noteUnreadEvent(reading, folder, nameToId(name));
		if (entry.isFile()) noteUnread(reading, await readFile(join(path, name), 'utf8').catch(missingIsNothing));
	}
	return files;
}

/** @returns why a file cannot be read here, if so */
function refuseName(entry: Dirent, ids: ReadonlySet<string>): string | undefined {
	const { name } = entry;
	const id = nameToId(name);
	if (entry.isSymbolicLink()) return fileProblems.symbolicLink(name);
	if (entry.isDirectory()) return fileProblems.folder(name);
	if (extname(name) === '') return fileProblems.noExtension(name);
	if (extname(name) !== '.md' || !entry.isFile())
		return fileProblems.wrongExtension(name, `${textToId(parse(id).name) || id}.md`);
	if (!isId(id)) return fileProblems.badName(name, `${textToId(id) || '2024-08-12-bridge-opens'}.md`);
	return ids.has(id) ? fileProblems.sameName(name) : undefined;
}

export function missingIsEmpty(error: unknown): never[] {
	if (isMissing(error)) return [];
	throw error;
}

/** A file may go while the folder is read: then there is nothing in it. */
function missingIsNothing(error: unknown): string {
	if (isMissing(error)) return '';
	throw error;
}

export function noteUnreadEvent(reading: Reading, folder: string, id: string): void {
	if (folder === 'events') reading.unread.events.add(id);
}
