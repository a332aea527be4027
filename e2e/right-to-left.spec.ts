/** A case written from right to left, read from a disk: time runs the way its lines do, and English in it stays whole. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { loadContent } from '../src/loader/content-files.ts';
import { findViolations } from './axe.ts';
import { openHost, visitOnce } from './host.ts';
import { kindsOfPage, richestEvent } from './kinds-of-page.ts';
import { OFFLINE, RTL_CASE, RTL_CONTENT, SUB_PATH } from './places.ts';
import { watch } from './watch.ts';

test.use({ serviceWorkers: 'allow' });

const content = await loadContent(RTL_CONTENT);
const address = (path: string) => `${pathToFileURL(RTL_CASE).href}/${path}`;
const IN_ORDER = [
	'1909-01-09-farthest-south',
	'1910-10-12-telegram',
	'1911-10-19-amundsen-journey',
	'1911-12-14-at-the-pole',
	'1912-01-17-scott-at-the-pole',
	'1912-03-16-oates',
	'1912-03-29-last-entry',
	'1912-11-12-tent-found',
];

/** The middle of a box across, in pixels from the left. */
async function across(what: Locator): Promise<number> {
	const box = await what.boundingBox();
	expect(box, String(what)).not.toBeNull();
	return (box?.x ?? 0) + (box?.width ?? 0) / 2;
}

/** Where a text stands in an element, in pixels from the left. */
const textAt = (what: Locator, text: string): Promise<number> =>
	what.evaluate((element, wanted) => {
		const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const from = node.textContent?.indexOf(wanted) ?? -1;
			if (from === -1) continue;
			const range = document.createRange();
			range.setStart(node, from);
			range.setEnd(node, from + wanted.length);
			return range.getBoundingClientRect().left;
		}
		return NaN;
	}, text);

