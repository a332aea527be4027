/** What was read of pages, kept from build to build under the hash of each: most are as the last build made them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { keepFile } from '../../loader/kept-file.ts';
import { pageReader, type Page } from './verify.ts';

/** As they stand in a file. */
interface Kept {
	version: string;
	/** Every text that pages hold, once. */
	texts: string[];
	/** By hash: how many ids, those, then tag, attribute and value of each link; each as its place among the texts. */
	pages: Map<string, Uint32Array>;
}

export interface KeptPages {
	/** What a page names, and what in it can be named. */
	read: (html: Buffer) => Page;
	/** Leaves what was asked for to the next build, and nothing else. */
	save: () => void;
}

/**
 * @param file one that cannot be read, or is of another version, counts for nothing
 * @param version text that changes with whatever reads pages
 */
export function openPages(file: string, version: string): KeptPages {
	const kept = readKept(file, version);
	const readPage = pageReader();
	const made = new Map<string, Page>();
	return {
		read(html) {
			const hash = createHash('sha256').update(html).digest('base64');
			const encoded = kept.pages.get(hash);
			const page = encoded ? decode(encoded, kept.texts) : readPage(html.toString());
			made.set(hash, page);
			return page;
		},
		save() {
			keepFile(file, serialize({ version, ...encodeAll(made) } satisfies Kept));
		},
	};
}

function encodeAll(made: ReadonlyMap<string, Page>): Pick<Kept, 'texts' | 'pages'> {
	const places = new Map<string, number>();
	const placeOf = (text: string): number => {
		const place = places.get(text) ?? places.size;
		places.set(text, place);
		return place;
	};
	const pages = new Map<string, Uint32Array>();
	for (const [hash, { ids, links }] of made) {
		const all = [...ids, ...links.flatMap(({ tag, attribute, value }) => [tag, attribute, value])];
		pages.set(hash, Uint32Array.from([ids.size, ...all.map(placeOf)]));
	}
	return { texts: [...places.keys()], pages };
}

function decode(encoded: Uint32Array, texts: readonly string[]): Page {
	const text = (index: number) => texts[encoded[index] ?? -1] ?? '';
	const firstLink = 1 + (encoded[0] ?? 0);
	const page: Page = { ids: new Set(), links: [] };
	for (let index = 1; index < firstLink; index++) page.ids.add(text(index));
	for (let index = firstLink; index < encoded.length; index += 3)
		page.links.push({ tag: text(index), attribute: text(index + 1), value: text(index + 2) });
	return page;
}

function readKept(file: string, version: string): Pick<Kept, 'texts' | 'pages'> {
	try {
		const read = deserialize(readFileSync(file)) as Kept;
		if (read.version === version) return read;
	} catch {
		// There is none yet, or half of one.
	}
	return { texts: [], pages: new Map() };
}
