import assert from 'node:assert/strict';
import { test } from 'node:test';
import MiniSearch from 'minisearch';
import { findHits, loadShard, makeShard, splitEntries, type SearchEntry } from './search-index.ts';
import { packIndex, unpackIndex } from './search-pack.ts';

const entry = (address: string, title: string, text = '', rest: Partial<SearchEntry> = {}): SearchEntry => ({
	kind: 'event',
	address,
	title,
	text,
	names: '',
	weight: 1,
	...rest,
});
const search = (entries: SearchEntry[], query: string, limit?: number) => {
	// As a page gets it: through text.
	const shards = splitEntries(entries, limit).map((part) =>
		loadShard(JSON.parse(JSON.stringify(makeShard(part)))),
	);
	return findHits(shards, query);
};
const found = (entries: SearchEntry[], query: string) =>
	search(entries, query).map(({ document }) => document.address);

const CASE = [
	entry('opens', 'Bridge opens', 'The mayor cut the ribbon while the grand jury sat.'),
	entry('jury', 'Grand jury indicts the builder', 'It returned ten counts.', { weight: 3 }),
	entry('takes', 'A grand jury takes up the case', 'The grand jury will hear witnesses.'),
	entry('trial', 'Trial jury convicts the builder', 'The trial was in Grand Haven.', { weight: 3 }),
	entry('person', 'José Muñoz', 'Builder of the bridge', { kind: 'person', weight: 2 }),
	entry('report', 'The jury of José Muñoz', 'A report', { kind: 'source', weight: 0.3 }),
	entry('named', 'A day at court', 'Nothing was said.', { names: 'Ann Other' }),
];

test('titles and weight come before texts', () => {
	assert.deepEqual(found(CASE, 'grand jury'), ['jury', 'trial', 'takes', 'opens']);
});

for (const [query, first] of [
	['jury indicts', 'jury'],
	['indcts', 'jury'],
	['convics', 'trial'],
	['ribon', 'opens'],
	['jose munoz', 'person'],
	['MUÑOZ', 'person'],
	['other', 'named'],
	['rib', 'opens'],
] as const)
	test(`${query} finds ${first} first`, () => assert.equal(found(CASE, query)[0], first));

for (const query of ['', ' ', '?!', 'zebra', 'jury zebra', '11 counts', '<script>'])
	test(`nothing is found for ${JSON.stringify(query)}`, () => assert.deepEqual(found(CASE, query), []));

test('every word must be there, and the words that matched are told', () => {
	const [hit] = search(CASE, 'Indict coun');
	assert.deepEqual(hit?.words, new Set(['indicts', 'counts']));
});

test('names find a document that does not show them', () => {
	const [hit] = search(CASE, 'ann');
	assert.equal(JSON.stringify(hit?.document).includes('Ann'), false);
});

test('a packed index is the same index', () => {
	const index = new MiniSearch({ fields: ['title', 'text'] });
	index.addAll(CASE.map(({ title, text }, id) => ({ id, title, text: `${text} ${text}` })));
	const plain = index.toJSON();
	const { storedFields: _, ...expected } = JSON.parse(JSON.stringify(plain)) as typeof plain;
	const { storedFields: __, ...unpacked } = unpackIndex(
		JSON.parse(JSON.stringify(packIndex(plain))) as ReturnType<typeof packIndex>,
	);
	assert.deepEqual(unpacked, expected);
});

/** Words as a language has them: few that are everywhere, many that are rare. */
function* madeUpWords(): Generator<string, never> {
	for (let seed = 1; ;) {
		seed = (seed * 48_271) % 2_147_483_647;
		yield `w${Math.floor(8000 ** (seed / 2_147_483_647)).toString(36)}`;
	}
}

test('of ten thousand events no shard passes 500 kB, and each can still be found', () => {
	const words = madeUpWords();
	const text = (count: number) => Array.from({ length: count }, () => words.next().value).join(' ');
	const entries = Array.from({ length: 10_000 }, (_, index) =>
		entry(`events/${index}.html`, `${text(7)} number${index}`, text(30)),
	);
	const shards = splitEntries(entries).map(makeShard);
	const sizes = shards.map((shard) => Buffer.byteLength(JSON.stringify(shard)));
	assert.ok(sizes.length > 1);
	assert.ok(Math.max(...sizes) <= 500_000, `the largest has ${Math.max(...sizes)} bytes`);
	assert.equal(
		shards.reduce((sum, { documents }) => sum + documents.length, 0),
		entries.length,
	);
	const [hit] = findHits(shards.map(loadShard), 'number4711');
	assert.equal(hit?.document.address, 'events/4711.html');
});
