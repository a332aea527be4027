/** Other languages, the other direction and pictures, opened by double click: in each browser, where Chromium alone is asked about the rest. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { wordsFor } from '../src/i18n/index.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { content, published } from './content.ts';
import { richestEvent } from './kinds-of-page.ts';
import { places, RTL_CASE, RTL_CONTENT, SECOND_CASE, SECOND_CONTENT } from './places.ts';
import { watch } from './watch.ts';

const [translation] = content.translations;
const onDisk = (folder: string, path: string) => pathToFileURL(join(folder, path)).href;

test('a page in another language, and an event from it', async ({ page }) => {
	const troubles = watch(page);
	const [event] = translation?.events ?? [];
	await page.goto(
		`${places.disk()}${translation?.id}/index.html?q=${encodeURIComponent(event?.title ?? '')}`,
	);
	await expect(page.locator('html')).toHaveAttribute('lang', translation?.id ?? '');
	await expect(page.locator('event-timeline.live')).toBeVisible();
	await expect(page.locator('article.entry')).toHaveCount(published.length);
	await page.locator(`article[id="${event?.id}"] h4 a`).click();
	await expect(page.locator('html')).toHaveAttribute('lang', translation?.id ?? '');
	await expect(page.locator('.prose > *').first()).toBeVisible();
	await page.locator('.masthead a[hreflang]').click();
	await expect(page.locator('html')).toHaveAttribute('lang', content.site.language);
	expect(troubles).toEqual([]);
});

test('a drawing from right to left, and search in its script', async ({ page }) => {
	const troubles = watch(page);
	await page.goto(onDisk(RTL_CASE, 'index.html'));
	await expect(page.locator('event-timeline.live')).toBeVisible();
	const places = await page
		.locator('.chart-wide a.mark use')
		.evaluateAll((shapes) => shapes.map((shape) => shape.getBoundingClientRect().right));
	expect(places.length).toBeGreaterThan(5);
	expect(places).toEqual(places.toSorted((a, b) => b - a));
	const { events, people, site } = await loadContent(RTL_CONTENT);
	const name = people.find(({ id }) => events.some((event) => event.people.includes(id)))?.name ?? '';
	await page.goto(`${onDisk(RTL_CASE, 'search.html')}?q=${encodeURIComponent(name)}`);
	await expect(page.locator('.search-results li').first()).toContainText(name.split(' ')[0] ?? '');
	await expect(page.locator('h1')).toHaveText(wordsFor(site.language).search.heading);
	expect(troubles).toEqual([]);
});

test('a picture, and what is said of it in each language', async ({ page }) => {
	const troubles = watch(page);
	const second = await loadContent(SECOND_CONTENT);
	const third = await loadContent(RTL_CONTENT);
	const seen = [
		[SECOND_CASE, '', second, second.events],
		[RTL_CASE, '', third, third.events],
		[RTL_CASE, 'es/', third, third.translations[0]?.events ?? []],
	] as const;
	for (const [folder, language, all, texts] of seen) {
		const shown = richestEvent({ ...all, events: all.events.filter(({ media }) => media.length > 0) });
		await page.goto(onDisk(folder, `${language}events/${shown?.id}.html`));
		const image = page.locator('.media img');
		await image.scrollIntoViewIfNeeded();
		await expect
			.poll(() => image.evaluate((found: HTMLImageElement) => found.naturalWidth))
			.toBeGreaterThan(0);
		const alt = texts.find(({ id }) => id === shown?.id)?.media[0]?.alt;
		await expect(image).toHaveAttribute('alt', alt ?? '-');
	}
	expect(troubles).toEqual([]);
});
