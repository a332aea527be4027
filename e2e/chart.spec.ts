/** Driving the chart: by its buttons, by pointer and by wheel. */
import { expect, test, type Page } from '@playwright/test';
import { spanOf } from '../src/core/layout.ts';
import { edgeToWords } from '../src/core/edge-words.ts';
import { parseEdge } from '../src/core/view.ts';
import { formatEdge } from '../src/core/window.ts';
import {
	button,
	detail,
	drawing,
	findOverview,
	firstInDetail,
	ids,
	inSight,
	inYear,
	listed,
	ofYear,
	SCREENS,
} from './chart.ts';
import { published, words } from './content.ts';
import { PLACES, places } from './places.ts';
import { watch } from './watch.ts';

// The page registers its worker; the driver would complain of keeping it from that.
test.use({ serviceWorkers: 'allow' });

/** First and last day of the chart. */
const span = spanOf(published.map(({ date }) => date)) ?? [0, 0];

for (const place of PLACES)
	test(`a shared range opens the close-up on it, with the same events in the list: ${place}`, async ({
		page,
	}) => {
		const troubles = watch(page);
		await page.goto(`${places[place]()}index.html${ofYear}`);
		await expect(firstInDetail(page)).toBeVisible();
		expect(await listed(page)).toEqual(inYear);
		const shown = await inSight(page);
		for (const id of shown) expect(inYear).toContain(id);
		expect(shown.length).toBeGreaterThan(2);
		expect(troubles).toEqual([]);
	});

