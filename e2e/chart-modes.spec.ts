/** The chart as readers set their machines: little motion, forced colours, a magnified screen; and what stays of it once it is gone. */
import { expect, test, type Page } from '@playwright/test';
import { content, published, words } from './content.ts';
import { places } from './places.ts';

test.use({ serviceWorkers: 'allow' });

const { tools } = words.chart;
const inYear = () => `${places['domain root']()}?from=2022&to=2022`;
const firstEvent = (page: Page) => page.locator('.detail .detail-event').first();

/** Where the axis of the close-up stands. */
const axis = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('.detail .vis-text.vis-minor')]
			.map(({ style, textContent }) => textContent + style.transform)
			.join(),
	);

/** @returns whether the axis is on its way, part of the time that a zoom takes after its button is pressed */
async function isGliding(page: Page): Promise<boolean> {
	await page.goto(inYear());
	await expect(firstEvent(page)).toBeVisible();
	await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
	const before = await axis(page);
	await page.getByRole('button', { name: tools.month }).click();
	await page.clock.runFor(150);
	const during = await axis(page);
	await page.clock.runFor(2_000);
	const after = await axis(page);
	expect(page.url()).toMatch(/from=2022-\d\d&/);
	expect(after).not.toBe(before);
	await page.clock.resume();
	return during !== before && during !== after;
}

test('zooming glides, and jumps where the reader wants little motion', async ({ page }) => {
	// By the test's own clock: by the machine's a busy one would see no frame between the first and the last.
	await page.clock.install();
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	expect(await isGliding(page)).toBe(true);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	expect(await isGliding(page)).toBe(false);
});

test('in forced colours every mark, cluster and the chosen event stand out from the page', async ({
	page,
}) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.goto(`${places['domain root']()}?from=2021&to=2024`);
	await expect(firstEvent(page)).toBeVisible();
	await page.getByRole('button', { name: tools.in }).click();
	await firstEvent(page).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.locator('.detail-event.selected')).toBeVisible();
	const unseen = await page.evaluate(() => {
		const paper = getComputedStyle(document.body).backgroundColor;
		const marks = [
			...document.querySelectorAll('.detail .shape.shape, .detail .cluster, .detail-event.selected'),
		];
		return marks
			.filter((mark) => mark.getClientRects().length > 0)
			.filter((mark) => {
				const { fill, stroke, borderTopColor, borderTopWidth, outlineColor, outlineStyle } =
					getComputedStyle(mark);
				if (mark instanceof SVGElement) return fill === paper && (stroke === paper || stroke === 'none');
				if (mark.matches('.cluster')) return borderTopWidth === '0px' || borderTopColor === paper;
				return outlineStyle === 'none' || outlineColor === paper;
			})
			.map(({ outerHTML }) => outerHTML.slice(0, 120));
	});
	expect(unseen).toEqual([]);
});

for (const width of [390, 1280])
	test(`nothing moves by itself at ${width} px: not when fonts come, the chart starts or the close-up opens`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 900 });
		await page.addInitScript(() => {
			const shifts: number[] = [];
			const heights: number[] = [];
			Object.assign(globalThis, { shifts, heights });
			// As it takes the place of the drawing: a frame may come before vis-timeline has drawn it.
			new MutationObserver(() => {
				const closeUp = document.querySelector<HTMLElement>('.detail:not([hidden])');
				if (closeUp) heights.push(closeUp.offsetHeight);
			}).observe(document, { subtree: true, attributeFilter: ['hidden'] });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
					shifts.push(entry.value);
			}).observe({ type: 'layout-shift', buffered: true });
		});
		for (const address of [places['domain root'](), inYear()]) {
			await page.goto(address);
			if (address === inYear()) await expect(firstEvent(page)).toBeAttached();
			await page.waitForLoadState('networkidle');
			await page.evaluate(() => document.fonts.ready.then(() => new Promise(requestAnimationFrame)));
			expect(
				await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts),
				address,
			).toEqual([]);
		}
		const [first, ...later] = await page.evaluate(() => [
			...(globalThis as unknown as { heights: number[] }).heights,
			document.querySelector<HTMLElement>('.detail')?.offsetHeight,
		]);
		expect(first).toBe(later.at(-1));
	});

test.describe('a screen magnified four times', () => {
	test.use({ viewport: { width: 320, height: 256 } });
	test('nothing scrolls sideways, and what the keys reach stands clear of the strip above', async ({
		page,
	}) => {
		await page.goto(inYear());
		await expect(firstEvent(page)).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
		const strip = await page.locator('.overview').boundingBox();
		expect(strip?.height).toBeLessThan(256 / 3);
		await page.locator('.detail [tabindex="0"]').first().focus();
		for (let step = 0; step < 3; step++) {
			await page.keyboard.press('ArrowRight');
			const link = page.locator('.detail-event:focus');
			await expect(link).toBeInViewport();
			const isClear = await link.evaluate((element) => {
				const { left, top, height } = element.getBoundingClientRect();
				return element.contains(document.elementFromPoint(Math.max(1, left + 4), top + height / 2));
			});
			expect(isClear).toBe(true);
		}
	});
});

