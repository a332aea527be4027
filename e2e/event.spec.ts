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
	await note.locator('.note-back').click();
	await expect(page).toHaveURL(/#cited-1$/);
	await expect(mark).toBeInViewport();
});

test('every paragraph of every event ends in a note that is there', async ({ page }) => {
	for (const event of published) {
		await page.goto(path(event.id));
		const blocks = await page.locator('.prose p, .prose li').evaluateAll((all) =>
			all.map((block) => ({
				text: block.textContent,
				last: block.lastElementChild?.className,
				targets: [...block.querySelectorAll('.cites a')].map((link) => link.getAttribute('href') ?? ''),
			})),
		);
		expect(blocks.length).toBeGreaterThan(0);
		const notes = new Set(
			await page.locator('.notes li').evaluateAll((all) => all.map((note) => `#${note.id}`)),
		);
		for (const block of blocks) {
			expect(block.last, block.text ?? '').toBe('cites');
			for (const target of block.targets) expect(notes).toContain(target);
		}
	}
});

test('earlier and later walk through the whole case', async ({ page }) => {
	await page.goto(path(published[0]?.id ?? ''));
	for (const event of published.slice(1)) {
		await page.locator('.neighbour-next').click();
		await expect(page.locator('h1')).toHaveText(event.shownTitle);
	}
	await expect(page.locator('.neighbour-next')).toHaveCount(0);
	await page.locator('.neighbour-previous').click();
	await expect(page.locator('h1')).toHaveText(published.at(-2)?.shownTitle ?? '');
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
