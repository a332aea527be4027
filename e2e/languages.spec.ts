/** The case in its further languages: a reader finds, reads, filters and searches in one of them, and can change. */
import { expect, test } from '@playwright/test';
import { canonicalAddress } from '../src/core/address.ts';
import { formatDate } from '../src/core/date-words.ts';
import { curlQuotes } from '../src/core/typography.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { findViolations, shortenLists } from './axe.ts';
import { content, published } from './content.ts';
import { visitOnce } from './host.ts';
import { kindsOfPage } from './kinds-of-page.ts';
import { BUILT, OFFLINE, PLACES, places, SUB_PATH } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const [translation] = content.translations;
if (!translation) throw new Error('the case has one language');
const { id: language, events } = translation;
const words = wordsFor(language);
const key = events.find(({ id }) => published.find((event) => event.id === id)?.importance === 1);
const left = published.find(({ id }) => !events.some((event) => event.id === id));
if (!key || !left) throw new Error('the case has no main event that is translated, or none that is not');
const shown = (text: string) => curlQuotes(text, words.quoteMarks);

for (const place of [...PLACES, OFFLINE] as const)
	test(`from home to an event, to one that is not translated, and to the other language: ${place}`, async ({
		page,
	}) => {
		const troubles = watch(page);
		const whole = place === OFFLINE ? await visitOnce(page, BUILT, SUB_PATH, [language]) : places[place]();
		const root = `${whole}${language}/`;
		await page.goto(`${root}index.html`);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.locator('h1')).toHaveText(shown(translation.site.title));
		await expect(page.locator('article.entry')).toHaveCount(published.length);
		const entry = page.locator(`article[id="${left.id}"]`);
		await expect(entry.locator('h4 a')).toHaveAttribute('lang', content.site.language);
		await expect(page.locator(`article[id="${key.id}"] h4 a`)).not.toHaveAttribute('lang');
		await expect(entry.locator('.badge-foreign')).toBeVisible();

		// What is chosen goes along to the other language, and back.
		await page.goto(`${root}index.html?status=established#${key.id}`);
		await expect(page.locator('.shown')).not.toBeEmpty();
		await page.locator('.masthead a[hreflang]').click();
		await expect(page).toHaveURL(`${whole}index.html?status=established#${key.id}`);
		await expect(page.locator('html')).toHaveAttribute('lang', content.site.language);
		await page.locator('.masthead a[hreflang]').click();
		await expect(page).toHaveURL(`${root}index.html?status=established#${key.id}`);

		await page.locator(`article[id="${key.id}"] h4 a`).click();
		await expect(page).toHaveURL(`${root}events/${encodeURIComponent(key.id)}.html`);
		await expect(page.locator('h1')).toHaveText(shown(key.title));
		const alternates = await page
			.locator('link[hreflang]')
			.evaluateAll((links) =>
				links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
			);
		const path = `events/${key.id}.html`;
		const original = canonicalAddress(content.site.address, path);
		expect(alternates).toEqual([
			[content.site.language, original],
			[language, canonicalAddress(`${content.site.address}${language}/`, path)],
			['x-default', original],
		]);

		await page.goto(`${root}search.html?q=${encodeURIComponent(key.title)}`);
		await expect(page.locator('.search-results li a').first()).toHaveText(shown(key.title));
		await expect(page.locator('.search-results li a').first()).not.toHaveAttribute('lang');
		await page.locator('.search-results li a').first().click();
		await expect(page).toHaveURL(`${root}events/${encodeURIComponent(key.id)}.html`);

		await page.goto(`${root}events/${encodeURIComponent(left.id)}.html`);
		await expect(page.locator('h1')).toHaveAttribute('lang', content.site.language);
		await expect(page.locator('.badge-foreign + dd')).toBeVisible();
		await page.locator('.cite summary').click();
		await expect(page.locator('.cite span[lang]')).toHaveCount(3);
		await expect(page.locator('link[hreflang]')).toHaveCount(0);
		await page.goto(`${root}search.html?q=${encodeURIComponent(left.title)}`);
		const hit = page.locator('.search-results li').first();
		await expect(hit.locator('a')).toHaveAttribute('lang', content.site.language);
		await expect(hit.locator('.hit-snippet')).toHaveAttribute('lang', content.site.language);

		// Close enough that both stand in the close-up by themselves.
		const { start } = left.date;
		const day = (offset: number) => new Date(((start ?? 0) + offset) * 86_400_000).toISOString().slice(0, 10);
		await page.goto(`${root}index.html?from=${day(-3)}&to=${day(3)}`);
		const mark = page.locator(`.detail [data-id="${left.id}"]`);
		const title = mark.locator('[lang]').first();
		await expect(title).toHaveAttribute('lang', content.site.language);
		await expect(title).toHaveText(shown(left.title));
		// Its date is in the language of the page.
		await expect(mark).not.toHaveAttribute('lang');
		await expect(mark).toHaveAccessibleName(`${formatDate(left.date, words.date)}: ${shown(left.title)}`);
		expect(troubles).toEqual([]);
	});

