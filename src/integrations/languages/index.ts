/**
 * The pages of a case once more for each further language, in a folder of its name: the same files, which find the
 * language in their own path.
 */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../../loader/astro.ts';
import { readLanguages } from '../../loader/content-files.ts';

/** Pages, and the scripts that pages load; feeds, data and what is about the whole site stand in its own language alone. */
const IN_EACH = /^(?!404\.).+(?:\.astro|\.js\.ts)$/;

/** The route of a file of pages. @example toRoute('events/[id].astro') // 'events/[id]' */
const toRoute = (file: string) => file.replace(/\.(?:astro|ts)$/, '');

export default function languages(): AstroIntegration {
	return {
		name: 'languages',
		hooks: {
			'astro:config:setup': async ({ config, command, injectRoute }) => {
				const folder = new URL('pages/', config.srcDir);
				const [found, files] = await Promise.all([
					readLanguages(contentFolder()),
					readdir(fileURLToPath(folder), { recursive: true }),
				]);
				const pages = files.map((file) => file.replaceAll('\\', '/')).filter((file) => IN_EACH.test(file));
				for (const language of found)
					for (const page of pages) {
						const entrypoint = new URL(encodeURI(page).replaceAll('[', '%5B').replaceAll(']', '%5D'), folder);
						injectRoute({ pattern: `/${language}/${toRoute(page)}`, entrypoint });
						// The dev server takes `index.html` off an address before it looks for the page.
						if (command === 'dev' && page === 'index.astro')
							injectRoute({ pattern: `/${language}`, entrypoint });
					}
			},
		},
	};
}
