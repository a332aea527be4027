import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { listChanges } from '../core/changes.ts';
import { eventPeople } from '../core/event.ts';
import { makeContent, makeEvent } from '../core/testing.ts';
import { makeTimeline } from '../core/timeline.ts';
import { curlQuotes } from '../core/typography.ts';
import {
	categoryFeed,
	FEED_LENGTH,
	findFeed,
	findPartFeeds,
	makeAtomFeed,
	makeJsonFeed,
	personFeed,
} from './feeds.ts';
import { CASES, WITHDRAWN, words } from './testing.ts';

const schema = (name: string) => readFileSync(`e2e/fixtures/schemas/${name}`, 'utf8');
const grammar = RelaxNGValidator.fromDoc(XmlDocument.fromString(schema('atom.rng')));
const isJsonFeed = addFormats
	.default(new Ajv2020({ strict: true, strictRequired: false, allErrors: true }))
	.compile(JSON.parse(schema('json-feed.schema.json')) as object);
const curl = (text: string) => curlQuotes(text, words.quoteMarks);

/** @throws where it is not as RFC 4287 says */
function checkAtom(xml: string): void {
	const document = XmlDocument.fromString(xml);
	try {
		grammar.validate(document);
	} finally {
		document.dispose();
	}
}

test('the grammar refuses what is no feed', () => {
	const feed = '<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>i</id>';
	assert.doesNotThrow(() => checkAtom(`${feed}<updated>2026-11-23T00:00:00Z</updated></feed>`));
	assert.throws(() => checkAtom(`${feed}</feed>`));
	assert.throws(() => checkAtom(`${feed}<updated>2026-11-23</updated></feed>`));
	assert.throws(() => checkAtom(`${feed}<updated>2026-11-23T00:00:00Z</updated><entry/></feed>`));
});

for (const [name, timeline] of CASES) {
	const feeds = [findFeed(timeline), ...findPartFeeds(timeline).values()];

	test(`${name}: every feed is as RFC 4287 says, and names itself and its page`, () => {
		assert.ok(feeds.length > 1);
		for (const feed of feeds) {
			const xml = makeAtomFeed(feed, timeline, words);
			checkAtom(xml);
			const read = parseFeed(xml);
			assert.equal(read.self, timeline.site.address + feed.path.slice(1));
			assert.ok(read.url?.startsWith(timeline.site.address));
			assert.equal(read.title, curl(feed.title));
			assert.equal(new Set(read.items.map(({ id }) => id)).size, read.items.length);
			assert.ok(read.items.length <= FEED_LENGTH);
		}
	});

	test(`${name}: the feed of all tells the newest changes, and both forms of it the same`, () => {
		const feed = findFeed(timeline);
		const read = parseFeed(makeAtomFeed(feed, timeline, words));
		const json = JSON.parse(makeJsonFeed(feed, timeline, words)) as JsonFeed;
		assert.ok(isJsonFeed(json), JSON.stringify(isJsonFeed.errors));
		assert.ok(!isJsonFeed({ ...json, items: [{ id: 'x' }] }));
		assert.deepEqual(
			json.items.map(({ id, url, title, content_text, date_published }) => [
				...[id, url, title, content_text],
				date_published,
			]),
			read.items.map(({ id, url, title, content, updated }) => [
				id,
				url,
				title,
				content,
				updated?.toISOString(),
			]),
		);
		const days = json.items.map(({ date_published }) => date_published.slice(0, 10));
		assert.deepEqual(days, days.toSorted().reverse());
		assert.equal(days[0], timeline.lastChange);
		assert.equal(json.feed_url, `${timeline.site.address}feed.json`);
	});

	test(`${name}: a category's and a person's feed tell of their events alone`, () => {
		const parts = findPartFeeds(timeline);
		for (const category of timeline.site.categories)
			for (const { of } of parts.get(categoryFeed(category))?.changes ?? assert.fail())
				assert.ok('event' in of && of.event.category === category.id);
		for (const person of timeline.people) {
			const changes = parts.get(personFeed(person))?.changes;
			assert.equal(changes !== undefined, person.page, person.id);
			for (const { of } of changes ?? [])
				assert.ok(
					'claim' in of
						? of.claim.statement.speaker === person.id
						: eventPeople(of.event).includes(person.id),
				);
		}
	});

	test(`${name}: of what was withdrawn a feed tells the address and the reason alone`, () => {
		for (const feed of feeds)
			for (const text of [makeAtomFeed(feed, timeline, words), makeJsonFeed(feed, timeline, words)])
				for (const { title, summary } of timeline.withdrawn)
					for (const gone of [title, summary])
						assert.ok(!text.includes(gone) && !text.includes(curl(gone)), gone);
		const entries = parseFeed(makeAtomFeed(findFeed(timeline), timeline, words)).items;
		for (const { id, withdrawn } of timeline.withdrawn) {
			const entry = entries.find(({ url }) => url === `${timeline.site.address}events/${id}.html`);
			assert.equal(entry?.content, curl(withdrawn?.reason ?? ''));
			assert.equal(entry?.updated?.toISOString().slice(0, 10), withdrawn?.date);
		}
	});
}

test('a retraction reaches those whom the event reached', () => {
	const [, hard] = CASES[0] ?? [];
	assert.ok(hard);
	const feed = findPartFeeds(hard).get('person-ada');
	assert.ok(feed && makeAtomFeed(feed, hard, words).includes(WITHDRAWN.reason));
});

test('corrections of one event on one day are one entry, with all they say', () => {
	const [, hard] = CASES[0] ?? [];
	assert.ok(hard);
	const corrected = parseFeed(makeAtomFeed(findFeed(hard), hard, words)).items.filter(({ id }) =>
		id?.includes('corrected-2026'),
	);
	assert.deepEqual(
		corrected.map(({ content }) => content),
		['It was ten, not eleven.\nThe bridge has a name.'],
	);
});

test('a feed holds no more than a reader keeps, the newest of all', () => {
	const events = Array.from({ length: FEED_LENGTH + 5 }, (_, index) =>
		makeEvent(`event-${index}`, { added: `2026-10-${String((index % 28) + 1).padStart(2, '0')}` }),
	);
	const timeline = makeTimeline(makeContent({ events }), { drafts: false });
	const { items } = JSON.parse(makeJsonFeed(findFeed(timeline), timeline, words)) as JsonFeed;
	assert.deepEqual(
		items.map(({ date_published }) => date_published.slice(0, 10)),
		listChanges(events, [])
			.map(({ day }) => day)
			.slice(0, FEED_LENGTH),
	);
});

test('a case in which nothing has happened yet has a feed', () => {
	const empty = makeTimeline(makeContent(), { drafts: false });
	checkAtom(makeAtomFeed(findFeed(empty), empty, words));
	assert.ok(isJsonFeed(JSON.parse(makeJsonFeed(findFeed(empty), empty, words))));
});

interface JsonFeed {
	feed_url: string;
	items: { id: string; url: string; title: string; content_text: string; date_published: string }[];
}
