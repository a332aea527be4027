/**
 * One build for four places: a domain root, a sub-path, a disk, a cache.
 * After the pages are written it makes their scripts classic, their style sheets relative, and refuses a build in
 * which an address from the root or a third-party host is left.
 */
import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { listFiles, mapFiles } from '../built-files.ts';
import { openPages } from './kept-pages.ts';
import { keepLateImports, makeScriptsClassic } from './scripts.ts';
import { findUnportable, type Page } from './verify.ts';

const ASSETS = 'assets';

/**
 * @param alias packages that others ask for, each with the source file that takes its place in the pages
 * @param kept file in which what was read of pages outlives a build
 */
export default function portable(alias: Readonly<Record<string, string>>, kept: string): AstroIntegration {
	const replaced: Record<string, string> = {};
	let root = '';
	return {
		name: 'portable',
		hooks: {
			'astro:config:setup': ({ config, updateConfig }) => {
				root = fileURLToPath(config.root);
				for (const [name, file] of Object.entries(alias))
					replaced[name] = fileURLToPath(new URL(file, config.root));
				updateConfig({
					vite: {
						plugins: [keepLateImports()],
						resolve: { alias: replaced },
						build: { assetsInlineLimit: 0, modulePreload: false },
						// Named by hash alone: what Astro would put before it is read on every page by no one.
						environments: {
							client: { build: { rollupOptions: { output: { entryFileNames: `${ASSETS}/[hash].js` } } } },
						},
					},
				});
			},
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const files = await listFiles(folder);
				const { read, save } = openPages(join(root, kept), versionOfReader(root));
				const pages = mapFiles(
					folder,
					files.filter((file) => file.endsWith('.html')),
					read,
				);
				const scripts = files.filter((file) => file.startsWith(`${ASSETS}/`) && file.endsWith('.js'));
				await makeScriptsClassic(folder, scripts, scriptsOf(pages), { root, alias: replaced });
				await makeStylesRelative(folder, files);
				const problems = findUnportable(pages, new Set(files));
				if (problems.length > 0)
					throw new Error(
						`The built pages would not work everywhere:\n${problems.slice(0, 50).join('\n')}\n${problems.length} in all.`,
					);
				save();
				logger.info(`${pages.size} pages, every address relative, every link found`);
			},
		},
	};
}

/** All that makes a reading of a page. */
function versionOfReader(root: string): string {
	const files = ['package-lock.json', 'src/integrations/portable/verify.ts'];
	return [process.version, ...files.map((file) => readFileSync(join(root, file), 'utf8'))].join('\0');
}

/** Names of the files of all scripts that pages ask for. */
function scriptsOf(pages: ReadonlyMap<string, Page>): Set<string> {
	const links = [...pages.values()].flatMap((page) => page.links);
	return new Set(links.flatMap(({ tag, value }) => (tag === 'script' ? basename(value) : [])));
}

async function makeStylesRelative(folder: string, files: string[]): Promise<void> {
	const sheets = files.filter((file) => file.endsWith('.css'));
	await Promise.all(
		sheets.map(async (file) => {
			const css = await readFile(join(folder, file), 'utf8');
			const up = '../'.repeat(file.split('/').length - 1) || './';
			const relative = css.replace(/url\((["']?)\/(?!\/)/g, `url($1${up}`);
			if (relative !== css) await writeFile(join(folder, file), relative);
		}),
	);
}
