import { defineConfig, type Project } from '@playwright/test';
import { findBrowser, wantedBrowsers, type BrowserName } from './scripts/browsers.ts';

/** Options that differ between Playwright's own builds and a system's browsers. */
function project(name: BrowserName): Project {
	const executablePath = findBrowser(name)?.executablePath;
	if (name === 'chromium')
		return {
			name,
			use: { browserName: 'chromium', launchOptions: executablePath ? { executablePath } : {} },
		};
	// Playwright relaxes this; with it relaxed a test from file:// would prove nothing.
	const firefoxUserPrefs = { 'security.fileuri.strict_origin_policy': true };
	return {
		name,
		use: executablePath
			? {
					browserName: 'firefox',
					channel: 'moz-firefox',
					launchOptions: { executablePath, firefoxUserPrefs },
				}
			: { browserName: 'firefox', launchOptions: { firefoxUserPrefs } },
	};
}

export default defineConfig({
	testDir: 'e2e',
	outputDir: 'test-results',
	globalSetup: './e2e/setup.ts',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	retries: 0,
	timeout: 60_000,
	use: { timezoneId: 'America/St_Johns', locale: 'en-US' },
	projects: [
		// The built folder itself needs no browser; what axe finds is the same in each.
		{ name: 'built', testMatch: /built\.spec\.ts/ },
		...wantedBrowsers().map((name) => ({
			...project(name),
			testIgnore: name === 'firefox' ? [/built\.spec\.ts/, /accessibility\.spec\.ts/] : [/built\.spec\.ts/],
		})),
	],
});
