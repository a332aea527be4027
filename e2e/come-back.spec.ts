/** Leaving the list and coming back: the reader is where they were, to the pixel, which takes a list whose heights are known. */
import { expect, test, type Page } from '@playwright/test';
import { published } from './content.ts';
import { places } from './places.ts';

test.use({ viewport: { width: 390, height: 844 } });

const target = published[Math.floor(published.length * 0.7)]?.id ?? '';

/** Which event stands at the top of the screen, and how far above or below its edge. */
const whereabouts = (page: Page) =>
	page.evaluate(() => {
		const articles = [...document.querySelectorAll('article.entry')];
		const first = articles.find((one) => one.getBoundingClientRect().bottom > 100);
		return `${first?.id} ${Math.round(first?.getBoundingClientRect().top ?? 0)}`;
	});

/** The page with all its parts, scrolled into the list. */
async function readOn(page: Page): Promise<string> {
	await expect(page.locator('event-timeline.live')).toBeAttached();
	await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), target);
	await page.evaluate(() => scrollBy(0, 137));
	// The strip follows the list, and the browser notes where the page stands.
	await page.waitForTimeout(300);
	return whereabouts(page);
}

for (const place of ['domain root', 'disk'] as const)
	test(`a link to an event stands at it; back from a page and loaded anew, the list stands where it stood: ${place}`, async ({
		page,
	}) => {
		const home = page.locator('event-timeline.live');
		await page.goto(`${places[place]()}index.html#${target}`);
		await expect(home).toBeAttached();
		await expect.poll(() => whereabouts(page)).toMatch(new RegExp(`^${target} `));
		const linked = await whereabouts(page);

		const before = await readOn(page);
		expect(before).not.toBe(linked);
		// A page that listens to this is not kept whole by a browser, which has to find the place again.
		await page.evaluate(() => addEventListener('unload', () => undefined));
		// A click by the driver would scroll to the link first.
		const title = page.locator(`article[id="${target}"] a[href*="events/"]`);
		await title.evaluate((link: HTMLElement) => setTimeout(() => link.click()));
		await expect(page).toHaveURL(/events\//);
		await page.goBack();
		await expect(home).toBeAttached();
		await expect.poll(() => whereabouts(page)).toBe(before);

		await page.reload();
		await expect(home).toBeAttached();
		await expect.poll(() => whereabouts(page)).toBe(before);
	});
