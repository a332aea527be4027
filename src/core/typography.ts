/** Straight quotation marks as typed, curly ones as printed. */

export interface QuoteMarks {
	double: readonly [open: string, close: string];
	single: readonly [open: string, close: string];
}

/** Stand for the four marks while they are sought: no text that the gate lets through holds them. */
const DOUBLE = ['\u0001', '\u0002'] as const;
const SINGLE = ['\u0003', '\u0004'] as const;
const APOSTROPHE = '\u0005';

/** A mark opens at the start of the text or after a space, a bracket, a dash or another opening mark, before a word. */
const OPENS = `(^|[\\s([{\u2014\u2013\u201c\u2018\u00ab${DOUBLE[0]}${SINGLE[0]}])`;
const BEFORE_WORD = '(?=\\S)';
const OPENS_DOUBLE = new RegExp(`${OPENS}('?)"${BEFORE_WORD}`, 'g');
const OPENS_SINGLE = new RegExp(`${OPENS}'${BEFORE_WORD}`, 'g');

/**
 * Sets quotation marks as a printer would.
 * @example curlQuotes(`"It's 'here'"`, en) // “It’s ‘here’”
 */
export function curlQuotes(text: string, marks: QuoteMarks): string {
	return curlPieces([text], marks).join('');
}

/**
 * The same in a text that markup cuts into pieces: what stands in the piece before decides whether a mark opens.
 * @returns as many pieces
 */
export function curlPieces(pieces: readonly string[], marks: QuoteMarks): string[] {
	const whole = pieces.join('');
	if (!/["']/.test(whole)) return [...pieces];
	const found = findMarks(whole);
	const printed: Record<string, string> = {
		[DOUBLE[0]]: marks.double[0],
		[DOUBLE[1]]: marks.double[1],
		[SINGLE[0]]: marks.single[0],
		[SINGLE[1]]: marks.single[1],
		[APOSTROPHE]: '\u2019',
	};
	let from = 0;
	return pieces.map((piece) => {
		const own = found.slice(from, (from += piece.length));
		return own.replace(/[\u0001-\u0005]/g, (mark) => printed[mark] ?? mark);
	});
}

/** The text with a stand-in for each straight mark, and so as long as it was. */
function findMarks(text: string): string {
	return text
		.replace(OPENS_DOUBLE, `$1$2${DOUBLE[0]}`)
		.replace(/"/g, DOUBLE[1])
		.replace(/'(?=\d\ds?\b)/g, APOSTROPHE)
		.replace(/(?<=\p{L})'(?=\p{L})/gu, APOSTROPHE)
		.replace(OPENS_SINGLE, `$1${SINGLE[0]}`)
		.replace(/'/g, SINGLE[1]);
}

/** A quotation in its marks; those inside it become single ones. */
export function quoteText(text: string, marks: QuoteMarks): string {
	return curlQuotes(`"${text.replace(/["“”]/g, "'")}"`, marks);
}

/** Whether a text is one quotation from its first letter to its last, marks included. */
export function isQuoted(text: string): boolean {
	return /^\s*(?:"[^"]*"|“[^“”]*”)\s*$/.test(text);
}
