import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardPath, findCards, listCards } from './cards.ts';
import { makeContent, makeEvent } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const caseOf = (count: number) =>
	makeTimeline(
		makeContent({
			events: Array.from({ length: count }, (_, index) =>
				makeEvent(`event-${index}`, { importance: String((index % 3) + 1) }),
			),
			pages: { home: 'The bridge. [@paper-one]', method: 'How. [@paper-one]' },
		}),
		{ drafts: false },
	);

test('each event and each page of text has a card; every other page shares one', () => {
	const timeline = caseOf(3);
	const find = findCards(timeline);
	assert.deepEqual(listCards(timeline).map(cardPath), [
		'cards/page--home.png',
		'cards/page--method.png',
		'cards/event-0.png',
		'cards/event-1.png',
		'cards/event-2.png',
	]);
	for (const [path, name] of [
		['events/event-1.html', 'event-1'],
		['method.html', 'page--method'],
		['index.html', 'page--home'],
		['people.html', 'page--home'],
		['events/an-alias.html', 'page--home'],
	] as const)
		assert.equal(find(path).name, name, path);
});

test('beyond five hundred events only the main ones have their own', () => {
	const timeline = caseOf(501);
	assert.equal(listCards(timeline).filter(({ event }) => event).length, 167);
	assert.equal(findCards(timeline)('events/event-0.html').name, 'event-0');
	assert.equal(findCards(timeline)('events/event-1.html').name, 'page--home');
	assert.equal(listCards(caseOf(500)).filter(({ event }) => event).length, 500);
});
