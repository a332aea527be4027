/** An event's own page: its notes, its address, what stands before and after it. */
import { expect, test } from '@playwright/test';
import { content, published, words } from './content.ts';
import { places } from './places.ts';

const withMost = published.toSorted((a, b) => b.prose.citations.length - a.prose.citations.length)[0];
if (!withMost) throw new Error('the case has no events');
const path = (id: string) => `${places['domain root']()}events/${id}.html`;

test('a note leads to its reference, and the reference back to the text', async ({ page }) => {
	await page.goto(path(withMost.id));
	const mark = page.locator('.prose .cites a').first();
	const number = (await mark.textContent()) ?? '';
	await mark.click();
	await expect(page).toHaveURL(/#note-1$/);
	const note = page.locator(`#note-${number}`);
	await expect(note).toBeInViewport();
	await note.locator('.note-back a').first().click();
	await expect(page).toHaveURL(/#cited-1$/);
	await expect(mark).toBeInViewport();
});

test('earlier and later lead on and back', async ({ page }) => {
	const [first, second, third] = published;
	await page.goto(path(first?.id ?? ''));
	await expect(page.locator('.neighbour-previous')).toHaveCount(0);
	for (const event of [second, third]) {
		await page.locator('.neighbour-next').click();
		await expect(page.locator('h1')).toHaveText(event?.shownTitle ?? '');
	}
	await page.locator('.neighbour-previous').click();
	await expect(page.locator('h1')).toHaveText(second?.shownTitle ?? '');
});

test('the head gives one address and describes the page to machines', async ({ page }) => {
	await page.goto(path(withMost.id));
	const canonical = `${content.site.address}events/${withMost.id}.html`;
	await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', canonical);
	await expect(page.locator('meta[property="og:url"]')).toHaveAttribute('content', canonical);
	await expect(page.locator('meta[property="og:title"]')).toHaveAttribute('content', withMost.shownTitle);
	const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '') as {
		'@type': string;
		temporalCoverage: string;
		citation: unknown[];
	};
	expect(data['@type']).toBe('Article');
	expect(data.temporalCoverage).toMatch(/^\d{4}-\d{2}-\d{2}/);
	expect(data.citation.length).toBe(await page.locator('.notes li').count());
});

test('the button copies the event’s one address, wherever the page stands', async ({
	page,
	context,
	browserName,
}) => {
	// Firefox asks no permission for a click; Chromium's is granted as a reader's browser grants it.
	if (browserName === 'chromium') await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(path(withMost.id));
	await page.getByRole('button', { name: words.event.copy }).click();
	await expect(page.getByRole('status')).toHaveText(words.event.copied);
});
