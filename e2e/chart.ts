/** The chart as tests speak of it, and the case as its window shows it. */
import { expect, type Locator, type Page } from '@playwright/test';
import { published, words } from './content.ts';

export const ids = published.map(({ id }) => id);

/** A year with several events, and what reaches into it. */
export const year = 2022;
export const inYear = published
	.filter(({ date }) => {
		const [first, last] = [Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year + 1, 0, 1) / 86_400_000 - 1];
		return (date.start ?? -Infinity) <= last && (date.end ?? Infinity) >= first;
	})
	.map(({ id }) => id);
export const ofYear = `?from=${year}&to=${year}`;

/** What has to be the same on a desk and in a hand. */
export const SCREENS = [
	['wide', { width: 1280, height: 720 }],
	['narrow', { width: 390, height: 844 }],
] as const;

/** The drawing of the whole case, the close-up of a part of it. */
export const drawing = (page: Page) => page.locator('.chart-drawing:visible');
export const detail = (page: Page) => page.locator('.detail');
export const firstInDetail = (page: Page) => detail(page).locator('.detail-event').first();
export const mark = (page: Page, id: string | undefined) => drawing(page).locator(`a.mark[href="#${id}"]`);
export const button = (page: Page, name: keyof typeof words.chart.tools) =>
	page.locator('.chart-tools').getByRole('button', { name: words.chart.tools[name] });

/** Ids of the events that the list shows. */
export const listed = (page: Page) =>
	page.locator('article.entry:visible').evaluateAll((articles) => articles.map(({ id }) => id));
export const article = (page: Page, id: string | undefined) => page.locator(`article[id="${id}"]`);

/** The id of the event whose link has the focus. */
export const focused = (page: Page) =>
	page.evaluate(() => decodeURIComponent(document.activeElement?.getAttribute('href')?.slice(1) ?? ''));

/** Focuses the one stop that the chart has for Tab. */
export async function enterChart(page: Page): Promise<void> {
	await page
		.locator('.chart-drawing:visible a.mark[tabindex="0"], .detail:visible [tabindex="0"]')
		.first()
		.focus();
}

/** The strip once its window can be moved. */
export async function findOverview(page: Page): Promise<{ strip: Locator; from: Locator; to: Locator }> {
	await page.locator('.overview').scrollIntoViewIfNeeded();
	await expect(page.getByRole('slider')).toHaveCount(2);
	const slider = (name: string) => page.getByRole('slider', { name });
	const { windowStart, windowEnd } = words.chart.live;
	return { strip: page.locator('.overview > svg'), from: slider(windowStart), to: slider(windowEnd) };
}

/** A point of the strip. @param share from its left edge */
export async function pointOnStrip(page: Page, share: number): Promise<{ x: number; y: number }> {
	const box = await page.locator('.overview > svg').boundingBox();
	if (!box) throw new Error('no overview');
	return { x: box.x + box.width * share, y: box.y + 27 };
}

/** Drags over the strip. @param shares from and to where, from its left edge */
export async function dragOverStrip(page: Page, shares: readonly [number, number]): Promise<void> {
	const [start, end] = [await pointOnStrip(page, shares[0]), await pointOnStrip(page, shares[1])];
	await page.mouse.move(start.x, start.y);
	await page.mouse.down();
	await page.mouse.move((start.x + end.x) / 2, end.y, { steps: 4 });
	await page.mouse.move(end.x, end.y, { steps: 4 });
	await page.mouse.up();
}

/** Ids of the events whose marks stand in the close-up, as far as it shows them. */
export const inSight = (page: Page) =>
	detail(page)
		.locator('.detail-event')
		.evaluateAll((links) =>
			links
				.filter((link) => {
					const box = link.getBoundingClientRect();
					const chart = link.closest('.detail')?.getBoundingClientRect();
					return chart && box.left >= chart.left - 8 && box.left < chart.right - 8;
				})
				.map((link) => link.getAttribute('data-id') ?? ''),
		);
