/** A case in deep time: years before the common era are in order, in words, and as good to look at as any other. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { watch } from './watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'timeline-deep-'));
const IN_ORDER = [
	'10001-bce-natufian-settlements',
	'9500-bce-gobekli-tepe',
	'204-bce-ptolemy-v-king',
	'200-bce-copies-in-temples',
	'196-bce-decree-of-memphis',
	'1799-07-15-stone-found',
	'1802-british-museum',
	'1822-champollion-letter',
];

test.beforeAll(() => {
	const { status, stderr } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		env: { ...process.env, CONTENT_DIR: resolve('e2e/fixtures/deep-time'), OUT_DIR: folder, EDITIONS: '0' },
		encoding: 'utf8',
	});
	expect(stderr).toBe('');
	expect(status).toBe(0);
});

test.afterAll(() => rmSync(folder, { recursive: true }));

test('twelve thousand years: chart, close-up, list and data', async ({ page }) => {
	const troubles = watch(page);
	const home = `${pathToFileURL(folder).href}/index.html`;
	await page.goto(home);
	const listed = () =>
		page.locator('article.entry:visible').evaluateAll((entries) => entries.map(({ id }) => id));
	expect(await listed()).toEqual(IN_ORDER);
	await expect(page.locator('.year h3').first()).toHaveText('10001 BCE');
	await expect(page.locator('[id="200-bce-copies-in-temples"]')).toContainText('between 200 and 101 BCE');
	const axis = page.locator('.chart-drawing:visible');
	await expect(axis).toContainText('4001 BCE');
	await expect(axis).not.toContainText(/-\d{3}|\bBC\b/);

	await page.goto(`${home}?from=-0250&to=-0100`);
	const detail = page.locator('.detail');
	await expect(detail.getByRole('link', { name: /Priests at Memphis/ })).toBeVisible();
	await expect(detail).toContainText('201 BCE');
	await expect(detail).not.toContainText(/-\d{3}|\bBC\b/);
	expect(await listed()).toEqual(IN_ORDER.slice(2, 5));
	expect(troubles).toEqual([]);

	const sources = JSON.parse(readFileSync(join(folder, 'data', 'sources.json'), 'utf8')) as unknown[];
	expect(sources.length).toBe(6);
});