/** Listeners on window and document, and timers and frames that wait. */
async function countWhatRuns(page: Page): Promise<{ listeners: number; waiting: number }> {
	const client = await page.context().newCDPSession(page);
	let listeners = 0;
	for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
		const { result } = await client.send('Runtime.evaluate', { expression });
		const found = await client.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
		listeners += found.listeners.length;
	}
	await client.detach();
	const waiting = await page.evaluate(() => (globalThis as unknown as { waiting: Set<string> }).waiting.size);
	return { listeners, waiting };
}

test('the element taken out leaves no listener and no timer, and works when it is put back', async ({
	page,
}) => {
	await page.addInitScript(() => {
		const waiting = new Set<string>();
		Object.assign(globalThis, { waiting });
		const watch = (
			start: 'setTimeout' | 'setInterval' | 'requestAnimationFrame',
			end: 'clearTimeout' | 'clearInterval' | 'cancelAnimationFrame',
		) => {
			const [begin, stop] = [
				globalThis[start] as (work: unknown, ...rest: unknown[]) => number,
				globalThis[end],
			];
			Object.assign(globalThis, {
				[start]: (work: unknown, ...rest: unknown[]) => {
					const id = begin(
						(...told: unknown[]) => {
							if (start !== 'setInterval') waiting.delete(`${start} ${id}`);
							if (typeof work === 'function') work(...told);
						},
						...rest,
					);
					waiting.add(`${start} ${id}`);
					return id;
				},
				[end]: (id: number) => {
					waiting.delete(`${start} ${id}`);
					stop(id);
				},
			});
		};
		watch('setTimeout', 'clearTimeout');
		watch('setInterval', 'clearInterval');
		watch('requestAnimationFrame', 'cancelAnimationFrame');
	});
	await page.goto(inYear());
	const use = async () => {
		await expect(firstEvent(page)).toBeVisible();
		await page.locator('.overview').scrollIntoViewIfNeeded();
		await expect(page.getByRole('slider')).toHaveCount(2);
		await page.getByRole('button', { name: tools.out }).click();
	};
	const takeOut = async () => {
		await page.evaluate(() => {
			const element = document.querySelector('event-timeline');
			if (element) Object.assign(globalThis, { element, place: element.parentElement });
			element?.remove();
		});
		await expect.poll(async () => (await countWhatRuns(page)).waiting).toBe(0);
		return countWhatRuns(page);
	};
	await use();
	const live = await countWhatRuns(page);
	const first = await takeOut();
	expect(first.listeners).toBeLessThan(live.listeners);
	await page.evaluate(() => {
		const { element, place } = globalThis as unknown as { element: HTMLElement; place: HTMLElement };
		place.append(element);
	});
	await use();
	expect(await takeOut()).toEqual(first);
});

test('put back with the newest first, each event has its own date and category', async ({ page }) => {
	await page.goto(`${places['domain root']()}?order=newest`);
	const order = () => page.locator('article.entry').evaluateAll((articles) => articles.map(({ id }) => id));
	const newestFirst = published.map(({ id }) => id).toReversed();
	await expect.poll(order).toEqual(newestFirst);
	await page.evaluate(() => {
		const element = document.querySelector('event-timeline');
		const { parentElement } = element ?? {};
		element?.remove();
		if (element) parentElement?.append(element);
	});
	await expect.poll(order).toEqual(newestFirst);
	const category = content.site.categories[0]?.id;
	await page.evaluate(
		(id) => document.querySelector<HTMLInputElement>(`input[value="${id}"]`)?.click(),
		category,
	);
	await expect
		.poll(() => page.locator('article.entry:visible').evaluateAll((all) => all.map(({ id }) => id)))
		.toEqual(
			published
				.filter((event) => event.category === category)
				.map(({ id }) => id)
				.toReversed(),
		);
});

test('fingers on a pad zoom the drawing by as much as they move', async ({ page }) => {
	await page.goto(places['domain root']());
	await expect(page.locator('.chart-tools.ready')).toBeVisible();
	await page.locator('.chart-drawing:visible').hover();
	// The close-up would take over; what comes before it does is the drawing's.
	await page.route(/\/detail\..*\.js$/, () => undefined);
	await page.evaluate(() => {
		const target = document.querySelector('.chart-wide a.mark');
		for (let turn = 0; turn < 10; turn++)
			target?.dispatchEvent(
				new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true, deltaY: -5, clientX: 640 }),
			);
	});
	const days = async () => {
		const { searchParams } = new URL(page.url());
		const edge = (name: string) => Date.parse(searchParams.get(name) ?? '') / 86_400_000;
		return edge('to') - edge('from');
	};
	// Half a turn of a wheel's notch: the window is 2 ** -0.5 of the whole.
	const [first, last] = [published[0], published.at(-1)].map((event) => event?.date.start ?? 0);
	await expect.poll(days).toBeGreaterThan(((last ?? 0) - (first ?? 0)) * 0.6);
	expect(await days()).toBeLessThan(((last ?? 0) - (first ?? 0)) * 0.8);
});
