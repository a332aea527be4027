/** `npm run publish:record`: writes down every published address and the hash of what stands there. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { eventToRecordedText } from '../src/core/event.ts';
import { ContentError, loadContent } from '../src/loader/content-files.ts';
import { contentFolder } from './paths.ts';

const folder = resolve(contentFolder());
try {
	const { events, published } = await loadContent(folder);
	const hashes = events
		.filter((event) => !event.draft)
		.map((event): [string, string] => [
			event.id,
			createHash('sha256').update(eventToRecordedText(event)).digest('hex'),
		]);
	// Addresses of events that have gone stay on record: their aliases must lead somewhere for ever.
	const record = { ...published.events, ...Object.fromEntries(hashes) };
	const sorted = Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
	await writeFile(join(folder, 'published.json'), `${JSON.stringify({ events: sorted }, null, '\t')}\n`);
	console.log(`Recorded ${hashes.length} events. Commit published.json with what you publish.`);
} catch (error) {
	if (!(error instanceof ContentError)) throw error;
	console.error(`${error.message}\n\nNothing was recorded.`);
	process.exitCode = 1;
}
