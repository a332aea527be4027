/** Straight quotation marks as typed, curly ones as printed. */

export interface QuoteMarks {
	double: readonly [open: string, close: string];
	single: readonly [open: string, close: string];
}

/** A mark opens at the start of the text or after a space, a bracket, a dash or another opening mark, before a word. */
const OPENS = /(^|[\s([{\u2014\u2013\u201c\u2018\u00ab])/.source;
const BEFORE_WORD = /(?=\S)/.source;

/**
 * Sets quotation marks as a printer would.
 * @example curlQuotes(`"It's 'here'"`, en) // “It’s ‘here’”
 */
export function curlQuotes(text: string, marks: QuoteMarks): string {
	return text
		.replace(new RegExp(`${OPENS}('?)"${BEFORE_WORD}`, 'g'), `$1$2${marks.double[0]}`)
		.replace(/"/g, marks.double[1])
		.replace(/'(?=\d\ds?\b)/g, '\u2019')
		.replace(new RegExp(`${OPENS}'${BEFORE_WORD}`, 'g'), `$1${marks.single[0]}`)
		.replace(/'/g, marks.single[1]);
}
