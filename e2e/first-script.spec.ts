/** What script a browser loads at home, asked of the browser: what comes because it is in sight counts too. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { HOME_SCRIPT } from './budgets.ts';
import { BUILT, places } from './places.ts';
import { tellCount } from './soak.ts';

/** Longer than anything waits that starts by itself. */
const SETTLED_MS = 1_000;
const sizeOf = (path: string) => gzipSync(readFileSync(join(BUILT, path)), { level: 9 }).length;

/** Scripts that were loaded, by their size. */
async function loaded(page: Page): Promise<Map<string, number>> {
	await page.waitForTimeout(SETTLED_MS);
	const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	const paths = asked.map((address) => decodeURI(new URL(address).pathname).slice(1));
	return new Map(paths.filter((path) => path.endsWith('.js')).map((path) => [path, sizeOf(path)]));
}

const sum = (scripts: ReadonlyMap<string, number>) =>
	[...scripts.values()].reduce((all, size) => all + size, 0);
const isLibrary = (path: string) => path.startsWith('assets/detail.');

for (const [screen, width, height] of [
	['a phone', 390, 844],
	['a desk', 1280, 900],
] as const)
	test(`home on ${screen} loads no more script than it may, untouched and with the chart in sight`, async ({
		page,
	}, info) => {
		await page.setViewportSize({ width, height });
		await page.goto(`${places['domain root']()}index.html`);
		await expect(page.locator('event-timeline.live')).toBeAttached();
		const untouched = await loaded(page);
		expect([...untouched.keys()].filter(isLibrary)).toEqual([]);
		expect(sum(untouched), JSON.stringify([...untouched])).toBeLessThanOrEqual(HOME_SCRIPT.untouched);

		await page.locator('.overview').scrollIntoViewIfNeeded();
		await expect(page.getByRole('slider')).toHaveCount(2);
		const all = await loaded(page);
		const inSight = new Map([...all].filter(([path]) => !isLibrary(path)));
		expect(inSight.size).toBeGreaterThan(untouched.size);
		expect(sum(inSight), JSON.stringify([...inSight])).toBeLessThanOrEqual(HOME_SCRIPT.inSight);
		tellCount(
			info,
			`script at home on ${screen}: ${sum(untouched)} bytes untouched, ${sum(inSight)} with the chart in sight and without the close-up's library`,
		);
	});
