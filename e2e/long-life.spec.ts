/** A page that is used for long: what a reader does a thousand times leaves nothing behind. */
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { words } from './content.ts';
import { places } from './places.ts';
import { IS_SOAK, SOAK_TIMEOUT, tellCount } from './soak.ts';

test.describe.configure({ timeout: SOAK_TIMEOUT });

/** What a reader does; each is done in turn. */
const ACTS: readonly ((page: Page, round: number) => Promise<void>)[] = [
	// A pan of the close-up, to where it has not been, and almost back.
	async (page, round) => {
		const box = await page.locator('.detail').boundingBox();
		if (!box) throw new Error('no close-up');
		const [x, y] = [box.x + box.width / 2, box.y + box.height - 12];
		for (const by of [-150 - (round % 89), 150 + (round % 97)]) {
			await page.mouse.move(x, y);
			await page.mouse.down();
			await page.mouse.move(x + by, y, { steps: 3 });
			await page.mouse.up();
		}
	},
	// A filter, on and off.
	async (page) => {
		const box = page.locator('.filters input[name="category"]').first();
		await box.check();
		await box.uncheck();
	},
	// Words, typed and taken back.
	async (page) => {
		const box = page.locator('.filters input[name="q"]');
		await box.fill('court');
		await box.fill('');
	},
	// From event to event by keys; the window follows.
	async (page) => {
		await page.locator('.detail [tabindex="0"]').first().focus();
		for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'Escape'])
			await page.keyboard.press(key);
	},
	// A window of another size, and the one before.
	async (page) => {
		await page.getByRole('button', { name: words.chart.tools.in }).click();
		await page.getByRole('button', { name: words.chart.tools.year }).click();
	},
	// The order turned round, and back.
	async (page) => {
		const order = page.locator('.filters select[name="order"]');
		await order.selectOption('newest');
		await order.selectOption('');
	},
];
/** To be warm: caches filled, code compiled. */
const WARM = ACTS.length * (IS_SOAK ? 40 : 6);
const ROUNDS = IS_SOAK ? 1_000 : 48;
/** How many times what it was the heap may be. */
const GROWTH = 1.1;

interface Kept {
	heap: number;
	listeners: number;
	nodes: number;
	/** Entries of the menus, which a reader would have to scroll through. */
	options: number;
}

async function countKept(page: Page, client: CDPSession): Promise<Kept> {
	// What waits for a frame is still wanted.
	await page.evaluate(
		() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
	);
	for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage');
	const { metrics } = await client.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
	return {
		heap: of('JSHeapUsedSize'),
		listeners: of('JSEventListeners'),
		nodes: of('Nodes'),
		options: await page.locator('option').count(),
	};
}

test(`after ${ROUNDS} pans, filters and selections the page holds what it held before`, async ({
	page,
}, info) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.setViewportSize({ width: 1280, height: 1000 });
	const client = await page.context().newCDPSession(page);
	await client.send('Performance.enable');
	await page.goto(`${places['domain root']()}?from=2022&to=2022`);
	await expect(page.locator('.detail .detail-event').first()).toBeVisible();
	await page.locator('.overview').scrollIntoViewIfNeeded();
	await expect(page.getByRole('slider')).toHaveCount(2);
	await page.getByText(words.filters.more).click();
	await page.locator('.detail').scrollIntoViewIfNeeded();
	const use = async (times: number) => {
		for (let time = 0; time < times; time++) await ACTS[time % ACTS.length]?.(page, time);
		await page.evaluate(() => {
			history.replaceState(null, '', '?from=2022&to=2022');
			dispatchEvent(new PopStateEvent('popstate'));
		});
	};
	await use(WARM);
	const before = await countKept(page, client);
	await use(ROUNDS);
	const after = await countKept(page, client);
	const told = `heap ${(before.heap / 1e6).toFixed(2)} MB, then ${(after.heap / 1e6).toFixed(2)}; listeners ${before.listeners}, then ${after.listeners}; nodes ${before.nodes}, then ${after.nodes}; entries of menus ${before.options}, then ${after.options}`;
	expect(after.options, told).toBe(before.options);
	expect(after.listeners, told).toBe(before.listeners);
	expect(after.heap, told).toBeLessThanOrEqual(before.heap * GROWTH);
	expect(after.nodes, told).toBeLessThanOrEqual(before.nodes * GROWTH);
	tellCount(info, `${ROUNDS} pans, filters and selections: ${told}`);
});
