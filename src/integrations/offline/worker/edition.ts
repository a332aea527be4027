/** What one edition of the site consists of and where in it a path stands: the same for build, worker and page. */
import { placeOf } from '../../../core/place.ts';

/**
 * Texts are kept many to a pack, in groups by what changes together: pages of the whole change with most editions, an
 * event's page alone does not.
 */
export const GROUPS = ['front', 'data', 'pages'] as const;
export type Group = (typeof GROUPS)[number];

export interface Edition {
	/** Files kept one by one: hash by path from the site's root. */
	files: Record<string, string>;
	/** Hashes of the packs of each group, in order. */
	packs: Record<Group, string[]>;
	/** Whether the first visit stores all of it. */
	eager: boolean;
}

/** One thing to store: its address from the site's root, which is its key in the cache too, and its hash. */
export interface Entry {
	address: string;
	hash: string;
}

/** Answers an address that is none. It is kept by itself, so that it is there before anything else. */
export const NOT_FOUND = '404.html';
const LEFT_OUT =
	/(?:^|\/)(?:cards|downloads|feeds|icons|_offline)\/|(?:^|\/)(?:feed\.(?:xml|json)|oembed\.json)$|^(?:sw\.js|_headers|\.nojekyll|robots\.txt|sitemap[^/]*)$|\.(?:gz|br)$/;

/** Whether a path is kept for reading offline: pages, data, scripts, styles and fonts; no pictures for links, no editions. */
export const isKept = (path: string): boolean => !LEFT_OUT.test(path);

export const isPacked = (path: string): boolean =>
	groupOf(path) === 'data' || (path.endsWith('.html') && path !== NOT_FOUND);

export function groupOf(path: string): Group {
	if (/(?:^|\/)data\//.test(path)) return 'data';
	return path.includes('/') ? 'pages' : 'front';
}

/** The query names the place, so that the next edition knows which packs a reader had. */
const packEntry = (group: Group, place: number, hashes: readonly string[]): Entry => ({
	address: `_offline/${hashes[place]}.json?${group}-${place}-${hashes.length}`,
	hash: hashes[place] ?? '',
});

const fileEntry = (path: string, hash: string): Entry => ({
	address: `${path.split('/').map(encodeURIComponent).join('/')}?r=${hash}`,
	hash,
});

/** What holds a path; undefined where the edition keeps nothing of that kind. Whether a pack has it, the pack tells. */
export function entryOf({ files, packs }: Edition, path: string): Entry | undefined {
	if (Object.hasOwn(files, path)) return fileEntry(path, files[path] ?? '');
	const hashes = packs[groupOf(path)];
	if (!isKept(path) || !isPacked(path) || hashes.length === 0) return undefined;
	return packEntry(groupOf(path), placeOf(path, hashes.length), hashes);
}

export function entriesOf({ files, packs }: Edition): Entry[] {
	return [
		...Object.entries(files).map(([path, hash]) => fileEntry(path, hash)),
		...GROUPS.flatMap((group) => packs[group].map((_, place) => packEntry(group, place, packs[group]))),
	];
}
