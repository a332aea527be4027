import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edgeToWords } from './edge-words.ts';

for (const [edge, locale, words] of [
	['2024', 'en-GB', '2024'],
	['2024-02', 'en-GB', 'February 2024'],
	['2024-08-12', 'en-GB', '12 August 2024'],
	['2024-08-12', 'es', '12 de agosto de 2024'],
	['-0043-03-15', 'en-GB', '15 March 44 BCE'],
	['-0043', 'en-GB', '44 BCE'],
	['-10000', 'en-GB', '10001 BCE'],
	['soon', 'en-GB', 'soon'],
] as const)
	test(`an edge in words: ${edge}, ${locale}`, () => assert.equal(edgeToWords(edge, locale, 'BCE'), words));
