/** What one edition of the site consists of and where in it a path stands: the same for build, worker and page. */
import { placeOf } from '../../../core/place.ts';

/**
 * Texts are kept many to a pack, in groups by what changes together: pages of the whole change with most editions, an
 * event's page alone does not.
 */
const GROUPS = ['front', 'data', 'pages'] as const;
/** What stands in the folder of a further language is in groups of that language: `es/pages`. */
export type Group = string;

export const groupsOf = (languages: readonly string[]): Group[] => [
	...GROUPS,
	...languages.flatMap((language) => GROUPS.map((group) => `${language}/${group}`)),
];

export interface Edition {
	/** Files kept one by one: hash by path from the site's root. */
	files: Record<string, string>;
	/** Hashes of the packs of each group, in order. */
	packs: Record<Group, string[]>;
	/** Folders of further languages. */
	languages: string[];
	/** Whether the first visit stores all of it that is in the reader's language. */
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

const IS_DATA = /(?:^|\/)data\//;

export const isPacked = (path: string): boolean =>
	IS_DATA.test(path) || (path.endsWith('.html') && path !== NOT_FOUND);

/** The folder of the language in which a path stands; empty for the site's own. */
export const folderOf = (path: string, languages: readonly string[]): string =>
	languages.find((folder) => path.startsWith(`${folder}/`)) ?? '';

export function groupOf(path: string, languages: readonly string[]): Group {
	const folder = folderOf(path, languages);
	if (folder !== '') return `${folder}/${groupOf(path.slice(folder.length + 1), [])}`;
	if (IS_DATA.test(path)) return 'data';
	return path.includes('/') ? 'pages' : 'front';
}

/**
 * The language that an entry is of, by the query of its address: the folder of a further one, the empty text for the
 * site's own; undefined where it is of every reader's.
 */
export function languageOf(address: string): string | undefined {
	const query = address.slice(address.indexOf('?') + 1);
	return query.startsWith('r=') ? undefined : (/^([^/]+)\//.exec(query)?.[1] ?? '');
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
export function entryOf({ files, packs, languages }: Edition, path: string): Entry | undefined {
	if (Object.hasOwn(files, path)) return fileEntry(path, files[path] ?? '');
	const group = groupOf(path, languages);
	const hashes = packs[group] ?? [];
	if (!isKept(path) || !isPacked(path) || hashes.length === 0) return undefined;
	return packEntry(group, placeOf(path, hashes.length), hashes);
}

export function entriesOf({ files, packs }: Edition): Entry[] {
	return [
		...Object.entries(files).map(([path, hash]) => fileEntry(path, hash)),
		...Object.entries(packs).flatMap(([group, hashes]) =>
			hashes.map((_, place) => packEntry(group, place, hashes)),
		),
	];
}
