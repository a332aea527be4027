/** Where a peer's pages of a case stand: beside no `_headers`, whose policy would keep scripts in them from running. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/paths.ts';
import { caseName } from '../src/loader/case-name.ts';

/** @param folder the built case @returns a folder, which is made where it is not there */
export function peerPages(folder: string): string {
	const peers = join(projectFolder, '.cache', 'bench', 'peer-pages', caseName(folder));
	mkdirSync(peers, { recursive: true });
	return peers;
}
