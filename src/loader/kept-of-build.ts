/** Parts of this case's pages that take long to make, kept from build to build. */
import { join } from 'node:path';
import { caseName } from './case-name.ts';
import { atEndOfBuild } from './gate-handover.ts';
import { openTexts } from './kept-texts.ts';
import { versionOfCode } from './version-of-code.ts';

export const kept = openTexts(join('.cache', 'texts', `${caseName()}.bin`), versionOfCode());
atEndOfBuild(kept.save);
