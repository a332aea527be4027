/** A case too large for one page: home has the main events, its years complete themselves, chart and filters know all. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeSyntheticCase } from '../bench/synthetic-case.ts';
import { serve } from '../scripts/serve.ts';
import { MOST_ON_HOME } from '../src/core/large-case.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { makeTimeline } from '../src/core/timeline.ts';
import { words } from './content.ts';
import { hostileAddresses, openEach } from './hostile-addresses.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'serial' });

/** One more than fits would do; some more give every year its share. */
const EVENTS = MOST_ON_HOME + 60;
const folder = mkdtempSync(join(tmpdir(), 'large case ü '));
const out = join(folder, 'dist');
let events: ReturnType<typeof makeTimeline>['events'];
let host: Awaited<ReturnType<typeof serve>>;

test.beforeAll(async () => {
	const content = join(folder, 'content');
	writeSyntheticCase(content, EVENTS);
	giveEarlierId(join(content, 'events'));
	({ events } = makeTimeline(await loadContent(content), { drafts: false }));
	const { status } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out, EDITIONS: '0', CARDS: '0' },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	expect(status).toBe(0);
	host = await serve(out);
});

test.afterAll(async () => {
	host.server.closeAllConnections();
	await new Promise((resolve) => host.server.close(resolve));
	rmSync(folder, { recursive: true });
});

/** To an event that home does not list. */
const EARLIER_ID = '2021-an-earlier-id';
function giveEarlierId(folder: string): void {
	const texts = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
	const [name, text] = texts.find(([, one]) => !/^importance: 1$/m.test(one)) ?? [];
	if (name === undefined || text === undefined) throw new Error('every event is a main one');
	writeFileSync(join(folder, name), text.replace(/^title:/m, `aliases: [${EARLIER_ID}]\n$&`));
}

const listed = (page: Page) =>
	page.locator('article.entry:visible').evaluateAll((all) => all.map(({ id }) => id));
const isMain = ({ importance }: { importance: number }) => importance === 1;
const yearOf = (start: number | null) => new Date((start ?? 0) * 86_400_000).getUTCFullYear();

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test('home has the main events, and each year leads to all of its own', async ({ page }) => {
		await page.goto(host.address);
		expect(await listed(page)).toEqual(events.filter(isMain).map(({ id }) => id));
		const year = yearOf(events[0]?.date.start ?? null);
		const ofYear = events.filter(({ date }) => yearOf(date.start) === year);
		await page.getByRole('link', { name: words.list.ofYear(ofYear.length, String(year)) }).click();
		expect(await listed(page)).toEqual(ofYear.map(({ id }) => id));
	});
});

test('the page of a year is accessible', async ({ page }) => {
	await page.goto(`${host.address}years/2021.html`);
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
});

for (const place of ['host', 'disk'] as const)
	test(`years are completed as the reader arrives, and a link to any event finds it: ${place}`, async ({
		page,
	}) => {
		const home = place === 'host' ? host.address : pathToFileURL(`${out}/`).href;
		const troubles = watch(page);
		await page.goto(`${home}index.html`);
		const section = page.locator('section.year').last();
		const year = yearOf(events.at(-1)?.date.start ?? null);
		const ofYear = events.filter(({ date }) => yearOf(date.start) === year).map(({ id }) => id);
		await expect(section).toHaveAttribute('data-more', String(year));
		await section.locator('h3').scrollIntoViewIfNeeded();
		await expect(section.locator('article.entry')).toHaveCount(ofYear.length);
		expect(await section.locator('article').evaluateAll((all) => all.map(({ id }) => id))).toEqual(ofYear);

		const hidden = events.find((event) => !isMain(event) && yearOf(event.date.start) === 2020);
		await page.goto(`${home}index.html#${hidden?.id}`);
		await expect(page.locator(`article[id="${hidden?.id}"]`)).toBeInViewport();
		expect(troubles).toEqual([]);
	});

test('an address with an earlier id of an event that home does not list leads to it', async ({ page }) => {
	const moved = events.find(({ aliases }) => aliases.includes(EARLIER_ID));
	await page.goto(`${host.address}#${EARLIER_ID}`);
	await expect(page.locator(`article[id="${moved?.id}"]`)).toBeInViewport();
});

