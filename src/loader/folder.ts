/** What lies in a content folder: the files to read, and those that would be left out without a word. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { FILES } from '../core/content.ts';
import { nearest } from '../core/nearest.ts';
import { fileProblems, translationProblems } from '../core/problem.ts';
import { isId, textToId } from '../core/schema.ts';
import { translatedFile } from '../core/translation.ts';
import { isMissing, locate, noteUnread, type Reading } from './reading.ts';

const KNOWN_FILES: readonly string[] = Object.values(FILES);
const KNOWN_FOLDERS = ['events', 'claims', 'pages', 'media'];
/** Folders whose files may stand in several languages. */
const TRANSLATED = ['events', 'pages'];

/** Refuses what lies beside the known files and folders, but for dot files. */
export async function refuseStrays(reading: Reading): Promise<void> {
	const entries = await readdir(reading.folder, { withFileTypes: true }).catch(missingIsEmpty);
	const translated = reading.languages.map((language) => translatedFile(FILES.site, language));
	for (const entry of entries) {
		const known = entry.isDirectory() ? KNOWN_FOLDERS : [...KNOWN_FILES, ...translated, ...KNOWN_FOLDERS];
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

/**
 * The id is the file name; a disk may hold accents in another form than the address.
 * @param language of a translation, whose file is named after the original and it
 */
export function nameToId(name: string, language?: string): string {
	const ending = endingOf(language);
	return (name.endsWith(ending) ? name.slice(0, -ending.length) : name).normalize('NFC');
}

const endingOf = (language: string | undefined) => `${language === undefined ? '' : `.${language}`}.md`;

/**
 * Names of the Markdown files in a folder: of its originals, or of their translations into a language.
 * What else lies there is a problem, told with the originals, but for dot files.
 */
export async function listFiles(reading: Reading, folder: string, language?: string): Promise<string[]> {
	const path = join(reading.folder, folder);
	const all = await readdir(path, { withFileTypes: true }).catch(missingIsEmpty);
	const isTranslation = (entry: Dirent, into: string) =>
		TRANSLATED.includes(folder) && entry.name.endsWith(endingOf(into));
	const entries = all.filter((entry) =>
		language === undefined
			? !reading.languages.some((into) => isTranslation(entry, into))
			: isTranslation(entry, language),
	);
	const ids = new Set<string>();
	const files: string[] = [];
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const { name } = entry;
		if (name.startsWith('.')) continue;
		const refused = refuseName(entry, ids, language);
		if (refused === undefined) {
			files.push(name);
			ids.add(nameToId(name, language));
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
function refuseName(entry: Dirent, ids: ReadonlySet<string>, language?: string): string | undefined {
	const { name } = entry;
	const id = nameToId(name, language);
	if (entry.isSymbolicLink()) return fileProblems.symbolicLink(name);
	if (entry.isDirectory()) return fileProblems.folder(name);
	if (extname(name) === '') return fileProblems.noExtension(name);
	if (extname(name) !== '.md' || !entry.isFile())
		return fileProblems.wrongExtension(name, `${textToId(parse(id).name) || id}.md`);
	const [, original, into] = /^(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(id) ?? [];
	if (original !== undefined && into !== undefined && isId(original))
		return translationProblems.language(name, into, `${original}-${into.toLowerCase()}.md`);
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
