/** The chart by keys alone: Tab comes to it once, arrows go from event to event, and focus never gets lost. */
import { expect, test, type Page } from '@playwright/test';
import {
	button,
	detail,
	drawing,
	enterChart,
	firstInDetail,
	focused,
	ids,
	inSight,
	mark,
	ofYear,
	SCREENS,
} from './chart.ts';
import { published } from './content.ts';
import { places } from './places.ts';

// The page registers its worker; the driver would complain of keeping it from that.
test.use({ serviceWorkers: 'allow' });

/** Where the focus is, by the nearest of these. */
const region = (page: Page) =>
	page.evaluate(() => {
		const names = ['.chart-tools', '.chart-drawing', '.detail', '.chart', 'body'];
		return names.find((name) => document.activeElement?.closest(name)) ?? '';
	});

for (const [screen, viewport] of SCREENS)
	test.describe(screen, () => {
		test.use({ viewport });

		for (const [what, query] of [
			['.chart-drawing', ''],
			['.detail', ofYear],
		] as const)
			test(`Tab comes from the start of the page to the chart once, and leaves it, and comes back: ${what}`, async ({
				page,
			}) => {
				await page.goto(places['domain root']() + query);
				await expect(button(page, 'in')).toBeVisible();
				if (query) await expect(firstInDetail(page)).toBeVisible();
				const passed: string[] = [];
				while (passed.at(-1) !== 'body' || !passed.includes(what)) {
					await page.keyboard.press('Tab');
					passed.push(await region(page));
					expect(passed.length).toBeLessThan(100);
				}
				const inChart = passed.filter((name) => name !== 'body');
				expect(inChart).toEqual(['.chart', ...Array<string>(5).fill('.chart-tools'), what]);
				// The handles of the overview may have come meanwhile, and stand between.
				for (let back = 0; back < 3 && (await region(page)) === 'body'; back++)
					await page.keyboard.press('Shift+Tab');
				expect(await region(page)).toBe(what);
				await page.keyboard.press('Shift+Tab');
				expect(await region(page)).toBe('.chart-tools');
			});

		test('the arrow keys go through every event in order, each with date and title', async ({ page }) => {
			await page.goto(places['domain root']());
			await expect(drawing(page).locator('a.mark[tabindex="0"]')).toHaveCount(1);
			await enterChart(page);
			await page.keyboard.press('Home');
			for (const event of published) {
				expect(await focused(page)).toBe(event.id);
				const link = drawing(page).locator('a.mark:focus');
				await expect(link).toHaveAccessibleName(`${event.shownDate}: ${event.shownTitle}`);
				await page.keyboard.press('ArrowRight');
			}
			await page.keyboard.press('Home');
			expect(await focused(page)).toBe(ids[0]);
		});

		test('in the close-up the window follows the keys from one end of the case to the other', async ({
			page,
		}) => {
			await page.goto(places['domain root']() + ofYear);
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
	await expect(drawing(page).locator('a.mark:focus')).toHaveCount(1);
	await page.keyboard.press('+');
	await expect(detail(page).locator('.detail-event:focus')).toBeVisible();
	await page.keyboard.press('ArrowUp');
	const name = detail(page).locator('.lane-name:focus');
	for (const isOpen of ['false', 'true']) {
		await page.keyboard.press('Enter');
		await expect(name).toHaveAttribute('aria-expanded', isOpen);
	}
});

test('from the name of a lane the arrow keys lead back among the events', async ({ page }) => {
	await page.goto(places['domain root']() + ofYear);
	await expect(firstInDetail(page)).toBeVisible();
	const [, id = ''] = await inSight(page);
	const at = ids.indexOf(id);
	for (const [key, next] of [
		['ArrowRight', ids[at + 1]],
		['ArrowLeft', id],
	] as const) {
		if (key === 'ArrowRight') await detail(page).locator(`.detail-event[data-id="${id}"]`).focus();
		await page.keyboard.press('ArrowUp');
		await expect(detail(page).locator('.lane-name:focus')).toHaveCount(1);
		await page.keyboard.press(key);
		await expect.poll(() => focused(page)).toBe(next);
	}
});

test('from an event that the filters leave out, the keys go on to the next by date', async ({ page }) => {
	// One that stands between two of another category.
	const [before, event, next] =
		published
			.map((_, place) => published.slice(place, place + 3))
			.find(([a, b, c]) => a?.category === c?.category && a?.category !== b?.category) ?? [];
	expect(event).toBeDefined();
	await page.goto(places['domain root']());
	await mark(page, event?.id).focus();
	await page.evaluate(
		(value) => document.querySelector<HTMLElement>(`input[name="category"][value="${value}"]`)?.click(),
		next?.category,
	);
	await expect(mark(page, event?.id)).toHaveClass(/left-out/);
	await expect(mark(page, next?.id)).toHaveAttribute('tabindex', '0');
	await mark(page, event?.id).focus();
	await page.keyboard.press('ArrowRight');
	expect(await focused(page)).toBe(next?.id);
	await page.keyboard.press('ArrowLeft');
	expect(await focused(page)).toBe(before?.id);
});

test('a cluster that is opened by a key gives its place to its first event', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=2020`);
	const cluster = detail(page).locator('.cluster').first();
	await cluster.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/from=20\d\d-/);
	await expect(detail(page).locator('.detail-event:focus, .cluster:focus')).toBeInViewport();
});

test('Up and Down lead from a cluster to the names of lanes next to it', async ({ page }) => {
	await page.goto(`${places['domain root']()}?from=2020`);
	const clusters = detail(page).locator('.cluster:visible:not(.earlier)');
	await expect(clusters.first()).toBeVisible();
	const names = await detail(page)
		.locator('.lane-name')
		.evaluateAll((all) => all.map((name) => (name as HTMLElement).dataset['lane']));
	const of = await clusters.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['lane']));
	const at = of.findIndex((lane) => names.indexOf(lane) > 0);
	expect(at).toBeGreaterThanOrEqual(0);
	const lane = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['lane']);
	await clusters.nth(at).focus();
	await page.keyboard.press('ArrowUp');
	expect(await lane()).toBe(of[at]);
	await page.keyboard.press('ArrowUp');
	expect(await lane()).toBe(names[names.indexOf(of[at]) - 1]);
});

test('the link over the chart is no event of it', async ({ page }) => {
	await page.goto(places['domain root']());
	await expect(button(page, 'in')).toBeVisible();
	const skip = page.locator('.chart > .skip');
	await skip.focus();
	await page.keyboard.press('End');
	await expect(skip).toBeFocused();
	expect(new URL(page.url()).hash).toBe('');
});
