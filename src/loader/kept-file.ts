/** Files of the cache, which a build leaves to the next. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes one whole or not at all, and its folder with it. @throws where it cannot be written; what stood there still does */
export function keepFile(file: string, bytes: string | Uint8Array): void {
	const aside = `${file}.${process.pid}`;
	mkdirSync(dirname(file), { recursive: true });
	try {
		writeFileSync(aside, bytes);
		renameSync(aside, file);
	} catch (error) {
		rmSync(aside, { force: true });
		throw error;
	}
}
