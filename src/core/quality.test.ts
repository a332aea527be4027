import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureQuality, qualityShares } from './quality.ts';
import { makeClaim, makeContent, makeEvent, makeSource } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const by = (id: string, originator: string, fields: Record<string, unknown> = {}) =>
	makeSource(id, { custom: { originator, 'read-as': 'original' }, ...fields });
const sources = [
	by('paper-one', 'the-paper', { URL: 'https://paper.example/1' }),
	by('paper-two', 'the-paper'),
	by('agency', 'the-agency', { custom: { originator: 'the-agency', 'read-as': 'repost' } }),
];

function measure(...events: ReturnType<typeof makeEvent>[]) {
	const timeline = makeTimeline(makeContent({ sources, events }), { drafts: false });
	return { ...measureQuality(timeline), shares: qualityShares(measureQuality(timeline), timeline) };
}

const BODIES: [body: string, corroborated: number, of: number][] = [
	['One. [@paper-one]', 0, 1],
	['One. [@paper-one; @paper-two]', 0, 1],
	['One. [@paper-one; @agency]', 1, 1],
	['One. [@paper-one] And more. [@agency]', 1, 1],
	['One,\non two lines. [@paper-one;\n@agency]', 1, 1],
	['## Heading\n\nOne. [@paper-one]\n\n- Two. [@agency; @paper-two]\n- Three. [@agency]', 1, 3],
];
for (const [body, count, of] of BODIES)
	test(`paragraphs on two publishers: ${JSON.stringify(body)}`, () => {
		assert.deepEqual(measure(makeEvent('a', {}, body)).corroborated, { count, of });
	});

test('claims count as events do', () => {
	const claims = [makeClaim('c', {}, 'It was. [@paper-one; @agency]')];
	const content = makeContent({ sources, events: [makeEvent('bridge-opens')], claims });
	assert.deepEqual(measureQuality(makeTimeline(content, { drafts: false })).corroborated, {
		count: 1,
		of: 2,
	});
});

test('events on one source and on one publisher are told apart', () => {
	const { oneSource, onePublisher } = measure(
		makeEvent('a', {}, 'One. [@paper-one]'),
		makeEvent('b', {}, 'Two. [@paper-one; @paper-two]'),
		makeEvent('c', {}, 'Three. [@paper-one; @agency]'),
	);
	assert.deepEqual([oneSource.map(({ id }) => id), onePublisher.map(({ id }) => id)], [['a'], ['a', 'b']]);
});

test('sources are counted where something cites them', () => {
	const { shares } = measure(makeEvent('a', {}, 'One. [@paper-two; @agency]'));
	assert.deepEqual(
		[shares.withoutAddress, shares.secondHand],
		[
			{ count: 2, of: 2 },
			{ count: 1, of: 2 },
		],
	);
});

test('words to avoid are counted outside quotations', () => {
	const content = makeContent({
		sources,
		site: { 'avoid-words': ['shockingly'] },
		events: [makeEvent('a', {}, 'Shockingly late, "shockingly" they said. [@paper-one]')],
	});
	assert.equal(measureQuality(makeTimeline(content, { drafts: false })).avoidedWords, 1);
});

test('the oldest is what has gone longest without work', () => {
	const { oldest } = measure(
		makeEvent('a', { added: '2026-11-20', updated: '2026-12-01' }),
		makeEvent('b', { added: '2026-11-21' }),
		makeEvent('c', { added: '2026-11-19', corrections: [{ date: '2026-11-22', text: 'Ten.' }] }),
	);
	assert.deepEqual([oldest.day, oldest.events.map(({ id }) => id)], ['2026-11-21', ['b']]);
});

test('a case without events has nothing to measure', () => {
	const { corroborated, oldest } = measure();
	assert.deepEqual(
		[corroborated, oldest],
		[
			{ count: 0, of: 0 },
			{ day: '', events: [] },
		],
	);
});
