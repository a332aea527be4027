import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasWords, LANGUAGES, wordsFor } from './index.ts';

/** Of V8, not yet of TypeScript. */
interface TextInfo {
	getTextInfo: () => { direction: 'ltr' | 'rtl' };
}

test('each table of words is written the way its language is', () => {
	for (const language of LANGUAGES) {
		const locale = new Intl.Locale(language) as Intl.Locale & TextInfo;
		assert.equal(wordsFor(language).direction, locale.getTextInfo().direction, language);
	}
});

test('a region has the words of its language; a language without words has no others', () => {
	assert.equal(wordsFor('en-GB'), wordsFor('EN'));
	for (const language of ['tlh', 'ar', 'enm']) {
		assert.equal(hasWords(language), false);
		assert.throws(() => wordsFor(language), /no words for language/);
	}
});
