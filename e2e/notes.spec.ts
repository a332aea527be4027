/** A note's reference can be read without leaving the line: by mouse, by touch, by keyboard, and without script. */
import { expect, test } from '@playwright/test';
import { address, card, marks, noteText } from './notes.ts';
import { PLACES } from './places.ts';

for (const place of PLACES)
	test(`pointing at a mark shows its reference, which can be pointed at and goes when left: ${place}`, async ({
		page,
	}) => {
		await page.goto(address(place));
		const before = page.url();
		await marks(page).first().hover();
		await expect(card(page)).toHaveText(await noteText(page));
		await expect(card(page)).toBeInViewport({ ratio: 1 });
		await card(page).hover();
		await page.waitForFunction(() => document.querySelector('#note-card:hover'));
		await expect(card(page)).toBeVisible();
		await page.locator('h1').hover();
		await expect(card(page)).toHaveCount(0);
		expect(page.url()).toBe(before);
	});

test('a click on a mark still leads to its note', async ({ page }) => {
	await page.goto(address('domain root'));
	await marks(page).first().click();
	await expect(page).toHaveURL(/#note-1$/);
	await expect(page.locator('#note-1')).toBeInViewport();
	await expect(card(page)).toHaveCount(0);
});

test('the keyboard opens a note by focus, reaches its links and closes it with Escape', async ({
	page,
	browserName,
}) => {
	await page.goto(address('domain root'));
	await page.locator('.prose').evaluate((prose) => {
		prose.setAttribute('tabindex', '-1');
		prose.focus();
	});
	for (let step = 0; step < 20 && (await card(page).count()) === 0; step++) await page.keyboard.press('Tab');
	const mark = page.locator('.cites > a:focus');
	await expect(card(page)).toHaveText(await noteText(page, mark));
	await expect(mark).toHaveAttribute('aria-describedby', 'note-card');
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
	await expect(mark).toBeFocused();
	await expect(mark).not.toHaveAttribute('aria-describedby');

	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Tab');
	await expect(card(page)).toBeVisible();
	await page.keyboard.press('Tab');
	await expect(card(page).locator('a').first(), browserName).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(card(page)).toHaveCount(0);
	await expect(mark).toBeFocused();
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test.beforeEach(({ page }) => page.route(/\.js$/, (route) => route.abort()));
	test('a mark leads to its note, which quotes the words it rests on', async ({ page }) => {
		await page.goto(address('domain root'));
		await marks(page).first().click();
		await expect(page).toHaveURL(/#note-1$/);
		await expect(page.locator('#note-1 .reference-excerpt')).toBeVisible();
	});
});
