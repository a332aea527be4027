/** Driving the chart: by buttons, keys, wheel and finger; chart, overview, list and address stay in step. */
import { expect, test, type Page } from '@playwright/test';
import { published, words } from './content.ts';
import { PLACES, places } from './places.ts';
import { watch } from './watch.ts';

// The page registers its worker; the driver would complain of keeping it from that.
test.use({ serviceWorkers: 'allow' });

const { tools, live } = words.chart;
const ids = published.map(({ id }) => id);
/** A year with several events, and what reaches into it. */
const year = 2022;
const inYear = published
	.filter(({ date }) => {
		const [first, last] = [Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year + 1, 0, 1) / 86_400_000 - 1];
		return (date.start ?? -Infinity) <= last && (date.end ?? Infinity) >= first;
	})
	.map(({ id }) => id);

const listed = (page: Page) =>
	page.locator('article.entry:visible').evaluateAll((articles) => articles.map(({ id }) => id));
const detail = (page: Page) => page.locator('.detail');
const button = (page: Page, name: string) => page.locator('.chart-tools').getByRole('button', { name });
const focused = (page: Page) =>
	page.evaluate(() => decodeURIComponent(document.activeElement?.getAttribute('href')?.slice(1) ?? ''));

/** Focuses the one stop that the chart has for Tab. */
async function enterChart(page: Page): Promise<void> {
	await page
		.locator('.chart-drawing:visible a.mark[tabindex="0"], .detail:visible [tabindex="0"]')
		.first()
		.focus();
}

for (const place of PLACES)
	test(`a shared range opens the close-up on it, with the same events in the list: ${place}`, async ({
		page,
	}) => {
		const troubles = watch(page);
		await page.goto(`${places[place]()}index.html?from=${year}&to=${year}`);
		await expect(detail(page).locator('.detail-event').first()).toBeVisible();
		expect(await listed(page)).toEqual(inYear);
		const shown = await detail(page)
			.locator('.detail-event')
			.evaluateAll((links) =>
				links
					.filter((link) => {
						const box = link.getBoundingClientRect();
						const chart = link.closest('.detail')?.getBoundingClientRect();
						return chart && box.left >= chart.left - 8 && box.left < chart.right - 8;
					})
					.map((link) => link.getAttribute('data-id')),
			);
		for (const id of shown) expect(inYear).toContain(id);
		expect(shown.length).toBeGreaterThan(2);
		expect(troubles).toEqual([]);
	});

test('Tab reaches the chart once; the arrow keys go through every event in order, each with date and title', async ({
	page,
}) => {
	await page.goto(places['domain root']());
	await expect(page.locator('.chart-drawing:visible a.mark[tabindex="0"]')).toHaveCount(1);
	await enterChart(page);
	await page.keyboard.press('Home');
	for (const event of published) {
		expect(await focused(page)).toBe(event.id);
		const link = page.locator('.chart-drawing:visible a.mark:focus');
		await expect(link).toHaveAccessibleName(`${event.shownDate}: ${event.shownTitle}`);
		await page.keyboard.press('ArrowRight');
	}
	await page.keyboard.press('Home');
	expect(await focused(page)).toBe(ids[0]);
});

test('in the close-up the window follows the keys from one end of the case to the other', async ({
	page,
}) => {
	await page.goto(`${places['domain root']()}?from=${year}&to=${year}`);
	await expect(detail(page).locator('[tabindex="0"]')).toBeVisible();
	await enterChart(page);
	await page.keyboard.press('Home');
	for (const event of published) {
		await expect.poll(() => focused(page)).toBe(event.id);
		const link = detail(page).locator('.detail-event:focus');
		await expect(link).toHaveAccessibleName(`${event.shownDate}: ${event.shownTitle}`);
		await expect(link).toBeInViewport();
		await page.keyboard.press('ArrowRight');
	}
	await expect(page).toHaveURL(new RegExp(`#${ids.at(-1)}$`));
	await page.keyboard.press('Escape');
	await expect(page).not.toHaveURL(/#/);
});

test('focus stays with its event into the close-up and out of it, and with the lane that is folded', async ({
	page,
}) => {
	await page.goto(places['domain root']());
	await enterChart(page);
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	for (const key of ['+', '+', '-', '-', '-']) {
		await page.keyboard.press(key);
		// Whatever was hidden or taken out has lost it by the second frame.
		await page.evaluate(
			() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
		);
		await expect.poll(() => focused(page), key).toBe(ids[1]);
	}
	await expect(page.locator('.chart-drawing:visible a.mark:focus')).toHaveCount(1);
	await page.keyboard.press('+');
	await expect(detail(page).locator('.detail-event:focus')).toBeVisible();
	await page.keyboard.press('ArrowUp');
	const name = detail(page).locator('.lane-name:focus');
	for (const isOpen of ['false', 'true']) {
		await page.keyboard.press('Enter');
		await expect(name).toHaveAttribute('aria-expanded', isOpen);
	}
});

test('a cluster that is opened by a key gives its place to its first event', async ({ page }) => {
	await page.goto(places['domain root']() + '?from=2020');
	const cluster = detail(page).locator('.cluster').first();
	await cluster.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/from=20\d\d-/);
	await expect(detail(page).locator('.detail-event:focus, .cluster:focus')).toBeInViewport();
});

