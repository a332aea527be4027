/** Files of the cache, which a build leaves to the next. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes one whole or not at all, and its folder with it. Where it cannot be written, what stood there still does, and the
 * next run makes again what is not in it: what is wrong with the disk is told by what has to be written.
 */
export function keepFile(file: string, bytes: string | Uint8Array): void {
	const aside = `${file}.${process.pid}`;
	try {
		mkdirSync(dirname(file), { recursive: true });
	} catch {
		return;
	}
	try {
		writeFileSync(aside, bytes);
		renameSync(aside, file);
	} catch {
		try {
			rmSync(aside, { force: true });
		} catch {
			// It is in nobody's way.
		}
	}
}
