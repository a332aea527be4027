/** `npm run pictures`: the screenshots of the README and a sheet of all cards, from the built site. */
import { mkdir, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import sharp from 'sharp';
import { contentFolder, outFolder, projectFolder } from './paths.ts';
import { ensureBrowsers } from './browsers.ts';
import { serve } from './serve.ts';
import { loadContent } from '../src/loader/content-files.ts';

const folder = join(projectFolder, 'docs/pictures');
const { events } = await loadContent(resolve(projectFolder, contentFolder()));
// The page with most to show.
const rich = events
	.filter(({ importance }) => importance === 1)
	.sort((a, b) => b.quotes.length + b.disagreements.length - a.quotes.length - a.disagreements.length)[0];
const pages = { home: 'index.html', event: `events/${rich?.id}.html` };
const sizes = [
	{ width: 390, height: 1500 },
	{ width: 1280, height: 1360 },
];

await mkdir(folder, { recursive: true });
const { server, address } = await serve(resolve(projectFolder, outFolder()));
const [found] = ensureBrowsers(['chromium']);
const browser = await chromium.launch(found?.executablePath ? { executablePath: found.executablePath } : {});
for (const [name, path] of Object.entries(pages))
	for (const viewport of sizes)
		for (const colorScheme of ['light', 'dark'] as const) {
			const page = await browser.newPage({ viewport, colorScheme });
			// From what the browser keeps, with the typeface at hand, as on every visit but the first.
			await page.goto(`${address}offline.html`);
			await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
			await page.goto(address + path, { waitUntil: 'networkidle' });
			await page.evaluate(() => document.fonts.ready.then(() => undefined));
			await page.screenshot({ path: join(folder, `${name}-${viewport.width}-${colorScheme}.png`) });
			await page.close();
		}
await browser.close();
server.closeAllConnections();
server.close();

/** As small as messages show them. */
const THUMBNAIL = { width: 300, height: 158 };
const GAP = 12;
const COLUMNS = 4;
const cards = resolve(projectFolder, outFolder(), 'cards');
const names = (await readdir(cards)).sort();
const at = (place: number, size: number) => GAP + place * (size + GAP);
const sheet = await Promise.all(
	names.map(async (name, index) => ({
		input: await sharp(join(cards, name)).resize(THUMBNAIL).toBuffer(),
		left: at(index % COLUMNS, THUMBNAIL.width),
		top: at(Math.floor(index / COLUMNS), THUMBNAIL.height),
	})),
);
await sharp({
	create: {
		width: at(COLUMNS, THUMBNAIL.width),
		height: at(Math.ceil(names.length / COLUMNS), THUMBNAIL.height),
		channels: 3,
		background: '#888',
	},
})
	.composite(sheet)
	.png({ palette: true, compressionLevel: 9 })
	.toFile(join(folder, 'cards.png'));
