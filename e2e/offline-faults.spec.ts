/** What hosts, networks, disks and editors do to a worker: after each, pages read, nothing is mixed, and it heals. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { ENGLISH as notices } from '../src/i18n/notices.ts';
import { entriesOf } from '../src/integrations/offline/worker/edition.ts';
import { words } from './content.ts';
import {
	copyOfBuilt,
	expectEdition,
	expectShown,
	findKept,
	openHost,
	readEdition,
	untilKept,
	type Fault,
	type Host,
} from './host.ts';
import { SECOND_CASE, SECOND_CONTENT } from './places.ts';

test.use({ serviceWorkers: 'allow' });

const EVENT = `events/${encodeURIComponent(readdirSync(join(SECOND_CASE, 'events'))[0] ?? '')}`;
const PAGES = ['index.html', EVENT, 'people.html', 'sources.html'];
const notice = (page: Page) => page.locator('.edition-notice');
const reload = (page: Page) => notice(page).getByRole('button', { name: notices.reload });

/** Every page, with the host gone. */
async function expectOffline(page: Page, host: Host, edition: number): Promise<void> {
	await host.stop();
	for (const path of PAGES) await expectEdition(page, host.address + path, edition);
}

const opened: { host: Host; copy: ReturnType<typeof copyOfBuilt> }[] = [];
/** A site in its first edition. */
async function openSite() {
	const copy = copyOfBuilt(SECOND_CASE);
	await copy.stamp(1);
	const host = await openHost(copy.folder);
	opened.push({ host, copy });
	return { copy, host };
}
test.afterEach(async () => {
	for (const { host, copy } of opened.splice(0)) {
		await host.stop();
		copy.remove();
	}
});

/** Workers that were refused leave the browser trying again on the next visit; this is that visit. */
async function visitUntilKept(page: Page, host: Host): Promise<void> {
	await page.goto(host.address);
	await untilKept(page);
}

const html = '<!doctype html><title>Sign in to this network</title>';
const FAULTS: Record<string, Fault> = {
	'an error for a script': (path, response) => {
		if (!path.endsWith('.js') && !path.includes('.js?')) return false;
		if (path.startsWith('sw.js') || !path.includes('?r=')) return false;
		response.writeHead(500).end('Internal Server Error');
		return true;
	},
	'HTML for a script': (path, response) => {
		if (!path.includes('.js?r=')) return false;
		response.writeHead(200, { 'content-type': 'text/html' }).end(html);
		return true;
	},
	'a cut-off pack': (path, response) => {
		if (!path.startsWith('_offline/')) return false;
		response
			.writeHead(200, { 'content-type': 'application/json', 'content-length': 1000 })
			.write('{"index.html":"');
		response.destroy();
		return true;
	},
};

for (const [name, fault] of Object.entries(FAULTS))
	test(`${name} while the site is being stored`, async ({ page }) => {
		const { host } = await openSite();
		host.fail(fault);
		await page.goto(`${host.address}offline.html`);
		await expect(page.locator('.offline-state')).toHaveText(words.offline.states.failed);
		for (const path of PAGES) await expectEdition(page, host.address + path, 1);
		expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
		host.fail(undefined);
		await visitUntilKept(page, host);
		await expectOffline(page, host, 1);
	});

test('a reader who leaves before the worker is there has the whole site all the same', async ({ page }) => {
	const { host, copy } = await openSite();
	const asked = Promise.withResolvers<void>();
	const left = Promise.withResolvers<void>();
	host.fail((path, response) => {
		if (path !== 'sw.js') return false;
		asked.resolve();
		void left.promise.then(() => {
			host.fail(undefined);
			response.writeHead(200, { 'content-type': 'text/javascript' });
			response.end(readFileSync(join(copy.folder, 'sw.js')));
		});
		return true;
	});
	await page.goto(host.address);
	await asked.promise;
	await page.goto('about:blank');
	left.resolve();
	const wanted = entriesOf(readEdition(copy.folder)).map(({ address }) => address);
	await expect.poll(() => wanted.filter((address) => !host.requests.includes(address))).toEqual([]);
	await host.stop();
	await expect(() => expectEdition(page, host.address, 1)).toPass();
	for (const path of PAGES) await expectEdition(page, host.address + path, 1);
});

