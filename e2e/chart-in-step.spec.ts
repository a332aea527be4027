/** Chart, overview, list and address stay in step: what is chosen in one of them is chosen in all, and can be gone back from. */
import { expect, test, type Page } from '@playwright/test';
import { edgeToWords } from '../src/core/edge-words.ts';
import { foldText } from '../src/core/view.ts';
import {
	article,
	button,
	detail,
	dragOverStrip,
	drawing,
	findOverview,
	firstInDetail,
	ids,
	inSight,
	inYear,
	listed,
	mark,
	ofYear,
	pointOnStrip,
	SCREENS,
	year,
} from './chart.ts';
import { content, published, words } from './content.ts';
import { places } from './places.ts';

test.use({ serviceWorkers: 'allow' });

const { locale } = words.date;
const middle = published[Math.floor(published.length / 2)];
const [first] = content.site.categories;

for (const [screen, viewport] of SCREENS)
	test.describe(screen, () => {
		test.use({ viewport });

		test('a mark chosen in the drawing is chosen in list and address', async ({ page }) => {
			await page.goto(places['domain root']());
			await mark(page, middle?.id).click();
			await expect(page).toHaveURL(new RegExp(`#${middle?.id}$`));
			await expect(article(page, middle?.id)).toBeInViewport();
			await expect(mark(page, middle?.id)).toHaveClass(/selected/);
		});

		test('an event chosen in the close-up is chosen in list and address, and the window stays', async ({
			page,
		}) => {
			await page.goto(places['domain root']() + ofYear);
			await expect(firstInDetail(page)).toBeVisible();
			const { from } = await findOverview(page);
			const id = (await inSight(page)).at(-1);
			const link = detail(page).locator(`.detail-event[data-id="${id}"]`);
			await link.locator('.shape').click();
			await expect(page).toHaveURL(new RegExp(`from=${year}&to=${year}#${id}$`));
			await expect(article(page, id)).toBeInViewport();
			await expect(link).toHaveClass(/selected/);
			await expect(from).toHaveAttribute('aria-valuetext', edgeToWords(`${year}-01-01`, locale));
		});
	});

test('a mark of an event that the filters hide leads to it all the same', async ({ page }) => {
	const [hidden] = ids;
	await page.goto(places['domain root']() + ofYear);
	await expect(article(page, hidden)).toBeHidden();
	await page.evaluate((id) => (location.hash = id ?? ''), hidden);
	await expect(article(page, hidden)).toBeInViewport();
});

