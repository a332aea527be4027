/** The chart when a part of it does not come: one sentence, and all else answers as before. */
import { expect, test, type Page } from '@playwright/test';
import {
	button,
	detail,
	dragOverStrip,
	drawing,
	findOverview,
	firstInDetail,
	ids,
	inYear,
	listed,
	mark,
	ofYear,
	SCREENS,
	year,
} from './chart.ts';
import { words } from './content.ts';
import { places } from './places.ts';

test.use({ serviceWorkers: 'block' });

const PARTS = { script: /\/detail\..*\.js$/, 'style sheet': /\/detail\..*\.css$/ } as const;
const status = (page: Page) => page.locator('.chart-status');

for (const [screen, viewport] of SCREENS)
	test.describe(screen, () => {
		test.use({ viewport });
		for (const [part, pattern] of Object.entries(PARTS))
			test(`without the ${part} of the close-up the reader is told in one sentence, until it comes`, async ({
				page,
			}) => {
				await page.route(pattern, (route) => route.abort());
				await page.goto(places['domain root']());
				await button(page, 'year').click();
				await expect(status(page)).toHaveText(words.chart.live.failed);
				expect((await listed(page)).length).toBeLessThan(ids.length);
				await expect(drawing(page)).toHaveCount(1);
				await expect(detail(page)).toBeHidden();
				// The strip and the keys answer all the same.
				await findOverview(page);
				await dragOverStrip(page, [0.3, 0.5]);
				await expect.poll(async () => (await listed(page)).length).toBeGreaterThan(0);
				await mark(page, ids[0]).focus();
				await page.keyboard.press('End');
				await expect(mark(page, ids.at(-1))).toBeFocused();
				await expect(status(page)).toHaveText(words.chart.live.failed);
				await page.unroute(pattern);
				await button(page, 'in').click();
				await expect(firstInDetail(page)).toBeVisible();
				await expect(status(page)).toHaveText('');
				await expect(drawing(page)).toHaveCount(0);
			});
	});

test('a page in place of the script of the close-up, as some networks give it, is told as well', async ({
	page,
}) => {
	await page.route(PARTS.script, (route) =>
		route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' }),
	);
	await page.goto(places['domain root']());
	await button(page, 'year').click();
	await expect(status(page)).toHaveText(words.chart.live.failed);
	await page.unroute(PARTS.script);
	await button(page, 'in').click();
	await expect(firstInDetail(page)).toBeVisible();
});

test('a shared range is in list, overview and drawing, where the close-up does not come', async ({
	page,
}) => {
	await page.route(PARTS.script, (route) => route.abort());
	await page.goto(places['domain root']() + ofYear);
	await expect(status(page)).toHaveText(words.chart.live.failed);
	expect(await listed(page)).toEqual(inYear);
	const marked = await drawing(page)
		.locator('a.mark:not(.left-out)')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
	expect(marked.sort()).toEqual([...inYear].sort());
	const { from } = await findOverview(page);
	await expect(from).toHaveAttribute('aria-valuetext', new RegExp(String(year)));
});

test('an element that is taken out while the style sheet is on its way makes no close-up any more', async ({
	page,
}) => {
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route(PARTS['style sheet'], (route) => held.then(() => route.continue()));
	await page.goto(places['domain root']());
	const asked = page.waitForRequest(PARTS['style sheet']);
	await button(page, 'year').click();
	await asked;
	await page.evaluate(() => {
		const element = document.querySelector('event-timeline');
		Object.assign(globalThis, { element });
		element?.remove();
	});
	const came = page.waitForResponse(PARTS['style sheet']);
	answer();
	await came;
	await page.waitForFunction(() =>
		[...document.styleSheets].some(({ href }) => /\/detail\..*\.css$/.test(href ?? '')),
	);
	const left = await page.evaluate(() => {
		const { element } = globalThis as unknown as { element: HTMLElement };
		const box = element.querySelector<HTMLElement>('.detail');
		return {
			children: box?.childElementCount,
			isHidden: box?.hidden,
			said: element.querySelector('.chart-status')?.textContent,
		};
	});
	expect(left).toEqual({ children: 0, isHidden: true, said: '' });
});
