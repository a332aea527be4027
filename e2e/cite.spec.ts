/** "Cite this": one tap copies a form, and what is copied reads back as the same page. */
import { Cite } from '@citation-js/core';
import { expect, test, type Page } from '@playwright/test';
import { CITE_FORMATS, CITE_STYLES } from '../src/core/cite-this.ts';
import { lastWork } from '../src/core/event.ts';
import { content, published, words } from './content.ts';
import { PLACES, places } from './places.ts';

const event = published.find(({ importance }) => importance === 1);
if (!event) throw new Error('the case has no main event');
const address = `${content.site.address}events/${event.id}.html`;

/** Keeps what a page puts on the clipboard, because a browser under test may not let it be read. */
async function watchClipboard(page: Page): Promise<() => Promise<string | undefined>> {
	await page.addInitScript(() => {
		const copied: string[] = [];
		Object.assign(window, { copied });
		document.execCommand = () => copied.push((document.activeElement as HTMLTextAreaElement).value) > 0;
		Object.defineProperty(navigator, 'clipboard', {
			value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
		});
	});
	return () => page.evaluate(() => (window as unknown as { copied: string[] }).copied.at(-1));
}

for (const place of PLACES)
	test(`each form is copied with the page’s one address: ${place}`, async ({ page }) => {
		const copied = await watchClipboard(page);
		await page.goto(`${places[place]()}events/${event.id}.html`);
		await page.getByText(words.cite.heading).click();
		for (const form of [...CITE_STYLES, ...CITE_FORMATS]) {
			const button = page.getByRole('button', { name: words.cite.copy(words.cite.names[form]) });
			await button.click();
			await expect(button.locator('+ [role="status"]')).toHaveText(words.event.copied);
			const text = (await copied()) ?? '';
			expect(text).toContain(address);
			if (form === 'bibtex' || form === 'ris') {
				const [item] = new Cite(text).data;
				expect(item).toMatchObject({
					title: event.title,
					publisher: content.site.title,
					URL: address,
					issued: { 'date-parts': [lastWork(event).split('-').map(Number)] },
				});
			} else expect(text).not.toContain('<');
		}
	});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test.beforeEach(({ page }) => page.route(/\.js$/, (route) => route.abort()));
	test('every form can be read, and nothing offers to copy', async ({ page }) => {
		await page.goto(`${places['domain root']()}events/${event.id}.html`);
		await page.getByText(words.cite.heading).click();
		await expect(page.locator('.cite dd:visible')).toHaveCount(CITE_STYLES.length + CITE_FORMATS.length);
		await expect(page.locator('.cite button:visible')).toHaveCount(0);
	});
});

test('the whole is cited on the pages about the site, and its sources can be taken away', async ({
	page,
	request,
}) => {
	const about = content.pages.find((one) => one['speaks-of'] === 'site');
	await page.goto(`${places['domain root']()}${about?.id}.html`);
	await page.getByText(words.cite.heading).click();
	const [item] = new Cite((await page.locator('.cite pre').first().textContent()) ?? '').data;
	expect(item).toMatchObject({ title: content.site.title, URL: content.site.address });

	const ids = content.sources.map(({ id }) => id);
	await page.goto(`${places['domain root']()}sources.html`);
	for (const [file, name] of [
		['sources.bib', 'BibTeX'],
		['sources.json', 'CSL-JSON'],
	] as const) {
		await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', `./data/${file}`);
		const text = await (await request.get(`${places['domain root']()}data/${file}`)).text();
		expect(new Cite(text).data.map(({ id }) => id)).toEqual(ids);
	}
});