test('chart, filters and list know every event, after the first move of a reader', async ({ page }) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.goto(host.address);
	await expect(page.locator('form.filters')).toBeVisible();
	expect(asked).not.toContain('/data/timeline.js');
	await page.locator('event-timeline.live').waitFor();
	await page.mouse.move(200, 200);
	await expect(page.locator('.shown')).toHaveText(`${EVENTS} of ${EVENTS} events`);
	const year = 2021;
	const ofYear = events.filter(({ date }) => {
		const [first, last] = [Date.UTC(year, 0, 1) / 86_400_000, Date.UTC(year + 1, 0, 1) / 86_400_000 - 1];
		return (date.start ?? -Infinity) <= last && (date.end ?? Infinity) >= first;
	});
	await page.getByText(words.filters.more).click();
	await page.locator('select[name="from"]').selectOption(String(year));
	await page.locator('select[name="to"]').selectOption(String(year));
	await expect(page.locator('.shown')).toHaveText(`${ofYear.length} of ${EVENTS} events`);
	await page.locator('section.year:visible h3').last().scrollIntoViewIfNeeded();
	await expect.poll(() => listed(page)).toEqual(ofYear.map(({ id }) => id));
	await page.locator('select[name="order"]').selectOption('newest');
	expect(await listed(page)).toEqual(ofYear.map(({ id }) => id).reverse());
	await page.locator('.chart').scrollIntoViewIfNeeded();
	await expect(page.locator('.detail .detail-event').first()).toBeVisible();
	expect(await page.locator('.detail .vis-item').count()).toBeLessThanOrEqual(300);
});

test('the arrow keys go through the marks of the drawing in the order of days; what has the focus is what is chosen', async ({
	page,
}) => {
	const place = new Map(events.map(({ id }, index) => [id, index]));
	await page.goto(host.address);
	// It hears of a first move from when it is awake.
	await page.locator('event-timeline.live').waitFor();
	await page.mouse.move(200, 200);
	await expect(page.locator('.shown')).toHaveText(`${EVENTS} of ${EVENTS} events`);
	const marks = page.locator('.chart-drawing:visible a.mark');
	const drawn = await marks.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
	const at = () =>
		page.evaluate(() => ({
			focused: document.activeElement?.getAttribute('href')?.slice(1),
			selected: document
				.querySelector('.chart-drawing:not([hidden]) a.mark.selected')
				?.getAttribute('href')
				?.slice(1),
		}));
	await page.locator('.chart-drawing:visible a.mark[tabindex="0"]').focus();
	await page.keyboard.press('Home');
	for (const id of drawn) {
		expect(await at()).toEqual({ focused: id, selected: id });
		await page.keyboard.press('ArrowRight');
	}
	await page.keyboard.press('ArrowLeft');
	expect(await at()).toEqual({ focused: drawn.at(-2), selected: drawn.at(-2) });

	// From one that has no mark, to the nearest on that side.
	const hidden = events.findIndex(({ id }, index) => index > 200 && !drawn.includes(id));
	const nearest = (by: 1 | -1) =>
		by > 0
			? drawn.find((id) => (place.get(id ?? '') ?? 0) > hidden)
			: drawn.findLast((id) => (place.get(id ?? '') ?? 0) < hidden);
	await page.evaluate((id) => (location.hash = id ?? ''), events[hidden]?.id);
	await expect(page.locator(`.chart-drawing:visible a.mark[href="#${nearest(1)}"]`)).toHaveAttribute(
		'tabindex',
		'0',
	);
	await page.locator('.chart-drawing:visible a.mark[tabindex="0"]').focus();
	await page.keyboard.press('ArrowLeft');
	expect(await at()).toEqual({ focused: nearest(-1), selected: nearest(-1) });
});

