/** The search index of the case, made once for the page that asks it and the files that hold it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonInScript } from '../core/json-in-script.ts';
import { makeSearchEntries, type OwnPage } from '../core/search-documents.ts';
import { makeShard, splitEntries } from '../core/search-index.ts';

import { caseName } from './case-name.ts';
import { hashOf, openTexts } from './kept-texts.ts';
import type { Case } from './timeline.ts';

/** All that makes a shard of its entries. */
const MADE_BY = [
	'package-lock.json',
	...['index', 'pack', 'words'].map((part) => `src/core/search-${part}.ts`),
];

const kept = openTexts(
	join('.cache', 'search', `${caseName()}.json`),
	MADE_BY.map((file) => readFileSync(file, 'utf8')).join('\0'),
);
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
	kept.save();
	made.set(current, shards);
	return shards;
}