const EVENTS = [key.id, left.id].map((id) => `events/${id}.html`);
/** All but the page for addresses that are none, which a host has one of. */
const KINDS = [...new Set([...kindsOfPage(content), ...EVENTS])].filter((path) => path !== '404.html');
// In the dark only what axe says of colours is asked, of the pages whose kinds differ in them.
for (const [look, width, colorScheme, paths] of [
	['at 390 px', 390, 'light', KINDS],
	['at 1280 px', 1280, 'light', KINDS],
	['in the dark', 390, 'dark', ['index.html', ...EVENTS]],
] as const)
	test(`axe finds nothing on any kind of page, translated or not: ${look}`, async ({ page }) => {
		await page.setViewportSize({ width, height: 900 });
		await page.emulateMedia({ colorScheme });
		for (const path of paths) {
			await page.goto(`${places['domain root']()}${language}/${path}`);
			await shortenLists(page);
			expect.soft(await findViolations(page, colorScheme === 'dark'), path).toEqual([]);
		}
	});

/** Words that make sentences, and stand in no name. */
const TELLING: Record<string, RegExp> = {
	en: /\b(?:was|were|is|are|had|has|said|that|which|who|with|from|her|his|their|not)\b/g,
	es: /\b(?:fue|era|es|son|había|ha|dijo|que|cual|quien|con|desde|su|sus|pero|una|los|las)\b/g,
};

test('words that are not in the language of the page say which they are in', async ({ page }) => {
	const [own, other] = [TELLING[language], TELLING[content.site.language]];
	if (!own || !other) throw new Error('a language that this test does not know');
	const paths = KINDS.filter((path) => !path.includes('#'));
	for (const path of paths) {
		await page.goto(`${places['domain root']()}${language}/${path}`);
		const texts = await page.evaluate(() => {
			const found: [lang: string, text: string][] = [];
			const langOf = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? '';
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				if (node.parentElement && !node.parentElement.closest('script, style, [data-copy]'))
					found.push([langOf(node.parentElement), node.textContent ?? '']);
			for (const element of document.querySelectorAll('[alt], [aria-label], [title]'))
				for (const name of ['alt', 'aria-label', 'title'])
					found.push([langOf(element), element.getAttribute(name) ?? '']);
			return found;
		});
		const count = (text: string, telling: RegExp) => text.match(telling)?.length ?? 0;
		const wrong = texts.filter(([lang, text]) => {
			const [inOwn, inOther] = [count(text, own), count(text, other)];
			return lang === language ? inOther > 1 && inOther > inOwn : inOwn > 1 && inOwn > inOther;
		});
		expect(wrong, path).toEqual([]);
		expect(texts.length, path).toBeGreaterThan(20);
	}
});
