/** The search index of the case, made once for the page that asks it and the files that hold it. */
import { makeSearchEntries, type OwnPage } from '../core/search-documents.ts';
import { makeShards, type SearchShard } from '../core/search-index.ts';
import type { Case } from './timeline.ts';

const made = new WeakMap<Case, SearchShard[]>();

/** @param current the case in the language that is searched */
export function getSearchShards(current: Case): SearchShard[] {
	const known = made.get(current);
	if (known) return known;
	const { timeline, words } = current;
	const own: OwnPage[] = (
		['claims', 'people', 'organizations', 'sources', 'changes', 'quality', 'offline'] as const
	).map((id) => ({ address: `${id}.html`, title: words[id].heading, text: words[id].standfirst }));
	const shards = makeShards(
		makeSearchEntries(timeline, words, own, ({ language }) => current.ownLanguage(language)),
	);
	made.set(current, shards);
	return shards;
}
