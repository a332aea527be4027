/** What the gate has read and found sound, kept from run to run: of ten thousand files it reads the changed ones. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseName } from '../src/loader/case-name.ts';
import { keepResults } from '../src/loader/unchanged.ts';
import { contentFolder, projectFolder } from './paths.ts';

/** All that makes a reading out of a text. */
const MADE_BY = ['package-lock.json', 'src/{core,loader,i18n}/**/!(*.test).ts'];

/** Reads content with what earlier runs have kept of it. @returns what `read` does, whether it throws or not */
export async function withKeptReadings<T>(read: () => Promise<T>): Promise<T> {
	const file = join(projectFolder, '.cache', 'readings', `${caseName(contentFolder())}.bin`);
	const save = keepResults(file, versionOfReader());
	try {
		return await read();
	} finally {
		try {
			save();
		} catch {
			// The next run reads all again. What is wrong with the disk is told by what has to be written.
		}
	}
}

function versionOfReader(): string {
	const hash = createHash('sha256').update(process.version);
	for (const file of globSync(MADE_BY, { cwd: projectFolder }).sort())
		hash.update(`\0${file}\0`).update(readFileSync(join(projectFolder, file)));
	return hash.digest('base64');
}
