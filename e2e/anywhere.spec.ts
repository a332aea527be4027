/** The same build at a domain root, under a sub-path, by double click from a disk, and with the network gone. */
import { expect, test, type Page } from '@playwright/test';
import { published, words } from './content.ts';
import { visitOnce } from './host.ts';
import { BUILT, OFFLINE, PLACES, places, SUB_PATH, type Place } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const key = published.find((event) => event.importance === 1);
if (!key) throw new Error('the case has no main event');

const open = async (place: Place | typeof OFFLINE, page: Page): Promise<string> =>
	place === OFFLINE ? visitOnce(page, BUILT, SUB_PATH) : places[place]();

for (const place of [...PLACES, OFFLINE] as const) {
	test(`from the chart to an event, its people and its sources: ${place}`, async ({ page }) => {
		const troubles = watch(page);
		const root = await open(place, page);
		await page.goto(`${root}index.html`);
		await expect(page.locator('article.entry')).toHaveCount(published.length);
		await expect(page.locator('h1')).toHaveCSS('font-family', /Newsreader/);
		await page.locator(`article[id="${key.id}"] h4 a`).click();
		await expect(page).toHaveURL(`${root}events/${encodeURIComponent(key.id)}.html`);
		await expect(page.locator('h1')).toHaveText(key.shownTitle);
		await expect(page.getByRole('button', { name: words.event.copy })).toBeVisible();
		await page.locator('.names a').first().click();
		await expect(page).toHaveURL(new RegExp('/people/'));
		await page.locator('.role-sources a').first().click();
		await expect(page).toHaveURL(/sources\.html#/);
		await expect(page.locator('li:target')).toBeInViewport();
		await page.getByRole('navigation').getByRole('link', { name: words.nav.timeline }).click();
		await expect(page).toHaveURL(`${root}index.html`);
		expect(troubles).toEqual([]);
	});

	test(`filters, the link of an event, and earlier and later: ${place}`, async ({ page }) => {
		const troubles = watch(page);
		const root = await open(place, page);
		const alike = published.filter((event) => event.category === key.category);
		await page.goto(`${root}index.html?category=${key.category}`);
		await expect(page.locator('article.entry:visible')).toHaveCount(alike.length);
		await page.goto(`${root}index.html#${key.id}`);
		await expect(page.locator(`article[id="${key.id}"]`)).toBeInViewport();
		const [first, second] = published;
		await page.goto(`${root}events/${encodeURIComponent(first?.id ?? '')}.html`);
		await page.locator('.neighbour-next').click();
		await expect(page.locator('h1')).toHaveText(second?.shownTitle ?? '');
		await page.locator('.neighbour-previous').click();
		await expect(page.locator('h1')).toHaveText(first?.shownTitle ?? '');
		expect(troubles).toEqual([]);
	});
}

for (const place of ['domain root', 'sub-path'] as const)
	test(`an address that is none, at any depth, leads home: ${place}`, async ({ page }) => {
		const response = await page.goto(`${places[place]()}events/old/deep/nothing.html`);
		expect(response?.status()).toBe(404);
		await expect(page.locator('h1')).toHaveText(words.notFound.title);
		const home = page.getByRole('link', { name: words.notFound.home });
		await expect(home).toHaveAttribute('href', `${places[place]()}index.html`);
		await home.click();
		await expect(page.locator('article.entry')).toHaveCount(published.length);
	});
