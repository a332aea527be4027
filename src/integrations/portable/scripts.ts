/**
 * The scripts of the built pages as classic ones, which a disk lets run: each that a page names becomes one file
 * without imports, and what it imports late becomes a file that is loaded by an element.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { basename, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const LOADER = fileURLToPath(new URL('load-part.js', import.meta.url));
/** As the bundler writes it: chunks stand in one folder. */
const LATE_IMPORT = /\bimport\(\s*(["'`])\.\/([^"'`]+)\1\s*\)/g;

/**
 * Rewrites the scripts in place; the chunks they were made of go.
 * @param scripts paths from `folder` of all scripts that the bundler wrote
 * @param html of all pages
 * @throws where a script cannot be bundled
 */
export async function makeScriptsClassic(
	folder: string,
	scripts: readonly string[],
	html: readonly string[],
): Promise<void> {
	const all = html.join('\n');
	const waiting = scripts.filter((file) => all.includes(`${file}"`)).map((file) => ({ file, isLate: false }));
	const done = new Map<string, string>();
	for (const { file, isLate } of waiting) {
		if (done.has(file)) continue;
		const late = new Set<string>();
		const name = basename(file);
		const result = await build({
			entryPoints: [join(folder, file)],
			bundle: true,
			minify: true,
			format: 'iife',
			...(isLate && { globalName: `lateParts[${JSON.stringify(name)}]` }),
			inject: [LOADER],
			define: { 'import.meta.url': 'scriptAddress' },
			plugins: [loadLate(late)],
			target: 'es2022',
			legalComments: 'none',
			write: false,
		});
		done.set(file, result.outputFiles[0]?.text ?? '');
		const inFolder = file.slice(0, -name.length);
		for (const part of late) waiting.push({ file: inFolder + part, isLate: true });
	}
	await Promise.all(scripts.filter((file) => !done.has(file)).map((file) => rm(join(folder, file))));
	await Promise.all([...done].map(([file, text]) => writeFile(join(folder, file), text)));
}

/** Turns late imports into calls of the loader, and tells which files they name. */
function loadLate(found: Set<string>): Plugin {
	return {
		name: 'load-late',
		setup({ onLoad }) {
			onLoad({ filter: /\.js$/ }, async ({ path }) => {
				const text = await readFile(path, 'utf8');
				const contents = text.replace(LATE_IMPORT, (_, _quote: string, name: string) => {
					found.add(name);
					return `loadPart(${JSON.stringify(name)})`;
				});
				return { contents, loader: 'js' };
			});
		},
	};
}
