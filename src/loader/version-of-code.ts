/** What changes with the code, for what is kept from run to run. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All of this project that makes a reading, or a part of a page, out of the texts of a case. */
const MADE_BY = 'src/{core,loader,i18n}/**/!(*.test).ts';

/** @param root folder of the project; throws where it is another */
export function versionOfCode(root: string): string {
	const files = globSync(MADE_BY, { cwd: root }).sort();
	if (files.length === 0) throw new Error(`${root} is not the folder of this project.`);
	const hash = createHash('sha256').update(process.version);
	for (const file of ['package-lock.json', ...files])
		hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
	return hash.digest('base64');
}
