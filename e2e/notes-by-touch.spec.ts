/** A note's reference under a finger: the first tap shows it, the second leads to the note. */
import { expect, test } from '@playwright/test';
import { address, card, marks, noteText } from './notes.ts';

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
