/** Reading without a network: what is stored, how it is said, how it is renewed, how it is removed. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { ENGLISH as notices } from '../src/i18n/notices.ts';
import { entriesOf } from '../src/integrations/offline/worker/edition.ts';
import { words } from './content.ts';
import { copyOfBuilt, findKept, openHost, readEdition, untilKept } from './host.ts';
import { places, SECOND_CASE } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const { states } = words.offline;
const events = readdirSync(join(SECOND_CASE, 'events')).sort();
const [first = '', second = ''] = events.map((name) => `events/${encodeURIComponent(name)}`);

test('after one visit every page is there, an unknown one is 404, and it is said once', async ({ page }) => {
	const troubles = watch(page);
	const host = await openHost(SECOND_CASE);
	await page.goto(`${host.address}${first}`);
	await expect(page.locator('.edition-notice')).toHaveText(notices.ready);
	await untilKept(page);
	await host.stop();
	for (const path of ['', 'index.html', 'people.html', second, second.replace(/\.html$/, '')]) {
		const response = await page.goto(host.address + path);
		expect(response?.status(), path).toBe(200);
		await expect(page.locator('h1')).toHaveCSS('font-family', /^Newsreader/);
		await expect(page.locator('.edition-notice')).toHaveCount(0);
	}
	expect(troubles).toEqual([]);
	const unknown = await page.goto(`${host.address}events/never/was.html`);
	expect(unknown?.status()).toBe(404);
	await expect(page.locator('h1')).toHaveText(words.notFound.title);
	await page.getByRole('link', { name: words.notFound.home }).click();
	await expect(page).toHaveURL(`${host.address}index.html`);
});

test('a first visit asks for no typeface, which would come too late; pages from the worker ask', async ({
	page,
}) => {
	const host = await openHost(SECOND_CASE);
	const isTypeface = (address: string) => /\.woff2$/.test(address);
	await page.goto(`${host.address}${first}`);
	await untilKept(page);
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
	expect(host.requests.filter(isTypeface)).toEqual([]);
	await expect(page.locator('h1')).toHaveCSS('font-family', /^"?Newsreader stand-in/);
	await page.goto(`${host.address}${second}`);
	// Whether it is there in time to be shown is the browser's to say.
	const asked = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
	await expect.poll(async () => (await asked()).some(isTypeface)).toBe(true);
	await expect(page.locator('h1')).toHaveCSS('font-family', /^Newsreader/);
	await host.stop();
});

test('the page on offline reading says what is stored, and removes it for good until asked', async ({
	page,
}) => {
	const host = await openHost(SECOND_CASE);
	await page.goto(`${host.address}offline.html`);
	const status = page.locator('.offline-state');
	await expect(status).toHaveText(states.ready);
	await expect(page.locator('[data-offline="size"]')).toHaveText(/^\d.* MB$/);
	expect(await findKept(page, host.address)).toHaveLength(entriesOf(readEdition(SECOND_CASE)).length);

	await page.getByRole('button', { name: words.offline.remove }).click();
	await expect(status).toHaveText(states.off);
	const remains = () =>
		page.evaluate(async () => ({
			workers: (await navigator.serviceWorker.getRegistrations()).length,
			caches: (await caches.keys()).filter((name) => !name.endsWith('#off')),
		}));
	await expect.poll(remains).toEqual({ workers: 0, caches: [] });
	await page.goto(`${host.address}${first}`);
	await page.goto(`${host.address}offline.html`);
	await expect(status).toHaveText(states.off);
	expect(await remains()).toEqual({ workers: 0, caches: [] });

	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(status).toHaveText(states.ready);
	await host.stop();
	await page.goto(`${host.address}${second}`);
	await expect(page.locator('h1')).toBeVisible();
});

test('on a disk the page on offline reading says that the copy is whole', async ({ page }) => {
	const troubles = watch(page);
	await page.goto(`${places.disk()}offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(states.disk);
	await expect(page.locator('.offline-actions button:visible')).toHaveCount(0);
	expect(troubles).toEqual([]);
});

test('one changed event costs the worker and the packs it is in; the reader chooses when to change', async ({
	page,
}) => {
	const copy = copyOfBuilt(SECOND_CASE);
	const before = readEdition(copy.folder);
	const host = await openHost(copy.folder, '/a/sub/path/');
	await page.goto(`${host.address}${first}`);
	await untilKept(page);
	await copy.publish(decodeURIComponent(first), '</h1>', ' (changed)</h1>');
	const after = readEdition(copy.folder);
	const had = new Set(entriesOf(before).map(({ address }) => address));
	const changed = entriesOf(after).filter(({ address }) => !had.has(address));
	expect(changed).toHaveLength(1);

	host.requests.length = 0;
	await page.goto(`${host.address}${first}`);
	const notice = page.locator('.edition-notice');
	await expect(notice).toContainText(notices.newer);
	await expect(page.locator('h1')).not.toContainText('(changed)');
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	expect([...new Set(host.requests)].sort()).toEqual([changed[0]?.address, 'sw.js'].sort());

	await notice.getByRole('button', { name: notices.later }).click();
	await expect(notice).toBeEmpty();
	await page.goto(`${host.address}${second}`);
	await page.goto(`${host.address}${first}`);
	await expect(page.locator('h1')).not.toContainText('(changed)');
	await notice.getByRole('button', { name: notices.reload }).click();
	await expect(page.locator('h1')).toContainText('(changed)');
	await expect
		.poll(() => findKept(page, host.address))
		.toEqual(
			entriesOf(after)
				.map(({ address }) => address)
				.sort(),
		);
	await host.stop();
	await page.goto(`${host.address}${first}`);
	await expect(page.locator('h1')).toContainText('(changed)');
	copy.remove();
});

test('a large site keeps what is read, and all of it when asked, also in the next edition', async ({
	page,
}) => {
	const copy = copyOfBuilt(SECOND_CASE);
	await copy.publish(decodeURIComponent(first), '</h1>', ' (large)</h1>', 1);
	const host = await openHost(copy.folder);
	const all = entriesOf(readEdition(copy.folder)).length;
	await page.goto(`${host.address}${first}`);
	await untilKept(page);
	await expect(page.locator('.edition-notice')).toHaveCount(0);
	expect((await findKept(page, host.address)).length).toBeLessThan(all);

	await host.stop();
	await page.goto(`${host.address}${first}`);
	await expect(page.locator('h1')).toContainText('(large)');
	const unread = await page.goto(`${host.address}people.html`);
	expect(unread?.status()).toBe(503);
	await expect(page.getByText(words.notFound.unreached)).toBeVisible();
	await expect(page.getByText(words.notFound.text)).toBeHidden();

	await host.start();
	await page.goto(`${host.address}offline.html`);
	await expect(page.getByText(words.offline.storesRead)).toBeVisible();
	await expect(page.getByText(words.offline.storesAll)).toBeHidden();
	await expect(page.locator('.offline-state')).toHaveText(states.part);
	await host.stop();
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.locator('.offline-state')).toHaveText(states.failed);

	await host.start();
	// Held back, so that there is a time in which to cancel.
	host.fail((path) => path.startsWith('_offline/'));
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.getByRole('progressbar', { name: words.offline.progress })).toBeVisible();
	await page.getByRole('button', { name: words.offline.cancel }).click();
	await expect(page.locator('.offline-state')).toHaveText(states.stopped);
	host.fail(undefined);
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.locator('.offline-state')).toHaveText(states.ready);
	expect(await findKept(page, host.address)).toHaveLength(all);

	await copy.publish(decodeURIComponent(second), '</h1>', ' (new)</h1>', 1);
	await page.goto(`${host.address}people.html`);
	await page.locator('.edition-notice').getByRole('button', { name: notices.reload }).click();
	await expect(page.locator('.edition-notice')).toHaveCount(0);
	await host.stop();
	await page.goto(`${host.address}${second}`);
	await expect(page.locator('h1')).toContainText('(new)');
	copy.remove();
});
