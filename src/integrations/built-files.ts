/** The files of a finished build, for the integrations that read it whole. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Files open at a time: enough to keep a disk busy, fewer than any system allows. */
const AT_ONCE = 64;

/** @returns paths from the folder, with slashes on every system, in the order of their letters */
export async function listFiles(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) =>
			join(parentPath, name).slice(join(folder, '/').length).replaceAll('\\', '/'),
		)
		.sort();
}

/**
 * @param names paths from the folder
 * @returns their contents, in the same order
 */
export async function readFiles(folder: string, names: readonly string[]): Promise<Map<string, Buffer>> {
	const contents = new Map(names.map((name) => [name, Buffer.of()]));
	const left = names.values();
	const reader = async () => {
		for (const name of left) contents.set(name, await readFile(join(folder, name)));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, reader));
	return contents;
}
