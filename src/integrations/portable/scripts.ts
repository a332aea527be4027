/**
 * The scripts of the built pages as classic ones, which a disk lets run: each that a page names becomes one file
 * without imports, and what it imports late becomes a file that an element loads.
 */
import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { basename, dirname, extname, join, relative } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const LOADER = fileURLToPath(new URL('load-part.js', import.meta.url));

/** In the bundler's output, a late import of a source file; its path from the project's folder follows, encoded. */
const LATE = 'late:';
const LATE_IMPORT = /\bimport\(\s*(["'`])late:([^"'`]+)\1\s*\)/g;

/** For the bundler: leaves late imports as they are, for `makeScriptsClassic` to make. */
export function keepLateImports() {
	let root = '';
	return {
		name: 'keep-late-imports',
		apply: 'build' as const,
		configResolved(config: { root: string }) {
			root = config.root;
		},
		resolveDynamicImport(specifier: unknown, importer: string) {
			if (typeof specifier !== 'string' || !/^\.\.?\/.*\.ts$/.test(specifier)) return null;
			// Not the whole path: names in the output, and those of its files, would depend on where the project lies.
			const source = relative(root, join(dirname(importer), specifier)).replaceAll('\\', '/');
			return { id: LATE + encodeURIComponent(source), external: true };
		},
	};
}

const CLASSIC = {
	bundle: true,
	minify: true,
	format: 'iife',
	target: 'es2022',
	// Else esbuild looks for one above the folder of the build, and the same site differs by where it is built.
	tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
	legalComments: 'none',
	write: false,
	define: { 'import.meta.url': 'scriptAddress', 'import.meta.resolve': 'undefined' },
	inject: [LOADER],
} as const satisfies BuildOptions;

/**
 * Rewrites the scripts in place, adds their late parts beside them; the chunks they were made of go.
 * @param folder of the build
 * @param scripts paths from `folder` of all scripts that the bundler wrote
 * @param named names of those that pages ask for
 * @param root folder of the project
 * @param alias of packages, each with the path of the file in its place
 * @throws where a script cannot be bundled
 */
export async function makeScriptsClassic(
	folder: string,
	scripts: readonly string[],
	named: ReadonlySet<string>,
	{ root, alias }: { root: string; alias: Readonly<Record<string, string>> },
): Promise<void> {
	const entries = scripts.filter((file) => named.has(basename(file)));
	const written = new Map<string, string | Uint8Array>();
	for (const file of entries) {
		const makePart = makeParts(dirname(file), written, alias);
		const { outputFiles } = await build({
			...CLASSIC,
			entryPoints: [join(folder, file)],
			plugins: [loadLate((source) => makePart(join(root, source)))],
		});
		written.set(file, outputFiles[0]?.text ?? '');
	}
	await Promise.all(scripts.filter((file) => !written.has(file)).map((file) => rm(join(folder, file))));
	await Promise.all([...written].map(([file, content]) => writeFile(join(folder, file), content)));
}

/** What a part is called among those of a page, whatever file it is in. */
const partOf = (source: string) => basename(source, extname(source));

/** Bundles source files as late parts. @returns a function from a file's path to the name of its part */
function makeParts(
	folder: string,
	written: Map<string, string | Uint8Array>,
	alias: Readonly<Record<string, string>>,
) {
	const add = (source: string, content: string) => {
		const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8);
		const name = `${partOf(source)}.${hash}${extname(source).replace('.ts', '.js')}`;
		written.set(join(folder, name), content);
		return name;
	};
	return async (source: string): Promise<string> => {
		const { outputFiles } = await build({
			...CLASSIC,
			alias,
			globalName: 'latePart',
			footer: { js: `(globalThis.lateParts??=new Map).set(${JSON.stringify(partOf(source))},latePart);` },
			entryPoints: [source],
			plugins: [nameSheets(add)],
		});
		return add(source, outputFiles[0]?.text ?? '');
	};
}

/** Turns late imports into calls of the loader. */
function loadLate(makePart: (source: string) => Promise<string>): Plugin {
	return {
		name: 'load-late',
		setup({ onLoad }) {
			onLoad({ filter: /\.js$/ }, async ({ path }) => {
				if (path === LOADER) return undefined;
				const text = await readFile(path, 'utf8');
				const names = new Map<string, string>();
				for (const [, , source = ''] of text.matchAll(LATE_IMPORT))
					names.set(source, await makePart(decodeURIComponent(source)));
				const contents = text.replace(
					LATE_IMPORT,
					(_, _quote: string, source: string) =>
						`loadPart(${JSON.stringify(partOf(decodeURIComponent(source)))},${JSON.stringify(names.get(source))})`,
				);
				return { contents, loader: 'js' };
			});
		},
	};
}

/** `import address from './x.css?url'`: bundles the sheet, gives its address. */
function nameSheets(add: (source: string, content: string) => string): Plugin {
	return {
		name: 'name-sheets',
		setup({ onResolve, onLoad }) {
			onResolve({ filter: /\.css\?url$/ }, ({ path, resolveDir }) => ({
				path: join(resolveDir, path.replace(/\?url$/, '')),
				namespace: 'sheet',
			}));
			onLoad({ filter: /./, namespace: 'sheet' }, async ({ path }) => {
				const { outputFiles } = await build({
					entryPoints: [path],
					bundle: true,
					minify: true,
					legalComments: 'none',
					write: false,
				});
				const name = add(path, outputFiles[0]?.text ?? '');
				return {
					contents: `export default scriptAddress && new URL(${JSON.stringify(name)}, scriptAddress).href`,
				};
			});
		},
	};
}
