import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newsSince, type NewsOfDay } from './news.ts';

const day = (iso: string, added: string[], changed: string[]): NewsOfDay => ({
	day: iso,
	inWords: iso,
	added,
	changed,
});
const DAYS = [
	day('2026-12-03', [], ['a', 'c']),
	day('2026-12-01', ['c'], ['b']),
	day('2026-11-23', ['a', 'b'], []),
];

const SINCE: [since: string, news: Record<string, string>][] = [
	['2026-12-03', {}],
	['2026-12-01', { a: 'changed', c: 'changed' }],
	['2026-11-30', { a: 'changed', b: 'changed', c: 'added' }],
	['2026-11-23', { a: 'changed', b: 'changed', c: 'added' }],
	['2026-01-01', { a: 'added', b: 'added', c: 'added' }],
	['2027-01-01', {}],
];
for (const [since, news] of SINCE)
	test(`what is new since ${since}`, () =>
		assert.deepEqual(Object.fromEntries(newsSince(DAYS, since)), news));
