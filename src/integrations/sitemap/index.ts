/** `sitemap.xml`: every page that search engines may show, as the built pages themselves say. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeSitemap, readPage } from './sitemap.ts';

export default function sitemap(): AstroIntegration {
	return {
		name: 'sitemap',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
				const pages = await Promise.all(
					names.map(async (name) => readPage(await readFile(join(folder, name), 'utf8'))),
				);
				const listed = pages.filter((page) => page !== undefined);
				await writeFile(join(folder, 'sitemap.xml'), makeSitemap(listed));
				logger.info(`${listed.length} of ${names.length} pages`);
			},
		},
	};
}
