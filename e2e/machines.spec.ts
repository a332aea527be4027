/** What machines read: of every page what it is, when it changed and where it stands; the sitemap; link previews. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Parser } from 'htmlparser2';
import jsonld from 'jsonld';
import openGraph from 'open-graph-scraper';
import { canonicalAddress } from '../src/core/address.ts';
import { eventSources, lastWork } from '../src/core/event.ts';
import { dateToCoverage } from '../src/core/structured-data.ts';
import { OEMBED } from '../src/layouts/head.ts';
import { content, published } from './content.ts';
import { BUILT } from './places.ts';

const { address } = content.site;
const read = (path: string) => readFileSync(join(BUILT, path), 'utf8');
const pages = readdirSync(BUILT, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.html') && !file.startsWith('downloads/'))
	.map((path) => ({ path, ...readHead(read(path)) }));
const listed = pages.filter(({ isListed }) => isListed);

function readHead(html: string) {
	const head = { canonical: '', isListed: true, isMoved: false, feeds: [] as string[], data: '' };
	let isData = false;
	const parser = new Parser({
		onopentag(tag, { rel, href = '', hreflang, name, content: text, type, 'http-equiv': equivalent }) {
			if (tag === 'link' && rel === 'canonical') head.canonical = href;
			if (tag === 'link' && rel === 'alternate' && type !== OEMBED && !hreflang) head.feeds.push(href);
			if (tag === 'meta' && name === 'robots') head.isListed = text !== 'noindex';
			if (tag === 'meta' && equivalent === 'refresh') head.isMoved = true;
			isData = tag === 'script' && type === 'application/ld+json';
		},
		ontext(text) {
			if (isData) head.data += text;
		},
	});
	parser.end(html);
	return head;
}

const SCHEMA = 'https://schema.org/';
/** Without a network: all names are of this one vocabulary. */
const documentLoader = (url: string) =>
	Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': { '@vocab': SCHEMA } } });

type Node = Record<string, unknown>;

async function expand(data: string): Promise<Node> {
	const [node = {}] = await jsonld.expand(JSON.parse(data) as object, { documentLoader, safe: true });
	return node;
}

/** Values of a property: texts as they are, objects as they are. */
const valuesOf = (node: Node | undefined, name: string) =>
	((node?.[SCHEMA + name] ?? []) as Node[]).map((value) => value['@value'] ?? value);
const typeOf = (node: unknown) =>
	((node as Node)['@type'] as string[] | undefined)?.[0]?.slice(SCHEMA.length);

test('every page has its one address, and says what it is and of what it is a part', async () => {
	for (const { path, canonical, data } of listed) {
		const other = content.translations.find(({ id }) => path.startsWith(`${id}/`));
		const folder = other ? `${other.id}/` : '';
		const own = path.slice(folder.length);
		expect(canonical, path).toBe(canonicalAddress(address + folder, own));
		const node = await expand(data);
		expect(typeOf(node), path).toMatch(/^(?:Article|CollectionPage|ProfilePage|WebPage)$/);
		expect(valuesOf(node, 'url'), path).toEqual([canonical]);
		expect(valuesOf(node, 'inLanguage'), path).toEqual([other?.id ?? content.site.language]);
		if (own !== 'index.html') expect(valuesOf(node, 'isPartOf').length, path).toBe(1);
	}
});

test('an event’s page says when it was published and changed, what time it covers, and cites its sources', async () => {
	for (const event of published) {
		const page = pages.find(({ path }) => path === `events/${event.id}.html`);
		const node = await expand(page?.data ?? '{}');
		expect(typeOf(node)).toBe('Article');
		expect(valuesOf(node, 'headline')).toEqual([event.title]);
		expect(valuesOf(node, 'datePublished')).toEqual([event.added]);
		expect(valuesOf(node, 'dateModified')).toEqual([lastWork(event)]);
		expect(valuesOf(node, 'temporalCoverage')).toEqual([dateToCoverage(event.date)]);
		const cited = valuesOf(node, 'citation') as Node[];
		expect(cited.map(typeOf)).toEqual(eventSources(event).map(() => 'CreativeWork'));
		expect(cited.flatMap((source) => valuesOf(source, 'name'))).toEqual(
			eventSources(event).map((id) => content.sources.find((source) => source.id === id)?.title),
		);
		expect(valuesOf(node, 'correction').map(typeOf)).toEqual(
			event.corrections.map(() => 'CorrectionComment'),
		);
	}
});

