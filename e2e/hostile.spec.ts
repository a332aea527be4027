/** What is made to harm, in content and in addresses: in a browser it is text, or nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { serve } from '../scripts/serve.ts';
import { hostileAddresses, openEach } from './hostile-addresses.ts';
import { TRANSLATED, writeHostileCase } from './hostile-case.ts';
import { readFileKinds } from './hostile-files.ts';
import { BUILT, places, SECOND_CASE } from './places.ts';
import { IS_SOAK, SOAK_TIMEOUT, tellCount } from './soak.ts';
import { watch } from './watch.ts';

// Without the policy, so that what got in would run. The policy is tested by itself.
test.use({ bypassCSP: true, serviceWorkers: 'allow' });
test.describe.configure({ timeout: SOAK_TIMEOUT });

/** Pages, also those that are one whole copy each. */
const pagesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.html'));
const isCopy = (path: string) => path.startsWith('downloads/');
const hitOf = (page: Page) => page.evaluate(() => (globalThis as { hit?: unknown }).hit);

interface Kinds {
	/** Every element, and each with each of its attributes. */
	names: Set<string>;
	/** Those of all addresses; of data, with the kind of data. */
	schemes: Set<string>;
	/** Scripts that stand in a page and would run. */
	scripts: Set<string>;
}
interface Source {
	/** For what goes wrong. */
	name: string;
	/** What is read, or else where it is. */
	text?: string;
	address?: string;
	type: 'text/html' | 'application/xhtml+xml' | 'application/xml';
}

/** What a browser makes of pages and of chapters. */
async function readKinds(page: Page, sources: readonly Source[]): Promise<Kinds> {
	const kinds = await page.evaluate(async (all) => {
		const names = new Set<string>();
		const schemes = new Set<string>();
		const scripts = new Set<string>();
		const read = (within: ParentNode) => {
			for (const element of within.querySelectorAll('*')) {
				names.add(element.localName);
				for (const { name, value } of element.attributes) {
					names.add(`${element.localName} ${name}`);
					if (!/^(?:(?:xlink:)?href|src|action|formaction|data|srcdoc|poster|content)$/.test(name)) continue;
					const [scheme] = /^\s*(?:data:[a-z]*\/|[a-z+.-]+:)/i.exec(value) ?? [];
					if (scheme && name !== 'content') schemes.add(scheme.toLowerCase());
				}
				if (element.localName === 'script' && !element.hasAttribute('src')) {
					// Data for search engines has to be what it says; all else would run.
					if (/json$/.test(element.getAttribute('type') ?? '')) JSON.parse(element.textContent);
					else scripts.add(element.textContent);
				}
				if (element instanceof HTMLTemplateElement) read(element.content);
			}
		};
		for (const { name, text, address, type } of all) {
			const document = new DOMParser().parseFromString(
				text ?? (await (await fetch(address ?? '')).text()),
				type,
			);
			const wrong = type === 'text/html' ? null : document.querySelector('parsererror');
			if (wrong) throw new Error(`${name}: ${wrong.textContent}`);
			read(document);
		}
		return { names: [...names], schemes: [...schemes], scripts: [...scripts] };
	}, sources);
	return {
		names: new Set(kinds.names),
		schemes: new Set(kinds.schemes),
		scripts: new Set(kinds.scripts),
	};
}

const htmlAt = (root: string, paths: readonly string[]) =>
	paths.map((path): Source => ({ name: path, address: root + encodeURI(path), type: 'text/html' }));

