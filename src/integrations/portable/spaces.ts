/** Spaces between tags that no reader sees: Astro leaves one for every line break of a template. */

/**
 * Elements that hold no text of their own, beside and within whose tags a space is none to a reader. Not scripts, which
 * policies know by their very text.
 */
const HOLDERS = [
	'head|body|meta|link|header|main|footer|nav|section|article|ol|ul|dl|form|fieldset|details|select|option',
	'defs|g|line|path|rect|linearGradient|stop|mask|use',
].join('|');
const BEFORE = new RegExp(`\\s+(?=</?(?:${HOLDERS})\\b)`, 'g');
const AFTER = new RegExp(`(</?(?:${HOLDERS})\\b(?:[^>"]|"[^"]*")*>)\\s+`, 'g');

/** A page without them. */
export function dropSpaces(html: string): string {
	return html.replace(BEFORE, '').replace(AFTER, '$1');
}
