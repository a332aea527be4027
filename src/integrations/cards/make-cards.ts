/** Writes the cards of a case as PNG, and keeps each by what it shows, so that the next build makes only what changed. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import satori from 'satori';
import sharp from 'sharp';
import { CARD_SIZE, listCards } from '../../core/cards.ts';
import type { Timeline } from '../../core/timeline.ts';
import type { Words } from '../../i18n/words.ts';
import { layoutStrip } from '../../core/layout.ts';
import { orientStrip } from '../../core/orient.ts';
import { drawCard, STRIP_WIDTH, type Drawn } from './drawing.ts';
import { readCoverage, readFonts, type Font } from './typeface.ts';

const TOKENS = new URL('../../styles/tokens.css', import.meta.url);

export interface CardReport {
	made: number;
	/** Taken over from an earlier build. */
	kept: number;
	/** Names of cards without their title, for whose script the typeface has no letters. */
	untitled: string[];
}

/**
 * @param folder where the cards go
 * @param cache where they are kept between builds; what this build does not use is removed from it
 */
export async function makeCards(
	timeline: Timeline,
	words: Words,
	{ folder, cache }: { folder: string; cache: string },
): Promise<CardReport> {
	const [fonts, canDraw, tokens] = await Promise.all([readFonts(), readCoverage(), readFile(TOKENS, 'utf8')]);
	const dates = timeline.events.map(({ date }) => date);
	const strip = orientStrip(layoutStrip(dates, STRIP_WIDTH), words.direction);
	const style = { timeline, words, canDraw, strip, colour: (name: string) => lightColour(tokens, name) };
	const tools = toolsOf(fonts);
	const used = new Set<string>();
	const report: CardReport = { made: 0, kept: 0, untitled: [] };
	await Promise.all([folder, cache].map((path) => mkdir(path, { recursive: true })));
	const known = new Set(await readdir(cache));
	const waiting = listCards(timeline).values();
	// The rasterizer has threads of its own; while it works the next card is laid out.
	const work = async () => {
		for (const card of waiting) {
			const drawing = drawCard(card, style);
			const kept = `${createHash('sha256').update(tools).update(JSON.stringify(drawing)).digest('hex')}.png`;
			used.add(kept);
			if (!canDraw(card.title)) report.untitled.push(card.name);
			if (known.has(kept)) report.kept++;
			else {
				report.made++;
				// Killed half-way, it leaves no card that looks whole.
				await writeFile(join(cache, `${kept}.part`), await rasterize(drawing, fonts));
				await rename(join(cache, `${kept}.part`), join(cache, kept));
			}
			await copyFile(join(cache, kept), join(folder, `${card.name}.png`));
		}
	};
	await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
	await Promise.all([...known].filter((name) => !used.has(name)).map((name) => rm(join(cache, name))));
	report.untitled.sort();
	return report;
}

/** A palette holds a card's few colours and the steps between, at a third of the bytes. */
async function rasterize(drawing: Drawn, fonts: Font[]): Promise<Buffer> {
	const svg = await satori(drawing as unknown as Parameters<typeof satori>[0], { ...CARD_SIZE, fonts });
	return sharp(Buffer.from(svg))
		.png({ palette: true, colours: 64, dither: 0, compressionLevel: 9 })
		.toBuffer();
}

/** What decides a picture beside its drawing. */
function toolsOf(fonts: readonly Font[]): string {
	const hash = createHash('sha256');
	for (const { data } of fonts) hash.update(data);
	const { version } = createRequire(import.meta.url)('satori/package.json') as { version: string };
	return JSON.stringify([version, sharp.versions, CARD_SIZE, hash.digest('hex')]);
}

/** @throws where the style sheet has no such property */
function lightColour(tokens: string, name: string): string {
	const colour = new RegExp(`--${name}: light-dark\\((#[0-9a-f]+),`).exec(tokens)?.[1];
	if (!colour) throw new Error(`no such colour: ${name}`);
	return colour;
}