test('the buttons zoom in steps; Back goes out again, and the drawing stands as it stood', async ({
	page,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(places['domain root']());
	const isCloseUp = (url: string) => /\/detail\..*\.(js|css)$/.test(url);
	expect(asked.filter(isCloseUp)).toEqual([]);
	const size = () => drawing(page).evaluate((box) => [box.clientWidth, box.clientHeight]);
	const before = await size();
	await button(page, 'year').click();
	await expect(firstInDetail(page)).toBeVisible();
	expect(asked.filter(isCloseUp)).toHaveLength(2);
	const range = new URL(page.url()).searchParams;
	expect(range.get('from')).toMatch(/^\d{4}$/);
	expect(range.get('to')).toBe(range.get('from'));
	await button(page, 'in').click();
	await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
	const closer = page.url();
	await page.goBack();
	await page.goBack();
	await expect(drawing(page)).toHaveCount(1);
	await expect(detail(page)).toBeHidden();
	expect(await listed(page)).toEqual(ids);
	expect(await size()).toEqual(before);
	await page.goForward();
	await page.goForward();
	expect(page.url()).toBe(closer);
	await expect(firstInDetail(page)).toBeVisible();
	await expect(drawing(page)).toHaveCount(0);
});

test('what can change nothing is no step on the way back', async ({ page }) => {
	await page.goto(places['domain root']());
	await expect(button(page, 'all')).toHaveAttribute('aria-disabled', 'true');
	const steps = () => page.evaluate(() => history.length);
	const before = await steps();
	for (const name of ['all', 'out'] as const) {
		await button(page, name).focus();
		await page.keyboard.press('Enter');
	}
	await drawing(page).locator('a.mark[tabindex="0"]').focus();
	await page.keyboard.press('-');
	expect(await steps()).toBe(before);
	await button(page, 'year').click();
	await button(page, 'year').click();
	expect(await steps()).toBe(before + 1);
	await page.goBack();
	await expect(page).not.toHaveURL(/from=/);
});

/** Where things stand on the page, however it is scrolled. */
const placesOf = (page: Page) =>
	page.evaluate(() =>
		['.chart-drawing:not([hidden])', '.legend', '.overview', '#list', 'footer'].map((name) => {
			const box = document.querySelector(name)?.getBoundingClientRect();
			return box && [name, box.top + scrollY, box.height];
		}),
	);

/** Until all of the close-up has come, and whatever is made of it at once is drawn. */
async function closeUpLoaded(page: Page): Promise<void> {
	await page.waitForFunction(() =>
		[...document.styleSheets].some(({ href }) => /\/detail\..*\.css$/.test(href ?? '')),
	);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Points at the drawing, for long enough. */
async function pointAtDrawing(page: Page): Promise<void> {
	await drawing(page).hover();
	await closeUpLoaded(page);
}

test('to point at the drawing moves nothing and opens nothing', async ({ page }) => {
	await page.goto(places['domain root']());
	await expect(button(page, 'in')).toBeVisible();
	await drawing(page).scrollIntoViewIfNeeded();
	const before = await placesOf(page);
	await pointAtDrawing(page);
	await expect(detail(page)).toBeHidden();
	await expect(drawing(page)).toHaveCount(1);
	expect(await placesOf(page)).toEqual(before);
});

test('the close-up takes the place of the drawing where the reader is, and gives it back: the page does not scroll', async ({
	page,
}) => {
	await page.goto(places['domain root']());
	await pointAtDrawing(page);
	await page.locator('.chart-tools').evaluate((box) => scrollBy(0, box.getBoundingClientRect().top - 36));
	const before = await page.evaluate(() => scrollY);
	expect(before).toBeGreaterThan(0);
	for (const name of ['in', 'all', 'year', 'all'] as const) {
		// The driver's own click would scroll.
		await button(page, name).dispatchEvent('click');
		await expect(drawing(page)).toHaveCount(name === 'all' ? 1 : 0);
		expect(await page.evaluate(() => scrollY), name).toBe(before);
	}
});

test('a click that is taken back before the close-up comes leaves the drawing alone', async ({ page }) => {
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/\/detail\..*\.js$/, (route) => held.then(() => route.continue()));
	await page.goto(places['domain root']());
	await button(page, 'year').click();
	await expect(page).toHaveURL(/from=/);
	await page.goBack();
	await expect(page).not.toHaveURL(/from=/);
	answer();
	await closeUpLoaded(page);
	await expect(detail(page)).toBeHidden();
	await expect(drawing(page)).toHaveCount(1);
});

test('a window that changes while the close-up is on its way is the one that it shows', async ({ page }) => {
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route(/\/detail\..*\.css$/, (route) => held.then(() => route.continue()));
	await page.goto(places['domain root']());
	const asked = page.waitForRequest(/\/detail\..*\.css$/);
	await button(page, 'year').click();
	await asked;
	await button(page, 'in').click();
	await button(page, 'in').click();
	answer();
	await expect(firstInDetail(page)).toBeVisible();
	await closeUpLoaded(page);
	const left = await listed(page);
	expect(left.length).toBeGreaterThan(0);
	expect((await inSight(page)).filter((id) => !left.includes(id))).toEqual([]);
});

/** How many days the address names. */
function daysOf(page: Page): number {
	const { searchParams } = new URL(page.url());
	const day = (name: string) => parseEdge(searchParams.get(name) ?? '')?.first;
	return (day('to') ?? span[1]) - (day('from') ?? span[0]);
}

test('with Ctrl the wheel zooms the chart and not the page: on the drawing, on the close-up, in and out', async ({
	page,
}) => {
	// With a glide, a turn of the wheel would start from wherever that is.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(places['domain root']());
	await expect(button(page, 'in')).toBeVisible();
	await page.evaluate(() => {
		Object.assign(globalThis, { kept: [] as boolean[] });
		const { kept } = globalThis as unknown as { kept: boolean[] };
		addEventListener('wheel', (event) => kept.push(event.defaultPrevented), { passive: true });
	});
	await pointAtDrawing(page);
	await page.keyboard.down('Control');
	let before = daysOf(page);
	for (let turn = 0; turn < 3; turn++) {
		await page.mouse.wheel(0, -100);
		await expect.poll(() => daysOf(page)).toBeLessThan(before);
		before = daysOf(page);
		await expect(firstInDetail(page)).toBeVisible();
	}
	await expect(async () => {
		await page.mouse.wheel(0, 100);
		await page.waitForTimeout(500);
		expect(daysOf(page)).toBeGreaterThan(before);
	}).toPass();
	await expect(async () => {
		await page.mouse.wheel(0, 400);
		await expect(drawing(page)).toHaveCount(1, { timeout: 500 });
	}).toPass();
	await page.keyboard.up('Control');
	const kept = await page.evaluate(() => (globalThis as unknown as { kept: boolean[] }).kept);
	expect(kept.filter((isKept) => !isKept)).toEqual([]);
});

for (const [what, query] of [
	['.chart-drawing:visible', ''],
	['.overview > svg', ''],
	['.overview > svg', ofYear],
	['.detail', ofYear],
] as const)
	test(`the wheel alone scrolls the page: ${what}, ${query || 'the whole case'}`, async ({ page }) => {
		await page.goto(places['domain root']() + query);
		if (query) await expect(firstInDetail(page)).toBeVisible();
		await findOverview(page);
		await page.locator(what).scrollIntoViewIfNeeded();
		await page.locator(what).hover();
		const [before, address] = [await page.evaluate(() => scrollY), page.url()];
		await page.mouse.wheel(0, 200);
		await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
		expect(page.url()).toBe(address);
	});

test('a cluster opens closer', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=2021&to=2026`);
	const cluster = detail(page).locator('.cluster').first();
	await expect(cluster).toHaveAccessibleName(/^\d+ /);
	const before = page.url();
	await cluster.click();
	await expect.poll(() => page.url()).not.toBe(before);
	await expect(firstInDetail(page)).toBeVisible();
});

for (const [screen, viewport] of SCREENS)
	test.describe(screen, () => {
		test.use({ viewport });
		test('lanes fold to their marks, and unfold to the titles that they had', async ({ page }) => {
			await page.goto(places['domain root']() + ofYear);
			await expect(firstInDetail(page)).toBeVisible();
			const titles = () => detail(page).locator('.detail-title').count();
			const before = await titles();
			const names = await detail(page).locator('.lane-name').all();
			expect(names.length).toBeGreaterThan(1);
			for (const [isOpen, name] of [
				...names.map((name) => ['false', name] as const),
				...names.map((name) => ['true', name] as const),
			]) {
				await name.click();
				await expect(name).toHaveAttribute('aria-expanded', isOpen);
				if (name === names.at(-1)) await expect.poll(titles).toBe(isOpen === 'true' ? before : 0);
			}
		});
	});

test('today is nowhere in the chart: it ends where the case does', async ({ page }) => {
	const [, last] = span;
	const lastYear = new Date(last * 86_400_000).getUTCFullYear();
	await page.clock.setFixedTime(`${lastYear + 14}-07-01`);
	await page.goto(places['domain root']());
	const { to } = await findOverview(page);
	await expect(to).toHaveAttribute('aria-valuetext', edgeToWords(formatEdge(last), words.date.locale));
	const yearsOf = (texts: string[]) =>
		texts.flatMap((text) => text.match(/\b\d{4}\b/g) ?? []).map((found) => Number(found));
	const ticks = await page.locator('.chart-drawing .tick, .overview text').allTextContents();
	expect(Math.max(...yearsOf(ticks))).toBeLessThanOrEqual(lastYear);
	await page.goto(`${places['domain root']()}?from=${lastYear - 1}`);
	await expect(firstInDetail(page)).toBeVisible();
	await expect(detail(page).locator('.vis-current-time')).toHaveCount(0);
	expect(Math.max(...yearsOf(await detail(page).locator('.vis-text').allTextContents()))).toBe(lastYear);
	const { to: end } = await findOverview(page);
	await expect(end).toHaveAttribute('aria-valuetext', edgeToWords(formatEdge(last), words.date.locale));
});
