/** Entries of bibliographies, kept from build to build: citeproc takes longer than all the rest of a page. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FormatEntries } from '../core/bibliography.ts';

interface File {
	tools: string;
	entries: Record<string, string>;
}

export interface KeptEntries {
	/** Asks only for what the file does not have. */
	format: FormatEntries;
	/** Writes what was asked for since the file was opened; the rest is forgotten. */
	save: () => void;
}

/**
 * @param file where they are kept; one that cannot be read is made anew
 * @param version text that changes with the tools: with another, nothing that is kept counts
 */
export function openEntries(file: string, version: string, format: FormatEntries): KeptEntries {
	const tools = hash(version);
	const kept = readEntries(file, tools);
	const used = new Map<string, string>();
	return {
		format(items, style, language) {
			const keyed = items.map((item) => ({ item, key: hash(style, language, item) }));
			const unknown = keyed.filter(({ key }) => !kept.has(key)).map(({ item }) => item);
			const made = format(unknown, style, language);
			return new Map(
				keyed.flatMap(({ item, key }) => {
					const entry = kept.get(key) ?? made.get(item.id);
					if (entry === undefined) return [];
					kept.set(key, entry);
					used.set(key, entry);
					return [[item.id, entry]];
				}),
			);
		},
		save() {
			const entries = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
			const aside = `${file}.${process.pid}`;
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(aside, JSON.stringify({ tools, entries } satisfies File));
			renameSync(aside, file);
		},
	};
}

function hash(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}

function readEntries(file: string, tools: string): Map<string, string> {
	try {
		const read = JSON.parse(readFileSync(file, 'utf8')) as File;
		return new Map(read.tools === tools ? Object.entries(read.entries) : []);
	} catch {
		return new Map();
	}
}