test('events of one day that no zoom takes apart are listed, and one of them is chosen from the list', async ({
	page,
}) => {
	const days = Map.groupBy(
		events.filter(({ date }) => date.start !== null && date.start === date.end),
		({ date, category }) => `${date.start} ${category}`,
	);
	const [most = []] = [...days.values()].toSorted((a, b) => b.length - a.length);
	const day = most[0]?.date.start ?? 0;
	const iso = (offset: number) => new Date((day + offset) * 86_400_000).toISOString().slice(0, 10);
	await page.goto(`${host.address}?from=${iso(-3)}&to=${iso(3)}`);
	const cluster = page.locator('.detail .cluster').first();
	const count = Number(await cluster.textContent());
	await cluster.click();
	const list = page.locator('.cluster-list');
	await expect(list.getByRole('link')).toHaveCount(count);
	await expect(list.getByRole('link').first()).toBeFocused();
	const { violations } = await new AxeBuilder({ page }).include('.chart').analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(list).toHaveCount(0);
	await cluster.click();
	const chosen = list.getByRole('link').last();
	const hash = await chosen.getAttribute('href');
	await chosen.click();
	await expect(list).toHaveCount(0);
	await expect(page).toHaveURL(new RegExp(`${hash}$`));
	await expect(page.locator(`.detail .detail-event.selected[href="${hash}"]`)).toBeVisible();
});

test('an event that keys came to is found by Enter, also where its year did not come at first', async ({
	page,
}) => {
	const late = events.find(
		(event, index) =>
			!isMain(event) && events[index - 1] && yearOf(event.date.start) === 2023 && event.date.start !== null,
	);
	const day = late?.date.start ?? 0;
	const iso = (offset: number) => new Date((day + offset) * 86_400_000).toISOString().slice(0, 10);
	await page.route(/data\/years\/2023\.js$/, (route) => route.abort());
	await page.goto(`${host.address}?from=${iso(-10)}&to=${iso(10)}#${late?.id}`);
	const link = page.locator(`.detail .detail-event[href="#${late?.id}"]`);
	await expect(link).toBeVisible();
	await expect(page.locator(`article[id="${late?.id}"]`)).toHaveCount(0);
	await page.unroute(/data\/years\/2023\.js$/);
	await link.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator(`article[id="${late?.id}"]`)).toBeInViewport();
});

test('what is new counts all events, and is marked in years that come later', async ({ page }) => {
	await page.goto(host.address);
	const changed = events.filter((event) => !isMain(event) && yearOf(event.date.start) === 2023).slice(0, 3);
	const main = events.filter(isMain).slice(0, 1);
	const data = {
		days: [
			{
				day: '2026-11-20',
				inWords: 'a day',
				added: main.map(({ id }) => id),
				changed: changed.map(({ id }) => id),
			},
		],
		words: words.news,
	};
	await page.route(/data\/changes\.js$/, (route) =>
		route.fulfill({
			contentType: 'text/javascript',
			body: `globalThis.caseChanges=${JSON.stringify(data)};`,
		}),
	);
	await page.evaluate(() => {
		const { address } = document.querySelector<HTMLElement>('event-timeline')?.dataset ?? {};
		localStorage.setItem(`last-read ${address}`, '2020-01-01');
	});
	await page.reload();
	await expect(page.locator('.news')).toContainText('4');
	await expect(page.locator('.badge-news')).toHaveCount(1);
	await page.evaluate((id) => (location.hash = id), changed[0]?.id ?? '');
	await expect(page.locator(`article[id="${changed[0]?.id}"] .badge-news`)).toHaveText(words.news.changed);
	await expect(page.locator('.badge-news')).toHaveCount(4);
});

test('where the whole does not come, the reader is told, and the main events still answer', async ({
	page,
}) => {
	await page.route(/\/data\/timeline\.js$/, (route) => route.abort());
	await page.goto(`${host.address}?q=zzzz`);
	await expect(page.locator('.chart-status')).toHaveText(words.chart.partial);
	await expect(page.locator('.nothing')).toBeVisible();
});

test('addresses made to harm add nothing to a page that completes itself, and run nothing', async ({
	page,
}) => {
	const troubles = watch(page);
	const found = await openEach(
		page,
		`${host.address}index.html`,
		hostileAddresses(10),
		'event-timeline.live',
	);
	expect(found).toEqual([]);
	expect(troubles).toEqual([]);
});
