/** A note's reference can be read without leaving the line: by mouse, by touch, by keyboard, and without script. */
import { expect, test, type Page } from '@playwright/test';
import { published } from './content.ts';
import { PLACES, places } from './places.ts';

const event = published.toSorted((a, b) => b.prose.citations.length - a.prose.citations.length)[0];
if (!event) throw new Error('the case has no events');
const address = (place: keyof typeof places) => `${places[place]()}events/${event.id}.html`;
const marks = (page: Page) => page.locator('.prose .cites > a');
const card = (page: Page) => page.locator('#note-card');

/** What stands in a note, without the way back. */
async function noteText(page: Page, mark = marks(page).first()): Promise<string> {
	const id = ((await mark.getAttribute('href')) ?? '').slice(1);
	return page.locator(`[id="${id}"]`).evaluate((note) => {
		const copy = note.cloneNode(true) as Element;
		copy.querySelector('.note-back')?.remove();
		return copy.textContent?.trim() ?? '';
	});
}

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

test.describe('by touch', () => {
	test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
	test('the first tap shows the reference within the screen, the second leads to the note', async ({
		page,
	}) => {
		await page.goto(address('domain root'));
		const last = marks(page).last();
		await last.scrollIntoViewIfNeeded();
		const before = page.url();
		await last.tap();
		await expect(card(page)).toHaveText(await noteText(page, last));
		const box = await card(page).boundingBox();
		expect(box?.x).toBeGreaterThanOrEqual(0);
		expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
		expect(page.url()).toBe(before);
		await page
			.locator('.prose p')
			.first()
			.tap({ position: { x: 2, y: 2 } });
		await expect(card(page)).toHaveCount(0);
		await last.tap();
		await last.tap();
		expect(page.url()).toContain(await last.getAttribute('href'));
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test.beforeEach(({ page }) => page.route(/\.js$/, (route) => route.abort()));
	test('a mark leads to its note, which quotes the words it rests on', async ({ page }) => {
		await page.goto(address('domain root'));
		await marks(page).first().click();
		await expect(page).toHaveURL(/#note-1$/);
		await expect(page.locator('#note-1 q')).toBeVisible();
	});
});
