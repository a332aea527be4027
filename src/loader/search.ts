/** The search index of the case, made once for the page that asks it and the files that hold it. */
import { jsonInScript } from '../core/json-in-script.ts';
import { makeSearchEntries, type OwnPage } from '../core/search-documents.ts';
import { makeShard, splitEntries } from '../core/search-index.ts';
import { openKept } from './kept-of-build.ts';
import { hashOf } from './kept-texts.ts';
import type { Case } from './timeline.ts';

const kept = openKept('search');
const made = new WeakMap<Case, string[]>();

/**
 * @param current the case in the language that is searched
 * @returns each shard as JSON that can stand in a script
 */
export function getSearchShards(current: Case): string[] {
	const known = made.get(current);
	if (known) return known;
	const { timeline, words } = current;
	const own: OwnPage[] = (
		['claims', 'people', 'organizations', 'sources', 'changes', 'quality', 'offline'] as const
	).map((id) => ({ address: `${id}.html`, title: words[id].heading, text: words[id].standfirst }));
	const entries = makeSearchEntries(timeline, words, own, ({ language }) => current.ownLanguage(language));
	const shards = splitEntries(entries).map((part) => {
		const hash = hashOf(part);
		const shard = kept.get(hash) ?? jsonInScript(makeShard(part));
		kept.set(hash, shard);
		return shard;
	});
	made.set(current, shards);
	return shards;
}
