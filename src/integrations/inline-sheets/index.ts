/**
 * The pages that stand for the whole site carry their style sheets: they are where most readers arrive, with nothing in
 * their cache yet. The others share theirs, which a reader has by the second page and the worker stores once.
 */
import { writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listFiles, readFiles } from '../built-files.ts';
import { carrySheets } from './inline.ts';

/** @param accepts which pages, by their path from the site's root */
export default function inlineSheetsOf(accepts: RegExp): AstroIntegration {
	return {
		name: 'inline-sheets',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const folder = fileURLToPath(dir);
				const readSheet = (path: string) => readFileSync(join(folder, path), 'utf8');
				const files = (await listFiles(folder)).filter((name) => accepts.test(name));
				for (const [file, html] of readFiles(folder, files))
					await writeFile(join(folder, file), carrySheets(html.toString(), file, readSheet));
			},
		},
	};
}
