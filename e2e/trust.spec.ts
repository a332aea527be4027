/** What a reader can hold the site to: its changes, its figures, what it took back. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { formatDay } from '../src/core/day-words.ts';
import { eventPeople } from '../src/core/event.ts';
import { rolesAt } from '../src/core/roles.ts';
import { curlQuotes } from '../src/core/typography.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { content, published, words } from './content.ts';
import { openHost, untilKept } from './host.ts';
import { places, SECOND_CASE, SECOND_CONTENT, SUB_PATH } from './places.ts';

const second = await loadContent(resolve(SECOND_CONTENT));
const withdrawn = second.events.find((event) => event.withdrawn);
const corrected = second.events.find((event) => event.corrections.length > 1);
const curl = (text: string) => curlQuotes(text, words.quoteMarks);
const onDisk = (path: string) => pathToFileURL(join(SECOND_CASE, path)).href;

test('what was taken back is named by its address and its reason, and told nowhere else', async ({
	page,
}) => {
	await page.goto(onDisk('changes.html'));
	const notice = page.locator('.changes-withdrawn li');
	await expect(notice).toContainText(`events/${withdrawn?.id}.html`);
	await expect(notice).toContainText(curl(withdrawn?.withdrawn?.reason ?? ''));
	const texts = readdirSync(SECOND_CASE, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(html|json|js|bib|xml|csv|ics|txt)$/.test(file))
		// A calendar breaks its lines.
		.map((file) => ({ file, text: readFileSync(join(SECOND_CASE, file), 'utf8').replaceAll('\r\n ', '') }));
	expect(texts.length).toBeGreaterThan(20);
	for (const secret of [withdrawn?.title ?? '', withdrawn?.summary ?? ''])
		expect(
			texts
				.filter(({ text }) => text.includes(secret) || text.includes(curl(secret)))
				.map(({ file }) => file),
		).toEqual([]);
	// Whoever was told of it, is told of this.
	const { id, category, withdrawn: said } = withdrawn ?? {};
	for (const path of ['feed.xml', 'feed.json', `feeds/category-${category}.xml`, 'data/timeline.json']) {
		const { text = '' } = texts.find(({ file }) => file === path) ?? {};
		for (const told of [`events/${id}.html`, said?.date ?? '-']) expect(text, path).toContain(told);
		expect(text.includes(said?.reason ?? '-') || text.includes(curl(said?.reason ?? '-')), path).toBe(true);
	}
});

const moved = second.events.find(({ aliases, withdrawn: isGone }) => aliases.length > 0 && !isGone);

/** Where the second case is read. @returns its address, and how to end it */
const READ_IN: Record<string, (page: Page) => Promise<{ root: string; stop?: () => Promise<void> }>> = {
	'domain root': async () => open(),
	'sub-path': async () => open(SUB_PATH),
	disk: async () => ({ root: `${pathToFileURL(SECOND_CASE).href}/` }),
	offline: async (page) => {
		const { root, stop } = await open(SUB_PATH);
		await page.goto(`${root}offline.html`);
		await untilKept(page);
		await stop();
		return { root };
	},
};

async function open(base = '/') {
	const { address, stop } = await openHost(SECOND_CASE, base);
	return { root: address, stop };
}

test.describe('in every place', () => {
	test.use({ serviceWorkers: 'allow' });
	for (const [place, read] of Object.entries(READ_IN))
		test(`an earlier address leads to the event, that of a withdrawn one tells the day and why: ${place}`, async ({
			page,
		}) => {
			const { root, stop } = await read(page);
			await page.goto(`${root}events/${moved?.aliases[0]}.html`);
			await expect(page).toHaveURL(`${root}events/${moved?.id}.html`);
			await expect(page.locator('h1')).toHaveText(curl(moved?.title ?? ''));
			const { date = '', reason = '' } = withdrawn?.withdrawn ?? {};
			await page.goto(`${root}events/${withdrawn?.id}.html`);
			await expect(page.locator('main')).toContainText(curl(reason));
			await expect(page.locator('main')).toContainText(formatDay(date, words.date));
			await expect(page.locator('body')).not.toContainText(withdrawn?.summary ?? '');
			await stop?.();
		});
});

test('a correction stands at the head of its event and among the changes', async ({ page }) => {
	const [latest] = corrected?.corrections ?? [];
	await page.goto(onDisk(`events/${corrected?.id}.html`));
	const head = page.locator('.event-head').getByRole('link', {
		name: words.event.correctedOn(formatDay(latest?.date ?? '', words.date)),
	});
	await head.click();
	await expect(page.locator('#corrections')).toBeInViewport();
	await page.goto(onDisk('changes.html'));
	const told = page.locator('.changes-corrected .change-text');
	await expect(told).toHaveText((corrected?.corrections ?? []).map(({ text }) => curl(text)));
});

test('the days of change are newest first and lead to every event', async ({ page }) => {
	await page.goto(`${places['domain root']()}changes.html`);
	const days = await page
		.locator('.changes-day time')
		.evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
	expect(days).toEqual([...new Set(days)].sort().reverse());
	const links = await page
		.locator('.changes-added a[href*="events/"]')
		.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
	expect(links).toEqual(published.map(({ id }) => `./events/${id}.html`));
});

test('the page on sourcing shows the figures that the check prints', async ({ page }) => {
	const { stdout } = spawnSync(process.execPath, [...process.execArgv, 'scripts/check.ts', '--quality'], {
		encoding: 'utf8',
	});
	await page.goto(`${places['domain root']()}method.html`);
	await page.getByRole('link', { name: words.quality.heading }).click();
	const figures = await page
		.locator('.quality > div[id]')
		.evaluateAll((all) =>
			all.map(
				(figure) =>
					`${figure.querySelector('dt')?.textContent}: ${figure.querySelector('dd')?.textContent?.trim().replace(/\s+/g, ' ')}`,
			),
		);
	expect(figures.length).toBeGreaterThan(3);
	for (const figure of figures) expect(stdout).toContain(`${figure}\n`);
});

test('an organization’s page lists its events, and a person’s the role at the time', async ({ page }) => {
	const organization = content.organizations.find(({ id }) =>
		published.some(({ organizations }) => organizations.includes(id)),
	);
	await page.goto(`${places['domain root']()}organizations.html`);
	await page.getByRole('link', { name: curl(organization?.name ?? ''), exact: true }).click();
	await expect(page.locator('.event-link a')).toHaveText(
		published
			.filter(({ organizations }) => organizations.includes(organization?.id ?? ''))
			.map(({ shownTitle }) => shownTitle),
	);
	const held = content.people
		.filter((person) => person.page)
		.flatMap((person) =>
			published
				.filter((event) => eventPeople(event).includes(person.id))
				.flatMap(({ date }) => rolesAt(person, date).map(({ text }) => ({ id: person.id, text }))),
		)[0];
	await page.goto(`${places['domain root']()}people/${held?.id}.html`);
	await expect(page.locator('.role-then').first()).toHaveText(curl(held?.text ?? ''));
});