/** What is in the archives of a site: the chapters of its book, and pages that are other there than online. */
function archived(folder: string): Source[] {
	const downloads = join(folder, 'downloads');
	const entriesOf = (ending: string) =>
		readdirSync(downloads)
			.filter((name) => name.endsWith(ending))
			.flatMap((name) => Object.entries(unzipSync(readFileSync(join(downloads, name)))))
			.map(([name, bytes]) => ({ name, text: strFromU8(bytes) }));
	const online = (name: string) => readFileSync(join(folder, name.replace(/^[^/]+\//, '')), 'utf8');
	return [
		...entriesOf('.epub').flatMap(({ name, text }): Source[] => {
			if (name.endsWith('.xhtml')) return [{ name, text, type: 'application/xhtml+xml' }];
			return /\.(?:opf|xml)$/.test(name) ? [{ name, text, type: 'application/xml' }] : [];
		}),
		...entriesOf('.zip')
			.filter(({ name, text }) => name.endsWith('.html') && text !== online(name))
			.map(({ name, text }): Source => ({ name, text, type: 'text/html' })),
	];
}

/** Kinds of several sites as one. */
function joinKinds(all: readonly Kinds[]): Kinds {
	const join = (key: keyof Kinds) => new Set(all.flatMap((kinds) => [...kinds[key]]));
	return { names: join('names'), schemes: join('schemes'), scripts: join('scripts') };
}

test('in every field of a case: no page, copy or file of data has an element, attribute or scheme that others have not, and nothing runs', async ({
	page,
}, info) => {
	const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	const out = join(folder, 'dist');
	const texts = writeHostileCase(join(folder, 'content'), IS_SOAK ? 1 : 16);
	const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: out, PDF: '0', CARDS: '0' },
		encoding: 'utf8',
	});
	expect(stderr).not.toContain('Nothing was built');
	expect(status).toBe(0);

	const hosts: Awaited<ReturnType<typeof serve>>[] = [];
	const kindsAt = async (site: string) => {
		const host = await serve(site);
		hosts.push(host);
		await page.goto(`${host.address}changes.html`);
		const pages = await readKinds(page, htmlAt(host.address, pagesOf(site)));
		const hasCopies = existsSync(join(site, 'downloads'));
		const copies = hasCopies ? await readKinds(page, archived(site)) : pages;
		return { pages, copies, address: host.address };
	};
	const usual = [await kindsAt(BUILT), await kindsAt(SECOND_CASE)];
	const troubles = watch(page);
	const { address, ...hostile } = await kindsAt(out);
	// What this case has and the others have not: aliases, texts that run the other way, words of another language anywhere.
	const isOwn = (name: string) => /^(?:meta http-equiv|bdi|\S+ (?:xml:)?lang)$/.test(name);
	for (const part of ['pages', 'copies'] as const) {
		// A copy is pages once more.
		const known = joinKinds(
			usual.flatMap((kinds) => (part === 'copies' ? [kinds.pages, kinds.copies] : [kinds.pages])),
		);
		const { names, schemes, scripts } = hostile[part];
		const strange = [...names].filter((name) => !known.names.has(name) && !isOwn(name));
		expect(strange, part).toEqual([]);
		const usualSchemes = new Set([...known.schemes, 'http:', 'https:', 'mailto:']);
		expect(usualSchemes).not.toContain('javascript:');
		expect([...schemes].filter((scheme) => !usualSchemes.has(scheme))).toEqual([]);
		expect([...scripts].filter((script) => /top\.hit=1|xss\.example/.test(script))).toEqual([]);
		expect(scripts.size, part).toBeLessThanOrEqual(known.scripts.size);
	}
	const known = [readFileKinds(BUILT), readFileKinds(SECOND_CASE)];
	const files = readFileKinds(out);
	const strange = [...files.kinds].filter((kind) => !known.some(({ kinds }) => kinds.has(kind)));
	expect(strange).toEqual([]);

	const kinds = ['index', 'search', 'embed', 'sources', 'claims', 'people', 'changes', 'events/constructor'];
	const inAnother = [`${TRANSLATED}/index.html`, `${TRANSLATED}/events/constructor.html`];
	const paths = pagesOf(out);
	const copies = paths.filter(isCopy);
	expect(copies).toHaveLength(1);
	// Earlier addresses lead on by themselves.
	const staying = paths.filter((path) => !path.includes('/old-'));
	for (const path of IS_SOAK ? staying : [...kinds.map((kind) => `${kind}.html`), ...inAnother, ...copies]) {
		// A copy is read where a reader keeps it.
		await page.goto(isCopy(path) ? pathToFileURL(join(out, path)).href : address + encodeURI(path));
		expect(await hitOf(page), path).toBeUndefined();
	}
	await page.goto(`${address}search.html?q=script`);
	await expect(page.locator('.search-results li').first()).toBeVisible();
	await page.goto(`${address}index.html?from=2018&to=2024#constructor`);
	await expect(page.locator('.detail .detail-event, .detail .cluster').first()).toBeVisible();
	await page.goto(`${address}embed.html#constructor`);
	await expect(page.locator('article.entry:visible')).toBeVisible();
	expect(await hitOf(page)).toBeUndefined();
	// For a page without an icon (404.html) the browser asks for one by itself; what a page asks for is told with its address.
	const NAMELESS = 'console: Failed to load resource: the server responded with a status of 404 (Not Found)';
	expect(troubles.filter((trouble) => trouble !== NAMELESS)).toEqual([]);
	for (const { server } of hosts) {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	}
	rmSync(folder, { recursive: true });
	tellCount(
		info,
		`${texts} hostile texts in every field of a case: ${paths.length} pages, a book, an archive and ${files.files} files of data, nothing injected, nothing ran`,
	);
});

