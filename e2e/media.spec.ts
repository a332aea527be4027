/** Pictures, documents and recordings of an event, wherever it is read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paths } from '../src/core/address.ts';
import { mediaKind } from '../src/core/media.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { words } from './content.ts';
import { openHost, untilKept } from './host.ts';
import { SECOND_CASE, SECOND_CONTENT } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const event = (await loadContent(SECOND_CONTENT)).events.find(({ media }) => media.length > 2);
if (!event) throw new Error('the second case has no event with media');
const path = paths.event(event.id).slice(1);
const [picture, paper] = event.media;
if (!picture || !paper) throw new Error('no media');

/** What a reader meets in the section, whichever way the page came. */
async function expectWhole(page: Page): Promise<void> {
	const image = page.locator('.media img');
	await image.scrollIntoViewIfNeeded();
	await expect(image).toHaveAttribute('alt', picture?.alt ?? '');
	await expect.poll(() => image.evaluate((found: HTMLImageElement) => found.naturalWidth)).toBeGreaterThan(0);
	// The recording is there: its length is known, and a place in it can be gone to.
	const sound = page.locator('.media audio');
	await sound.evaluate((audio: HTMLAudioElement) => {
		audio.preload = 'auto';
		audio.load();
	});
	const state = (name: 'duration' | 'currentTime') =>
		sound.evaluate((audio: HTMLAudioElement, key) => audio[key], name);
	await expect.poll(() => state('duration')).toBeCloseTo(1.2, 1);
	await sound.evaluate((audio: HTMLAudioElement) => (audio.currentTime = 1));
	await expect.poll(() => state('currentTime')).toBe(1);
}

test('a picture is there on a disk and offline, in the width of the screen, and moves nothing when it comes', async ({
	page,
}) => {
	const troubles = watch(page);
	await page.setViewportSize({ width: 390, height: 800 });
	await page.goto(pathToFileURL(join(SECOND_CASE, path)).href);
	const image = page.locator('.media img');
	const before = await image.boundingBox();
	await expectWhole(page);
	expect((await image.boundingBox())?.height).toBe(before?.height);
	expect(await image.evaluate((found: HTMLImageElement) => found.currentSrc)).toMatch(/\.webp$/);
	const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(over).toBeLessThanOrEqual(0);

	// What a recording or a document says can be read, too.
	await page.locator('.medium-document summary').click();
	await expect(page.locator('.medium-document details p').first()).toBeVisible();

	const host = await openHost(SECOND_CASE, '/a/sub/path/');
	await page.goto(`${host.address}people.html`);
	await untilKept(page);
	await host.stop();
	await page.goto(`${host.address}${path}`);
	await expectWhole(page);
	const file = await page.evaluate(
		async (href) => {
			const response = await fetch(href);
			return [response.status, await response.text()];
		},
		`..${paths.media(paper.file)}`,
	);
	expect(file).toEqual([200, readFileSync(join(SECOND_CONTENT, 'media', paper.file), 'utf8')]);
	expect(troubles).toEqual([]);
	const axe = await new AxeBuilder({ page }).analyze();
	expect(axe.violations.map(({ id }) => id)).toEqual([]);
	expect(words.media.heading).toBe(await page.locator('.media h2').textContent());
	expect(event.media.map(({ file: name }) => mediaKind(name))).toEqual(['image', 'document', 'audio']);
});
