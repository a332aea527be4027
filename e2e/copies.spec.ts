/** The copies that browsers open, from a disk: the unpacked archive, and the one file with everything in it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { content, published, words } from './content.ts';
import { BUILT, places } from './places.ts';

const { slug, categories } = content.site;
const single = `${places.disk()}downloads/${slug}.html`;
const key = published.find((event) => event.importance === 1);
const withMost = published.toSorted((a, b) => b.prose.citations.length - a.prose.citations.length)[0];
const category = categories.find(({ id }) => published.some((event) => event.category === id));
if (!key || !withMost || !category) throw new Error('the case has no main event');

/** Collects what a reader must never meet: errors, and requests for anything but the opened files. */
function watch(page: Page, opened: RegExp): string[] {
	const troubles: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') troubles.push(message.text());
	});
	page.on('pageerror', (error) => troubles.push(error.message));
	page.on('request', (request) => {
		if (!opened.test(request.url())) troubles.push(request.url());
	});
	return troubles;
}

test('the archive, unpacked, opens by double click and leads from the list to an event', async ({
	page,
}, info) => {
	const folder = info.outputPath('unpacked');
	const archive = unzipSync(readFileSync(join(BUILT, 'downloads', `${slug}.zip`)));
	for (const [name, bytes] of Object.entries(archive)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
	const root = pathToFileURL(join(folder, slug)).href;
	const troubles = watch(page, /^(?:file|data):/);
	await page.goto(`${root}/index.html`);
	await expect(page.locator('article.entry')).toHaveCount(published.length);
	await expect(page.getByRole('searchbox')).toBeVisible();
	await page.locator(`article[id="${key.id}"] h4 a`).click();
	await expect(page).toHaveURL(`${root}/events/${encodeURIComponent(key.id)}.html`);
	await expect(page.locator('h1')).toHaveText(key.shownTitle);
	expect(troubles).toEqual([]);
});

test('one file: title, chart, list and every event in full, with nothing else loaded', async ({ page }) => {
	const troubles = watch(page, new RegExp(`^(?:data:|file:.*/${slug}\\.html)`));
	await page.goto(single);
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page).toHaveTitle((await page.locator('h1').textContent()) ?? '');
	await expect(page.locator('h1')).toHaveCSS('font-family', /^Newsreader/);
	await expect(page.locator('.chart a.mark').first()).toBeAttached();
	const titles = published.map((event) => event.shownTitle);
	await expect(page.locator('article.entry h4')).toHaveText(titles);
	await expect(page.locator('.bound-event h3')).toHaveText(titles);
	expect(await page.evaluate(() => document.fonts.ready.then(({ size }) => size))).toBeGreaterThan(0);
	expect(troubles).toEqual([]);
});

test('one file: its links lead within it, to events, notes, people and sources', async ({ page }) => {
	await page.goto(single);
	const lost = await page
		.locator('a[href^="#"]')
		.evaluateAll((links) =>
			links
				.map((link) => link.getAttribute('href') ?? '')
				.filter((href) => !document.getElementById(decodeURIComponent(href.slice(1)))),
		);
	expect(lost).toEqual([]);
	const ids = await page.locator('[id]').evaluateAll((elements) => elements.map(({ id }) => id));
	expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

	await page.locator(`article[id="${withMost.id}"] h4 a`).click();
	const event = page.locator('.bound-event:target');
	await expect(event.locator('h3')).toHaveText(withMost.shownTitle);
	await expect(event.locator('h3')).toBeInViewport();
	await event.locator('.prose .cites a').first().click();
	const note = page.locator('.notes li:target');
	await expect(note).toBeInViewport();
	await note.getByRole('link', { name: words.source.entry }).click();
	await expect(page.locator('.references li:target')).toBeInViewport();
	await page.getByRole('navigation').getByRole('link', { name: words.nav.people }).click();
	await expect(page.locator('.bound:target h2').first()).toHaveText(words.people.heading);
});

test('one file: a choice shows in the list, the count and the address', async ({ page }) => {
	const troubles = watch(page, /^(?:file|data):/);
	await page.goto(single);
	await page.getByText(words.filters.more).click();
	await page.getByRole('checkbox', { name: category.label }).check();
	const chosen = published.filter((event) => event.category === category.id);
	await expect(page.locator('article.entry:visible')).toHaveCount(chosen.length);
	await expect(page.locator('.shown')).toHaveText(`${chosen.length} of ${published.length} events`);
	await expect(page).toHaveURL(new RegExp(`\\?category=${category.id}$`));
	await page.getByRole('searchbox').fill('zzzz');
	await expect(page.locator('article.entry:visible')).toHaveCount(0);
	await page.getByRole('button', { name: words.filters.clear }).click();
	await expect(page.locator('article.entry:visible')).toHaveCount(published.length);
	expect(troubles).toEqual([]);
});

for (const width of [320, 1280])
	test(`one file: nothing runs over the side at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(single);
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		expect(over).toBeLessThanOrEqual(0);
	});
