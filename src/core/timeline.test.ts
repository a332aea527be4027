import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordPublished } from './published.ts';
import { CLAIM_FIELDS, makeClaim, makeContent, makeEvent, makeSource } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const verdict = makeEvent('verdict');
const { 'speaker-name': _, ...statement } = CLAIM_FIELDS['statement'] as Record<string, string>;
const withdrawn = { date: '2026-11-24', reason: 'An error.' };

const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

test('events stand by date; drafts appear only when asked for, withdrawn ones apart', () => {
	const events = [
		makeEvent('later', { date: '2024-09' }),
		makeEvent('draft', { date: '2024-08', draft: 'true' }),
		makeEvent('gone', { withdrawn, aliases: ['went'] }, ''),
		makeEvent('first', { date: '2023' }),
	];
	const timeline = makeTimeline(makeContent({ events }), { drafts: false });
	assert.deepEqual(ids(timeline.events), ['first', 'later']);
	assert.deepEqual(ids(timeline.withdrawn), ['gone']);
	assert.equal(timeline.event('draft'), undefined);
	assert.equal(timeline.event('first')?.id, 'first');
	assert.equal(timeline.aliases.get('went'), 'gone');
	assert.deepEqual(ids(makeTimeline(makeContent({ events }), { drafts: true }).events), [
		'first',
		'draft',
		'later',
	]);
	assert.deepEqual(ids(events), ['later', 'draft', 'gone', 'first'], 'the list given in is left alone');
});

test('a draft gives nobody an address; what names someone, or once gave an address, does', () => {
	const content = makeContent({
		events: [
			makeEvent('shown', { people: ['jane'], organizations: ['court'] }),
			makeEvent('draft', { draft: 'true', people: ['jon'], organizations: ['union'] }),
			makeEvent('gone', { withdrawn, people: ['jill'] }, ''),
		],
		claims: [makeClaim('finished', { statement: { ...statement, speaker: 'mayor' } })],
		people: [
			{ id: 'jane', name: 'Jane' },
			{ id: 'jon', name: 'Jon' },
			{ id: 'jill', name: 'Jill' },
			{ id: 'mayor', name: 'The Mayor', page: 'false' },
			{ id: 'moved', name: 'Mo Ved', aliases: ['mo'] },
			{ id: 'once', name: 'Once' },
		],
		organizations: [
			{ id: 'court', name: 'Court', kind: 'court' },
			{ id: 'union', name: 'Union', kind: 'association' },
			{ id: 'the-paper', name: 'The Paper', kind: 'publisher' },
			{ id: 'old-paper', name: 'Old Paper', kind: 'publisher', aliases: ['older'] },
		],
		published: { events: {}, people: ['once'], organizations: [] },
	});
	const timeline = makeTimeline(content, { drafts: false });
	assert.deepEqual(ids(timeline.people), ['jane', 'mayor', 'moved', 'once']);
	assert.deepEqual(ids(timeline.organizations), ['court', 'the-paper', 'old-paper']);
	assert.deepEqual(ids(timeline.organizations.filter(timeline.hasPage)), ['court', 'old-paper']);
	assert.deepEqual(ids(timeline.claimsOf('mayor')), ['finished']);
	const inDev = makeTimeline(content, { drafts: true });
	assert.deepEqual(ids(inDev.people), ['jane', 'jon', 'mayor', 'moved', 'once']);
	assert.deepEqual(ids(inDev.organizations.filter(inDev.hasPage)), ['court', 'union', 'old-paper']);
	const record = recordPublished(content, (text) => text);
	assert.deepEqual(
		[record.people, record.organizations],
		[
			['jane', 'moved', 'once'],
			['court', 'old-paper'],
		],
	);
});

test('a relation is told on both events, with its direction', () => {
	const events = [
		verdict,
		makeEvent('appeal', { relates: { 'responds-to': ['verdict'] } }),
		makeEvent('draft', { draft: 'true', relates: { reverses: ['verdict'] } }),
		makeEvent('gone', { withdrawn, relates: { reverses: ['verdict'] } }, ''),
	];
	const timeline = makeTimeline(makeContent({ events }), { drafts: false });
	const relations = (id: string) =>
		timeline
			.relationsOf(id)
			.map(({ relation, inverse, event }) => `${relation} ${inverse ? 'from' : 'to'} ${event.id}`);
	assert.deepEqual(relations('appeal'), ['responds-to to verdict']);
	assert.deepEqual(relations('verdict'), ['responds-to from appeal']);
	assert.deepEqual(relations('draft'), []);
});

test('events are counted for whom and what they name, in order, without drafts', () => {
	const events = [
		makeEvent('b', { date: '2024', people: ['jane'], organizations: ['court'] }, 'One. [@s-two]'),
		makeEvent('a', { date: '2023', people: ['jane', 'jon'] }, 'One. [@s-one] Two. [@s-one]'),
		makeEvent('c', { people: ['jane'], draft: 'true' }, 'One. [@s-three]'),
	];
	const sources = ['s-three', 's-two', 's-one'].map((id) => makeSource(id));
	const { eventsOf, ...timeline } = makeTimeline(makeContent({ events, sources }), { drafts: false });
	assert.deepEqual(ids(eventsOf.person('jane')), ['a', 'b']);
	assert.deepEqual(ids(eventsOf.person('jon')), ['a']);
	assert.deepEqual(ids(eventsOf.person('nobody')), []);
	assert.deepEqual(ids(eventsOf.organization('court')), ['b']);
	assert.deepEqual(ids(eventsOf.source('s-one')), ['a']);
	assert.deepEqual(
		ids(timeline.sources),
		['s-two', 's-one'],
		'a source that only a draft cites is not listed',
	);
});

test('an event is one of those whose words it gives', () => {
	const quotes = ['jon', 'jane', 'jon'].map((speaker) => ({ text: 'No.', speaker, source: 's' }));
	const events = [makeEvent('a', { people: ['jane'], quotes })];
	const { eventsOf } = makeTimeline(makeContent({ events }), { drafts: false });
	assert.deepEqual(ids(eventsOf.person('jon')), ['a']);
	assert.deepEqual(ids(eventsOf.person('jane')), ['a']);
});

test('the last change is the newest day of adding, updating, correcting or withdrawing', () => {
	const lastChange = (...changes: Record<string, unknown>[]) =>
		makeTimeline(makeContent({ events: changes.map((fields, index) => makeEvent(`e-${index}`, fields)) }), {
			drafts: false,
		}).lastChange;
	assert.equal(lastChange({ added: '2026-11-20' }, { added: '2026-11-23' }), '2026-11-23');
	assert.equal(lastChange({ updated: '2026-12-01' }), '2026-12-01');
	assert.equal(lastChange({ corrections: [{ date: '2026-12-02', text: 'Ten.' }] }), '2026-12-02');
	assert.equal(lastChange({ withdrawn: { ...withdrawn, date: '2026-12-03' } }), '2026-12-03');
	assert.equal(lastChange({ added: '2026-12-24', draft: 'true' }, {}), '2026-11-23');
	assert.equal(lastChange(), '');
});
