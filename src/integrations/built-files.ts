/** The files of a finished build, for the integrations that read it whole. */
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

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
 * One after another: what was just written is in memory, and asking for many at a time costs more than reading them.
 * @param names paths from the folder
 * @returns what was made, in the order of the names
 */
export function mapFiles<T>(
	folder: string,
	names: readonly string[],
	make: (content: Buffer, name: string) => T,
): Map<string, T> {
	return new Map(names.map((name) => [name, make(readFileSync(join(folder, name)), name)]));
}

/** Their contents, all at once. */
export const readFiles = (folder: string, names: readonly string[]): Map<string, Buffer> =>
	mapFiles(folder, names, (content) => content);
