import assert from 'node:assert/strict';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { numberNotes } from '../core/citation.ts';
import { renderProse, type ProseContext } from '../core/prose-html.ts';
import { en } from '../i18n/en.ts';
import { es } from '../i18n/es.ts';
import type { Words } from '../i18n/words.ts';
import { rendererWith } from './kept-case.ts';
import { openTexts } from './kept-texts.ts';

const TEXT = 'One "word". [@a; @b, p. 3]\n\nTwo. [@a] See [another](1969-07-landing.md).';

const contextOf = (words: Words, sources: string[], cited: [string, number][] = []): ProseContext => ({
	notes: numberNotes(sources),
	cited: new Map(cited),
	noteWord: words.event.note,
	quoteMarks: words.quoteMarks,
	direction: words.direction,
});

test('a text is kept with the places it cites, and apart for whatever the page around it decides', () => {
	const kept = openTexts(join(tmpdir(), 'no such folder', 'texts.bin'), '1');
	const made: string[] = [];
	const render = rendererWith({ ...kept, set: (hash, text) => (made.push(text), kept.set(hash, text)) });
	const contexts = [
		() => contextOf(en, ['a', 'b']),
		() => contextOf(es, ['a', 'b']),
		() => contextOf(en, ['b', 'a']),
		() => contextOf(en, ['a', 'b'], [['a', 1]]),
		() => ({ ...contextOf(en, ['a', 'b']), direction: 'rtl' as const }),
		() => ({ ...contextOf(en, ['a', 'b']), quotedIn: 'la' }),
	];
	for (const round of ['made', 'kept'])
		for (const [index, context] of contexts.entries()) {
			const [expected, given] = [context(), context()];
			const html = renderProse(TEXT, expected);
			assert.equal(render(TEXT, given), html, `${round}, ${index}`);
			assert.deepEqual([...given.cited], [...expected.cited], `${round}, ${index}`);
		}
	assert.equal(made.length, contexts.length);
	assert.equal(new Set(made).size, contexts.length);
});
