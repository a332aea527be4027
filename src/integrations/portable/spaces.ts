/** Spaces that no one sees. */

/** Elements that begin and end a line, whatever their style, or show nothing. */
const BLOCKS = 'article|aside|div|footer|head|header|li|link|main|meta|nav|ol|section|ul';
const ATTRIBUTES = `(?:[^>"']|"[^"]*"|'[^']*')*`;
const AFTER = new RegExp(`(</?(?:${BLOCKS})\\b${ATTRIBUTES}>)\\s+(?=<)`, 'g');
const BEFORE = new RegExp(`>\\s+(?=</?(?:${BLOCKS})\\b)`, 'g');

/**
 * Takes out the space between two tags of which one is a block's; between others it parts words.
 * @example dropSpaces('<ul> <li> <a>One</a> <a>Two</a> </li> </ul>') // '<ul><li><a>One</a> <a>Two</a></li></ul>'
 */
export function dropSpaces(html: string): string {
	return html.replace(AFTER, '$1').replace(BEFORE, '>');
}
