import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutSnippet, markWords, splitWords, type Piece } from './search-words.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 500 });

const join = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('');
const show = (pieces: readonly Piece[]) =>
	pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');
/** Markup, markers, scripts of several directions, halves of characters, and plain words. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'<mark>',
				'</mark>',
				'<img src=x onerror=alert(1)>',
				'&amp;',
				'\u202e',
				'جوري',
				'大陪審',
			),
			fc.constantFrom('grand', 'Jury', 'JURÝ', 'e\u0301lection', '👩‍⚖️', '"', '‘', '\ud83d', ' ', ', '),
			fc.string({ unit: 'binary' }),
		),
		{ maxLength: 60 },
	)
	.map((parts) => parts.join(''));
const asked = fc.oneof(
	hostile.map((text) => new Set(splitWords(text))),
	fc.constant(new Set(['grand', 'jury', 'mark', 'img', 'election'])),
);

for (const [text, words] of [
	['José’s “Grand Jury”', ['jose', 's', 'grand', 'jury']],
	['Élection e\u0301lection', ['election', 'election']],
	['21-CR-0371, 2021', ['21', 'cr', '0371', '2021']],
	['a大陪審b', ['a', '大', '陪', '審', 'b']],
	['— … !', []],
] as const)
	test(`words of ${text}`, () => assert.deepEqual(splitWords(text), words));

test('words are marked whole, with their accents and capitals', () => {
	assert.equal(
		show(markWords('A GRAND jury, grandly', new Set(['grand', 'jury']))),
		'A [GRAND] [jury], grandly',
	);
	assert.equal(show(markWords('Muñoz', new Set(['munoz']))), '[Muñoz]');
	assert.equal(show(markWords('', new Set(['jury']))), '');
});

test('whatever a text holds, marking takes nothing away and adds nothing', () => {
	fc.assert(
		fc.property(hostile, asked, (text, words) => {
			const pieces = markWords(text, words);
			assert.equal(join(pieces), text);
			for (const piece of pieces) {
				assert.notEqual(piece.text, '');
				const inside = splitWords(piece.text);
				if (piece.marked) assert.ok(inside.length === 1 && words.has(inside[0] ?? ''));
			}
			const marked = pieces.filter((piece) => piece.marked).length;
			assert.equal(marked, splitWords(text).filter((word) => words.has(word)).length);
		}),
	);
});

test('a snippet is a stretch of its text, no longer than asked but for a long word, and shows a hit if there is one', () => {
	fc.assert(
		fc.property(hostile, asked, fc.integer({ min: 8, max: 200 }), (text, words, length) => {
			const pieces = cutSnippet(text, words, length);
			const shown = join(pieces).replace(/^… /, '').replace(/ …$/, '');
			assert.ok(text.includes(shown));
			const longest = Math.max(0, ...text.split(/[^\p{L}\p{M}\p{N}]/u).map((word) => word.length));
			assert.ok(shown.length <= length + longest, `${shown.length} for ${length}`);
			if (splitWords(text).some((word) => words.has(word))) assert.ok(pieces.some(({ marked }) => marked));
		}),
	);
});

test('the snippet is where most of the words stand together', () => {
	const text = `${'The jury met. '.repeat(12)}A grand jury indicted her. ${'Nothing more was said. '.repeat(12)}`;
	assert.match(show(cutSnippet(text, new Set(['grand', 'jury']), 60)), /^… .*A \[grand\] \[jury\] .* …$/);
	assert.equal(show(cutSnippet('Nothing to see', new Set(['jury']))), 'Nothing to see');
	assert.match(show(cutSnippet(text, new Set(['zebra']), 40)), /^The jury met\. .* …$/);
});
