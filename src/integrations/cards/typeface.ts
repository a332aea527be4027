/** The site's typeface as files that a build can draw with, and which characters it has. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = dirname(createRequire(import.meta.url).resolve('@fontsource/newsreader/package.json'));
const WEIGHTS = [400, 600] as const;
/** As `styles/fonts.css` has them. */
const SUBSETS = ['latin', 'latin-ext'] as const;

export interface Font {
	name: string;
	weight: (typeof WEIGHTS)[number];
	data: Buffer;
}

/** A character that one subset lacks is taken from the next, so each has a name of its own. */
export const FONT_FAMILY = SUBSETS.map((subset) => `Newsreader ${subset}`).join(', ');

export async function readFonts(): Promise<Font[]> {
	return Promise.all(
		SUBSETS.flatMap((subset) =>
			WEIGHTS.map(async (weight) => ({
				name: `Newsreader ${subset}`,
				weight,
				data: await readFile(join(FOLDER, 'files', `newsreader-${subset}-${weight}-normal.woff`)),
			})),
		),
	);
}

/** @returns a function that tells whether every character of a text can be drawn */
export async function readCoverage(): Promise<(text: string) => boolean> {
	const sheet = await readFile(join(FOLDER, '400.css'), 'utf8');
	const ranges = SUBSETS.flatMap((subset) => parseRanges(sheet, `newsreader-${subset}-400-normal`));
	return (text) =>
		[...text].every((character) => {
			const code = character.codePointAt(0) ?? 0;
			return ranges.some(([from, to]) => code >= from && code <= to);
		});
}

/** The `unicode-range` that a sheet gives for a font file (CSS Fonts 4, 4.5). */
export function parseRanges(css: string, file: string): [from: number, to: number][] {
	const rule = css.split('@font-face').find((face) => face.includes(`/${file}.`)) ?? '';
	const list = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? '';
	return [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map(([, from = '', to = from]) => [
		Number.parseInt(from, 16),
		Number.parseInt(to, 16),
	]);
}
