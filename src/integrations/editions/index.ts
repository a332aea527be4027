/**
 * Copies of the finished site to keep: an archive, one HTML file, a book for e-readers, a book for paper.
 * All are the site's own pages, cut and bound anew, so that none can say what the site does not.
 * `EDITIONS=0` leaves them out, `PDF=0` the one for paper.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { makeTimeline } from '../../core/timeline.ts';
import { wordsFor } from '../../i18n/index.ts';
import { contentFolder } from '../../loader/astro.ts';
import { contentOfBuild } from '../../loader/gate-handover.ts';
import { listFiles, readFiles } from '../built-files.ts';
import { byName, makeBook } from './book.ts';
import { parse } from './dom.ts';
import { hasEditions, showDownloads, toChecksums, type Download } from './downloads.ts';
import { makeEpub } from './epub.ts';
import { printPdf } from './pdf.ts';
import { makePrint } from './print.ts';
import { makeSingleFile } from './single-file.ts';
import { makeSiteZip } from './site-zip.ts';

const FRONT = 'edition-front';
const FOLDER = 'downloads';

export default function editions(): AstroIntegration {
	const isWanted = process.env['EDITIONS'] !== '0';
	return {
		name: 'editions',
		hooks: {
			'astro:config:setup': ({ command, injectRoute }) => {
				if (isWanted && command === 'build')
					injectRoute({ pattern: `/${FRONT}`, entrypoint: new URL('./front.astro', import.meta.url) });
			},
			'astro:build:done': async ({ dir, logger }) => {
				if (!isWanted) return;
				const folder = fileURLToPath(dir);
				const files = readFiles(folder, await listFiles(folder));
				const front = { path: `${FRONT}.html`, page: parse(toText(files.get(`${FRONT}.html`))) };
				files.delete(front.path);
				await rm(join(folder, front.path));

				const content = await contentOfBuild(contentFolder());
				const timeline = makeTimeline(content, { drafts: false });
				const book = makeBook(files, timeline, wordsFor(timeline.site.language));
				const { slug } = timeline.site;
				// The browser works while this process makes the others.
				const printing =
					process.env['PDF'] === '0'
						? Promise.resolve({ missing: undefined })
						: printPdf(await makePrint(book, front), book.edition.iso);
				const downloads: Download[] = [
					{ name: `${slug}.epub`, bytes: await makeEpub(book) },
					{ name: `${slug}.html`, bytes: Buffer.from(await makeSingleFile(book)) },
					{ name: `${slug}.zip`, bytes: makeSiteZip(book) },
				];
				const printed = await printing;
				if ('bytes' in printed) downloads.push({ name: `${slug}.pdf`, bytes: printed.bytes });
				else if (printed.missing) logger.warn(`The edition for print is left out: ${printed.missing}.`);
				downloads.sort((a, b) => byName([a.name, a], [b.name, b]));

				await mkdir(join(folder, FOLDER), { recursive: true });
				await Promise.all([
					...downloads.map(({ name, bytes }) => writeFile(join(folder, FOLDER, name), bytes)),
					writeFile(join(folder, FOLDER, 'SHA256SUMS'), toChecksums(downloads)),
					...[...files]
						.filter(([path, bytes]) => path.endsWith('.html') && hasEditions(bytes))
						.map(([path, bytes]) =>
							writeFile(join(folder, path), showDownloads(path, bytes, downloads, book)),
						),
				]);
			},
		},
	};
}

function toText(bytes: Uint8Array | undefined): string {
	return Buffer.from(bytes ?? []).toString('utf8');
}
