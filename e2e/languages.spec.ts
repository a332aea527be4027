/** The case in its further languages: a reader finds, reads, filters and searches in one of them, and can change. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { canonicalAddress } from '../src/core/address.ts';
import { curlQuotes } from '../src/core/typography.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { content, published } from './content.ts';
import { places } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const [translation] = content.translations;
if (!translation) throw new Error('the case has one language');
const { id: language, events } = translation;
const words = wordsFor(language);
const key = events.find(({ id }) => published.find((event) => event.id === id)?.importance === 1);
const left = published.find(({ id }) => !events.some((event) => event.id === id));
if (!key || !left) throw new Error('the case has no main event that is translated, or none that is not');
const shown = (text: string) => curlQuotes(text, words.quoteMarks);

for (const place of ['domain root', 'disk'] as const)
	test(`from home to an event, to one that is not translated, and to the other language: ${place}`, async ({
		page,
	}) => {
		const troubles = watch(page);
		const root = `${places[place]()}${language}/`;
		await page.goto(`${root}index.html`);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.locator('h1')).toHaveText(shown(translation.site.title));
		await expect(page.locator('article.entry')).toHaveCount(published.length);
		const entry = page.locator(`article[id="${left.id}"]`);
		await expect(entry.locator('h4 a')).toHaveAttribute('lang', content.site.language);
		await expect(page.locator(`article[id="${key.id}"] h4 a`)).not.toHaveAttribute('lang');
		await expect(entry.locator('.badge-foreign')).toBeVisible();

		// What is chosen goes along to the other language, and back.
		await page.goto(`${root}index.html?status=established#${key.id}`);
		await expect(page.locator('.shown')).not.toBeEmpty();
		await page.locator('.masthead a[hreflang]').click();
		await expect(page).toHaveURL(`${places[place]()}index.html?status=established#${key.id}`);
		await expect(page.locator('html')).toHaveAttribute('lang', content.site.language);
		await page.locator('.masthead a[hreflang]').click();
		await expect(page).toHaveURL(`${root}index.html?status=established#${key.id}`);

		await page.locator(`article[id="${key.id}"] h4 a`).click();
		await expect(page).toHaveURL(`${root}events/${encodeURIComponent(key.id)}.html`);
		await expect(page.locator('h1')).toHaveText(shown(key.title));
		const alternates = await page
			.locator('link[hreflang]')
			.evaluateAll((links) =>
				links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
			);
		const path = `events/${key.id}.html`;
		const original = canonicalAddress(content.site.address, path);
		expect(alternates).toEqual([
			[content.site.language, original],
			[language, canonicalAddress(`${content.site.address}${language}/`, path)],
			['x-default', original],
		]);

		await page.goto(`${root}search.html?q=${encodeURIComponent(key.title)}`);
		await expect(page.locator('.search-results li a').first()).toHaveText(shown(key.title));
		await page.locator('.search-results li a').first().click();
		await expect(page).toHaveURL(`${root}events/${encodeURIComponent(key.id)}.html`);

		await page.goto(`${root}events/${encodeURIComponent(left.id)}.html`);
		await expect(page.locator('h1')).toHaveAttribute('lang', content.site.language);
		await expect(page.locator('.badge-foreign + dd')).toBeVisible();
		await expect(page.locator('link[hreflang]')).toHaveCount(0);
		expect(troubles).toEqual([]);
	});

test('axe finds nothing on pages of another language, translated or not', async ({ page }) => {
	for (const path of [`events/${key.id}.html`, `events/${left.id}.html`]) {
		await page.goto(`${places['domain root']()}${language}/${path}`);
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html}`)).toEqual([]);
	}
});
