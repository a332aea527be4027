/** `sitemap.xml`: every page that search engines may show, as the built pages themselves say. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { listFiles, mapFiles } from '../built-files.ts';
import { makeSitemap, readPage } from './sitemap.ts';

export default function sitemap(): AstroIntegration {
	return {
		name: 'sitemap',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const names = (await listFiles(folder)).filter((name) => name.endsWith('.html'));
				const pages = mapFiles(folder, names, (html) => readPage(html.toString()));
				const listed = [...pages.values()].filter((page) => page !== undefined);
				await writeFile(join(folder, 'sitemap.xml'), makeSitemap(listed));
				logger.info(`${listed.length} of ${names.length} pages`);
			},
		},
	};
}
