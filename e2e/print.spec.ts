/** On paper: a handout without controls, the chart whole on its first page. */
import { expect, test } from '@playwright/test';
import { published, words } from './content.ts';
import { places } from './places.ts';

const PAPER = { format: 'A4', preferCSSPageSize: true } as const;
/** Chromium writes the objects that are pages uncompressed. */
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

test('the whole case takes at most nine pages', async ({ page }) => {
	await page.goto(places['domain root']());
	expect(pagesOf(await page.pdf(PAPER))).toBeLessThanOrEqual(9);
});

test('an event takes one page or two', async ({ page }) => {
	const longest = published.toSorted((a, b) => b.prose.citations.length - a.prose.citations.length)[0];
	await page.goto(`${places['domain root']()}events/${longest?.id}.html`);
	expect(pagesOf(await page.pdf(PAPER))).toBeLessThanOrEqual(2);
});

test('no control is printed, and every badge is ink on white', async ({ page }) => {
	await page.goto(places['domain root']());
	await page.emulateMedia({ media: 'print' });
	for (const control of ['.masthead nav', '.filters', '.years', '.note-back'])
		await expect(page.locator(control).first()).toBeHidden();
	await expect(page.getByText(words.footer.noTracking)).toBeHidden();
	const badges = await page
		.locator('.entry .badge')
		.evaluateAll((all) => all.map((badge) => getComputedStyle(badge).backgroundColor));
	expect(badges.length).toBeGreaterThan(0);
	expect(new Set(badges)).toEqual(new Set(['rgba(0, 0, 0, 0)']));
});
