/** Texts that take long to make, kept from build to build under a hash of all that each is made of. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { keepFile } from './kept-file.ts';

/** The first line of a file, as JSON. The texts follow as bytes, one after another, and each is decoded when it is asked for. */
interface Head {
	version: string;
	/** In the order of the texts. */
	texts: [hash: string, bytes: number][];
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
	const used = new Map<string, Buffer>();
	return {
		get(hash) {
			const text = used.get(hash) ?? kept.get(hash);
			if (text) used.set(hash, text);
			return text?.toString();
		},
		set: (hash, text) => void used.set(hash, Buffer.from(text)),
		save() {
			const texts = [...used].sort(([a], [b]) => (a < b ? -1 : 1));
			const head: Head = { version: hashed, texts: texts.map(([hash, { length }]) => [hash, length]) };
			keepFile(
				file,
				Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts.map(([, text]) => text)]),
			);
		},
	};
}

/**
 * Makes what is not kept of each of many, all at once, because what makes them may take long to start.
 * @param kept holds each result as JSON
 * @param of all that a result depends on beside the version, as plain data
 * @param make of those that are not kept, by their ids
 * @returns by the ids of all, in their order; lacks what `make` has not made
 */
export function makeEach<Item extends { id: string }, Made>(
	kept: KeptTexts,
	items: readonly Item[],
	of: (item: Item) => unknown[],
	make: (missing: readonly Item[]) => ReadonlyMap<string, Made>,
): Map<string, Made> {
	const found = items.map((item) => {
		const hash = hashOf(...of(item));
		return { item, hash, text: kept.get(hash) };
	});
	const made = make(found.flatMap(({ item, text }) => (text === undefined ? [item] : [])));
	return new Map(
		found.flatMap(({ item: { id }, hash, text }) => {
			if (text !== undefined) return [[id, JSON.parse(text) as Made]];
			const one = made.get(id);
			if (one === undefined) return [];
			kept.set(hash, JSON.stringify(one));
			return [[id, one]];
		}),
	);
}

/** @param parts plain data, in an order that stays the same */
export function hashOf(...parts: unknown[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 24);
}

function readTexts(file: string, version: string): Map<string, Buffer> {
	try {
		const bytes = readFileSync(file);
		let from = bytes.indexOf('\n') + 1;
		const head = JSON.parse(bytes.toString('utf8', 0, from)) as Head;
		if (head.version !== version) return new Map();
		const texts = head.texts.map(([hash, length]) => [hash, bytes.subarray(from, (from += length))] as const);
		return new Map(from === bytes.length ? texts : []);
	} catch {
		return new Map();
	}
}
