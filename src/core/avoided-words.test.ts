import assert from 'node:assert/strict';
import { test } from 'node:test';
import { avoidedWordsPattern, findAvoidedWords, matchAvoidedWords } from './avoided-words.ts';
import type { Place } from './problem.ts';
import { makeContent, makeEvent } from './testing.ts';

function placeOf({ file, path = [], bodyLine }: Place): string {
	return bodyLine === undefined ? `${file} ${path.join('.')}` : `${file}:${bodyLine}`;
}

test('words to avoid are told in every text of the site’s own, and not in quotations', () => {
	const own = { text: 'It shockingly differs.' };
	const event = makeEvent(
		'verdict',
		{
			title: 'A "shockingly" late verdict',
			summary: 'Shockingly late.',
			limits: [own],
			disagreements: [{ ...own, sources: ['paper-one'] }],
			corrections: [{ ...own, date: '2026-11-24' }],
			quotes: [{ text: 'Shockingly late.', 'speaker-name': 'All', source: 'paper-one' }],
		},
		'One. [@paper-one]\n\nIt was\nshockingly late. [@paper-one]',
	);
	const content = makeContent({
		site: {
			'avoid-words': ['shockingly'],
			title: 'Shockingly',
			tagline: 'So “shockingly” late',
			scope: { in: 'What is in.', out: 'Shockingly little.', counting: 'By one.' },
			categories: [{ id: 'court', label: 'Shockingly', pattern: 'square', colour: 'ink' }],
			eras: [{ id: 'era', label: 'Shockingly', from: '2020', to: '2021' }],
		},
		events: [
			event,
			makeEvent('gone', { withdrawn: { date: '2026-11-24', reason: 'Shockingly wrong.' } }, ''),
		],
		organizations: [
			{ id: 'the-paper', name: 'Shockingly Late', kind: 'media', note: 'A shockingly late paper.' },
		],
		pages: { home: 'Shockingly. [@paper-one]' },
	});
	assert.deepEqual(
		findAvoidedWords(content)
			.map(({ at }) => placeOf(at))
			.sort(),
		[
			'events/gone.md withdrawn.reason',
			'events/verdict.md corrections.0.text',
			'events/verdict.md disagreements.0.text',
			'events/verdict.md limits.0.text',
			'events/verdict.md summary',
			'events/verdict.md:4',
			'organizations.yaml 0.note',
			'pages/home.md:1',
			'site.yaml categories.0.label',
			'site.yaml eras.0.label',
			'site.yaml scope.out',
			'site.yaml title',
		],
	);
});

test('words to avoid are found whole, in any case and over line ends, outside quotation marks only', () => {
	const pattern = avoidedWordsPattern(['shockingly', 'so called', 'C++', 'ärger']);
	assert.ok(pattern);
	const table: [text: string, words: string[]][] = [
		['Shockingly, he left.', ['Shockingly']],
		['He “shockingly” left', []],
		['He "shockingly" left', []],
		['Il «shockingly» left', []],
		['"One" shockingly "two"', ['shockingly']],
		['so “long” called', []],
		['An open " shockingly', ['shockingly']],
		['unshockingly, shockinglyish', []],
		['the so\ncalled SO CALLED', ['so called', 'SO CALLED']],
		['C++ and C+', ['C++']],
		['Verärgert; Ärger', ['Ärger']],
	];
	for (const [text, words] of table)
		assert.deepEqual(
			matchAvoidedWords(text, pattern).map(({ word }) => word),
			words,
			text,
		);
	const [found] = matchAvoidedWords(
		'The clerk of the county,\nwho was shockingly late, was told to leave.',
		pattern,
	);
	assert.deepEqual([found?.line, found?.context], [2, 'county, who was shockingly late, was told to']);
	assert.equal(avoidedWordsPattern([]), undefined);
});
