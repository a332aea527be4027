import { endTurns, hasTurns } from '../../core/direction.ts';

/** A script whole, the text between two tags, or the value of an attribute. */
const TEXT = /<script\b[\s\S]*?<\/script>|(?<=>)[^<]+|(?<==")[^"]+/g;

/**
 * Ends every change of direction where the text ends that begins it (U+202E and its like), so that none reaches into
 * what the page says beside it. Scripts stay as they are: they are data, and their parts are told apart.
 */
export function endTurnsOfTexts(html: string): string {
	if (!hasTurns(html)) return html;
	return html.replace(TEXT, (text) => (text.startsWith('<') ? text : endTurns(text)));
}
