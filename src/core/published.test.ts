import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Content } from './content.ts';
import {
	checkPublished,
	eventToRecordedText,
	nothingPublished,
	parsePublished,
	recordPublished,
	type Published,
} from './published.ts';
import { makeContent, makeEvent } from './testing.ts';

const hash = (text: string) => `#${text}`;
const nothingUnread = { lists: new Set<never>(), events: new Set<string>(), mentions: () => false };
const withdrawn = { date: '2026-11-24', reason: 'An error.' };
const DAY = { updated: '2026-11-24' };
const CORRECTION = { date: '2026-11-24', text: 'It was ten.' };

/** What a case is told after another state of it was recorded. */
function problemsAfter(published: Content | Published, now: Content, unread = nothingUnread): string[] {
	const record = 'site' in published ? recordPublished(published, hash) : published;
	return checkPublished({ ...now, published: record }, hash, unread).map(
		({ at, says }) => `${at.file} ${(at.path ?? []).join('.')} ${says}`,
	);
}

const eventsAfter = (before: Content['events'], now: Content['events']) =>
	problemsAfter(makeContent({ events: before }), makeContent({ events: now }));

const verdict = makeEvent('verdict');
const CHANGES: Record<string, [fields: Record<string, unknown>, body?: string]> = {
	date: [{ date: '2024-08' }],
	title: [{ title: 'Bridge opens at last' }],
	summary: [{ summary: 'It opened.' }],
	status: [{ status: 'alleged' }],
	quotes: [{ quotes: [{ text: 'No.', 'speaker-name': 'All', source: 'paper-one' }] }],
	media: [{ media: [{ file: 'a.jpg', alt: 'A bridge.', credit: 'Ann', licence: 'CC0-1.0' }] }],
	body: [{}, 'The mayor did not cut the ribbon. [@paper-one]'],
};

for (const [part, [fields, body]] of Object.entries(CHANGES))
	test(`another ${part} of a published event needs a note: a day of updating, or a correction`, () => {
		const after = (notes: Record<string, unknown>) =>
			eventsAfter([verdict], [makeEvent('verdict', { ...fields, ...notes }, body)]);
		assert.deepEqual(after({}), [
			'events/verdict.md updated is missing, and what readers were given (date, title, summary, status, quotations, media or text) has changed. Write the day of the change, updated: 2026-11-23 or later; if something was wrong, say so under corrections: [{date: 2026-11-23, text: It was ten, not eleven.}]; or undo the change.',
		]);
		assert.deepEqual(after(DAY), []);
		assert.deepEqual(after({ corrections: [CORRECTION] }), []);
		assert.deepEqual(after({ withdrawn }), []);
	});

test('a second change needs a later day, or one more correction', () => {
	const before = [makeEvent('verdict', { ...DAY, corrections: [CORRECTION] })];
	const after = (notes: Record<string, unknown>) =>
		eventsAfter(before, [
			makeEvent('verdict', { title: 'Opened', corrections: [CORRECTION], ...DAY, ...notes }),
		]);
	assert.match(
		after({}).join(),
		/^events\/verdict\.md updated "2026-11-24" is the day of an earlier change, and what readers/,
	);
	assert.deepEqual(after({ updated: '2026-11-25' }), []);
	assert.equal(after({ updated: '2026-11-23' }).length, 1);
	assert.deepEqual(after({ corrections: [{ ...CORRECTION, date: '2026-11-25' }, CORRECTION] }), []);
});

test('what no reader relies on may change', () => {
	const lines = makeEvent(
		'verdict',
		{ importance: '2', people: ['jane'], limits: [{ text: 'Not read.' }] },
		'The mayor\ncut  the ribbon. [@paper-one]\n',
	);
	assert.deepEqual(eventsAfter([verdict], [lines]), []);
	const gone = makeEvent('verdict', { withdrawn }, 'What it said.');
	assert.equal(eventToRecordedText(gone), eventToRecordedText(makeEvent('verdict', { withdrawn }, '')));
});

test('a published correction stays', () => {
	assert.deepEqual(eventsAfter([makeEvent('verdict', { corrections: [CORRECTION] })], [verdict]), [
		'events/verdict.md corrections are fewer than were published (1). Put back what is missing; a correction stays for readers to see.',
	]);
});

