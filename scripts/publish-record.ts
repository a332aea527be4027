/** `npm run publish:record`: writes down every published address and the hash of what stands there. */
import { join, resolve } from 'node:path';
import { FILES } from '../src/core/content.ts';
import { recordPublished } from '../src/core/published.ts';
import { ContentError, hashText, loadContent } from '../src/loader/content-files.ts';
import { writeWhole } from '../src/loader/write-whole.ts';
import { contentFolder } from './paths.ts';

const folder = resolve(contentFolder());
try {
	const record = recordPublished(await loadContent(folder), hashText);
	await writeWhole(join(folder, FILES.published), `${JSON.stringify(record, null, '\t')}\n`);
	const counts = Object.entries(record).map(([what, entries]) => `${Object.keys(entries).length} ${what}`);
	console.log(`On record: ${counts.join(', ')}. Commit ${FILES.published} with what you publish.`);
} catch (error) {
	if (!(error instanceof ContentError)) throw error;
	console.error(`${error.message}\n\nNothing was recorded.`);
	process.exitCode = 1;
}
