import { build } from 'esbuild';

/** A script of ours with all it stands on, as one classic file. @param entry its path @returns its text */
export async function bundleClassic(entry: string): Promise<string> {
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		minify: true,
		format: 'iife',
		target: 'es2022',
		tsconfigRaw: { compilerOptions: { alwaysStrict: true } },
		write: false,
	});
	return outputFiles[0]?.text ?? '';
}
