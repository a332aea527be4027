/**
 * How wide a text can become, without a browser to ask.
 * Widths are those of DejaVu Sans and Verdana, the widest of the usual system fonts: others leave room to spare.
 */

/** Em widths by kind of character, the first that matches. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
	[/[\p{M}\u200b-\u200f\u202a-\u202e]/u, 0],
	[/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u, 1.1],
	[/[ijlI.,;:'’‘|!()[\] /]/, 0.4],
	[/[ftr"“”-]/, 0.5],
	[/[mwMW@%—…]/, 1],
	[/\p{Lu}/u, 0.78],
];
const OTHER = 0.65;

/** @returns the width of a text in pixels, never less than it takes in a usual font */
export function measureText(text: string, size: number): number {
	let ems = 0;
	for (const character of text) ems += WIDTHS.find(([pattern]) => pattern.test(character))?.[1] ?? OTHER;
	return ems * size;
}

/**
 * Breaks a text at its spaces. A word wider than the room stands alone on its line.
 * @returns at least one line
 */
export function wrapText(text: string, room: number, size: number): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter(Boolean)) {
		const longer = line ? `${line} ${word}` : word;
		if (line && measureText(longer, size) > room) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return [...lines, line];
}
