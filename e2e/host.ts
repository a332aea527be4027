/** A host of its own for one test: it can be stopped, come back, fail in ways hosts do, and get a new edition. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { serve } from '../scripts/serve.ts';
import { entriesOf, languageOf, type Edition } from '../src/integrations/offline/worker/edition.ts';
import { writeOffline } from '../src/integrations/offline/write.ts';

export type Fault = (path: string, response: ServerResponse, request: IncomingMessage) => boolean;

export interface Host {
	/** Ends in a slash; stays the same when the host comes back. */
	address: string;
	/** Paths below the address that were asked for, with their queries. */
	requests: string[];
	start: () => Promise<void>;
	stop: () => Promise<void>;
	/** Answers in place of the host; undefined for none. */
	fail: (fault: Fault | undefined) => void;
}

export async function openHost(folder: string, base = '/'): Promise<Host> {
	let server: Server | undefined;
	let port = 0;
	let fault: Fault | undefined;
	const host: Host = {
		address: '',
		requests: [],
		async start() {
			const before = (request: IncomingMessage, response: ServerResponse) => {
				const path = (request.url ?? '').slice(base.length);
				host.requests.push(path);
				return fault?.(path, response, request) ?? false;
			};
			const started = await serve(folder, { port, base, before });
			server = started.server;
			host.address = started.address;
			port = Number(new URL(started.address).port);
		},
		async stop() {
			server?.closeAllConnections();
			await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
			server = undefined;
		},
		fail: (next) => (fault = next),
	};
	await host.start();
	return host;
}

/** A copy of a built site that can be given a new edition without building. */
export function copyOfBuilt(built: string) {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-dist-'));
	cpSync(built, folder, { recursive: true });
	return {
		folder,
		/** Puts `text` in place of what stands on a page, and writes the edition anew. */
		async publish(path: string, from: string | RegExp, to: string, eagerBytes?: number) {
			const file = join(folder, path);
			const before = readFileSync(file, 'utf8');
			const after = before.replace(from, to);
			expect(after, `${path} is as it was`).not.toBe(before);
			writeFileSync(file, after);
			await writeOffline(folder, { eagerBytes });
		},
		/**
		 * Makes every page of one edition, with two scripts that say of which edition they are: one with a name of its
		 * own, and one whose name is the same in each edition.
		 */
		async stamp(edition: number, eagerBytes?: number) {
			const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
			for (const file of files.filter((name) => /^assets.edition-\d+\.js$/.test(name)))
				rmSync(join(folder, file));
			const says = (name: string) => `document.documentElement.dataset.${name} = '${edition}';`;
			writeFileSync(join(folder, `assets/edition-${edition}.js`), says('named'));
			mkdirSync(join(folder, 'data'), { recursive: true });
			writeFileSync(join(folder, 'data/edition.js'), says('unnamed'));
			for (const file of files.filter((name) => name.endsWith('.html') && name !== '404.html')) {
				const up = '../'.repeat(file.split(/[\\/]/).length - 1);
				const scripts = [`assets/edition-${edition}.js`, 'data/edition.js']
					.map((path) => `<script defer src="${up}${path}"></script>`)
					.join('');
				const html = readFileSync(join(folder, file), 'utf8')
					.replace(
						/<title>.*?<\/title>(?:<script defer src="[./]*(?:assets|data)\/edition[^>]*><\/script>)*/s,
						'',
					)
					.replace('</head>', `<title>Edition ${edition}</title>${scripts}</head>`);
				writeFileSync(join(folder, file), html);
			}
			await writeOffline(folder, { eagerBytes });
		},
		remove: () => rmSync(folder, { recursive: true }),
	};
}

/** Waits until the browser has stored the site and its worker serves this page. */
export async function untilKept(page: Page): Promise<void> {
	await expect
		.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state ?? 'none'))
		.toBe('activated');
}

/**
 * One visit to a site whose server is gone after it.
 * @param base where it is read
 * @param further languages in which a page was read as well
 * @returns its address, which only what the browser has kept still answers
 */
export async function visitOnce(
	page: Page,
	folder: string,
	base: string,
	further: readonly string[] = [],
): Promise<string> {
	const host = await openHost(folder, base);
	await page.goto(`${host.address}offline.html`);
	await untilKept(page);
	for (const language of further) {
		await page.goto(`${host.address}${language}/offline.html`);
		const wanted = entriesOf(readEdition(folder)).filter(({ address }) => languageOf(address) === language);
		const lacking = async () => {
			const kept = await findKept(page, host.address);
			return wanted.filter(({ address }) => !kept.includes(address));
		};
		await expect.poll(lacking).toEqual([]);
	}
	await host.stop();
	return host.address;
}

/** Loads a page and sees that all of it, the scripts too, is of one edition and that its style is there. */
export async function expectEdition(page: Page, address: string, edition: number): Promise<void> {
	await page.goto(address);
	await expectShown(page, edition);
}

/** The same of the page as it stands, once it has loaded. */
export async function expectShown(page: Page, edition: number): Promise<void> {
	await expect(page).toHaveTitle(`Edition ${edition}`);
	await expect(page.locator('html')).toHaveAttribute('data-named', String(edition));
	await expect(page.locator('html')).toHaveAttribute('data-unnamed', String(edition));
	await expect(page.locator('h1')).toHaveCSS('font-family', /Newsreader/);
}

/** Addresses in the site's cache, from the site's root. */
export const findKept = (page: Page, address: string): Promise<string[]> =>
	page.evaluate(async (scope) => {
		if (!(await caches.has(`${scope}#store`))) return [];
		const keys = await (await caches.open(`${scope}#store`)).keys();
		return keys.map(({ url }) => url.slice(scope.length)).sort();
	}, address);

/** What a worker's file says it keeps. */
export function readEdition(folder: string): Edition {
	const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
	return JSON.parse(/^const EDITION=(.*?\});"use strict"/.exec(worker)?.[1] ?? '') as Edition;
}
