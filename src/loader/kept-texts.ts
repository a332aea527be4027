/** Texts that take long to make, kept from build to build under a hash of all that each is made of. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keepFile } from './kept-file.ts';

interface File {
	version: string;
	texts: Record<string, string>;
}

export interface KeptTexts {
	get: (hash: string) => string | undefined;
	set: (hash: string, text: string) => void;
	/** Writes what was asked for or set since the file was opened; the rest is forgotten. */
	save: () => void;
}

/**
 * @param file where they are kept; one that cannot be read counts for nothing
 * @param version text that changes with whatever makes them: with another, nothing that is kept counts
 */
export function openTexts(file: string, version: string): KeptTexts {
	const hashed = hashOf(version);
	const kept = readTexts(file, hashed);
	const used = new Map<string, string>();
	return {
		get(hash) {
			const text = used.get(hash) ?? kept.get(hash);
			if (text !== undefined) used.set(hash, text);
			return text;
		},
		set: (hash, text) => void used.set(hash, text),
		save() {
			const texts = Object.fromEntries([...used].sort(([a], [b]) => (a < b ? -1 : 1)));
			keepFile(file, JSON.stringify({ version: hashed, texts } satisfies File));
		},
	};
}

/** @param parts plain data, in an order that stays the same */
export function hashOf(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}

function readTexts(file: string, version: string): Map<string, string> {
	try {
		const read = JSON.parse(readFileSync(file, 'utf8')) as File;
		return new Map(read.version === version ? Object.entries(read.texts) : []);
	} catch {
		return new Map();
	}
}
