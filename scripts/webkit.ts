/**
 * A look at the built site in WebKitGTK, which is near to Safari: reading, filters, chart, search and frame, online, with
 * the host gone, and from a disk.
 * Run by hand (`node --experimental-strip-types scripts/webkit.ts`) where Debian's webkit2gtk-driver and xvfb are. It is
 * no part of `npm test`: few machines have the driver, and it takes one session at a time.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { outFolder } from './paths.ts';
import { serve } from './serve.ts';
import { findCommand } from './system.ts';

const TRIES = 60;
const PAUSE_MS = 500;

const driver = findCommand(['WebKitWebDriver']);
const xvfb = findCommand(['xvfb-run']);
const browser = ['x86_64', 'aarch64']
	.map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`)
	.find(existsSync);
if (!driver || !xvfb || !browser) {
	console.error('WebKitGTK is not here: on Debian, apt-get install webkit2gtk-driver xvfb.');
	process.exit(1);
}

/** Tries until it succeeds. @throws the last failure */
async function retry<T>(work: () => Promise<T>): Promise<T> {
	for (let left = TRIES; ; left--)
		try {
			return await work();
		} catch (error) {
			if (left === 0) throw error;
			await wait(PAUSE_MS);
		}
}

const free = createServer().listen(0, '127.0.0.1');
await new Promise((listening) => free.once('listening', listening));
const bound = free.address();
const port = typeof bound === 'object' && bound ? bound.port : 0;
await new Promise((closed) => free.close(closed));

const home = mkdtempSync(join(tmpdir(), 'timeline-webkit-'));
// A group of its own, because what xvfb-run starts outlives it.
const running = spawn(xvfb, ['-a', driver, `--port=${port}`], {
	detached: true,
	stdio: 'ignore',
	env: {
		...process.env,
		HOME: home,
		XDG_RUNTIME_DIR: home,
		LIBGL_ALWAYS_SOFTWARE: '1',
		WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
	},
});

/** One command of WebDriver (https://www.w3.org/TR/webdriver2/). */
async function send(path: string, body: unknown): Promise<unknown> {
	const response = await fetch(`http://127.0.0.1:${port}${path}`, {
		method: 'POST',
		body: JSON.stringify(body),
	});
	const { value } = (await response.json()) as { value: unknown };
	if (!response.ok) throw new Error(JSON.stringify(value));
	return value;
}

try {
	const capabilities = {
		alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
	};
	const opened = (await retry(() => send('/session', { capabilities }))) as { sessionId: string };
	const session = `/session/${opened.sessionId}`;
	const open = (url: string) => send(`${session}/url`, { url });
	const ask = (script: string) => send(`${session}/execute/sync`, { script: `return ${script}`, args: [] });
	const expectPage = async (url: string) => {
		await open(url);
		await retry(async () => {
			const seen = await ask(
				"[document.querySelector('h1')?.textContent, document.fonts.check('1em Newsreader')]",
			);
			assert.ok(Array.isArray(seen) && seen[0] && seen[1], `${url}: ${JSON.stringify(seen)}`);
		});
		console.log(`reads ${decodeURI(url)}`);
	};

	/** Waits until the page that is open answers a question with yes. */
	const expectTrue = async (what: string, script: string) => {
		await retry(async () => assert.equal(await ask(script), true, what));
		console.log(`  ${what}`);
	};
	const shown = (selector: string) =>
		`[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.getClientRects().length > 0).length`;
	/** What a reader does with the site, from an address of it that ends in a slash. */
	const expectTasks = async (root: string) => {
		await expectPage(`${root}index.html?status=alleged`);
		await expectTrue(
			'filters leave what they name, and no other',
			`${shown('article.entry')} > 0 && ${shown('article.entry')} < document.querySelectorAll('article.entry').length`,
		);
		await expectPage(`${root}index.html?from=2022&to=2022`);
		await expectTrue('the close-up is drawn', `${shown('.detail .detail-event')} > 2`);
		await expectTrue(
			'the arrow keys go on to the next event',
			`(() => {
				document.querySelector('.detail [tabindex="0"]').focus();
				const at = document.activeElement.dataset.id;
				document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
				return document.activeElement.dataset.id !== at && location.search !== '';
			})()`,
		);
		await expectPage(`${root}search.html?q=court`);
		await expectTrue('search finds', `${shown('.search-results li')} > 0`);
		await open(`${root}embed.html`);
		await expectTrue('the chart for other pages is drawn', `${shown('.chart-drawing a.mark')} > 0`);
	};

	const folder = resolve(outFolder());
	const { server, address } = await serve(folder, { base: '/a/sub/path/' });
	await expectPage(`${address}offline.html`);
	await retry(async () =>
		assert.equal(await ask("document.querySelector('offline-store').dataset.state"), 'ready'),
	);
	await expectTasks(address);
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
	console.log('the host is gone');
	await expectTasks(address);
	for (const path of ['index.html', 'people.html', 'sources.html']) await expectPage(address + path);
	for (const path of ['index.html', 'people.html', 'offline.html'])
		await expectPage(pathToFileURL(join(folder, path)).href);
	assert.equal(await ask("document.querySelector('offline-store').dataset.state"), 'disk');
	await expectTasks(`${pathToFileURL(folder).href}/`);
} finally {
	if (running.pid) process.kill(-running.pid);
	rmSync(home, { recursive: true, force: true });
}
