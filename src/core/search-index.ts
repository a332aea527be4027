/**
 * The index that search asks, made with the build and loaded by the page; only importer of `minisearch`.
 * Nothing here is fetched: a shard is plain data that a classic script can carry, as a disk demands.
 */
import MiniSearch, { type Options } from 'minisearch';
import { splitToFit } from './place.ts';
import { packIndex, unpackIndex, type PackedIndex } from './search-pack.ts';
import { splitWords } from './search-words.ts';

export const SEARCH_KINDS = ['event', 'person', 'organization', 'claim', 'page', 'source'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** What a hit shows. */
export interface SearchDocument {
	kind: SearchKind;
	/** From the site's root, without a leading slash; no other document has it. */
	address: string;
	title: string;
	text: string;
	/** Its date in words. */
	when?: string;
	category?: string;
	/** What is said of an event that is not established. */
	doubt?: string;
	/** Of its text where it is not the site's; a title that is a name, or says who spoke, is not in it. */
	lang?: string;
	/** How much it counts beside others that match as well; 1 is usual. */
	weight: number;
}

/** A document, and names it is found by although it does not show them. */
export interface SearchEntry extends SearchDocument {
	names: string;
}

export interface SearchShard {
	documents: SearchDocument[];
	index: PackedIndex;
}

export interface LoadedShard {
	documents: readonly SearchDocument[];
	index: MiniSearch;
}

export interface Hit {
	document: SearchDocument;
	/** The words of the document that matched, as `splitWords` gives them. */
	words: ReadonlySet<string>;
}

/** The same when an index is made and when it is asked. */
const OPTIONS: Options = {
	fields: ['title', 'text'],
	tokenize: splitWords,
	processTerm: (term) => term,
};

/** Letters of text in a shard: with its index about twice that in bytes, so below 500 kB in most scripts. */
const SHARD_LETTERS = 200_000;
/** What a document takes beside its texts. */
const OTHER_LETTERS = 150;

/** Splits a case's entries by their addresses into parts, each for a shard of a size that loads in one go. */
export function splitEntries(entries: readonly SearchEntry[], limit = SHARD_LETTERS): SearchEntry[][] {
	const sizeOf = ({ title, text, names }: SearchEntry) =>
		title.length + text.length + names.length + OTHER_LETTERS;
	return splitToFit(entries, ({ address }) => address, sizeOf, limit);
}

export function makeShard(entries: readonly SearchEntry[]): SearchShard {
	const index = new MiniSearch(OPTIONS);
	index.addAll(entries.map(({ title, text, names }, id) => ({ id, title, text: `${text} ${names}` })));
	return {
		documents: entries.map(({ names: _, ...document }) => document),
		index: packIndex(index.toJSON()),
	};
}

export function loadShard({ documents, index }: SearchShard): LoadedShard {
	return { documents, index: MiniSearch.loadJS(unpackIndex(index), OPTIONS) };
}

/**
 * Finds the documents that have every word of a query, in full, as a beginning, or with a typing mistake or two.
 * @returns best first: exact words before others, titles before texts, by weight; the very title asked for above all
 */
export function findHits(shards: readonly LoadedShard[], query: string): Hit[] {
	const asked = splitWords(query).join(' ');
	return shards
		.flatMap(({ documents, index }) =>
			index
				.search(query, {
					combineWith: 'AND',
					prefix: (word) => word.length > 2,
					// Digits name days and counts: another digit is another thing.
					fuzzy: (word) => (/\d/.test(word) || word.length < 5 ? false : word.length < 9 ? 1 : 2),
					weights: { fuzzy: 0.1, prefix: 0.3 },
					boost: { title: 4 },
					boostDocument: (id) => documents[id as number]?.weight ?? 1,
				})
				.flatMap(({ id, score, terms }) => {
					const document = documents[id as number];
					if (!document) return [];
					const isNamed = splitWords(document.title).join(' ') === asked;
					return [{ document, words: new Set(terms), score: isNamed ? score * 10 : score }];
				}),
		)
		.sort((a, b) => b.score - a.score || (a.document.address < b.document.address ? -1 : 1))
		.map(({ document, words }) => ({ document, words }));
}