test('home says how many events it lists; a person’s page is about that person', async () => {
	const home = await expand(pages.find(({ path }) => path === 'index.html')?.data ?? '{}');
	const [list] = valuesOf(home, 'mainEntity') as Node[];
	expect([typeOf(home), typeOf(list)]).toEqual(['CollectionPage', 'ItemList']);
	expect(valuesOf(list, 'numberOfItems')).toEqual([published.length]);
	for (const person of content.people.filter(({ page }) => page)) {
		const page = pages.find(({ path }) => path === `people/${person.id}.html`);
		const [entity] = valuesOf(await expand(page?.data ?? '{}'), 'mainEntity') as Node[];
		expect(typeOf(entity)).toBe('Person');
		expect(valuesOf(entity, 'name')).toEqual([person.name]);
		expect(valuesOf(entity, 'description')).toEqual(person.roles[0] ? [person.roles[0].text] : []);
	}
});

test('the sitemap names every page that may be listed, with the day of its last change, and no other', () => {
	const entries = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>(?:<lastmod>(.*?)<\/lastmod>)?/g)];
	expect(entries.map(([, loc]) => loc).sort()).toEqual(listed.map(({ canonical }) => canonical).sort());
	const days = new Map(entries.map(([, loc = '', day]) => [loc, day]));
	for (const event of published)
		expect(days.get(canonicalAddress(address, `events/${event.id}.html`))).toBe(lastWork(event));
	for (const path of ['data.html', 'on-this-day.html', 'changes.html', 'quality.html'])
		expect(days.has(canonicalAddress(address, path)), path).toBe(true);
	expect(read('robots.txt')).toContain(`Sitemap: ${address}sitemap.xml\n`);
});

test('an event’s page and the framed one name the oEmbed of the site, which shows the framed one', () => {
	const { address: site, title } = content.site;
	for (const path of [`events/${published[0]?.id}.html`, 'embed.html'])
		expect(read(path), path).toContain(`<link rel="alternate" type="${OEMBED}" href="${site}oembed.json">`);
	const oembed = JSON.parse(read('oembed.json')) as Record<string, unknown>;
	expect(oembed).toMatchObject({ version: '1.0', type: 'rich', provider_name: title, provider_url: site });
	expect(oembed['html']).toContain(`src="${site}embed.html"`);
});

test('feeds are named where what they tell of changes, and every one is there', () => {
	const withFeeds = pages.filter(({ feeds }) => feeds.length > 0);
	for (const { path, feeds } of withFeeds)
		for (const feed of feeds)
			expect(existsSync(join(BUILT, path, '..', decodeURI(feed))), `${path}: ${feed}`).toBe(true);
	const people = content.people.filter(({ page }) => page).map(({ id }) => `people/${id}.html`);
	expect(withFeeds.map(({ path }) => path)).toEqual(
		expect.arrayContaining(['index.html', 'changes.html', 'data.html', ...people]),
	);
	for (const feed of readdirSync(join(BUILT, 'feeds')))
		expect(read('data.html')).toContain(`href="./feeds/${encodeURIComponent(feed)}"`);
});

test('a link to any kind of page is shown with its title, text and address', async () => {
	const kinds = new Map(listed.map(({ path }) => [path.includes('/') ? path.split('/')[0] : path, path]));
	for (const path of kinds.values()) {
		const { error, result } = await openGraph({ html: read(path) });
		expect(error, path).toBe(false);
		const { ogTitle, ogDescription, ogUrl, ogType, ogSiteName, twitterCard } = result;
		expect(ogUrl, path).toBe(canonicalAddress(address, path));
		expect(ogType, path).toBe(path.startsWith('events/') ? 'article' : 'website');
		for (const text of [ogTitle, ogDescription, ogSiteName, twitterCard]) expect(text, path).toBeTruthy();
	}
});