test('home: the drawing, its keys, the brush, the close-up and the filters run from right to left', async ({
	page,
}) => {
	// A drag that meets a window on its way goes on from there.
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const troubles = watch(page);
	await page.goto(address('index.html'));
	await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
	const marks = page.locator('.chart-wide a.mark');
	const places = await marks
		.locator('use')
		.evaluateAll((shapes) => shapes.map((shape) => shape.getBoundingClientRect().right));
	expect(places).toHaveLength(IN_ORDER.length);
	expect(places).toEqual(places.toSorted((a, b) => b - a));
	await expect(page.locator('.chart-tools')).toBeVisible();

	const goesTo = (id: string | undefined) =>
		expect(page.locator(`.chart-wide a.mark[href="#${id}"]`)).toBeFocused();
	await marks.first().focus();
	await page.keyboard.press('ArrowLeft');
	await goesTo(IN_ORDER[1]);
	await page.keyboard.press('ArrowLeft');
	await goesTo(IN_ORDER[2]);
	await page.keyboard.press('ArrowRight');
	await goesTo(IN_ORDER[1]);
	await page.keyboard.press('End');
	await goesTo(IN_ORDER.at(-1));

	const start = page.getByRole('slider', { name: 'תחילת החלון' });
	const end = page.getByRole('slider', { name: 'סוף החלון' });
	await page.locator('.overview').scrollIntoViewIfNeeded();
	await expect(start).toBeVisible();
	expect(await across(start)).toBeGreaterThan(await across(end));
	await start.focus();
	await page.keyboard.press('ArrowLeft');
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/\?from=1909-02#/);
	await end.focus();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(/\?from=1909-02&to=1912-11#/);
	// Outside the window at first, so that a new one is drawn: over the end of 1911.
	await page.getByRole('button', { name: 'הכול' }).click();
	await expect(page).toHaveURL(/html#/);
	// The driver scrolled to the button.
	await page.locator('.overview').scrollIntoViewIfNeeded();
	const strip = await page.locator('.overview > svg').boundingBox();
	const at = (share: number) =>
		[(strip?.x ?? 0) + (strip?.width ?? 0) * share, (strip?.y ?? 0) + 26] as const;
	await page.mouse.move(...at(0.15));
	await page.mouse.down();
	await page.mouse.move(...at(0.25), { steps: 3 });
	await page.mouse.move(...at(0.35), { steps: 3 });
	await page.mouse.up();
	await expect(page).toHaveURL(/\?from=1911-\d\d-\d\d&to=1912-0\d-\d\d/);

	const shown = page.locator('.detail .detail-event:visible');
	const later = page.locator('.detail [data-id="1912-01-17-scott-at-the-pole"]');
	const earlier = page.locator('.detail [data-id="1911-10-19-amundsen-journey"]');
	await expect(earlier).toBeVisible();
	expect(await across(earlier)).toBeGreaterThan(await across(later));
	expect(await shown.count()).toBeGreaterThan(2);
	const detail = await page.locator('.detail').boundingBox();
	const head = await page.locator('.lane-name').first().boundingBox();
	expect((head?.x ?? 0) + (head?.width ?? 0)).toBeCloseTo((detail?.x ?? 0) + (detail?.width ?? 0), -1);
	// What is dragged to the right lets later days come in from the left.
	const from = new URL(page.url()).searchParams.get('from') ?? '';
	const y = (detail?.y ?? 0) + 60;
	await page.mouse.move((detail?.x ?? 0) + 500, y);
	await page.mouse.down();
	await page.mouse.move((detail?.x ?? 0) + 700, y, { steps: 5 });
	await page.mouse.up();
	await expect.poll(() => (new URL(page.url()).searchParams.get('from') ?? '') > from).toBe(true);

	await page.goto(`${address('index.html')}?q=אוטס`);
	await expect(page.locator('.shown')).toHaveText('2 מתוך 8 אירועים');
	expect(troubles).toEqual([]);
});

test('an event: English keeps its own direction and turns nothing round; what comes next is to the left', async ({
	page,
}) => {
	const troubles = watch(page);
	await page.goto(address('events/1912-01-17-scott-at-the-pole.html'));
	const quote = page.locator('.quotes blockquote');
	await expect(quote).toHaveAttribute('dir', 'ltr');
	await expect(quote).toHaveAttribute('lang', 'en');
	await expect(page.locator('.prose bdi')).toHaveText('”Great God! this is an awful place”');
	const next = page.locator('.neighbour-next');
	expect(await across(next)).toBeLessThan(await across(page.locator('.neighbour-previous')));
	await expect(next).toContainText('←');
	await page.locator('.cites a').first().hover();
	await expect(page.locator('.note-card')).toContainText('Robert Falcon Scott');
	await page.mouse.move(0, 0);

	await next.click();
	await page.locator('.neighbour-previous').click();
	await expect(page.locator('h1')).toContainText('סקוט');

	// The title ends in U+202E; the year stands after it.
	await page.goto(address('events/1910-10-12-telegram.html'));
	const note = page.locator('.notes li').first();
	await expect(note.locator('bdi').first()).toContainText('\u202e');
	expect(await textAt(note, 'John')).toBeLessThan(await textAt(note, 'Murray'));
	expect(await page.title()).toContain('\u202e\u202c ·');
	expect(troubles).toEqual([]);
});

const event = `events/${richestEvent(content)?.id}.html`;
for (const [colorScheme, paths] of [
	['light', [...kindsOfPage(content), 'index.html?q=אוטס', `es/${event}`, 'es/index.html']],
	['dark', ['index.html', event]],
] as const)
	test(`axe finds nothing on any kind of page: ${colorScheme}`, async ({ page }) => {
		await page.setViewportSize({ width: 390, height: 900 });
		await page.emulateMedia({ colorScheme });
		for (const path of paths) {
			await page.goto(address(path));
			expect.soft(await findViolations(page, colorScheme === 'dark'), path).toEqual([]);
		}
	});

/** Where boxes stand on a page, as shares of its width from the left. */
const sides = (page: Page, selector: string) =>
	page.locator(selector).evaluateAll((all) =>
		all
			.filter((element) => element.checkVisibility())
			.map((element) => {
				const { left, right } = element.getBoundingClientRect();
				return { left: left / innerWidth, right: right / innerWidth };
			}),
	);

test('on paper, years, entries and notes begin at the right, and columns follow each other to the left', async ({
	page,
}) => {
	// As wide as A4 less its margins.
	await page.setViewportSize({ width: 680, height: 1000 });
	await page.emulateMedia({ media: 'print' });
	await page.goto(address('index.html'));
	await expect(page.locator('.masthead nav')).toBeHidden();
	const [first, ...further] = await sides(page, 'article.entry');
	expect(first?.right).toBeGreaterThan(0.95);
	expect(Math.min(...further.map(({ right }) => right))).toBeLessThan(0.55);
	const years = await page
		.locator('.year h3')
		.evaluateAll((all) =>
			all.map((year) => [getComputedStyle(year).textAlign, getComputedStyle(year).direction]),
		);
	expect(new Set(years.map(String))).toEqual(new Set(['start,rtl']));
	const [year] = await sides(page, '.year h3');
	expect(year?.right).toBeGreaterThan(0.95);
	const marks = await sides(page, '.chart-wide a.mark use');
	expect(marks.map(({ right }) => right)).toEqual(marks.map(({ right }) => right).toSorted((a, b) => b - a));

	await page.goto(address(event));
	const notes = await sides(page, '.notes li');
	expect(notes.length).toBeGreaterThan(1);
	expect(notes[0]?.right).toBeGreaterThan(0.9);
	expect(notes[0]?.left).toBeGreaterThan(0.45);
	expect(notes.at(-1)?.right).toBeLessThan(0.55);
});

test('numbers of notes stand at the right, and the card of a note beside its mark', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 900 });
	await page.goto(address(event));
	const list = page.locator('.notes ol');
	const [text] = await sides(page, '.notes li');
	const box = await list.boundingBox();
	// The room of the numbers is at the side where lines begin.
	expect((box?.x ?? 0) + (box?.width ?? 0) - (text?.right ?? 0) * 1280).toBeGreaterThan(10);
	expect((text?.left ?? 0) * 1280 - (box?.x ?? 0)).toBeLessThan(1);
	const mark = page.locator('.cites a').first();
	await mark.hover();
	const card = page.locator('.note-card');
	await expect(card).toBeVisible();
	await expect(card).toHaveCSS('direction', 'rtl');
	expect(Math.abs((await across(card)) - (await across(mark)))).toBeLessThan(200);
	const place = await card.boundingBox();
	expect(place?.x).toBeGreaterThan(0);
	expect((place?.x ?? 0) + (place?.width ?? 0)).toBeLessThan(1280);
});

