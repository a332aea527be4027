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
 * Makes something of each file, and lets go of its content: of ten thousand pages that is most of what a build holds.
 * @param names paths from the folder
 * @returns what was made, in the order of the names
 */
export async function mapFiles<T>(
	folder: string,
	names: readonly string[],
	make: (content: Buffer, name: string) => T,
): Promise<Map<string, T>> {
	const made = new Map<string, T>();
	const left = names.values();
	const reader = async () => {
		for (const name of left) made.set(name, make(await readFile(join(folder, name)), name));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, reader));
	return new Map(names.map((name) => [name, made.get(name) as T]));
}

/** Their contents, all at once. */
export const readFiles = (folder: string, names: readonly string[]): Promise<Map<string, Buffer>> =>
	mapFiles(folder, names, (content) => content);
