/** Passing an event on: its address by the browser's own means or copied, a quotation by a link to its words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { loadContent } from '../src/loader/content-files.ts';
import { content, published, words } from './content.ts';
import { BUILT, places, SECOND_CASE, SECOND_CONTENT } from './places.ts';

const event = published.toSorted((a, b) => b.quotes.length - a.quotes.length)[0];
if (!event?.quotes.length) throw new Error('the case has no quotation');
const address = `${content.site.address}events/${event.id}.html`;
const path = `events/${encodeURIComponent(event.id)}.html`;

test('where the browser shares, the button does; called off, nothing is said; refused, it copies', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const shared: unknown[] = [];
		const answers = [undefined, 'AbortError', 'NotAllowedError'];
		Object.assign(window, { shared });
		Object.defineProperty(navigator, 'share', {
			value: (what: unknown) => {
				const name = answers[shared.push(what) - 1];
				return name ? Promise.reject(new DOMException('', name)) : Promise.resolve();
			},
		});
		Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } });
	});
	await page.goto(`${places.disk()}${path}`);
	const button = page.getByRole('button', { name: words.event.share, exact: true });
	const status = button.locator('+ [role="status"]');
	await button.click();
	await button.click();
	await expect(status).toHaveText('');
	await button.click();
	await expect(status).toHaveText(words.event.copied);
	const shared = await page.evaluate(() => (window as unknown as { shared: unknown[] }).shared);
	expect(shared).toEqual(Array(3).fill({ title: await page.title(), url: address }));
});

test('a quotation has a link to its words, which lights them up', async ({ page, browserName }) => {
	await page.goto(`${places['domain root']()}${path}`);
	const link = page.getByRole('link', { name: words.event.passage }).last();
	const href = (await link.getAttribute('href')) ?? '';
	expect(href.startsWith(`${address}#:~:text=`)).toBe(true);
	const quote = page.locator('.quotes blockquote').last();
	const text = decodeURIComponent(href.split('text=')[1] ?? '');
	await expect(quote).toContainText(text);
	// The driver of a system's Firefox takes no fragment directives.
	if (browserName !== 'chromium') return;
	await page.goto('about:blank');
	await page.setViewportSize({ width: 390, height: 400 });
	await page.goto(`${places['domain root']()}${path}${href.slice(address.length)}`);
	await expect(quote).toBeInViewport();
});

test('on paper alone there is a code, and none for an address that is not yet one', () => {
	const page = (folder: string, name: string) => readFileSync(join(folder, 'events', `${name}.html`), 'utf8');
	expect(page(SECOND_CASE, '1969-07-20-first-steps')).toMatch(
		/<svg class="print-code"[^>]* aria-hidden="true"/,
	);
	const isPlaceholder = content.site.address.includes('//timeline.example/');
	expect(page(BUILT, event.id).includes('print-code')).toBe(!isPlaceholder);
});

test('an address with an earlier id, as links from before still have it, selects its event and shows it', async ({
	page,
}) => {
	const { events } = await loadContent(SECOND_CONTENT);
	const moved = events.findLast(({ aliases }) => aliases.length > 0);
	if (!moved) throw new Error('the second case has no earlier id');
	const home = `${pathToFileURL(SECOND_CASE).href}/index.html`;
	const mark = page.locator(`.chart-drawing:visible a.mark[href="#${moved.id}"]`);
	for (const alias of moved.aliases) {
		await page.goto('about:blank');
		await page.goto(`${home}#${alias}`);
		await expect(mark).toHaveClass(/selected/);
		await expect(page.locator(`[id="${moved.id}"]`)).toBeInViewport();
	}
	// What leads nowhere selects nothing.
	await page.goto(`${home}#${moved.aliases[0]}-not`);
	await expect(page.locator('.chart-drawing:visible a.mark.selected')).toHaveCount(0);
});
