/** `npm run compress`: writes a `.gz` beside each text of the built site, for hosts that serve those (nginx: `gzip_static`). */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { outFolder } from './paths.ts';

const TEXTS = /\.(?:bib|css|csv|html|ics|js|json|svg|txt|webmanifest|xml)$/;

/** The same bytes every time: no name and no time is written into them. @returns how many files it wrote */
export async function compress(folder: string): Promise<number> {
	const texts = (await readdir(folder, { recursive: true })).filter((file) => TEXTS.test(file));
	for (const file of texts) {
		const path = join(folder, file);
		await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }));
	}
	return texts.length;
}

if (process.argv[1] === import.meta.filename) {
	const out = resolve(outFolder());
	console.log(`${await compress(out)} files compressed beside themselves in ${out}`);
}
