/** Which way a text runs, and keeping it from turning round what stands after it (Unicode bidirectional algorithm, UAX #9). */

export type Direction = 'ltr' | 'rtl';

/** Blocks that the algorithm has for letters of scripts written from right to left (UAX #9, table 4: R and AL). */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * The direction of a text's first letter (rules P2 and P3), as `dir="auto"` has it.
 * @returns undefined for a text without letters
 */
export function directionOf(text: string): Direction | undefined {
	const letter = /\p{L}/u.exec(text)?.[0];
	if (letter === undefined) return undefined;
	return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

const END_OF_EMBEDDING = '\u202c';
const END_OF_ISOLATE = '\u2069';
/** What each character that changes the direction is ended by. */
const ENDS: Readonly<Record<string, string>> = {
	'\u202a': END_OF_EMBEDDING,
	'\u202b': END_OF_EMBEDDING,
	'\u202d': END_OF_EMBEDDING,
	'\u202e': END_OF_EMBEDDING,
	'\u2066': END_OF_ISOLATE,
	'\u2067': END_OF_ISOLATE,
	'\u2068': END_OF_ISOLATE,
};

const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

/** Whether a text begins or ends a change of direction by a character of its own. */
export const hasTurns = (text: string): boolean => TURNS.test(text);

/**
 * A text that ends every change of direction it begins, so that what follows it on its line runs as before.
 * @example endTurns('Turned \u202eround') // 'Turned \u202eround\u202c'
 */
export function endTurns(text: string): string {
	if (!hasTurns(text)) return text;
	const open: string[] = [];
	for (const [character] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
		const end = ENDS[character];
		if (end !== undefined) open.push(end);
		// The end of an isolate ends what was begun in it; that of an embedding never reaches out of one.
		else if (character === END_OF_EMBEDDING) open.splice(open.at(-1) === END_OF_EMBEDDING ? -1 : open.length);
		else if (open.includes(END_OF_ISOLATE)) open.splice(open.lastIndexOf(END_OF_ISOLATE));
	}
	return text + open.reverse().join('');
}
