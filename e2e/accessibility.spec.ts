/** WCAG 2.2 AA as far as axe can tell, on each kind of page, light and dark. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { findViolations } from './axe.ts';
import { content, published, words } from './content.ts';
import { kindsOfPage } from './kinds-of-page.ts';
import { places, SECOND_CASE } from './places.ts';

const PAGES = kindsOfPage(content);

// In the dark the page is the same but for its colours: there only what axe says of them is asked again, and at another
// width only of home, whose chart is another drawing.
for (const colorScheme of ['light', 'dark'] as const)
	for (const width of [390, 1280])
		test.describe(`${colorScheme}, ${width} px`, () => {
			test.use({ colorScheme, viewport: { width, height: 900 } });
			for (const path of colorScheme === 'dark' && width > 390 ? ['index.html'] : PAGES)
				test(path, async ({ page }) => {
					await page.goto(places['domain root']() + path);
					expect(await findViolations(page, colorScheme === 'dark')).toEqual([]);
				});
			test('search.html with hits', async ({ page }) => {
				await page.goto(`${places['domain root']()}search.html?q=${content.people[0]?.name}`);
				await expect(page.locator('.search-results mark').first()).toBeVisible();
				expect(await findViolations(page)).toEqual([]);
			});
		});

for (const [state, query] of [
	['the close-up open', '?from=2022&to=2022'],
	['clusters, and a filter on', '?from=2020&status=established'],
	['nothing left', '?q=zzzz'],
] as const)
	test(`home with ${state}`, async ({ page }) => {
		await page.goto(`${places['domain root']()}index.html${query}`);
		await expect(page.locator('event-timeline.live')).toBeVisible();
		if (query.includes('from')) await expect(page.locator('.detail .detail-event').first()).toBeVisible();
		await page.locator('.overview').scrollIntoViewIfNeeded();
		await expect(page.getByRole('slider')).toHaveCount(2);
		expect(await findViolations(page)).toEqual([]);
	});

for (const width of [390, 1280])
	test(`to whoever hears the page, the drawing is a list of links by date, each with date and title: ${width} px`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.goto(places['domain root']());
		const client = await page.context().newCDPSession(page);
		const { nodes } = await client.send('Accessibility.getFullAXTree');
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		const below = (id: string): typeof nodes => {
			const node = byId.get(id);
			return node ? [node, ...(node.childIds ?? []).flatMap(below)] : [];
		};
		const charts = nodes.filter(({ name, ignored }) => !ignored && name?.value === words.chart.label);
		expect(charts).toHaveLength(1);
		const links = below(charts[0]?.nodeId ?? '').filter(
			({ role, ignored }) => !ignored && role?.value === 'link',
		);
		expect(links.map(({ name }) => String(name?.value))).toEqual(
			published.map(({ shownDate, shownTitle }) => `${shownDate}: ${shownTitle}`),
		);
	});

test('the copy that is one file', async ({ page }) => {
	// The second case's, which is shorter: axe takes minutes over hundreds of notes that are all alike.
	await page.goto(pathToFileURL(join(SECOND_CASE, 'downloads', 'apollo.html')).href);
	expect(await findViolations(page)).toEqual([]);
});
