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
	/** Of everything kept, before packing. */
	bytes: number;
	pages: number;
}

/** What is stored of a site, before it is packed. */
export interface KeptSite {
	files: [path: string, content: Buffer][];
	/** Folders of other languages. */
	languages: string[];
	bytes: number;
	pages: number;
	/** Whether the first visit stores all of it, in the language of the page. */
	eager: boolean;
}

/** A folder with a home of its own holds the pages of a language. */
const LANGUAGE_HOME = /^([^/]+)\/index\.html$/;

/** @param site content by path from the root */
export function findKept(site: ReadonlyMap<string, Buffer>, eagerBytes = EAGER_BYTES): KeptSite {
	const files = [...site].filter(([path]) => isKept(path)).sort(([a], [b]) => (a < b ? -1 : 1));
	const languages = files.flatMap(([path]) => LANGUAGE_HOME.exec(path)?.[1] ?? []);
	/** Of what is in one language, and of what all share. */
	const sizeIn = (folder: string) =>
		sizeOf(files.filter(([path]) => !isPacked(path) || folderOf(path, languages) === folder));
	const pages = files.filter(([path]) => path.endsWith('.html') && path !== NOT_FOUND).length;
	const eager = ['', ...languages].every((folder) => sizeIn(folder) <= eagerBytes);
	return { files, languages, bytes: sizeOf(files), pages, eager };
}

const hashOf = (content: Buffer): string =>
	createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH);

/**
 * Depends on the files alone, so that the same site gives the same edition, and a changed page changes one pack.
 * @param site content by path from the root; what is not kept is passed over
 * @param keep is given each pack, JSON, with its path, as soon as it is made: together they are as large as the site
 */
export function packSite(
	site: ReadonlyMap<string, Buffer>,
	keep: (path: string, pack: Buffer) => void,
	eagerBytes = EAGER_BYTES,
): PackedSite {
	const { files: kept, languages, bytes, pages, eager } = findKept(site, eagerBytes);
	const files = Object.fromEntries(
		kept.filter(([path]) => !isPacked(path)).map(([path, content]) => [path, hashOf(content)]),
	);
	const packed = kept.filter(([path]) => isPacked(path));
	const packGroup = (group: Group): string[] => {
		const members = packed.filter(([path]) => groupOf(path, languages) === group);
		return splitInPlaces(members).map((place) => {
			const texts = Object.fromEntries(place.map(([path, content]) => [path, content.toString('utf8')]));
			const pack = Buffer.from(JSON.stringify(texts));
			const hash = hashOf(pack);
			keep(`_offline/${hash}.json`, pack);
			return hash;
		});
	};
	const edition: Edition = {
		files,
		packs: Object.fromEntries(groupsOf(languages).map((group) => [group, packGroup(group)])),
		languages,
		eager,
	};
	return { edition, bytes, pages };
}

const sizeOf = (files: readonly (readonly [path: string, content: Buffer])[]): number =>
	files.reduce((sum, [, content]) => sum + content.length, 0);

/** A power of two, so that the number of places, on which every place depends, seldom changes as a case grows. */
function splitInPlaces<T extends readonly [path: string, content: Buffer]>(members: readonly T[]): T[][] {
	if (members.length === 0) return [];
	const bytes = sizeOf(members);
	const count = 2 ** Math.max(0, Math.ceil(Math.log2(bytes / PACK_BYTES)));
	const places = Map.groupBy(members, ([path]) => placeOf(path, count));
	return Array.from({ length: count }, (_, place) => places.get(place) ?? []);
}
