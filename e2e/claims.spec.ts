/** Statements and the record: found from the menu and from events, each at an address of its own. */
import { expect, test } from '@playwright/test';
import { compareClaims } from '../src/core/claim.ts';
import { quoteText } from '../src/core/typography.ts';
import { content, published, words } from './content.ts';
import { places } from './places.ts';

const claims = content.claims.toSorted(compareClaims);
const shown = (text: string) => quoteText(text, words.quoteMarks);
const root = () => places['domain root']();

test('every statement stands in its speaker’s words, with its answers and its events', async ({ page }) => {
	await page.goto(`${root()}index.html`);
	await page.getByRole('link', { name: words.nav.claims }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.claims.heading);
	const articles = await page.locator('article.claim').evaluateAll((all) =>
		all.map((article) => ({
			id: article.id,
			said: [...article.querySelectorAll('blockquote')].map((quote) => quote.textContent?.trim()),
			events: [...article.querySelectorAll('.event-link a')].map((link) => link.getAttribute('href')),
			cited: article.querySelectorAll('.prose .cites a').length > 0,
		})),
	);
	expect(articles).toEqual(
		claims.map(({ id, statement, answers, events }) => ({
			id,
			said: [statement, ...answers].map(({ text }) => shown(text)),
			events: events
				.filter((event) => published.some((other) => other.id === event))
				.map((event) => `./events/${event}.html`),
			cited: true,
		})),
	);
});

test('an event names the statements that touch it, and each leads to its entry', async ({ page }) => {
	const [claim] = claims;
	await page.goto(`${root()}events/${claim?.events[0]}.html`);
	await page
		.locator('.claims-in-short')
		.getByRole('link', { name: shown(claim?.statement.text ?? '') })
		.click();
	await expect(page).toHaveURL(new RegExp(`claims\\.html#${claim?.id}$`));
	await expect(page.locator(`article[id="${claim?.id}"] blockquote`).first()).toBeInViewport();
});

test('an event that no statement touches has no such block', async ({ page }) => {
	const untouched = published.find(({ id }) => claims.every(({ events }) => !events.includes(id)));
	await page.goto(`${root()}events/${untouched?.id}.html`);
	await expect(page.locator('.claims-in-short')).toHaveCount(0);
});
