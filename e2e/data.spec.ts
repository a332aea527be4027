/** The data in programs of others: the slides, opened in TimelineJS itself. */
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { curlQuotes } from '../src/core/typography.ts';
import { content, published, words } from './content.ts';
import { BUILT } from './places.ts';

const TIMELINEJS = fileURLToPath(new URL('../node_modules/@knight-lab/timelinejs/dist/', import.meta.url));
const HOST = 'http://slides.test';
const TYPES: Record<string, string> = {
	'.css': 'text/css',
	'.js': 'text/javascript',
	'.json': 'application/json',
};
const PAGE = `<!doctype html><html lang="en"><head><title>Slides</title><link rel="stylesheet" href="/css/timeline.css"></head>
<body><div id="slides" style="height: 600px"></div><script src="/js/timeline.js"></script>
<script>timeline = new TL.Timeline('slides', '/timelinejs.json', { script_path: '${HOST}/js/', font: null })</script></body></html>`;

interface Opened {
	timeline: { config: { getErrors(): unknown[]; events: { unique_id: string }[] }; goToId(id: string): void };
}

test('the slides open in TimelineJS as they are: a title, and a slide for each event', async ({ page }) => {
	const errors: string[] = [];
	const elsewhere: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.route('**/*', (route) => {
		const { origin, pathname } = new URL(route.request().url());
		if (origin !== HOST) {
			elsewhere.push(route.request().url());
			return route.abort();
		}
		if (pathname === '/') return route.fulfill({ body: PAGE, contentType: 'text/html' });
		const file = pathname === '/timelinejs.json' ? join(BUILT, 'data', pathname) : join(TIMELINEJS, pathname);
		return route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'font/woff' });
	});
	await page.goto(`${HOST}/`);
	await expect(page.locator('.tl-timemarker')).toHaveCount(published.length);
	await expect(page.locator('.tl-slide')).toHaveCount(published.length + 1);
	await expect(page.locator('.tl-slide-titleslide')).toContainText(
		curlQuotes(content.site.title, words.quoteMarks),
	);
	const shown = await page.evaluate(() => {
		const { config } = (globalThis as unknown as Opened).timeline;
		return { errors: config.getErrors(), ids: config.events.map(({ unique_id }) => unique_id).sort() };
	});
	expect(shown).toEqual({ errors: [], ids: published.map(({ id }) => id).sort() });
	const inexact = published.find(({ date }) => date.kind === 'set' || date.approximate);
	await page.evaluate((id) => (globalThis as unknown as Opened).timeline.goToId(id), inexact?.id ?? '');
	const slide = page.locator('.tl-slide', { hasText: inexact?.shownTitle ?? '' });
	await expect(slide).toBeInViewport();
	await expect(slide).toContainText(inexact?.shownDate ?? '');
	expect(errors).toEqual([]);
	expect(elsewhere).toEqual([]);
});
