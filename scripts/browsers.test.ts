/** The table of what was run in which browser, held to what the tests are set up to run. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { CHROMIUM_ALONE, WITHOUT_BROWSER } from '../playwright.config.ts';
import { projectFolder } from './paths.ts';

const rows = readFileSync(join(projectFolder, 'docs', 'browsers.md'), 'utf8')
	.split('\n')
	.filter((line) => /^\| .*`/.test(line))
	.map((line) => {
		const [, what = '', tests = '', chromium = '', firefox = ''] = line.split('|').map((cell) => cell.trim());
		return {
			what,
			tests: [...tests.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
			chromium,
			firefox,
		};
	});
const isOf = (patterns: readonly RegExp[], name: string) =>
	patterns.some((pattern) => pattern.test(`e2e/${name}.spec.ts`));
const inBrowsers = readdirSync(join(projectFolder, 'e2e'))
	.filter((file) => file.endsWith('.spec.ts'))
	.map((file) => file.replace('.spec.ts', ''))
	.filter((name) => !isOf(WITHOUT_BROWSER, name));

test('every test that a browser runs is in the table once, and no other', () => {
	assert.deepEqual(rows.flatMap(({ tests }) => tests).sort(), inBrowsers.sort());
});

test('the table says yes of Firefox where it runs the tests, and nowhere else', () => {
	for (const { what, tests, chromium, firefox } of rows) {
		assert.equal(chromium, 'yes', what);
		for (const name of tests)
			assert.equal(/^yes\b/.test(firefox), !isOf(CHROMIUM_ALONE, name), `${what}: ${name}`);
	}
});

test('no pattern of the set-up is of a test that is gone', () => {
	const files = readdirSync(join(projectFolder, 'e2e')).map((file) => `e2e/${file}`);
	for (const pattern of [...WITHOUT_BROWSER, ...CHROMIUM_ALONE])
		assert.ok(
			files.some((file) => pattern.test(file)),
			String(pattern),
		);
});
