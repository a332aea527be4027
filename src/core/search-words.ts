/** The words of a text as search knows them, and a text with some of them marked. */
import { foldText } from './view.ts';

/** Scripts written without spaces between words; each character counts as one. */
const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])+`, 'gu');

/** Of a hit, about three lines on a telephone. */
const SNIPPET_LENGTH = 180;

/** A stretch of text, marked or not; a page sets it as text, so nothing in it is ever markup. */
export interface Piece {
	text: string;
	marked: boolean;
}

interface Place {
	word: string;
	from: number;
	to: number;
}

function findWords(text: string): Place[] {
	return [...text.matchAll(WORD)].flatMap((match) => {
		const word = foldText(match[0]);
		return word ? [{ word, from: match.index, to: match.index + match[0].length }] : [];
	});
}

/**
 * @example splitWords('José’s “grand jury”') // ['jose', 's', 'grand', 'jury']
 * @returns words without case or accents, in order
 */
export function splitWords(text: string): string[] {
	return findWords(text).map(({ word }) => word);
}

/**
 * Marks words in a text.
 * @param words as `splitWords` gives them
 * @returns pieces that are the text when put together
 */
export function markWords(text: string, words: ReadonlySet<string>): Piece[] {
	const pieces: Piece[] = [];
	let at = 0;
	for (const { word, from, to } of findWords(text)) {
		if (!words.has(word)) continue;
		if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
		pieces.push({ text: text.slice(from, to), marked: true });
		at = to;
	}
	if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
	return pieces;
}

/**
 * The stretch of a text that has most of the words, marked; its start where it has none.
 * @param words as `splitWords` gives them
 * @returns pieces, with an ellipsis where the text goes on
 */
export function cutSnippet(
	text: string,
	words: ReadonlySet<string>,
	length: number = SNIPPET_LENGTH,
): Piece[] {
	if (text.length <= length) return markWords(text, words);
	const places = findWords(text);
	const hits = places.filter(({ word }) => words.has(word));
	let best = hits[0];
	let most = 0;
	for (const hit of hits) {
		const near = hits.filter(({ from, to }) => from >= hit.from && to <= hit.from + length / 2);
		const count = new Set(near.map(({ word }) => word)).size;
		if (count > most) [best, most] = [hit, count];
	}
	// A few words before it tell where it stands; cuts are between words, so no character is cut in two.
	const wanted = best ? Math.min(best.from - length / 4, text.length - length) : 0;
	const from = wanted <= length / 8 ? 0 : (places.find((place) => place.from >= wanted)?.from ?? 0);
	const end = places.findLast(({ to }) => to > from && to <= from + length)?.to ?? from;
	const to = text.length <= from + length ? text.length : Math.max(end, best?.to ?? 0);
	const pieces = markWords(text.slice(from, to), words);
	if (from > 0) pieces.unshift({ text: '… ', marked: false });
	if (to < text.length) pieces.push({ text: ' …', marked: false });
	return pieces;
}
