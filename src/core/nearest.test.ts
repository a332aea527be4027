import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest } from './nearest.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 300 });

test('a slip of the pen finds what was meant', () => {
	const fields = ['title', 'summary', 'category', 'people', 'date', 'status', 'responds-to'];
	const table: [written: string, meant: string | undefined][] = [
		['titel', 'title'],
		['Title', 'title'],
		['sumary', 'summary'],
		['categroy', 'category'],
		['peple', 'people'],
		['respond-to', 'responds-to'],
		['dat', 'date'],
		['titles', 'title'],
		['colour', undefined],
		['', undefined],
		['x', undefined],
	];
	for (const [written, meant] of table) assert.equal(nearest(written, fields), meant, written);
});

test('of two choices the nearer is meant, and of equals the first', () => {
	assert.equal(nearest('jane-dow', ['joan-dowd', 'jane-doe']), 'jane-doe');
	assert.equal(nearest('verdict-b', ['verdict-a', 'verdict-c']), 'verdict-a');
	assert.equal(nearest('verdict', []), undefined);
});

test('a choice itself is always its own nearest', () => {
	const choices = fc.uniqueArray(fc.string({ minLength: 1 }), {
		minLength: 1,
		selector: (text) => text.toLowerCase(),
	});
	fc.assert(
		fc.property(choices, fc.nat(), (all, index) => {
			const one = all[index % all.length] ?? '';
			assert.equal(nearest(one, all), one);
		}),
	);
});

test('a word that is a whole part of one choice alone means that choice', () => {
	const ids = ['james-webb', 'jane-doe', 'jane-roe', '2024-bridge-opens'];
	const table: [written: string, meant: string | undefined][] = [
		['webb', 'james-webb'],
		['Webb', 'james-webb'],
		['bridge-opens', '2024-bridge-opens'],
		['jane', undefined],
		['web', undefined],
		['', undefined],
	];
	for (const [written, meant] of table) assert.equal(nearest(written, ids), meant, written);
});
