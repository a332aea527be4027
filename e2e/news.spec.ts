/** What is new since a reader's last visit: told by their own browser, from a disk too. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { formatDay } from '../src/core/day-words.ts';
import { makeTimeline } from '../src/core/timeline.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { words } from './content.ts';
import { SECOND_CASE, SECOND_CONTENT } from './places.ts';

const timeline = makeTimeline(await loadContent(resolve(SECOND_CONTENT)), { drafts: false });
const days = [...new Set(timeline.changes.map(({ day }) => day))];
const since = days.find((day) => laterThan(day).size > 1 && day < timeline.lastChange) ?? '';
const home = pathToFileURL(join(SECOND_CASE, 'index.html')).href;
const key = `last-read ${timeline.site.address}`;

/** Events that were added, updated or corrected after a day. */
function laterThan(day: string): Set<string> {
	const later = timeline.changes.filter((change) => change.day > day);
	return new Set(
		later.flatMap(({ of }) => ('event' in of && timeline.event(of.event.id) ? [of.event.id] : [])),
	);
}

test('a reader who comes back sees what is new, until it is marked as read', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto(home);
	const stored = () => page.evaluate((name) => localStorage.getItem(name), key);
	await expect.poll(stored).toBe(timeline.lastChange);
	await expect(page.locator('.news')).toHaveCount(0);

	await page.evaluate(([name = '', day = '']) => localStorage.setItem(name, day), [key, since]);
	await page.reload();
	const line = page.locator('.news');
	const count = laterThan(since).size;
	const told = words.news.line
		.replace('{count}', String(count))
		.replace('{day}', formatDay(since, words.date));
	await expect(line).toContainText(told);
	const marked = page.locator('article.entry', { has: page.locator('.badge-news') });
	expect(await marked.evaluateAll((all) => all.map(({ id }) => id).sort())).toEqual(
		[...laterThan(since)].sort(),
	);
	await expect(line.getByRole('link', { name: words.news.all })).toHaveAttribute('href', 'changes.html');

	await line.getByRole('button', { name: words.news.read }).click();
	await expect(line).toHaveCount(0);
	await expect(page.locator('.badge-news')).toHaveCount(0);
	await expect(page.locator('#list-heading')).toBeFocused();
	expect(await stored()).toBe(timeline.lastChange);
	expect(errors).toEqual([]);
});

test('where storage is refused, the page is as ever', async ({ page }) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.addInitScript(() =>
		Object.defineProperty(globalThis, 'localStorage', {
			get() {
				throw new DOMException('refused', 'SecurityError');
			},
		}),
	);
	await page.goto(home);
	await expect(page.locator('event-timeline')).toHaveClass(/live/);
	await expect(page.locator('.news')).toHaveCount(0);
	expect(errors).toEqual([]);
});
