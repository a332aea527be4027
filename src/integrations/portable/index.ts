/**
 * One build for four places: a domain root, a sub-path, a disk, a cache.
 * After the pages are written it makes their scripts classic, their style sheets relative, and refuses a build in
 * which an address from the root or a third-party host is left.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { findUnportable } from './verify.ts';

const ASSETS = 'assets';

export default function portable(): AstroIntegration {
	return {
		name: 'portable',
		hooks: {
			'astro:build:done': async ({ dir, logger }) => {
				const folder = fileURLToPath(dir);
				const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
				const pages = files.filter((file) => file.endsWith('.html'));
				const html = new Map(
					await Promise.all(
						pages.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const),
					),
				);
				await makeScriptsClassic(folder, files, [...html.values()]);
				await makeStylesRelative(folder, files);
				const problems = findUnportable(html, new Set(files));
				if (problems.length > 0)
					throw new Error(
						`The built pages would not work everywhere:\n${problems.slice(0, 50).join('\n')}\n${problems.length} in all.`,
					);
				logger.info(`${pages.length} pages, every address relative, every link found`);
			},
		},
	};
}

/** Bundles each script that a page names into one classic file in its place; the chunks it was made of go. */
async function makeScriptsClassic(folder: string, files: string[], pages: string[]): Promise<void> {
	const scripts = files.filter((file) => file.startsWith(`${ASSETS}/`) && file.endsWith('.js'));
	const all = pages.join('\n');
	const entries = scripts.filter((file) => all.includes(`${file}"`));
	const bundled = await Promise.all(
		entries.map(async (file) => {
			const result = await build({
				entryPoints: [join(folder, file)],
				bundle: true,
				minify: true,
				format: 'iife',
				target: 'es2022',
				legalComments: 'none',
				// As modules are; and whatever tsconfig.json lies above the folder has no say in it.
				tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
				write: false,
			});
			return { file, text: result.outputFiles[0]?.text ?? '' };
		}),
	);
	await Promise.all(scripts.filter((file) => !entries.includes(file)).map((file) => rm(join(folder, file))));
	await Promise.all(bundled.map(({ file, text }) => writeFile(join(folder, file), text)));
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
