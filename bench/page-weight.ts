/** What a reader's browser fetches for a page before touching anything, by type. */
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { ensureBrowsers } from '../scripts/browsers.ts';
import { contentFolder, outFolder, projectFolder } from '../scripts/paths.ts';
import { serve } from '../scripts/serve.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { peerBuild, run } from './build-times.ts';
import { builtCase } from './island.ts';
import { measureLighthouse, type Judged } from './lighthouse.ts';
import { measureReadable } from './readable.ts';
import { table } from './report.ts';

/** Columns, and the types a browser gives to what it fetches. */
const KINDS = [
	{ head: 'HTML', types: ['document'] },
	{ head: 'CSS', types: ['stylesheet'] },
	{ head: 'JS', types: ['script'] },
	{ head: 'fonts', types: ['font'] },
] as const;

/** How long a page must have fetched nothing before it counts as loaded. */
const QUIET_MS = 2000;

interface Fetched {
	type: string;
	raw: number;
	gzip: number;
}

/**
 * Weighs and times the built site's pages beside a bare Astro list, TimelineJS and a plain list of the same events.
 * @param sizes of made-up cases whose home Lighthouse judges too
 */
export async function measurePages(work: string, sizes: readonly number[]): Promise<string> {
	const built = resolve(projectFolder, outFolder());
	if (!existsSync(join(built, 'index.html')))
		throw new Error(`There is no built site in ${built}. Run npm run build first.`);
	const content = resolve(projectFolder, contentFolder());
	const event = await medianEvent(content);
	const peer = peerBuild(content, join(work, 'page'));
	run(peer);
	const [found] = ensureBrowsers(['chromium']);
	const browser = await chromium.launch(
		found?.executablePath ? { executablePath: found.executablePath } : {},
	);
	try {
		const rows = [
			['home', await weigh(browser, built, 'index.html')],
			['bare Astro list', await weigh(browser, peer.out, 'index.html')],
			[`event ${event}`, await weigh(browser, built, `events/${event}.html`)],
			['bare Astro event', await weigh(browser, peer.out, `events/${event}.html`)],
			['sources', await weigh(browser, built, 'sources.html')],
			['claims', await weigh(browser, built, 'claims.html')],
		] as const;
		const few = builtCase(join(work, 'island', '5'), 5);
		const parts = [
			table(
				['kB raw / gzip', 'requests', ...KINDS.map(({ head }) => head), 'other', 'all'],
				rows.map(([name, fetched]) => [name, String(fetched.length), ...sums(fetched)]),
			),
			await measureReadable(browser, few, 'five events of a made-up case'),
			await measureReadable(browser, built, 'this case'),
		];
		const pages: Judged[] = [
			{ name: 'home', folder: built, path: 'index.html' },
			{ name: 'event', folder: built, path: `events/${event}.html` },
			{ name: 'sources', folder: built, path: 'sources.html' },
			{ name: 'claims', folder: built, path: 'claims.html' },
			...sizes.map((size) => ({
				name: `home, ${size.toLocaleString('en')} events`,
				folder: builtCase(join(work, 'island', String(size)), size),
				path: 'index.html',
			})),
		];
		return [...parts, await measureLighthouse(pages)].join('\n\n');
	} finally {
		await browser.close();
	}
}

/** The event whose text is longer than that of half the others. */
async function medianEvent(content: string): Promise<string> {
	const { events } = await loadContent(content);
	const shown = events.filter(({ draft, withdrawn }) => !draft && !withdrawn);
	const sorted = shown.toSorted((a, b) => a.body.length - b.body.length);
	const middle = sorted[Math.floor(sorted.length / 2)];
	if (!middle) throw new Error('The case has no event to weigh.');
	return middle.id;
}

/** Opens a page as a first visit and waits until it fetches nothing more. The look for an icon no page names is not seen. */
export async function weigh(browser: Browser, folder: string, path: string): Promise<Fetched[]> {
	const { server, address } = await serve(folder);
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	try {
		const responses: Promise<Fetched>[] = [];
		page.on('response', (response) => {
			const type = response.request().resourceType();
			responses.push(
				response
					.body()
					.then((body) => ({ type, raw: body.length, gzip: gzipSync(body, { level: 9 }).length })),
			);
		});
		const answer = await page.goto(address + path, { waitUntil: 'networkidle' });
		if (!answer?.ok()) throw new Error(`${path} is not in ${folder}: build it again.`);
		// Fonts are asked for when the text is laid out, icons when the browser finds the time.
		await page.evaluate('document.body.offsetHeight, document.fonts.ready.then(() => true)');
		await page.waitForTimeout(QUIET_MS);
		return await Promise.all(responses);
	} finally {
		await page.close();
		server.closeAllConnections();
		server.close();
	}
}

function sums(fetched: readonly Fetched[]): string[] {
	const known: readonly string[] = KINDS.flatMap(({ types }) => types);
	const groups = [
		...KINDS.map(({ types }) => fetched.filter(({ type }) => types.some((one) => one === type))),
		fetched.filter(({ type }) => !known.includes(type)),
		fetched,
	];
	return groups.map((group) => {
		const total = (key: 'raw' | 'gzip') => (group.reduce((sum, one) => sum + one[key], 0) / 1000).toFixed(1);
		return group.length === 0 ? '0' : `${total('raw')} / ${total('gzip')}`;
	});
}
