/** Writes into a built folder what lets it be read without a network: worker, packs, headers, and what offline.html tells. */
import { writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles, readFiles } from '../built-files.ts';
import { bundleClassic } from '../classic-bundle.ts';
import { formatHeaders } from './headers.ts';
import { findKept, packSite, type KeptSite } from './pack.ts';

/** In each language. */
const OFFLINE_PAGE = /(?:^|\/)offline\.html$/;
const WORKER = fileURLToPath(new URL('worker/sw.ts', import.meta.url));
const RETIRED = fileURLToPath(new URL('worker/retired.ts', import.meta.url));

interface Options {
	/** Size up to which the first visit stores everything. */
	eagerBytes?: number | undefined;
	/** Write a worker that removes itself and what it stored. */
	retire?: boolean | undefined;
}

/**
 * Can be run again on a folder that was changed by hand.
 * @returns what is kept; undefined where the worker was retired
 */
export async function writeOffline(folder: string, { eagerBytes, retire }: Options = {}) {
	await rm(join(folder, '_offline'), { recursive: true, force: true });
	const site = readFiles(folder, await listFiles(folder));
	await writeFile(join(folder, '_headers'), formatHeaders([...site.keys()], policiesOf(site)));
	// Without this file GitHub Pages leaves out folders that begin with a low line.
	await writeFile(join(folder, '.nojekyll'), '');
	if (retire) {
		await writeFile(join(folder, 'sw.js'), await bundleClassic(RETIRED));
		return undefined;
	}
	await tellSize(folder, site, eagerBytes);
	await mkdir(join(folder, '_offline'), { recursive: true });
	const packed = packSite(site, (path, pack) => writeFileSync(join(folder, path), pack), eagerBytes);
	const edition = `const EDITION=${JSON.stringify(packed.edition)};`;
	await writeFile(join(folder, 'sw.js'), edition + (await bundleClassic(WORKER)));
	return packed;
}

const POLICY = 'http-equiv="Content-Security-Policy" content="';

/** Every policy that a page carries, once. */
function policiesOf(site: ReadonlyMap<string, Buffer>): string[] {
	const pages = [...site].filter(([path]) => path.endsWith('.html'));
	const found = pages.flatMap(([, html]) => {
		const start = html.indexOf(POLICY);
		const from = start + POLICY.length;
		return start < 0 ? [] : html.toString('utf8', from, html.indexOf('"', from));
	});
	return [...new Set(found)];
}

/** How many pages and how much is known once all is built; offline.html has a place for each. */
async function tellSize(folder: string, site: Map<string, Buffer>, eagerBytes?: number): Promise<void> {
	const pages = [...site].filter(([path]) => OFFLINE_PAGE.test(path));
	if (pages.length === 0) return;
	const kept = findKept(site, eagerBytes);
	for (const [path, page] of pages) {
		const told = fillOfflinePage(page.toString(), kept);
		await writeFile(join(folder, path), told);
		site.set(path, Buffer.from(told));
	}
}

/** Fills `<data data-offline="pages">` and `size`, and `data-stores` with `all` or `read`, in the page's own language. */
export function fillOfflinePage(
	html: string,
	{ eager, bytes, pages }: Pick<KeptSite, 'eager' | 'bytes' | 'pages'>,
): string {
	const language = /<html lang="([^"]+)"/.exec(html)?.[1] ?? 'en';
	const megabytes = Math.max(0.1, bytes / 1_000_000);
	const values = {
		pages: new Intl.NumberFormat(language).format(pages),
		size: new Intl.NumberFormat(language, {
			style: 'unit',
			unit: 'megabyte',
			maximumFractionDigits: 1,
		}).format(megabytes),
	};
	return html
		.replace(
			/(<b data-offline="(pages|size)">)[^<]*/g,
			(_, tag: string, name: keyof typeof values) => tag + values[name],
		)
		.replace(/data-stores="[^"]*"/, `data-stores="${eager ? 'all' : 'read'}"`);
}
