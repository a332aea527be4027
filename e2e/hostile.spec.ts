/** What is made to harm, in content and in addresses: in a browser it is text, or nothing. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { HOSTILE } from '../src/core/testing-hostile.ts';
import { serve } from '../scripts/serve.ts';
import { published } from './content.ts';
import { writeHostileCase } from './hostile-case.ts';
import { BUILT, places } from './places.ts';
import { IS_SOAK, SEED, SOAK_TIMEOUT, tellCount } from './soak.ts';
import { watch } from './watch.ts';

// Without the policy, so that what got in would run. The policy is tested by itself.
test.use({ bypassCSP: true, serviceWorkers: 'allow' });
test.describe.configure({ timeout: SOAK_TIMEOUT });

const pagesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => file.endsWith('.html') && !file.startsWith('downloads/'));
const hitOf = (page: Page) => page.evaluate(() => (globalThis as { hit?: unknown }).hit);

/**
 * What a browser makes of pages: every element with each of its attributes, and the schemes of all addresses.
 * @param root their common address, from which the page is
 */
async function readKinds(page: Page, root: string, paths: readonly string[]) {
	const kinds = await page.evaluate(
		async ([from, files]) => {
			const names = new Set<string>();
			const schemes = new Set<string>();
			const read = (within: ParentNode) => {
				for (const element of within.querySelectorAll('*')) {
					names.add(element.localName);
					for (const { name, value } of element.attributes) {
						names.add(`${element.localName} ${name}`);
						if (!/^(?:href|src|action|formaction|data|srcdoc|poster|content)$/.test(name)) continue;
						const [scheme] = /^\s*[a-z+.-]+:/i.exec(value) ?? [];
						if (scheme && name !== 'content') schemes.add(scheme.toLowerCase());
					}
					if (element instanceof HTMLTemplateElement) read(element.content);
				}
			};
			for (const file of files) {
				const html = await (await fetch(from + encodeURI(file))).text();
				read(new DOMParser().parseFromString(html, 'text/html'));
			}
			return { names: [...names], schemes: [...schemes] };
		},
		[root, paths] as const,
	);
	return { names: new Set(kinds.names), schemes: new Set(kinds.schemes) };
}

test('in every field of a case: no page has an element, attribute or scheme that others have not, and nothing runs', async ({
	page,
}, info) => {
	const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
	const out = join(folder, 'dist');
	const texts = writeHostileCase(join(folder, 'content'), IS_SOAK ? 1 : 16);
	const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: { ...process.env, CONTENT_DIR: join(folder, 'content'), OUT_DIR: out, EDITIONS: '0', CARDS: '0' },
		encoding: 'utf8',
	});
	expect(stderr).not.toContain('Nothing was built');
	expect(status).toBe(0);

	const root = places['domain root']();
	await page.goto(`${root}changes.html`);
	const usual = await readKinds(page, root, pagesOf(BUILT));
	const { server, address } = await serve(out);
	const troubles = watch(page);
	await page.goto(`${address}changes.html`);
	const paths = pagesOf(out);
	const { names, schemes } = await readKinds(page, address, paths);
	// What this case has and that of the site has not: aliases, a place for editions that were not made, and texts that
	// run the other way.
	const known = new Set([...usual.names, 'meta http-equiv', 'section data-editions', 'bdi', 'bdi lang']);
	expect([...names].filter((name) => !known.has(name))).toEqual([]);
	expect([...schemes].filter((scheme) => !/^(?:https?|mailto):$/.test(scheme))).toEqual([]);

	const kinds = ['index', 'search', 'embed', 'sources', 'claims', 'people', 'changes', 'events/constructor'];
	// Earlier addresses lead on by themselves.
	const staying = paths.filter((path) => !path.includes('/old-'));
	for (const path of IS_SOAK ? staying : kinds.map((kind) => `${kind}.html`)) {
		await page.goto(address + encodeURI(path));
		expect(await hitOf(page), path).toBeUndefined();
	}
	await page.goto(`${address}search.html?q=script`);
	await expect(page.locator('.search-results li').first()).toBeVisible();
	await page.goto(`${address}index.html?from=2018&to=2024#constructor`);
	await expect(page.locator('.detail .detail-event, .detail .cluster').first()).toBeVisible();
	await page.goto(`${address}embed.html#constructor`);
	await expect(page.locator('article.entry:visible')).toBeVisible();
	expect(await hitOf(page)).toBeUndefined();
	expect(troubles).toEqual([]);
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
	rmSync(folder, { recursive: true });
	tellCount(
		info,
		`${texts} hostile texts in every field of a case: ${paths.length} pages, nothing injected, nothing ran`,
	);
});

/** Queries and hashes that nobody means well with: known ones, mixtures of them, and anything at all. */
function hostileAddresses(count: number): string[] {
	const text = fc.oneof(
		fc.constantFrom(...HOSTILE),
		fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((pair) => pair.join('')),
		fc.string({ unit: 'binary', maxLength: 80 }),
		fc.string({ unit: 'grapheme', maxLength: 200 }),
		fc.constantFrom('2022', '2022-13', '-9999', '9999-12-31', '0000', '1e9', '%', '%E0%A4%A', '#', '\u202e'),
		fc.constantFrom(...published.map(({ id }) => id)),
	);
	const written = fc.oneof(
		text.map((raw) => encodeURIComponent(raw.toWellFormed())),
		text,
	);
	const key = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.constantFrom('from', 'to', 'category', 'person', 'status', 'q', 'order', '__proto__'),
		},
		{ weight: 1, arbitrary: written },
	);
	const address = fc
		.tuple(fc.array(fc.tuple(key, written), { maxLength: 5 }), fc.option(written, { nil: '' }))
		.map(([pairs, hash]) => `?${pairs.map((pair) => pair.join('=')).join('&')}${hash && `#${hash}`}`);
	return fc.sample(address, { numRuns: count, seed: SEED });
}

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