test('an address once published stays: as the event, as an alias or as a notice, never as a draft', () => {
	const after = (...now: Content['events']) => eventsAfter([verdict], [makeEvent('appeal'), ...now]);
	assert.deepEqual(after(verdict), []);
	assert.deepEqual(after(makeEvent('jury-verdict', { aliases: ['verdict'] })), []);
	assert.deepEqual(after(makeEvent('verdict', { withdrawn }, '')), []);
	assert.match(
		after().join(),
		/^published\.json events\.verdict "verdict" was published and is gone\. Put the file back,/,
	);
	assert.match(
		after(makeEvent('verdict', { draft: 'true' })).join(),
		/^events\/verdict\.md draft "verdict" was published, so it cannot become a draft\./,
	);
	assert.match(
		after(makeEvent('new', { aliases: ['verdict'], draft: 'true' })).join(),
		/"verdict" was published and is gone\./,
	);
});

test('under a new name an event is compared with what it was, until that name is on record', () => {
	const renamed = makeEvent('jury-verdict', { aliases: ['verdict'], title: 'Jury decides' });
	assert.match(eventsAfter([verdict], [renamed]).join(), /^events\/jury-verdict\.md updated is missing, and/);
	assert.deepEqual(eventsAfter([verdict, renamed], [renamed]), []);
});

test('pages of people and organizations stay, under their id or as an alias', () => {
	const jane = { id: 'jane-doe', name: 'Jane Doe' };
	const opening = makeEvent('opening', {
		people: ['jane-doe', 'jon-roe'],
		organizations: ['the-paper'],
	});
	const before = makeContent({
		events: [opening],
		people: [jane, { id: 'jon-roe', name: 'Jon Roe', page: 'false' }],
	});
	const after = (...people: Record<string, unknown>[]) =>
		problemsAfter(before, makeContent({ events: [opening], people }));
	assert.deepEqual(after(jane), []);
	assert.deepEqual(after({ ...jane, id: 'jane-smith', aliases: ['jane-doe'] }), []);
	assert.deepEqual(after({ ...jane, id: 'jane-doee' }), [
		'published.json people.jane-doe "jane-doe" was published as people/jane-doe.html and is gone. Put its entry back in people.yaml, or add aliases: [jane-doe] to the entry that replaces it, perhaps jane-doee.',
	]);
	assert.match(
		after({ ...jane, page: 'false' }).join(),
		/^people\.yaml 0\.page is false, but people\/jane-doe\.html was published, .* Take page: false out; .* published\.json too\.$/,
	);
	assert.match(
		problemsAfter(before, makeContent({ events: [opening], people: [jane], organizations: [] })).join(),
		/^published\.json organizations\.the-paper "the-paper" was published as organizations\/the-paper\.html/,
	);
});

test('what could not be read is not called gone or changed', () => {
	const before = makeContent({
		events: [makeEvent('verdict', { people: ['jane'] })],
		people: [{ id: 'jane', name: 'Jane' }],
	});
	const now = makeContent({ events: [makeEvent('verdict', { title: 'Opened' })] });
	const lists = new Set(['people', 'organizations'] as const);
	assert.equal(problemsAfter(before, now).length, 2);
	assert.deepEqual(
		problemsAfter(before, now, { lists, events: new Set(['verdict']), mentions: () => false } as never),
		[],
	);
	assert.deepEqual(
		problemsAfter(before, makeContent({ organizations: [] }), { ...nothingUnread, mentions: () => true }),
		[],
	);
});

test('the record holds what is published and what ever was, sorted; drafts are not in it', () => {
	const content = makeContent({
		events: [
			makeEvent('b', { ...DAY, people: ['jon'] }),
			makeEvent('a', { corrections: [CORRECTION] }),
			makeEvent('c', { draft: 'true', people: ['jim'] }),
		],
		people: [
			{ id: 'jon', name: 'Jon' },
			{ id: 'jim', name: 'Jim' },
		],
		published: {
			...nothingPublished(),
			events: { gone: { hash: 'then', corrections: 1 }, b: { hash: 'then', corrections: 0 } },
			people: ['jane'],
		},
	});
	const record = recordPublished(content, () => 'now');
	assert.deepEqual(record, {
		events: {
			a: { hash: 'now', corrections: 1 },
			b: { hash: 'now', updated: '2026-11-24', corrections: 0 },
			gone: { hash: 'then', corrections: 1 },
		},
		people: ['jane', 'jon'],
		organizations: [],
	});
	assert.deepEqual(Object.keys(record.events), ['a', 'b', 'gone']);
	assert.deepEqual(parsePublished(JSON.parse(JSON.stringify(record))), record);
});

test('what is not such a record is not read', () => {
	for (const value of [null, [], {}, { events: {} }, { ...nothingPublished(), events: { a: 'hash' } }])
		assert.equal(parsePublished(value), undefined);
});