test('the host dies in the middle of storing, first and on a newer edition', async ({ page }) => {
	const { host, copy } = await openSite();
	let served = 0;
	const dieAfter = (count: number) => {
		served = 0;
		host.fail((path, response) => {
			if (!/\?/.test(path) || ++served <= count) return false;
			response.destroy();
			return true;
		});
	};
	dieAfter(5);
	await page.goto(`${host.address}offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.failed);
	// What was on its way when the host died may be stored yet, or not.
	const kept = await findKept(page, host.address);
	expect(kept.length).toBeGreaterThan(0);
	host.fail(undefined);
	host.requests.length = 0;
	await visitUntilKept(page, host);
	// It went on from there.
	const all = entriesOf(readEdition(copy.folder));
	const asked = host.requests.filter((path) => path.includes('?'));
	expect(asked.filter((path) => kept.includes(path))).toEqual([]);
	expect(asked.length).toBeGreaterThanOrEqual(all.length - 5);
	expect(asked.length).toBeLessThan(all.length);

	await copy.stamp(2);
	dieAfter(2);
	await page.goto(`${host.address}offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.failed);
	await expect(notice(page)).toHaveCount(0);
	await expectOffline(page, host, 1);
	await host.start();
	host.fail(undefined);
	await page.goto(host.address);
	await reload(page).click();
	await expectShown(page, 2);
	await expectOffline(page, host, 2);
});

test('a full disk: pages read as before, and it is said in plain words', async ({ page }) => {
	const { host } = await openSite();
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(host.address);
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
	await page.goto(`${host.address}offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.full);
	for (const path of PAGES) await expectEdition(page, host.address + path, 1);
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await visitUntilKept(page, host);
	await expectOffline(page, host, 1);
});

test('a large site that does not fit says so when it is to be saved', async ({ page }) => {
	const { host, copy } = await openSite();
	await copy.stamp(1, 1);
	await visitUntilKept(page, host);
	const session = await page.context().newCDPSession(page);
	const { origin } = new URL(host.address);
	await page.goto(`${host.address}offline.html`);
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1000 });
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.full);
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.ready);
	await expectOffline(page, host, 1);
});

test('without the worker’s file nothing is being stored, and the reader can try again', async ({ page }) => {
	const { host } = await openSite();
	host.fail((path, response) => {
		if (!path.startsWith('sw.js')) return false;
		response.writeHead(404).end('Not Found');
		return true;
	});
	await page.goto(`${host.address}offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.failed);
	host.fail(undefined);
	const save = page.getByRole('button', { name: words.offline.save });
	await save.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.ready);
	// The button that was pressed is gone: the focus is on what is there in its place.
	await expect(page.getByRole('button', { name: words.offline.remove })).toBeFocused();
	await expectOffline(page, host, 1);
});

test('saving is called off while the worker is still fetching', async ({ page }) => {
	const { host } = await openSite();
	await visitUntilKept(page, host);
	await page.goto(`${host.address}offline.html`);
	await page.getByRole('button', { name: words.offline.remove }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.off);
	// The host is slow: the worker waits for its first pack.
	host.fail((path) => path.startsWith('_offline/'));
	await page.getByRole('button', { name: words.offline.save }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.saving);
	await page.getByRole('button', { name: words.offline.cancel }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.stopped);
});

test('a newer edition with two tabs open: both change together, when one asks', async ({ page, context }) => {
	const { host, copy } = await openSite();
	await visitUntilKept(page, host);
	const other = await context.newPage();
	await expectEdition(other, host.address + EVENT, 1);
	await copy.stamp(2);
	await expectEdition(page, `${host.address}people.html`, 1);
	await expect(notice(page)).toContainText(notices.newer);
	await expect(notice(other)).toContainText(notices.newer);
	// What the open tabs load still is of their edition.
	await expectEdition(other, `${host.address}sources.html`, 1);
	await reload(page).click();
	await expectShown(page, 2);
	await expectShown(other, 2);
	await expectOffline(other, host, 2);
});

test('an edition is skipped: the reader goes from the first to the third', async ({ page }) => {
	const { host, copy } = await openSite();
	await visitUntilKept(page, host);
	await copy.stamp(2);
	await expectEdition(page, `${host.address}people.html`, 1);
	await expect(notice(page)).toContainText(notices.newer);
	await copy.stamp(3);
	host.requests.length = 0;
	await expectEdition(page, `${host.address}${EVENT}`, 1);
	const last = entriesOf(readEdition(copy.folder)).map(({ address }) => address);
	await expect
		.poll(async () => (await findKept(page, host.address)).filter((key) => last.includes(key)))
		.toEqual(last.sort());
	await expect
		.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).installing)))
		.toBe(false);
	await reload(page).click();
	await expectShown(page, 3);
	await expect.poll(() => findKept(page, host.address)).toEqual(last);
	await expectOffline(page, host, 3);
});

