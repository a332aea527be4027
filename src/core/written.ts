/** What an author wrote, as a sentence shows it: whole, on one line, with nothing unseen in it. */

/**
 * A value as written: text in quotation marks, lists and groups as YAML has them.
 * Cut at 60 characters so that a report stays readable.
 */
export function quoted(value: unknown): string {
	const characters = [...visible(typeof value === 'string' ? value : toFlow(value, 3))];
	const short = characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : characters.join('');
	return typeof value === 'string' ? `"${short}"` : short;
}

/** `[a, {b: c}]`, no deeper than asked: a list may hold itself. */
function toFlow(value: unknown, depth: number): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (depth === 0) return '…';
	if (Array.isArray(value))
		return `[${value
			.slice(0, 20)
			.map((item) => toFlow(item, depth - 1))
			.join(', ')}]`;
	const fields = Object.entries(value).slice(0, 20);
	return `{${fields.map(([key, inner]) => `${key}: ${toFlow(inner, depth - 1)}`).join(', ')}}`;
}

/** On one line, without control and bidirectional-override characters, which would rewrite a terminal's line. */
export function visible(text: string): string {
	return text
		.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
		.replace(UNSEEN, '')
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/**
 * Characters that no reader sees: those that XML, and so feeds and e-books, cannot hold, and the two overrides (U+202D,
 * U+202E), which turn letters round so that a text reads otherwise than it stands (UTS 39, 5.4; no script needs them).
 */
const UNSEEN =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202d\u202e\ufffe\uffff]|\p{Surrogate}/gu;

/** The unseen characters of a text and where the first stands, if there are any. */
export function findUnseen(text: string): { index: number; names: string[] } | undefined {
	const found = [...text.matchAll(UNSEEN)];
	const names = found.map(([character]) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
		return `U+${code.padStart(4, '0')}`;
	});
	return found[0] && { index: found[0].index, names: [...new Set(names)] };
}

/** A place in a text with some of the words on either side, none of them cut. */
export function wordsAround(text: string, index: number, length: number): string {
	const end = index + length;
	const before = text.slice(Math.max(0, index - 20), index);
	const after = text.slice(end, end + 20);
	const whole = [
		index > 20 ? before.replace(/^\S*\s+/, '') : before,
		text.slice(index, end),
		end + 20 < text.length ? after.replace(/\s+\S*$/, '') : after,
	];
	return whole.join('').replace(/\s+/g, ' ').trim();
}

/** The source of a pattern that matches a text to the letter. `RegExp.escape` is of Node 24. */
export function literalPattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
