/** A file replaced whole or not at all: whoever reads it meanwhile, and a disk that runs full, meet no half of it. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** @throws where it cannot be written; then what stood there still stands */
export async function writeWhole(place: string, bytes: string | Uint8Array): Promise<void> {
	const part = join(place, '..', `.${basename(place)}.part`);
	try {
		await writeFile(part, bytes);
		await rename(part, place);
	} catch (error) {
		await rm(part, { force: true });
		throw error;
	}
}
