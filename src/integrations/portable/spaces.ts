/** Spaces between tags that no reader sees: Astro leaves one for every line break of a template. */

/** Elements that begin and end a line, whatever their style, or hold or show no text of their own. */
const BLOCKS = [
	'article|aside|blockquote|body|details|div|dl|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|legend|li|link',
	'main|meta|nav|ol|option|p|section|select|summary|ul',
	'defs|g|line|linearGradient|mask|path|rect|stop|text|use',
].join('|');
/** Boxes of their own, at whose edges a space is no wider than nothing. */
const BOXES = 'button|label|p|text';
const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`;
const AFTER = new RegExp(`(</?(?:${BLOCKS})\\b${ATTRIBUTES}>)\\s+(?=<)`, 'g');
const INSIDE = new RegExp(`(<(?:${BOXES})\\b${ATTRIBUTES}>)\\s+|\\s+(?=</(?:${BOXES})>)`, 'g');
const BEFORE = new RegExp(`>\\s+(?=</?(?:${BLOCKS})\\b)`, 'g');

/**
 * Takes out the space between two tags of which one is a block's; between others it parts words. Scripts stay as they
 * are, because policies know them by their very text.
 * @example dropSpaces('<ul> <li> <a>One</a> <a>Two</a> </li> </ul>') // '<ul><li><a>One</a> <a>Two</a></li></ul>'
 */
export function dropSpaces(html: string): string {
	const scripts: string[] = [];
	const without = html.replace(
		/(<script\b[^>]*>)([\s\S]*?)(?=<\/script>)/g,
		(_, tag: string, text: string) => {
			scripts.push(text);
			return tag;
		},
	);
	const dropped = without.replace(AFTER, '$1').replace(BEFORE, '>').replace(INSIDE, '$1');
	return dropped.replace(/<script\b[^>]*>/g, (tag) => tag + (scripts.shift() ?? ''));
}