test('in the book for paper the drawing runs on across the fold, from the right page to the left one', () => {
	const file = join(RTL_CASE, 'downloads', 'south-pole.pdf');
	test.skip(!existsSync(file), 'There is none without a browser to print it.');
	const pdf = readFileSync(file).toString('latin1');
	const pages = [...pdf.matchAll(/\/Type \/Page\n[^]*?endobj/g)].map(([page]) => page);
	/** The middle of each link of a page across, in points, by the event it leads to; a mark stands before its title. */
	const linksOf = (page: string | undefined) => {
		const [, ids = ''] = /\/Annots \[([^\]]*)\]/.exec(page ?? '') ?? [];
		const links = [...ids.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => {
			const object = new RegExp(`\\n${id} 0 obj[^]*?endobj`).exec(pdf)?.[0] ?? '';
			const [, left, right] = /\/Rect \[(\S+) \S+ (\S+) /.exec(object) ?? [];
			const [, to] = /\/Dest \/events--([\w-]+)/.exec(object) ?? [];
			return to ? [{ to, x: (Number(left) + Number(right)) / 2 }] : [];
		});
		return new Map(links.toReversed().map(({ to, x }) => [to, x]));
	};
	const [earlier, later] = [linksOf(pages[1]), linksOf(pages[2])];
	expect([...earlier.keys(), ...later.keys()].toSorted()).toEqual(IN_ORDER);
	expect(Math.max(...[...earlier.keys()].map((id) => IN_ORDER.indexOf(id)))).toBeLessThan(
		Math.min(...[...later.keys()].map((id) => IN_ORDER.indexOf(id))),
	);
	// Laid side by side, the later page to the left: as far apart as their days.
	const WIDTH = 595;
	const at = (id: string) => later.get(id) ?? (earlier.get(id) ?? NaN) + WIDTH;
	const day = (id: string) => content.events.find((found) => found.id === id)?.date.start ?? NaN;
	const [first, fold, last] = [
		'1909-01-09-farthest-south',
		'1910-10-12-telegram',
		'1912-11-12-tent-found',
	] as const;
	const perDay = (from: string, to: string) => (at(from) - at(to)) / (day(to) - day(from));
	expect(perDay(fold, last) / perDay(first, fold)).toBeCloseTo(1, 1);
});

for (const [place, base] of [
	['domain root', '/'],
	['sub-path', SUB_PATH],
	['disk', undefined],
	[OFFLINE, SUB_PATH],
] as const)
	test(`from home to an event, to the next, to a person and by search: ${place}`, async ({ page }) => {
		const troubles = watch(page);
		const isHosted = base !== undefined && place !== OFFLINE;
		const host = isHosted ? await openHost(RTL_CASE, base) : undefined;
		const root = host?.address ?? (base === undefined ? address('') : await visitOnce(page, RTL_CASE, base));
		await page.goto(`${root}index.html?q=אוטס`);
		await expect(page.locator('article.entry:visible')).toHaveCount(2);
		await page.locator('article.entry:visible h4 a').last().click();
		await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
		await page.locator('.neighbour-previous').click();
		await page.locator('.names a').first().click();
		await expect(page).toHaveURL(/\/people\//);
		await page.goto(`${root}search.html?q=אוטס`);
		await page.locator('.search-results li a').first().click();
		await expect(page.locator('h1')).toContainText('אוטס');
		expect(troubles).toEqual([]);
		await host?.stop();
	});

test('every page is valid, and the book for e-readers is turned to the right', async () => {
	const pages = readdirSync(RTL_CASE, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.html') && !file.startsWith('downloads'),
	);
	expect(pages.length).toBeGreaterThan(IN_ORDER.length);
	const validator = new HtmlValidate(new FileSystemConfigLoader());
	const { results } = await validator.validateMultipleFiles(pages.map((page) => join(RTL_CASE, page)));
	expect(
		results.flatMap(({ filePath, messages }) => messages.map(({ message }) => `${filePath}: ${message}`)),
	).toEqual([]);
	const book = unzipSync(readFileSync(join(RTL_CASE, 'downloads', 'south-pole.epub')));
	const text = (name: string) => strFromU8(book[name] ?? new Uint8Array());
	expect(text('EPUB/book.opf')).toContain('<spine page-progression-direction="rtl">');
	expect(text('EPUB/nav.xhtml')).toContain('dir="rtl"');
});
