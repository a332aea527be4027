/** A built site as an edition: what is kept one by one, what is packed, and under which names. */
import { createHash } from 'node:crypto';
import { placeOf } from '../../core/place.ts';
import {
	folderOf,
	groupOf,
	groupsOf,
	isKept,
	isPacked,
	NOT_FOUND,
	type Edition,
	type Group,
} from './worker/edition.ts';
import { HASH_LENGTH } from './worker/store.ts';

/** Up to here the first visit stores everything; beyond, the reader is asked. */
export const EAGER_BYTES = 5_000_000;
/** About one request's worth: small enough to fetch again for one changed event, large enough to be few. */
const PACK_BYTES = 192_000;

export interface PackedSite {
	edition: Edition;
	/** Text of each pack by its path. */
	packs: Map<string, string>;
	/** Of everything kept, before packing. */
	bytes: number;
	pages: number;
}

/** A folder with a home of its own holds the pages of a language. */
const LANGUAGE_HOME = /^([^/]+)\/index\.html$/;

const hashOf = (content: string | Buffer): string =>
	createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);

/**
 * Depends on the files alone, so that the same site gives the same edition, and a changed page changes one pack.
 * @param site content by path from the root; what is not kept is passed over
 */
export function packSite(site: ReadonlyMap<string, Buffer>, eagerBytes = EAGER_BYTES): PackedSite {
	const kept = [...site].filter(([path]) => isKept(path)).sort(([a], [b]) => (a < b ? -1 : 1));
	const bytes = sizeOf(kept);
	const languages = kept.flatMap(([path]) => LANGUAGE_HOME.exec(path)?.[1] ?? []);
	/** Of what is in one language, and of what all share. */
	const sizeIn = (folder: string) =>
		sizeOf(kept.filter(([path]) => !isPacked(path) || folderOf(path, languages) === folder));
	const files = Object.fromEntries(
		kept.filter(([path]) => !isPacked(path)).map(([path, content]) => [path, hashOf(content)]),
	);
	const texts = kept.filter(([path]) => isPacked(path));
	const packs = new Map<string, string>();
	const packGroup = (group: Group): string[] => {
		const members = texts.filter(([path]) => groupOf(path, languages) === group);
		return splitInPlaces(members).map((place) => {
			const text = JSON.stringify(
				Object.fromEntries(place.map(([path, content]) => [path, content.toString('utf8')])),
			);
			const hash = hashOf(text);
			packs.set(`_offline/${hash}.json`, text);
			return hash;
		});
	};
	const edition: Edition = {
		files,
		packs: Object.fromEntries(groupsOf(languages).map((group) => [group, packGroup(group)])),
		languages,
		eager: ['', ...languages].every((folder) => sizeIn(folder) <= eagerBytes),
	};
	const pages = kept.filter(([path]) => path.endsWith('.html') && path !== NOT_FOUND).length;
	return { edition, packs, bytes, pages };
}

const sizeOf = (files: readonly (readonly [path: string, content: Buffer])[]): number =>
	files.reduce((sum, [, content]) => sum + content.length, 0);

/** A power of two, so that the number of places, on which every place depends, seldom changes as a case grows. */
function splitInPlaces<T extends readonly [path: string, content: Buffer]>(members: readonly T[]): T[][] {
	if (members.length === 0) return [];
	const bytes = sizeOf(members);
	const count = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / PACK_BYTES)));
	return Array.from({ length: count }, (_, place) =>
		members.filter(([path]) => placeOf(path, count) === place),
	);
}
