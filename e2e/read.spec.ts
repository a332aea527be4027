/** Reading without any script: what happened, when, and who says so. */
import { expect, test, type Page } from '@playwright/test';
import { published } from './content.ts';
import { places } from './places.ts';

test.use({ javaScriptEnabled: false });
// Firefox over WebDriver BiDi runs scripts all the same, so they are kept from it as well.
test.beforeEach(({ page }) => page.route(/\.js$/, (route) => route.abort()));

const WIDTHS = [320, 390, 768, 1280];
const keyEvents = published.filter((event) => event.importance === 1);

test('a phone without script shows every event in date order, with its date in words', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(places['domain root']());
	const entries = await page.locator('article.entry').evaluateAll((articles) =>
		articles.map((article) => ({
			id: article.id,
			title: article.querySelector('h4')?.textContent?.trim(),
			date: article.querySelector('time, .date')?.textContent?.trim(),
		})),
	);
	expect(entries).toEqual(
		published.map(({ id, shownTitle, shownDate }) => ({ id, title: shownTitle, date: shownDate })),
	);
});

for (const width of WIDTHS)
	test(`the chart at ${width} px labels every main event whole, and no label covers another`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(places['domain root']());
		const labels = await visibleLabels(page);
		expect(labels.map((label) => label.text).sort()).toEqual(
			keyEvents.map((event) => `${event.shownDate} ${event.shownTitle}`).sort(),
		);
		for (const label of labels) {
			expect(label.left, `${label.text} is cut off`).toBeGreaterThanOrEqual(0);
			expect(label.right, `${label.text} is cut off`).toBeLessThanOrEqual(width);
		}
		for (const [index, a] of labels.entries())
			for (const b of labels.slice(index + 1)) {
				const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
				expect(apart, `"${a.text}" covers "${b.text}"`).toBe(true);
			}
	});

for (const width of WIDTHS)
	test(`nothing runs over the side at ${width} px`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		for (const path of [
			'index.html',
			'events/2021-05-23-equipment-access.html',
			'people.html',
			'sources.html',
			'claims.html',
			'changes.html',
			'quality.html',
			'organizations.html',
		]) {
			await page.goto(places['domain root']() + path);
			const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect(over, path).toBeLessThanOrEqual(0);
		}
	});

test('nothing runs over the side at 320 px with letters twice as large', async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 900 });
	const longest = published.toSorted((a, b) => b.title.length - a.title.length)[0];
	const badged = published.find((event) => event.status !== 'established');
	for (const path of [
		'index.html',
		`events/${longest?.id}.html`,
		`events/${badged?.id}.html`,
		'people.html',
		'sources.html',
		'about.html',
		'404.html',
	]) {
		await page.goto(places['domain root']() + path);
		const over = await page.evaluate(() => {
			document.documentElement.style.fontSize = '200%';
			for (const folded of document.querySelectorAll('details')) folded.open = true;
			return document.documentElement.scrollWidth - innerWidth;
		});
		expect(over, path).toBeLessThanOrEqual(0);
	}
});

test('every mark of the chart leads to its event in the list', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(places['domain root']());
	const marks = page.locator('.chart-wide a.mark');
	const hrefs = await marks.evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	expect([...hrefs].sort()).toEqual(published.map((event) => `#${event.id}`).sort());
	const verdict = keyEvents.find((event) => event.category === 'court') ?? published[0];
	await page.locator(`.chart-wide a.mark[href="#${verdict?.id}"]`).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`#${verdict?.id}$`));
	await expect(page.locator(`article[id="${verdict?.id}"]`)).toBeInViewport();
});

test('a mark tells its date and title to those who hear it', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(places['domain root']());
	for (const event of keyEvents)
		await expect(
			page.getByRole('link', { name: `${event.shownDate}: ${event.shownTitle}`, exact: true }).first(),
		).toBeVisible();
});

async function visibleLabels(page: Page) {
	return page.locator('.chart a.label:visible').evaluateAll((links) =>
		links.map((link) => {
			const box = link.getBoundingClientRect();
			const lines = [...link.querySelectorAll('text > tspan')].map((line) => line.textContent?.trim());
			return {
				text: lines.join(' ').replace(/\s+/g, ' '),
				left: box.left,
				right: box.right,
				top: box.top,
				bottom: box.bottom,
			};
		}),
	);
}
