/** Writes a content folder in one go. */
import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { isMissing } from '../src/loader/reading.ts';

/** A target that cannot be written to, and what to do. */
export class TargetError extends Error {
	override name = 'TargetError';
}

/**
 * Writes files into a folder, and nowhere else: links in it are not followed.
 * @throws where it holds something and `force` is not set
 */
export async function writeInto(
	folder: string,
	files: ReadonlyMap<string, string | Uint8Array>,
	force: boolean,
): Promise<void> {
	const there = await readdir(folder).catch((error: unknown) => {
		if (isMissing(error)) return [];
		throw error;
	});
	if (there.length > 0 && !force)
		throw new TargetError(
			`${folder} is not empty. Name another folder, or add --force to write over what has the same name`,
		);
	const folders = new Set([...files.keys()].map((file) => dirname(join(folder, file))));
	for (const path of folders) {
		const stat = await lstat(path).catch(() => undefined);
		if (path !== folder && stat && !stat.isDirectory())
			throw new TargetError(`${path} is not a folder, or a link to one. Take it away`);
		await mkdir(path, { recursive: true });
	}
	for (const [file, text] of files) {
		const path = join(folder, file);
		if (relative(folder, path).startsWith('..')) throw new Error(`outside the folder: ${file}`);
		if (force) await rm(path, { force: true });
		await writeFile(path, text, { flag: 'wx' });
	}
}
