/** Which browsers the end-to-end tests drive, and how they come to be on this machine. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { chromium, firefox, webkit } from '@playwright/test';
import { findCommand, installDebian } from './system.ts';

export const BROWSER_NAMES = ['chromium', 'firefox'] as const;
/** Driven where `BROWSERS` names it: no system has it as Playwright can drive it. */
const ON_REQUEST = ['webkit'] as const;
const ALL = [...BROWSER_NAMES, ...ON_REQUEST];
export type BrowserName = (typeof ALL)[number];

export interface FoundBrowser {
	name: BrowserName;
	/** Absent for the one Playwright installs for itself. */
	executablePath: string | undefined;
}

/** Chromium without a shell of windows: the same engine, for half the work. Of its own browsers Playwright takes it too. */
const SHELL = 'chromium-headless-shell';
/** Commands of system browsers, the first that is there. */
const COMMANDS: Record<BrowserName, readonly string[]> = {
	chromium: [SHELL, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
	firefox: ['firefox-esr', 'firefox'],
	webkit: [],
};
const DEBIAN_PACKAGES: Partial<Record<BrowserName, string>> = {
	chromium: SHELL,
	firefox: 'firefox-esr',
};
const OWN = { chromium, firefox, webkit };

/** `BROWSERS=chromium` narrows the run. @throws on a name that is not one of them */
export function wantedBrowsers(): BrowserName[] {
	const names = (process.env['BROWSERS'] ?? BROWSER_NAMES.join(',')).split(',').filter(Boolean);
	return names.map((name) => {
		const known = ALL.find((browser) => browser === name);
		if (!known) throw new Error(`BROWSERS names ${name}; it can name ${ALL.join(', ')}.`);
		return known;
	});
}

/** `CHROMIUM=` or `FIREFOX=` names a binary; else Playwright's own, else the system's. */
export function findBrowser(name: BrowserName): FoundBrowser | undefined {
	const named = process.env[name.toUpperCase()];
	if (named) return { name, executablePath: named };
	if (existsSync(OWN[name].executablePath())) return { name, executablePath: undefined };
	const executablePath = findCommand(COMMANDS[name]);
	return executablePath === undefined ? undefined : { name, executablePath };
}

/**
 * Finds each browser, or installs it: by Playwright's installer, else from Debian's packages.
 * @throws with one sentence on what to install
 */
export function ensureBrowsers(names: readonly BrowserName[]): FoundBrowser[] {
	return names.map((name) => {
		const debian = DEBIAN_PACKAGES[name];
		if (!findBrowser(name) && !installOwn(name) && debian) installDebian(debian);
		if (isWithWindows(findBrowser(name))) installDebian(SHELL);
		const found = findBrowser(name);
		if (found) return found;
		const how = debian ? `on Debian: apt-get install ${debian}` : `npx playwright install ${name}`;
		throw new Error(
			`The tests need ${name} and could not install it: install it (${how}), or name it with ${name.toUpperCase()}=/path, or leave it out with BROWSERS=${BROWSER_NAMES.filter((other) => other !== name).join(',')}.`,
		);
	});
}

/** Whether it is the system's Chromium as people use it, which nobody asked for by name. */
function isWithWindows(found: FoundBrowser | undefined): boolean {
	const path = found?.executablePath;
	return (
		found?.name === 'chromium' && path !== undefined && !process.env['CHROMIUM'] && basename(path) !== SHELL
	);
}

function installOwn(name: BrowserName): boolean {
	console.log(`Installing ${name} for the tests …`);
	const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
	const { status } = spawnSync(process.execPath, [cli, 'install', name], {
		stdio: ['ignore', 'ignore', 'ignore'],
		timeout: 10 * 60_000,
		env: { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
	});
	return status === 0;
}
