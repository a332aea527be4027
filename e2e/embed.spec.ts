/** The chart in a page of another site: a sandboxed frame without storage or origin, which must not touch what is around it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { EMBED_HEIGHT, embedSnippet, RESIZE_SCRIPT } from '../src/core/embed.ts';
import { content, published, words } from './content.ts';
import { places } from './places.ts';
import { watch } from './watch.ts';

const [chosen, other] = published.filter(({ importance }) => importance === 1);
if (!chosen || !other) throw new Error('the case has no two main events');
const hash = (id: string) => `#${encodeURIComponent(id)}`;

let host: Server;
let hostAddress = '';
/** What the page around holds. */
let hostHtml = '';

test.beforeAll(async () => {
	host = createServer((_, response) => response.setHeader('content-type', 'text/html').end(hostHtml));
	await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
	hostAddress = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
});
test.afterAll(() => host.close());

/** Opens a page of another site with the code that readers copy, as it would be for a site at the tests' own host. */
async function openAround(page: Page, view: string, { script = true, change = (code: string) => code } = {}) {
	const code = change(embedSnippet(places['sub-path'](), content.site.title, view));
	hostHtml = `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Around</title><main><h1>Around</h1>${code}</main>${script ? `<script>${RESIZE_SCRIPT}</script>` : ''}</html>`;
	await page.goto(hostAddress);
	return page.frameLocator('iframe');
}

const visibleCards = 'article.entry:visible';

test('in a sandboxed frame of another site the chart is shown, fits its frame and stays within it', async ({
	page,
}) => {
	const troubles = watch(page);
	await page.addInitScript(() => {
		const said: unknown[] = [];
		Object.assign(window, { said });
		addEventListener('message', ({ data }) => said.push(data));
	});
	const frame = await openAround(page, `?status=established${hash(chosen.id)}`);
	await expect(frame.locator('event-timeline.live')).toBeVisible();
	await expect(frame.locator('.chart-drawing:visible a.mark').first()).toBeVisible();
	await expect(frame.locator(visibleCards)).toHaveAttribute('id', chosen.id);
	await expect(frame.locator('.shown')).not.toBeEmpty();

	// As high as what it shows: nothing is left to scroll.
	const overflow = () =>
		frame.locator('html').evaluate((root) => Math.abs(root.scrollHeight - root.clientHeight));
	await expect.poll(overflow).toBeLessThanOrEqual(1);
	const said = await page.evaluate(() => (window as unknown as { said: unknown[] }).said);
	expect(said.length).toBeGreaterThan(0);
	for (const message of said)
		expect(message).toEqual({ type: 'timeline:height', height: expect.any(Number) });

	const steps = await page.evaluate(() => history.length);
	await frame.locator(`.chart-drawing:visible a.mark[href="${hash(other.id)}"]`).click({ force: true });
	await expect(frame.locator(visibleCards)).toHaveAttribute('id', other.id);
	await expect(frame.locator(`.mark.selected[href="${hash(other.id)}"]:visible`)).toBeVisible();
	await frame
		.getByRole('button', { name: '+', exact: true })
		.or(frame.locator('[name="in"]'))
		.first()
		.click();
	await expect(frame.locator('.detail .detail-event').first()).toBeVisible();
	const whole = frame.locator('.embed-from a');
	await expect(whole).toHaveAttribute('href', /\?from=.*&status=established#/);
	expect((await whole.getAttribute('href'))?.startsWith(content.site.address)).toBe(true);
	expect(await page.evaluate(() => history.length)).toBe(steps);
	expect(page.url()).toBe(hostAddress);
	expect(troubles).toEqual([]);
});

test('without the script around it the frame keeps its height, and the event chosen is in sight', async ({
	page,
}) => {
	const frame = await openAround(page, hash(chosen.id), { script: false });
	await expect(frame.locator('event-timeline.live')).toBeVisible();
	await expect(frame.locator(visibleCards)).toBeInViewport({ ratio: 1 });
	expect((await page.locator('iframe').boundingBox())?.height).toBe(EMBED_HEIGHT);
});

for (const [kind, change] of [
	['as copied', (code: string) => code],
	[
		'that keeps what it opens in the sandbox',
		(code: string) => code.replace(' allow-popups-to-escape-sandbox', ''),
	],
] as const)
	test(`links of a frame ${kind} open beside the page around`, async ({ page, context }) => {
		const frame = await openAround(page, hash(chosen.id), { change });
		const [opened] = await Promise.all([
			context.waitForEvent('page'),
			frame.locator(`${visibleCards} h2 a`).click(),
		]);
		await expect(opened.locator('article.event h1')).toBeVisible();
		expect(new URL(opened.url()).pathname.endsWith(`/events/${encodeURIComponent(chosen.id)}.html`)).toBe(
			true,
		);
		expect(page.url()).toBe(hostAddress);
	});

test('the code of a view is copied from home, with the event chosen', async ({ page }) => {
	await page.addInitScript(() => {
		const copied: string[] = [];
		const clipboard = { writeText: (text: string) => Promise.resolve(copied.push(text)) };
		Object.assign(window, { copied });
		Object.defineProperty(navigator, 'clipboard', { value: clipboard });
	});
	const view = `?status=${chosen.status}${hash(chosen.id)}`;
	await page.goto(`${places['sub-path']()}index.html${view}`);
	const button = page.getByRole('button', { name: words.filters.embed });
	await button.click();
	await expect(button.locator('+ [role="status"]')).toHaveText(words.event.copied);
	const copied = await page.evaluate(() => (window as unknown as { copied: string[] }).copied);
	expect(copied).toEqual([embedSnippet(content.site.address, await page.title(), view)]);
});
