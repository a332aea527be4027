import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EAGER_BYTES, packSite } from './pack.ts';
import { placeOf } from '../../core/place.ts';
import { entriesOf, entryOf, languageOf } from './worker/edition.ts';

const page = (number: number, text = '') => `<h1>${number}</h1>${text}${'x'.repeat(2000)}`;
const site = (count: number, changes: Record<string, string> = {}) =>
	new Map(
		Object.entries({
			'index.html': '<h1>Home</h1>',
			'404.html': '<h1>None</h1>',
			'assets/a.css': 'a{}',
			'data/timeline.json': '{}',
			'es/data/timeline.json': '{}',
			'sw.js': 'old',
			_headers: '/*',
			'robots.txt': '',
			'sitemap.xml': '',
			'feed.xml': '',
			'feeds/category-court.xml': '',
			'cards/a.png': 'PNG',
			'icons/icon-192.png': 'PNG',
			'downloads/case.zip': 'PK',
			'downloads/case.html': '<h1>All</h1>',
			'_offline/old.json': '{}',
			'assets/a.css.gz': 'gz',
			...Object.fromEntries(
				Array.from({ length: count }, (_, number) => [`events/e${number}.html`, page(number)]),
			),
			...changes,
		}).map(([path, text]) => [path, Buffer.from(text)]),
	);

function pack(site: ReadonlyMap<string, Buffer>) {
	const packs = new Map<string, Buffer>();
	return { ...packSite(site, (path, bytes) => packs.set(path, bytes)), packs };
}

/** What a worker would answer for a path. */
function look(packed: ReturnType<typeof pack>, path: string): string | undefined {
	const entry = entryOf(packed.edition, path);
	const text = entry && packed.packs.get(entry.address.replace(/\?.*/, ''));
	return text && (JSON.parse(String(text)) as Record<string, string>)[path];
}

describe('packing a site', () => {
	test('pages, data, scripts, styles and fonts are kept; pictures for links, editions and feeds are not', () => {
		const { edition, packs } = pack(site(3));
		assert.deepEqual(Object.keys(edition.files), ['404.html', 'assets/a.css']);
		const texts = [...packs.values()].flatMap((text) => Object.keys(JSON.parse(String(text)) as object));
		assert.deepEqual(texts.sort(), [
			'data/timeline.json',
			'es/data/timeline.json',
			'events/e0.html',
			'events/e1.html',
			'events/e2.html',
			'index.html',
		]);
	});

	test('each page is found in the one pack where it is looked for', () => {
		const packed = pack(site(1000));
		for (let number = 0; number < 1000; number++)
			assert.equal(look(packed, `events/e${number}.html`), page(number));
		assert.equal(look(packed, 'events/none.html'), undefined);
		assert.equal(entryOf(packed.edition, 'constructor'), undefined);
		assert.equal(entryOf(packed.edition, 'downloads/case.html'), undefined);
	});

	test('a thousand pages take a few dozen requests, and a changed one takes one', () => {
		const before = pack(site(1000)).edition;
		const after = pack(site(1000, { 'events/e7.html': page(7, 'changed') })).edition;
		assert.ok(entriesOf(before).length <= 27, `${entriesOf(before).length} requests`);
		const had = new Set(entriesOf(before).map(({ address }) => address));
		assert.equal(entriesOf(after).filter(({ address }) => !had.has(address)).length, 1);
	});

	test('what is in the folder of a language is in packs of that language, and leaves the others as they are', () => {
		const alone = pack(site(40)).edition;
		const spanish = { 'es/index.html': '<h1>Inicio</h1>', 'es/events/e1.html': page(1), 'es/data/a.js': '' };
		const packed = pack(site(40, spanish));
		const { edition } = packed;
		assert.deepEqual(edition.languages, ['es']);
		for (const [path, text] of Object.entries(spanish)) assert.equal(look(packed, path), text);
		const [own, foreign] = ['', 'es'].map((language) =>
			entriesOf(edition).filter(({ address }) => languageOf(address) === language),
		);
		assert.ok(own && foreign && foreign.length > 0);
		const alike = (entries: typeof own) => entries.filter(({ address }) => !address.includes('?data'));
		assert.deepEqual(
			alike(own),
			alike(entriesOf(alone)).filter(({ address }) => languageOf(address) === ''),
		);
	});

	test('the first visit stores all of a language where no language alone is too large', () => {
		const sized = (bytes: number, ...languages: string[]) =>
			pack(
				new Map(
					['index.html', ...languages.map((language) => `${language}/index.html`)].map((path) => [
						path,
						Buffer.alloc(bytes, 32),
					]),
				),
			).edition.eager;
		assert.equal(sized(EAGER_BYTES, 'es', 'pt'), true);
		assert.equal(sized(EAGER_BYTES + 1, 'es'), false);
	});

	test('the same files in another order are the same edition', () => {
		assert.deepEqual(pack(new Map([...site(40)].reverse())), pack(site(40)));
	});

	test('signs in names are safe in addresses', () => {
		const { edition } = pack(site(0, { 'assets/50% #1?.svg': '<svg/>' }));
		const entry = entryOf(edition, 'assets/50% #1?.svg');
		assert.equal(
			new URL(entry?.address ?? '', 'https://timeline.example/').pathname,
			'/assets/50%25%20%231%3F.svg',
		);
	});

	test('up to five million bytes of what is kept the first visit stores all', () => {
		const exact = (extra: number) =>
			pack(new Map([['index.html', Buffer.alloc(EAGER_BYTES + extra, 32)]])).edition.eager;
		assert.equal(exact(0), true);
		assert.equal(exact(1), false);
		const withEdition = new Map([...site(0), ['downloads/case.pdf', Buffer.alloc(EAGER_BYTES)] as const]);
		assert.equal(pack(withEdition).edition.eager, true);
	});

	test('places are spread evenly', () => {
		const counts = new Array<number>(16).fill(0);
		for (let number = 0; number < 1600; number++) {
			const place = placeOf(`events/2024-08-${number}.html`, 16);
			counts[place] = (counts[place] ?? 0) + 1;
		}
		assert.ok(Math.min(...counts) > 50 && Math.max(...counts) < 150, String(counts));
	});
});
