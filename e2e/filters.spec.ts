/** Choosing among the events: the form, the list, the chart and the address always say the same. */
import { expect, test, type Page } from '@playwright/test';
import { content, published, words } from './content.ts';
import { PLACES, places } from './places.ts';

const [first, second] = content.site.categories.toSorted((a, b) => count(b.id) - count(a.id));
if (!first || !second) throw new Error('the case has fewer than two categories');
const year = new Date(((published.at(-1)?.date.start ?? 0) + 1) * 86_400_000).getUTCFullYear() - 1;

function count(category: string): number {
	return published.filter((event) => event.category === category).length;
}

/** Ids of the list's visible events, in the order of the page. */
const shownIds = (page: Page) =>
	page.locator('article.entry:visible').evaluateAll((articles) => articles.map((article) => article.id));

const inCategory = (...ids: string[]) =>
	published.filter((event) => ids.includes(event.category)).map((event) => event.id);

async function openFilters(page: Page): Promise<void> {
	await page.getByText(words.filters.more).click();
}

for (const place of PLACES)
	test(`a choice shows in list, chart, count and address, and Back undoes it: ${place}`, async ({ page }) => {
		await page.goto(`${places[place]()}index.html`);
		await openFilters(page);
		await page.getByRole('checkbox', { name: first.label }).check();
		expect(await shownIds(page)).toEqual(inCategory(first.id));
		await expect(page).toHaveURL(new RegExp(`index\\.html\\?category=${first.id}$`));
		await expect(page.locator('.shown')).toHaveText(`${count(first.id)} of ${published.length} events`);
		const faded = await page
			.locator('.chart-drawing:visible a.mark.left-out')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')?.slice(1)));
		expect(faded.sort()).toEqual(
			published
				.filter((event) => event.category !== first.id)
				.map((event) => event.id)
				.sort(),
		);
		await page.getByRole('checkbox', { name: second.label }).check();
		expect(await shownIds(page)).toEqual(inCategory(first.id, second.id));
		await page.goBack();
		expect(await shownIds(page)).toEqual(inCategory(first.id));
		await expect(page.getByRole('checkbox', { name: second.label })).not.toBeChecked();
		await page.goBack();
		expect(await shownIds(page)).toEqual(published.map((event) => event.id));
	});

test('a shared link restores the very view', async ({ page }) => {
	const from = `${year}-02`;
	await page.goto(`${places['domain root']()}?from=${from}&to=${year}-12&category=${first.id}&order=newest`);
	const start = Date.UTC(year, 1, 1) / 86_400_000;
	const end = Date.UTC(year + 1, 0, 1) / 86_400_000 - 1;
	const expected = published
		.filter((event) => event.category === first.id)
		.filter(({ date }) => (date.start ?? -Infinity) <= end && (date.end ?? Infinity) >= start)
		.map((event) => event.id)
		.reverse();
	expect(expected.length).toBeGreaterThan(0);
	expect(await shownIds(page)).toEqual(expected);
	await openFilters(page);
	await expect(page.locator('select[name="from"]')).toHaveValue(from);
	await expect(page.locator('select[name="order"]')).toHaveValue('newest');
});

test('what a menu lacks has one entry in it, in words, for as long as it is chosen', async ({ page }) => {
	const from = page.locator('select[name="from"]');
	const texts = () => from.locator('option').allTextContents();
	await page.goto(places['domain root']());
	await openFilters(page);
	const before = await texts();
	await page.goto(`${places['domain root']()}?from=${year}-02`);
	await openFilters(page);
	expect(await texts()).toEqual([...before, `February ${year}`]);
	await expect(from).toHaveValue(`${year}-02`);
	const slider = page.getByRole('slider', { name: words.chart.live.windowStart });
	await slider.focus();
	for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
	const after = await texts();
	expect(after.slice(0, -1)).toEqual(before);
	expect(after.at(-1)).toMatch(new RegExp(`July ${year}$`));
	await from.selectOption(String(year));
	expect(await texts()).toEqual(before);
});

