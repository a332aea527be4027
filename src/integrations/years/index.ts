/**
 * The years of a large case once more as scripts, so that home can complete its list from a disk as well: each holds
 * the list of that year's page, with its addresses as home would write them.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { latePart } from '../../core/late-part.ts';
import { contentFolder } from '../../loader/astro.ts';
import { readLanguages } from '../../loader/content-files.ts';

export default function years(): AstroIntegration {
	return {
		name: 'years',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for (const language of ['', ...(await readLanguages(contentFolder()))])
					await writeYears(join(root, language));
			},
		},
	};
}

/** @param folder of the home of one language */
async function writeYears(folder: string): Promise<void> {
	const pages = await readdir(join(folder, 'years')).catch(() => []);
	if (pages.length > 0) await mkdir(join(folder, 'data/years'), { recursive: true });
	for (const page of pages) {
		const name = basename(page, '.html');
		const html = await readFile(join(folder, 'years', page), 'utf8');
		await writeFile(
			join(folder, 'data/years', `${name}.js`),
			latePart(`year-${name}`, { entries: takeEntries(html) }),
		);
	}
}

/** The items of a year's list. @throws where the page has none */
export function takeEntries(html: string): string {
	const items = /<ol class="events">([\s\S]*)<\/ol>/.exec(html)?.[1];
	if (items === undefined) throw new Error('a page of a year has no list of events');
	return items.replace(/ href="\.\.\//g, ' href="');
}
