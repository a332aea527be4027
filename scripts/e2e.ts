/** `npm run e2e`: the end-to-end tests alone, against the built site. Arguments go to Playwright. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { ensureBrowsers, wantedBrowsers } from './browsers.ts';
import { offerNginx } from './nginx.ts';

ensureBrowsers(wantedBrowsers());
offerNginx();
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const { status } = spawnSync(process.execPath, [...process.execArgv, cli, 'test', ...process.argv.slice(2)], {
	stdio: 'inherit',
});
process.exit(status ?? 1);
