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
	if (name === 'webkit') return { name, use: { browserName: 'webkit' } };
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

/** About folders and processes, not about what a browser makes of them. */
export const WITHOUT_BROWSER: readonly RegExp[] = [
	/budgets\.spec\.ts/,
	/build-faults\.spec\.ts/,
	/built\.spec\.ts/,
	/built-languages\.spec\.ts/,
	/building\.spec\.ts/,
	/disks\.spec\.ts/,
	/editions\.spec\.ts/,
	/hosting\.spec\.ts/,
	/machines\.spec\.ts/,
];
/**
 * Run once: what axe finds, and what an editor's own browser shows, is the same HTML in each; what TimelineJS makes of
 * the slides is its own matter; PDFs, a full disk, a heap that is counted and a page without its policy can be had in
 * Chromium alone. And a finger, forced colours, little motion: the driver has none of them in a system's Firefox.
 */
export const CHROMIUM_ALONE: readonly RegExp[] = [
	/accessibility\.spec\.ts/,
	/authoring\.spec\.ts/,
	/by-touch\.spec\.ts/,
	/chart-modes\.spec\.ts/,
	/languages\.spec\.ts/,
	/large-case\.spec\.ts/,
	/media\.spec\.ts/,
	/data\.spec\.ts/,
	/first-script\.spec\.ts/,
	/hostile\.spec\.ts/,
	/long-life\.spec\.ts/,
	/offline-faults\.spec\.ts/,
	/print\.spec\.ts/,
	/right-to-left\.spec\.ts/,
];

export default defineConfig({
	testDir: 'e2e',
	outputDir: 'test-results',
	globalSetup: './e2e/setup.ts',
	fullyParallel: true,
	forbidOnly: Boolean(process.env['CI']),
	workers: 2,
	retries: 0,
	timeout: 120_000,
	// Both cores may be at work for another test: what comes is waited for, what never comes is told a little later.
	expect: { timeout: 15_000 },
	// Only what tests offline reading stores the site; for the rest it would be the same download each time.
	use: { timezoneId: 'America/St_Johns', locale: 'en-US', serviceWorkers: 'block' },
	projects: [
		{ name: 'built', testMatch: [...WITHOUT_BROWSER] },
		...wantedBrowsers().map((name) => ({
			...project(name),
			testIgnore: name === 'chromium' ? [...WITHOUT_BROWSER] : [...WITHOUT_BROWSER, ...CHROMIUM_ALONE],
			// What the chart does on a phone is the same code in each, asked of one.
			...(name !== 'chromium' && { grepInvert: /\bnarrow\b/ }),
		})),
	],
});
