/** Parts of this case's pages that take long to make, kept from build to build. */
import { join } from 'node:path';
import { caseName } from './case-name.ts';
import { atEndOfBuild, codeOfBuild } from './gate-handover.ts';
import { openTexts, type KeptTexts } from './kept-texts.ts';

/**
 * What the last build has left of a kind. In dev it is read and never written, and has to be opened by the module that
 * makes it: where that is loaded anew because its code has changed, so is this.
 */
export function openKept(kind: string): KeptTexts {
	const { root, version } = codeOfBuild();
	const kept = openTexts(join(root, '.cache', kind, `${caseName()}.bin`), version);
	atEndOfBuild(kept.save);
	return kept;
}