test('the buttons zoom in steps; Back goes out again, and the drawing stands as it stood', async ({
	page,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.goto(places['domain root']());
	const isCloseUp = (url: string) => /\/detail\..*\.(js|css)$/.test(url);
	expect(asked.filter(isCloseUp)).toEqual([]);
	const size = () =>
		page.locator('.chart-drawing:visible').evaluate((box) => [box.clientWidth, box.clientHeight]);
	const before = await size();
	await button(page, tools.year).click();
	await expect(detail(page).locator('.detail-event').first()).toBeVisible();
	expect(asked.filter(isCloseUp)).toHaveLength(2);
	const range = new URL(page.url()).searchParams;
	expect(range.get('from')).toMatch(/^\d{4}$/);
	expect(range.get('to')).toBe(range.get('from'));
	await button(page, tools.in).click();
	await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d/);
	await page.goBack();
	await page.goBack();
	await expect(page.locator('.chart-drawing:visible')).toHaveCount(1);
	await expect(detail(page)).toBeHidden();
	expect(await listed(page)).toEqual(ids);
	expect(await size()).toEqual(before);
});

test('a mark chosen in the chart is chosen in list and address', async ({ page }) => {
	await page.goto(places['domain root']());
	const event = published[Math.floor(published.length / 2)];
	await page.locator(`.chart-drawing:visible a.mark[href="#${event?.id}"]`).click();
	await expect(page).toHaveURL(new RegExp(`#${event?.id}$`));
	await expect(page.locator(`article[id="${event?.id}"]`)).toBeInViewport();
	await expect(page.locator(`.chart-drawing:visible a.mark[href="#${event?.id}"]`)).toHaveClass(/selected/);
});

test('a mark of an event that the filters hide leads to it all the same', async ({ page }) => {
	const [hidden] = published;
	await page.goto(`${places['domain root']()}?from=${year}&to=${year}`);
	await expect(page.locator(`article[id="${hidden?.id}"]`)).toBeHidden();
	await page.evaluate((id) => (location.hash = id ?? ''), hidden?.id);
	await expect(page.locator(`article[id="${hidden?.id}"]`)).toBeInViewport();
});

test('the wheel over the chart scrolls the page; with Ctrl it zooms', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=${year}&to=${year}`);
	await expect(detail(page).locator('.detail-event').first()).toBeVisible();
	await detail(page).scrollIntoViewIfNeeded();
	await detail(page).hover();
	const before = await page.evaluate(() => scrollY);
	await page.mouse.wheel(0, 200);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
	await expect(page).toHaveURL(new RegExp(`from=${year}&to=${year}$`));
});

test('the handles of the window move by keys; list, address and chart follow', async ({ page }) => {
	await page.goto(places['domain root']());
	await page.locator('.overview').scrollIntoViewIfNeeded();
	const start = page.getByRole('slider', { name: live.windowStart });
	await start.focus();
	for (let step = 0; step < 4; step++) await page.keyboard.press('PageUp');
	// The address follows the keys at a pause, so it may be one step behind the list for a moment.
	await expect(async () => {
		const from = new URL(page.url()).searchParams.get('from') ?? '';
		expect(from).toMatch(/^\d{4}-\d\d$/);
		const first = Date.parse(`${from}-01`) / 86_400_000;
		const left = published.filter(({ date }) => (date.end ?? Infinity) >= first);
		expect(await listed(page)).toEqual(left.map(({ id }) => id));
	}).toPass({ timeout: 10_000 });
	await expect(detail(page).locator('.detail-event').first()).toBeVisible();
	await expect(start).toBeFocused();
	await page.keyboard.press('Home');
	await expect(page).not.toHaveURL(/from=/);
});

test('a drag over the overview makes a window of it', async ({ page }) => {
	await page.goto(places['domain root']());
	await page.locator('.overview').scrollIntoViewIfNeeded();
	await expect(page.getByRole('slider', { name: live.windowStart })).toBeAttached();
	const box = await page.locator('.overview > svg').boundingBox();
	if (!box) throw new Error('no overview');
	const y = box.y + 27;
	await page.mouse.move(box.x + box.width * 0.4, y);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.5, y, { steps: 4 });
	await page.mouse.move(box.x + box.width * 0.6, y, { steps: 4 });
	await page.mouse.up();
	await expect(page).toHaveURL(/from=.*&to=/);
	expect((await listed(page)).length).toBeLessThan(ids.length);
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

test('a cluster opens closer', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=2021&to=2026`);
	const cluster = detail(page).locator('.cluster').first();
	await expect(cluster).toHaveAccessibleName(/^\d+ /);
	const before = page.url();
	await cluster.click();
	await expect.poll(() => page.url()).not.toBe(before);
	await expect(detail(page).locator('.detail-event').first()).toBeVisible();
});

test('a lane folds and unfolds', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=${year}&to=${year}`);
	const lane = detail(page).locator('.lane-name').first();
	await expect(lane).toHaveAttribute('aria-expanded', 'true');
	const height = () => detail(page).evaluate((box) => box.querySelectorAll('.detail-event span').length);
	const before = await height();
	await lane.click();
	await expect(lane).toHaveAttribute('aria-expanded', 'false');
	expect(await height()).toBeLessThanOrEqual(before);
	await lane.click();
	await expect.poll(height).toBe(before);
});

test('where the close-up does not load, the reader is told in one sentence and the list still answers', async ({
	page,
}) => {
	await page.route(/\/detail\..*\.js$/, (route) => route.abort());
	await page.goto(places['domain root']());
	await button(page, tools.year).click();
	await expect(page.locator('.chart-status')).toHaveText(live.failed);
	expect((await listed(page)).length).toBeLessThan(ids.length);
	await expect(page.locator('.chart-drawing:visible')).toHaveCount(1);
});
