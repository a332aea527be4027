import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../i18n/index.ts';
import { makeSearchEntries } from './search-documents.ts';
import { makeClaim, makeContent, makeEvent, makeSource } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const timeline = makeTimeline(
	makeContent({
		events: [
			makeEvent('bridge-opens', {
				people: ['jane-doe', 'by-stander'],
				organizations: ['council'],
				quotes: [{ text: 'It "holds"', speaker: 'jane-doe', source: 'paper-one' }],
				limits: [{ text: 'The report was not seen.' }],
			}),
			makeEvent('said-only', { title: 'Bolts said to be loose', status: 'alleged' }),
			makeEvent('a-draft', { title: 'Not yet public', draft: 'true' }),
			makeEvent('taken-back', {
				title: 'Taken back',
				withdrawn: { date: '2026-11-24', reason: 'It was wrong.' },
			}),
		],
		claims: [makeClaim('finished')],
		sources: [makeSource('paper-one'), makeSource('never-cited', { title: 'Cited by no one' })],
		people: [
			{ id: 'jane-doe', name: 'Jane Doe', roles: [{ text: 'Engineer', sources: ['paper-one'] }] },
			{ id: 'by-stander', name: 'By Stander', page: 'false' },
			{ id: 'never-named', name: 'Never Named' },
		],
		organizations: [
			{ id: 'council', name: 'City Council', kind: 'government' },
			{ id: 'the-paper', name: 'The Paper', kind: 'publisher' },
		],
		pages: { home: 'The bridge. [@paper-one]', method: 'How. [@paper-one]' },
	}),
	{ drafts: false },
);
const entries = makeSearchEntries(timeline, wordsFor('en'), [
	{ address: 'people.html', title: 'People', text: 'Those named.' },
]);
const at = (address: string) => entries.find((entry) => entry.address === address);

test('each kind of thing has its document, at its own address', () => {
	assert.deepEqual(
		entries.map(({ kind, address }) => `${kind} ${address}`),
		[
			'event events/bridge-opens.html',
			'event events/said-only.html',
			'person people/jane-doe.html',
			'organization organizations/council.html',
			'claim claims.html#finished',
			'page index.html',
			'page method.html',
			'page people.html',
			'source sources.html#paper-one',
		],
	);
});

test('an event is found by its words, quotations, limits and names, and shows its date and category', () => {
	assert.deepEqual(at('events/bridge-opens.html'), {
		kind: 'event',
		address: 'events/bridge-opens.html',
		title: 'Bridge opens',
		text: 'The bridge opened to traffic. The mayor cut the ribbon. “It ‘holds’” The report was not seen.',
		when: '12 August 2024',
		category: 'Courts',
		weight: 3,
		names: 'Jane Doe City Council',
	});
});

test('what is not established is said so', () => {
	assert.equal(at('events/said-only.html')?.doubt, 'Unconfirmed');
	assert.equal(at('events/bridge-opens.html')?.doubt, undefined);
});

test('drafts, withdrawn events and the names of bystanders are not there', () => {
	const all = JSON.stringify(entries);
	for (const gone of ['Not yet public', 'Taken back', 'By Stander', 'Never Named', 'Cited by no one'])
		assert.equal(all.includes(gone), false, gone);
});
