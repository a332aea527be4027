/** Texts that must fit a field. */

/** The start of a text, cut after a whole sentence where one fits, else after a whole word. */
export function firstSentences(text: string, limit: number): string {
	if ([...text].length <= limit) return text;
	const start = [...text].slice(0, limit).join('');
	const sentence = /^.*[.!?…]["”’)]*(?=\s)/s.exec(start)?.[0];
	return sentence && sentence.length > limit / 4 ? sentence : shorten(text, limit);
}

/** A text within a limit, with an ellipsis where it was cut. */
export function shorten(text: string, limit: number): string {
	const letters = [...text];
	if (letters.length <= limit) return text;
	const cut = letters.slice(0, limit - 1).join('');
	return `${cut.replace(/\s+\S*$/, '') || cut}…`;
}