test('a zoom of the chart moves the window of the overview and shortens the list', async ({ page }) => {
	await page.goto(places['domain root']());
	const { from, to } = await findOverview(page);
	await mark(page, inYear.at(-1)).click();
	await button(page, 'year').click();
	await expect(page).toHaveURL(/from=\d{4}&to=\d{4}#/);
	const shown = new URL(page.url()).searchParams.get('from') ?? '';
	await expect(from).toHaveAttribute('aria-valuetext', edgeToWords(`${shown}-01-01`, locale));
	await expect(to).toHaveAttribute('aria-valuetext', edgeToWords(`${shown}-12-31`, locale));
	expect((await listed(page)).length).toBeLessThan(ids.length);
});

test('the handles of the window move by keys; list, address and chart follow', async ({ page }) => {
	await page.goto(places['domain root']());
	const { from: start } = await findOverview(page);
	await start.focus();
	for (let step = 0; step < 4; step++) await page.keyboard.press('PageUp');
	// The address follows the keys at a pause, so it may be one step behind the list for a moment.
	await expect(async () => {
		const from = new URL(page.url()).searchParams.get('from') ?? '';
		expect(from).toMatch(/^\d{4}-\d\d$/);
		const day = Date.parse(`${from}-01`) / 86_400_000;
		const left = published.filter(({ date }) => (date.end ?? Infinity) >= day);
		expect(await listed(page)).toEqual(left.map(({ id }) => id));
	}).toPass({ timeout: 10_000 });
	await expect(firstInDetail(page)).toBeVisible();
	await expect(start).toBeFocused();
	await page.keyboard.press('Home');
	await expect(page).not.toHaveURL(/from=/);
});

test('a drag over the overview makes a window of it, in the chart and in the list', async ({ page }) => {
	await page.goto(places['domain root']());
	await findOverview(page);
	await dragOverStrip(page, [0.4, 0.6]);
	await expect(page).toHaveURL(/from=.*&to=/);
	const inList = await listed(page);
	expect(inList.length).toBeLessThan(ids.length);
	await expect(firstInDetail(page)).toBeVisible();
	await expect(drawing(page)).toHaveCount(0);
	await expect.poll(async () => (await inSight(page)).length).toBeGreaterThan(0);
	await expect.poll(async () => (await inSight(page)).filter((id) => !inList.includes(id))).toEqual([]);
});

for (const [what, query] of [
	['the whole case', ''],
	['its window', '?from=2019&to=2025'],
] as const)
	test(`a click on ${what} in the overview scrolls the list to that day, and is no step on the way back`, async ({
		page,
	}) => {
		await page.goto(places['domain root']() + query);
		const { from, to } = await findOverview(page);
		const window = [await from.getAttribute('aria-valuetext'), await to.getAttribute('aria-valuetext')];
		const before = [await page.evaluate(() => history.length), page.url()];
		const { x, y } = await pointOnStrip(page, 0.6);
		await page.mouse.click(x, y);
		const read = async () => parseFloat((await page.locator('.reading').getAttribute('x1')) ?? '0');
		await expect.poll(read).toBeGreaterThan(55);
		expect(await read()).toBeLessThan(75);
		// What a drag would have written is written at once, or after a pause.
		await page.waitForTimeout(500);
		expect([await page.evaluate(() => history.length), page.url()]).toEqual(before);
		expect([await from.getAttribute('aria-valuetext'), await to.getAttribute('aria-valuetext')]).toEqual(
			window,
		);
	});

test('the overview stays in sight and shows where in the list the reader is', async ({ page }) => {
	await page.goto(places['domain root']());
	const share = async () => parseFloat((await page.locator('.reading').getAttribute('x1')) ?? '0');
	const at = await share();
	const late = published.at(-2);
	await page.evaluate((id) => document.getElementById(id ?? '')?.scrollIntoView(), late?.id);
	await expect.poll(share).toBeGreaterThan(at + 50);
	await expect(page.locator('.overview')).toBeInViewport();
});

/** By the page itself: the driver of Firefox waits for a load where the browser shows a page that it kept. */
const goBack = (page: Page) => page.evaluate(() => history.back());

test('words that were typed the moment before stay when an event is chosen', async ({ page }) => {
	const [word = ''] = foldText(middle?.title ?? '').match(/\p{L}{5,}/gu) ?? [];
	await page.goto(places['domain root']());
	await expect(button(page, 'in')).toBeVisible();
	const box = page.getByRole('searchbox');
	const input = () =>
		box.evaluate((field: HTMLInputElement, text) => {
			field.value = text;
			field.dispatchEvent(new Event('input', { bubbles: true }));
		}, word);
	await input();
	// In the same breath: the address waits for a pause.
	await page.evaluate((id) => {
		const at = document.querySelector(`.chart-drawing:not([hidden]) a.mark[href="#${id}"]`);
		at?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
	}, middle?.id);
	await expect(page).toHaveURL(new RegExp(`\\?q=${word}#${middle?.id}$`));
	await expect(box).toHaveValue(word);
	const left = await listed(page);
	expect(left.length).toBeLessThan(ids.length);
	await goBack(page);
	await expect(page).toHaveURL(new RegExp(`\\?q=${word}$`));
	await expect(box).toHaveValue(word);
	expect(await listed(page)).toEqual(left);
});

test('words that were typed the moment before the page is left are in the address that is come back to', async ({
	page,
}) => {
	await page.goto(places['domain root']());
	await expect(button(page, 'in')).toBeVisible();
	await page.getByRole('searchbox').evaluate((field: HTMLInputElement) => {
		field.value = 'zzzz';
		field.dispatchEvent(new Event('input', { bubbles: true }));
		location.href = 'about.html';
	});
	await expect(page).toHaveURL(/about/);
	await page.evaluate(() => setTimeout(() => history.back()));
	await expect(async () => expect(await page.evaluate(() => location.search)).toBe('?q=zzzz')).toPass({
		timeout: 10_000,
	});
});

test('a year at either end of the case is that year in all parts, not the twelve months within the case', async ({
	page,
}) => {
	const starts = published.flatMap(({ date }) => date.start ?? []);
	for (const day of [starts[0] ?? 0, starts.at(-1) ?? 0]) {
		const at = new Date(day * 86_400_000).getUTCFullYear();
		await page.goto(`${places['domain root']()}?from=${at}&to=${at}`);
		await expect(firstInDetail(page)).toBeVisible();
		const { from, to } = await findOverview(page);
		for (const edge of [from, to]) await expect(edge).toHaveAttribute('aria-valuetext', new RegExp(`${at}$`));
		const inList = await listed(page);
		await expect.poll(async () => (await inSight(page)).filter((id) => !inList.includes(id))).toEqual([]);
		// A key moves the edge that it is for, and leaves the other open or where it was.
		await to.focus();
		await page.keyboard.press('ArrowLeft');
		await expect(page).toHaveURL(new RegExp(`to=${at}-`));
		expect(new URL(page.url()).searchParams.get('from') ?? String(at)).toMatch(new RegExp(`^${at}`));
	}
});

test('where nothing can be copied, the link to a view is shown to be copied by hand', async ({ page }) => {
	await page.goto(places['domain root']() + ofYear);
	await page.evaluate(() =>
		Object.defineProperty(navigator, 'clipboard', {
			value: { writeText: () => Promise.reject(new Error()) },
		}),
	);
	const copy = page.locator('.view-actions copy-link').first();
	await copy.getByRole('button', { name: words.filters.copy }).click();
	await expect(copy.locator('[role="status"]')).toHaveText(
		`${words.filters.copyFailed} ${content.site.address}${ofYear}`,
	);
	// What was said is of that view: with another it goes.
	await button(page, 'all').click();
	await expect(copy.locator('[role="status"]')).toHaveText('');
});

test('the link to a view leads to the very view', async ({ page }) => {
	await page.goto(`${places['domain root']()}${ofYear}&category=${first?.id}&order=newest#${inYear[0]}`);
	await expect(firstInDetail(page)).toBeVisible();
	// Whatever the browser lets a test read of its clipboard.
	await page.evaluate(() =>
		Object.defineProperty(navigator, 'clipboard', {
			value: { writeText: async (text: string) => void (document.title = text) },
		}),
	);
	const copy = page.locator('.view-actions copy-link').first();
	await copy.getByRole('button', { name: words.filters.copy }).click();
	await expect(copy.locator('[role="status"]')).toHaveText(words.event.copied);
	const copied = await page.title();
	expect(copied.startsWith(`${content.site.address}?`)).toBe(true);
	const shown = await listed(page);
	await page.goto(copied.replace(content.site.address, places['domain root']()));
	await expect(firstInDetail(page)).toBeVisible();
	expect(await listed(page)).toEqual(shown);
	await expect(article(page, inYear[0])).toBeInViewport();
});