test('the menus count what each choice would show', async ({ page }) => {
	await page.goto(places['domain root']());
	await openFilters(page);
	await page.getByRole('checkbox', { name: first.label }).check();
	const left = published.filter(({ category }) => category === first.id);
	for (const status of new Set(published.map((event) => event.status))) {
		const box = page.locator(`input[name="status"][value="${status}"]`);
		const number = left.filter((event) => event.status === status).length;
		await expect(page.locator('label', { has: box }).locator('.count')).toHaveText(String(number));
	}
	const person = page.locator('select[name="person"]');
	const options = await person
		.locator('option')
		.evaluateAll((all) =>
			all.map((option) => [(option as HTMLOptionElement).value, option.textContent ?? ''] as const),
		);
	expect(options.length).toBeGreaterThan(2);
	for (const [id, text] of options.slice(1))
		expect(text).toMatch(new RegExp(`\\(${left.filter(({ people }) => people.includes(id)).length}\\)$`));
	const [id = ''] = options.slice(1).find(([, text]) => !text.endsWith('(0)')) ?? [];
	await person.selectOption(id);
	const ofPerson = left.filter(({ people }) => people.includes(id)).map((event) => event.id);
	expect(await shownIds(page)).toEqual(ofPerson);
	await page.goBack();
	expect(await shownIds(page)).toEqual(inCategory(first.id));
	await page.goForward();
	expect(await shownIds(page)).toEqual(ofPerson);
	await expect(person).toHaveValue(id);
});

test('two people of a shared link are one entry of the menu, by their names', async ({ page }) => {
	const [one, other] = content.people.filter(({ id }) => published.some(({ people }) => people.includes(id)));
	await page.goto(`${places['domain root']()}?person=${one?.id}&person=${other?.id}`);
	await openFilters(page);
	const chosen = page.locator('select[name="person"] option:checked');
	for (const person of [one, other]) await expect(chosen).toContainText(person?.name ?? '');
	await expect(chosen).not.toContainText('(');
	await page.locator('select[name="person"]').selectOption('');
	await expect(page.locator('select[name="person"] option[value*=" "]')).toHaveCount(0);
});

test('words are found in titles, summaries and names, whatever their case', async ({ page }) => {
	await page.goto(places['domain root']());
	const event = published.find(({ importance }) => importance === 1);
	const [a = '', b = ''] = (event?.title ?? '').split(/\W+/).filter((word) => word.length > 3);
	await page.getByRole('searchbox').fill(`${b.toUpperCase()} ${a.toLowerCase()}`);
	expect(await shownIds(page)).toContain(event?.id);
	expect((await shownIds(page)).length).toBeLessThan(published.length);
	await expect(page).toHaveURL(/\?q=/);
});

test('where nothing is left, the page says which filter to drop, and drops it', async ({ page }) => {
	await page.goto(`${places['domain root']()}?category=${first.id}&q=zzzz`);
	expect(await shownIds(page)).toEqual([]);
	await expect(page.locator('.nothing')).toContainText(words.filters.text);
	await page.getByRole('button', { name: words.filters.drop }).click();
	expect(await shownIds(page)).toEqual(inCategory(first.id));
	await page.getByRole('button', { name: words.filters.clear }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('#list-heading')).toBeFocused();
	expect(await shownIds(page)).toEqual(published.map((event) => event.id));
});

test('a link to an event that its filters hide shows it all the same, and says so', async ({ page }) => {
	const hidden = published.find((event) => event.category !== first.id);
	await page.goto(`${places['domain root']()}?category=${first.id}#${hidden?.id}`);
	await expect(page.locator(`article[id="${hidden?.id}"]`)).toBeVisible();
	await expect(page.locator('.shown')).toContainText(words.filters.hiddenSelected);
});

test('newest first turns the whole list round, and back', async ({ page }) => {
	await page.goto(places['domain root']());
	await openFilters(page);
	await page.locator('select[name="order"]').selectOption('newest');
	const ids = published.map((event) => event.id);
	expect(await shownIds(page)).toEqual(ids.toReversed());
	await page.locator('select[name="order"]').selectOption('');
	expect(await shownIds(page)).toEqual(ids);
});

test('an address made to harm shows the whole case and runs nothing', async ({ page }) => {
	const hostile = '"><img src=x onerror=alert(1)>';
	let ran = false;
	page.on('dialog', () => (ran = true));
	const query = ['from', 'to', 'category', 'person', 'status', 'order']
		.map((key) => `${key}=${encodeURIComponent(hostile)}`)
		.join('&');
	await page.goto(`${places['domain root']()}?${query}#${encodeURIComponent(hostile)}`);
	expect(await shownIds(page)).toEqual(published.map((event) => event.id));
	expect(await page.locator('img').count()).toBe(0);
	expect(ran).toBe(false);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	// Firefox over WebDriver BiDi runs scripts all the same, so they are kept from it as well.
	test.beforeEach(({ page }) => page.route(/\.js$/, (route) => route.abort()));
	test('no control stands there that nothing would answer', async ({ page }) => {
		await page.goto(places['domain root']());
		await expect(page.locator('button:visible, input:visible, select:visible')).toHaveCount(0);
	});
});
