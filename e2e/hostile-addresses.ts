/** Addresses made to harm, and what a page has come to hold after one. */
import type { Page } from '@playwright/test';
import fc from 'fast-check';
import { HOSTILE } from '../src/core/testing-hostile.ts';
import { published } from './content.ts';
import { SEED } from './soak.ts';

/** Queries and hashes that nobody means well with: known ones, mixtures of them, and anything at all. */
export function hostileAddresses(count: number): string[] {
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

/** What a page may come to have that is opened as readers do: a choice made, a hit, nothing found. */
const USUAL = [
	'',
	'?q=zzzz',
	'?q=court&order=newest',
	'?category=x&person=x&status=disputed',
	'?from=2021&to=2022',
];
/** What scripts set to say how things are, and never from a text. */
const IS_STATE = / (?:aria-[a-z]+|class|data-[a-z-]+|hidden|style|tabindex|title)$/;

/** Every element in a page, and each with each of its attributes. */
const namesIn = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('*')].flatMap(({ localName, attributes }) => [
			localName,
			...[...attributes].map(({ name }) => `${localName} ${name}`),
		]),
	);

/**
 * Opens a page at each of some addresses, from nothing each time, as a reader who was sent a link does.
 * @param ready for what of the page to wait
 * @returns the addresses after which something ran, or stood in the page that does not at others
 */
export async function openEach(
	page: Page,
	of: string,
	addresses: readonly string[],
	ready: string,
): Promise<string[]> {
	const open = async (address: string) => {
		// One that differs in its hash alone would be no load.
		await page.goto('about:blank');
		await page.goto(new URL(address, of).href);
		await page.locator(ready).first().waitFor({ state: 'attached' });
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
		return { names: await namesIn(page), hit: await page.evaluate(() => 'hit' in globalThis) };
	};
	const known = new Set<string>();
	for (const usual of USUAL) for (const name of (await open(usual)).names) known.add(name);
	// All that loads late, because it is in sight or asked for, may be there after any of them.
	await open(`?from=2021&to=2022#${published.at(-1)?.id}`);
	if ((await page.locator('.overview').count()) > 0) {
		await page.locator('.overview').scrollIntoViewIfNeeded();
		await page.getByRole('slider').nth(1).waitFor();
		await page.locator('.detail .vis-timeline').first().waitFor({ state: 'attached' });
	}
	for (const name of await namesIn(page)) known.add(name);
	const found: string[] = [];
	for (const address of addresses) {
		const { names, hit } = await open(address);
		const added = names.filter((name) => !known.has(name) && !IS_STATE.test(name));
		if (hit || added.length > 0) found.push(`${address}: ${[...new Set(added)].join(', ')}`);
	}
	return found;
}
