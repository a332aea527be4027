/** An editor at work, in a text editor or in the form: the page follows what is saved, and a mistake is shown where they look. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from '../scripts/free-port.ts';
import { copyOfCase, EVENT, setField } from './spoiled-case.ts';

// One after the other: there is one server.
test.describe.configure({ mode: 'default' });

const copy = copyOfCase();
/** As npm run new makes it: without summary, category or text. */
const DRAFT = { id: '1970-09-luna-16', title: 'Луна 16' };
let server: ChildProcess;
let address: string;
let printed = '';

test.beforeAll(async () => {
	const port = await freePort();
	address = `http://127.0.0.1:${port}/`;
	const env = { ...process.env, CONTENT_DIR: copy.content, PORT: String(port) };
	spawnSync(process.execPath, [...process.execArgv, 'scripts/new.ts', DRAFT.title, '--date', '1970-09'], {
		env,
	});
	server = spawn(process.execPath, [...process.execArgv, 'scripts/dev.ts'], {
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	for (const stream of [server.stdout, server.stderr])
		stream?.on('data', (data: Buffer) => (printed += data.toString()));
	await expect.poll(() => printed, { timeout: 30_000 }).toContain('watching for file changes');
});

test.afterAll(async () => {
	server.kill();
	await once(server, 'exit');
	rmSync(copy.folder, { recursive: true });
});

test('the page follows each save, shows a mistake over its last good state, and heals', async ({ page }) => {
	const eventPage = `${address}events/${EVENT.replace('.md', '.html')}`;
	// A draft is shown from its first line on, with its mark and with the way to its file.
	await page.goto(address);
	const entry = page.locator(`[id="${DRAFT.id}"]`);
	await expect(entry.locator('.badge-draft')).toBeVisible();
	await page.goto(`${address}events/${DRAFT.id}.html`);
	await expect(page.locator('article h1')).toHaveText(DRAFT.title);
	await expect(page.locator('.badge-draft')).toBeVisible();
	const edit = page.getByRole('link', { name: 'Edit this event' });
	await expect(edit).toHaveAttribute('href', /^\/__open-in-editor\?file=.*1970-09-luna-16\.md$/);
	await expect(page.locator('code')).toHaveText(join(copy.content, 'events', `${DRAFT.id}.md`));

	const heading = page.locator('article h1');
	const overlay = page.locator('vite-error-overlay');
	await page.goto(eventPage);
	const title = (await heading.textContent()) ?? '';
	// In two tabs, of which one has been open for long, and the other does not listen yet.
	const tab = await page.context().newPage();
	await tab.goto(eventPage, { waitUntil: 'commit' });
	const undoTitle = setField(copy.event, 'title', 'A title just saved');
	for (const each of [page, tab])
		await expect(each.locator('article h1')).toHaveText('A title just saved', { timeout: 20_000 });
	await tab.close();

	const undoDate = setField(copy.event, 'date', '1969-02-30');
	await expect(overlay).toContainText(`content/events/${EVENT}:2`, { timeout: 20_000 });
	await expect(overlay).toContainText('"1969-02-30" is not a day');
	await expect(heading).toHaveText('A title just saved');
	expect(printed).toContain('"1969-02-30" is not a day');

	// Another page is still served from the last good state, and told as well.
	await page.goto(`${address}people.html`);
	await expect(page.locator('main h1')).toBeAttached();
	await expect(overlay).toContainText('is not a day', { timeout: 20_000 });

	// Back before the saves that heal: each of them reloads the page, which would cancel a journey under way.
	await page.goto(eventPage);
	await expect(overlay).toContainText('is not a day', { timeout: 20_000 });
	undoDate();
	await expect(overlay).toHaveCount(0, { timeout: 20_000 });
	await expect(heading).toHaveText('A title just saved');
	undoTitle();
	await expect(heading).toHaveText(title, { timeout: 20_000 });
});

test('in the form an event is made and another changed: the gate is asked, the page shows both, no more is touched', async ({
	page,
	request,
}) => {
	const seen = async (path: string) => (await request.get(address + path)).text();
	const save = async () => {
		await page.getByRole('button', { name: 'Publish', exact: true }).click();
		await page.getByRole('menuitem', { name: 'Publish now' }).click();
	};
	const field = (name: string) => page.getByLabel(name, { exact: true });
	const choose = async (name: string, choice: string) => {
		await field(name).fill(choice);
		await page.getByRole('option', { name: choice }).click();
	};
	const elsewhere: string[] = [];
	page.on('request', (asked) => {
		if (/^https?:/.test(asked.url()) && !asked.url().startsWith(address)) elsewhere.push(asked.url());
	});

	await page.goto(`${address}edit/`);
	await page.getByRole('button', { name: 'Login' }).click();
	await page.getByRole('link', { name: 'Create entry of type Event' }).click();
	const body = field('Text (optional)');
	await body.fill('The treaty was signed.');
	await field('Date').fill('[1969-12-01..1969-12-31]');
	await field('Title').fill('Made in the form: "quoted"');
	await field('Summary').fill('One sentence.');
	await choose('Category', 'Decisions');
	await choose('People (optional)', 'Neil A. Armstrong');
	await choose('Draft (optional)', 'no');
	await save();
	await expect(page.getByText('"The treaty was signed." does not end in a citation.')).toBeVisible();
	await body.press('End');
	await body.pressSequentially(' [@brooks-1979]');
	await save();
	await expect(page).toHaveURL(/1969-12-made-in-the-form-quoted$/);
	const made = 'events/1969-12-made-in-the-form-quoted';
	expect(readFileSync(join(copy.content, `${made}.md`), 'utf8')).toMatch(
		/^---\ndate: "\[1969-12-01\.\.1969-12-31\]"\ntitle: .*\nsummary: One sentence\.\ncategory: decisions\nimportance: 3\nstatus: established\npeople:\n  - neil-armstrong\nadded: \d{4}-\d\d-\d\d\ndraft: false\n---\n\nThe treaty was signed\. \[@brooks-1979\]\n$/,
	);
	await expect.poll(() => seen(`${made}.html`), { timeout: 20_000 }).toContain('Made in the form');

	const before = readFileSync(copy.event, 'utf8');
	const title = /^title: (.*)$/m.exec(before)?.[1] ?? '';
	await page.getByRole('link', { name: 'Writing in Events collection' }).click();
	await page.getByRole('link', { name: title }).click();
	await expect(field('Title')).toHaveValue(title);
	await field('Title').fill('Changed in the form');
	await save();
	await expect
		.poll(() => readFileSync(copy.event, 'utf8'))
		.toBe(before.replace(/^title: .*$/m, 'title: Changed in the form'));
	const changed = EVENT.replace('.md', '.html');
	await expect.poll(() => seen(`events/${changed}`), { timeout: 20_000 }).toContain('Changed in the form');
	await page.goto(`${address}${made}.html`);
	await expect(page.locator('article h1')).toHaveText('Made in the form: “quoted”');

	const check = spawnSync(process.execPath, [...process.execArgv, 'scripts/check.ts'], {
		env: { ...process.env, CONTENT_DIR: copy.content },
		encoding: 'utf8',
	});
	expect(check.stdout + check.stderr).toContain('0 problems');
	// The page of another site cannot save: a browser says whose it is.
	const strange = await request.post(`${address}edit/api`, {
		headers: { origin: 'https://example.org' },
		data: { action: 'entriesByFolder', params: { folder: 'events' } },
	});
	expect(strange.status()).toBe(403);
	expect(elsewhere).toEqual([]);
});
