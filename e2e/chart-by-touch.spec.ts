/** The chart under fingers: sideways moves the window, up and down scrolls the page, two fingers zoom. */
import { expect, test, type Page } from '@playwright/test';
import { published } from './content.ts';
import { places } from './places.ts';
import { moveFingers } from './touch.ts';

test.use({
	hasTouch: true,
	isMobile: true,
	viewport: { width: 390, height: 844 },
	serviceWorkers: 'allow',
});

const DAY = 86_400_000;

async function middleOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
	const element = page.locator(selector);
	await element.evaluate(async (box) => {
		box.scrollIntoView({ block: 'center', behavior: 'instant' });
		// A page that still glides would take the next touch for a stop.
		for (let still = 0, last = NaN; still < 5; still = last === scrollY ? still + 1 : 0) {
			last = scrollY;
			await new Promise(requestAnimationFrame);
		}
	});
	const box = await element.boundingBox();
	if (!box) throw new Error(`${selector} has no box`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** First and last day of the address's range, in days. */
function rangeOf(page: Page): { from: number; to: number } {
	const { searchParams } = new URL(page.url());
	const day = (name: string) => Date.parse(searchParams.get(name) ?? '') / DAY;
	return { from: day('from'), to: day('to') };
}

const lengthOf = (page: Page) => rangeOf(page).to - rangeOf(page).from;
const zoomOfPage = (page: Page) => page.evaluate(() => visualViewport?.scale);

test('one finger moves the window sideways and the page up and down; two zoom the close-up, not the page', async ({
	page,
}) => {
	await page.goto(`${places['domain root']()}?from=2022-01-01&to=2022-12-31`);
	await expect(page.locator('.detail .detail-event').first()).toBeVisible();
	const before = rangeOf(page);
	const { x, y } = await middleOf(page, '.detail');
	const scrolled = await page.evaluate(() => scrollY);
	await moveFingers(page, [
		[
			[x + 100, y],
			[x - 100, y],
		],
	]);
	await expect.poll(() => rangeOf(page).from).toBeGreaterThan(before.from + 100);
	expect(Math.abs(lengthOf(page) - (before.to - before.from))).toBeLessThanOrEqual(2);
	expect(await page.evaluate(() => scrollY)).toBe(scrolled);

	const moved = page.url();
	await moveFingers(page, [
		[
			[x, y],
			[x, y - 200],
		],
	]);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 100);
	expect(page.url()).toBe(moved);

	const wide = lengthOf(page);
	const now = await middleOf(page, '.detail');
	await moveFingers(page, [
		[
			[now.x - 20, now.y],
			[now.x - 120, now.y],
		],
		[
			[now.x + 20, now.y],
			[now.x + 120, now.y],
		],
	]);
	await expect.poll(() => lengthOf(page)).toBeLessThan(wide / 3);
	expect(await zoomOfPage(page)).toBe(1);
});

test('two fingers on the drawing of the whole case open the close-up on what lies between them', async ({
	page,
}) => {
	await page.goto(places['domain root']());
	const { x, y } = await middleOf(page, '.chart-drawing:visible');
	await moveFingers(page, [
		[
			[x - 20, y],
			[x - 80, y],
		],
		[
			[x + 20, y],
			[x + 80, y],
		],
	]);
	await expect(page.locator('.detail .detail-event').first()).toBeVisible();
	const days = published.flatMap(({ date }) => [date.start ?? [], date.end ?? []].flat());
	const [first, last] = [Math.min(...days), Math.max(...days)];
	// The address follows at a pause of the fingers.
	await expect.poll(() => lengthOf(page)).toBeLessThan((last - first) / 2);
	const { from, to } = rangeOf(page);
	expect(from).toBeLessThan((first + last) / 2);
	expect(to).toBeGreaterThan((first + last) / 2);
	expect(await zoomOfPage(page)).toBe(1);
});