test('the caches are deleted under it: pages read on, and all is stored again', async ({ page, context }) => {
	const { host, copy } = await openSite();
	await visitUntilKept(page, host);
	const all = entriesOf(readEdition(copy.folder)).length;
	const clear = () =>
		page.evaluate(async () => {
			for (const name of await caches.keys()) await caches.delete(name);
		});
	await clear();
	await host.stop();
	const other = await context.newPage();
	await expect(other.goto(host.address + EVENT)).rejects.toThrow();
	await other.close();
	await host.start();
	await expectEdition(page, host.address + EVENT, 1);
	await expect.poll(async () => (await findKept(page, host.address)).length).toBe(all);
	await clear();
	await copy.stamp(2);
	// What is read is the network's: whole, and of the newer edition.
	await expectEdition(page, host.address + EVENT, 2);
	// It shows that edition already, so what it shows does not tell when it has changed over.
	const changed = page.waitForEvent('load');
	await reload(page).click();
	await changed;
	await expectShown(page, 2);
	await expectOffline(page, host, 2);
});

test('a captive portal answers everything: nothing is cleared, nothing of it is kept', async ({ page }) => {
	const { host, copy } = await openSite();
	await visitUntilKept(page, host);
	const kept = await findKept(page, host.address);
	for (const type of ['text/html', 'text/javascript']) {
		host.fail((_, response) => {
			response.writeHead(200, { 'content-type': type }).end(html);
			return true;
		});
		for (const path of PAGES) await expectEdition(page, host.address + path, 1);
		expect(await findKept(page, host.address)).toEqual(kept);
	}
	host.fail((_, response) => {
		response.writeHead(503).end();
		return true;
	});
	for (const path of PAGES) await expectEdition(page, host.address + path, 1);
	expect(await findKept(page, host.address)).toEqual(kept);
	host.fail(undefined);
	await copy.stamp(2);
	await expectEdition(page, host.address, 1);
	await reload(page).click();
	await expectShown(page, 2);
});

test('a retired worker removes what it stored, and itself', async ({ page }) => {
	const { host, copy } = await openSite();
	await visitUntilKept(page, host);
	const build = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: {
			...process.env,
			CONTENT_DIR: SECOND_CONTENT,
			OUT_DIR: copy.folder,
			OFFLINE: 'retire',
			EDITIONS: '0',
			CARDS: '0',
		},
		stdio: 'ignore',
	});
	expect(build.status).toBe(0);
	host.requests.length = 0;
	await page.goto(host.address + EVENT);
	// A page of the last edition asks for the worker, gets the retired one, and is loaded anew from the host.
	await expect(page).not.toHaveTitle('Edition 1');
	expect(host.requests.filter((path) => path === EVENT)).toHaveLength(1);
	for (const path of [...PAGES, 'offline.html']) {
		await page.goto(host.address + path);
		await expect(page.locator('h1')).toHaveCSS('font-family', /Newsreader/);
		await expect(page.locator('offline-store')).toHaveCount(0);
	}
	const remains = await page.evaluate(async () => ({
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		isControlled: navigator.serviceWorker.controller !== null,
	}));
	expect(remains).toEqual({ caches: [], workers: 0, isControlled: false });
});

test('two sites on one host keep to themselves', async ({ page }) => {
	const copy = copyOfBuilt(SECOND_CASE);
	await copy.stamp(1);
	const host = await openHost(copy.folder);
	opened.push({ host, copy });
	const inner = join(copy.folder, 'archive');
	mkdirSync(inner);
	spawnSync('cp', ['-r', `${SECOND_CASE}/.`, inner]);
	await visitUntilKept(page, host);
	const kept = await findKept(page, host.address);
	await page.goto(`${host.address}archive/offline.html`);
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.ready);
	await page.getByRole('button', { name: words.offline.remove }).click();
	await expect(page.locator('.offline-state')).toHaveText(words.offline.states.off);
	expect(await findKept(page, host.address)).toEqual(kept);
	await expectEdition(page, host.address, 1);
});
