/** The same build at a domain root, under a sub-path and by double click from a disk. */
import { expect, test, type Page } from '@playwright/test';
import { published, words } from './content.ts';
import { PLACES, places } from './places.ts';

const key = published.find((event) => event.importance === 1);
if (!key) throw new Error('the case has no main event');

/** Collects what a reader must never meet. */
function watch(page: Page): string[] {
	const troubles: string[] = [];
	const started = new URL(page.url() === 'about:blank' ? 'about:blank' : page.url());
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			troubles.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
	page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
	page.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const { protocol, host } = new URL(request.url());
		const own = protocol === 'file:' || protocol === 'data:' || host.startsWith('127.0.0.1');
		if (!own) troubles.push(`other host: ${request.url()} (from ${started.href})`);
	});
	return troubles;
}

for (const place of PLACES)
	test(`from the chart to an event, its people and its sources: ${place}`, async ({ page }) => {
		const troubles = watch(page);
		const root = places[place]();
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
