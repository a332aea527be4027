import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listChanges } from './changes.ts';
import { makeClaim, makeEvent } from './testing.ts';

const correction = (date: string) => ({ date, text: `Wrong until ${date}.` });
const EVENTS: [what: string, fields: Record<string, unknown>, changes: string[]][] = [
	['new', {}, ['2026-11-23 added']],
	['updated', { updated: '2026-12-01' }, ['2026-12-01 updated', '2026-11-23 added']],
	['updated on the day it was added', { updated: '2026-11-23' }, ['2026-11-23 added']],
	[
		'corrected twice',
		{ updated: '2026-12-02', corrections: [correction('2026-12-02'), correction('2026-12-01')] },
		[
			'2026-12-02 corrected Wrong until 2026-12-02.',
			'2026-12-01 corrected Wrong until 2026-12-01.',
			'2026-11-23 added',
		],
	],
	[
		'corrected, then updated',
		{ updated: '2026-12-03', corrections: [correction('2026-12-02')] },
		['2026-12-03 updated', '2026-12-02 corrected Wrong until 2026-12-02.', '2026-11-23 added'],
	],
	[
		'withdrawn',
		{ updated: '2026-12-01', withdrawn: { date: '2026-12-04', reason: 'Not so.' } },
		['2026-12-04 withdrawn Not so.'],
	],
];
const told = (changes: ReturnType<typeof listChanges>) =>
	changes.map(({ day, kind, text }) => [day, kind, ...(text ? [text] : [])].join(' '));

for (const [what, fields, changes] of EVENTS)
	test(`an event that is ${what}`, () => {
		assert.deepEqual(told(listChanges([makeEvent('bridge-opens', fields)], [])), changes);
	});

test('one day tells withdrawals first and additions last, events in their order', () => {
	const changes = listChanges(
		[
			makeEvent('a'),
			makeEvent('b', { corrections: [correction('2026-11-23')] }),
			makeEvent('c', { withdrawn: { date: '2026-11-23', reason: 'Not so.' } }),
		],
		[makeClaim('d', { updated: '2026-11-24' })],
	);
	assert.deepEqual(
		changes.map(({ kind, of }) => `${kind} ${'event' in of ? of.event.id : of.claim.id}`),
		['updated d', 'withdrawn c', 'corrected b', 'added a', 'added b', 'added d'],
	);
});
