/** What the gate has read and found sound, kept from run to run: of ten thousand files it reads the changed ones. */
import { join } from 'node:path';
import { caseName } from '../src/loader/case-name.ts';
import { keepResults } from '../src/loader/unchanged.ts';
import { versionOfCode } from '../src/loader/version-of-code.ts';
import { contentFolder, projectFolder } from './paths.ts';

/** Reads content with what earlier runs have kept of it. @returns what `read` does, whether it throws or not */
export async function withKeptReadings<T>(read: () => Promise<T>): Promise<T> {
	const file = join(projectFolder, '.cache', 'readings', `${caseName(contentFolder())}.bin`);
	const save = keepResults(file, versionOfCode(projectFolder));
	try {
		return await read();
	} finally {
		save();
	}
}