const ADDRESSES = IS_SOAK ? 2_000 : 60;

for (const { path, grown } of [
	{ path: 'index.html', grown: '.detail .detail-event' },
	{ path: 'embed.html', grown: '.detail .detail-event' },
	{ path: 'search.html', grown: '.search-results li mark' },
])
	test(`${ADDRESSES} hostile addresses of ${path}: nothing runs, nothing is injected, and the page still answers`, async ({
		page,
	}, info) => {
		const troubles = watch(page);
		await page.goto(
			`${places['domain root']()}${path}?from=2022&to=2022&q=${path === 'search.html' ? 'court' : ''}`,
		);
		await expect(page.locator(grown).first()).toBeVisible();
		// All that loads late is there before anything is compared.
		const overview = page.locator('.overview');
		if ((await overview.count()) > 0) {
			await overview.scrollIntoViewIfNeeded();
			await expect(page.getByRole('slider')).toHaveCount(2);
		}
		const strange = await page.evaluate(async (addresses) => {
			const frame = () => new Promise(requestAnimationFrame);
			const kinds = () => {
				const names = new Set<string>();
				for (const element of document.querySelectorAll('*')) {
					names.add(element.localName);
					for (const { name } of element.attributes) names.add(`${element.localName} ${name}`);
				}
				return names;
			};
			const open = async (address: string) => {
				// What no address can hold is refused by the browser itself.
				history.replaceState(null, '', address);
				dispatchEvent(new PopStateEvent('popstate'));
				dispatchEvent(new HashChangeEvent('hashchange'));
				await frame();
			};
			const known = kinds();
			// What the page may come to have: a choice made, a hit, nothing found.
			for (const usual of ['?', '?q=zzzz', '?q=court&order=newest', '?category=x&person=x&status=disputed']) {
				await open(usual);
				for (const name of kinds()) known.add(name);
			}
			const found: string[] = [];
			for (const address of addresses) {
				await open(address);
				const added = [...kinds()].filter((name) => !known.has(name));
				const isState = (name: string) =>
					/ (?:aria-[a-z]+|class|data-[a-z-]+|hidden|style|tabindex|title)$/.test(name);
				if (added.some((name) => !isState(name)) || 'hit' in globalThis)
					found.push(`${address}: ${added.join(', ')}`);
			}
			return found;
		}, hostileAddresses(ADDRESSES));
		expect(strange.slice(0, 3)).toEqual([]);
		expect(troubles).toEqual([]);
		await page.evaluate(() => {
			history.replaceState(null, '', '?q=zzzzzz');
			dispatchEvent(new PopStateEvent('popstate'));
		});
		if (path === 'search.html') await expect(page.locator('.search-results li')).toHaveCount(0);
		if (path === 'index.html') await expect(page.locator('.nothing')).toBeVisible();
		tellCount(info, `${ADDRESSES} hostile addresses of ${path}, nothing injected, nothing ran`);
	});

const LOADS = IS_SOAK ? 200 : 10;

for (const place of ['domain root', 'disk'] as const)
	test(`${LOADS} hostile addresses are opened: nothing runs, nothing is injected: ${place}`, async ({
		page,
	}, info) => {
		const troubles = watch(page);
		const home = `${places[place]()}index.html`;
		// Other ones than those that the page is taken to.
		const addresses = hostileAddresses(ADDRESSES + LOADS).slice(ADDRESSES);
		expect(await openEach(page, home, addresses, 'event-timeline.live')).toEqual([]);
		const search = `${places[place]()}search.html`;
		expect(await openEach(page, search, addresses.slice(0, LOADS / 2), '.search-results')).toEqual([]);
		expect(troubles).toEqual([]);
		tellCount(info, `${LOADS * 1.5} hostile addresses opened, ${place}: nothing injected, nothing ran`);
	});
