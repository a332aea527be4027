/** Room in the close-up: whatever part of the case it shows, nothing covers another and every event is there. */
import { expect, test, type Page } from '@playwright/test';
import { published } from './content.ts';
import { places } from './places.ts';

const DAY = 86_400_000;
const startOf = (event: (typeof published)[number]) => event.date.start ?? -Infinity;
const endOf = (event: (typeof published)[number]) => event.date.end ?? Infinity;

const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);

interface Part {
	from: string;
	to: string;
	selected?: string | undefined;
	/** A filter. */
	status?: string | undefined;
}

/** First and last day of the case. */
const days = published.flatMap(({ date }) => [date.start ?? [], date.end ?? []].flat());
const span = [Math.min(...days), Math.max(...days)] as const;

/** Of several lengths, from before and after the beginning of events all over the case; some with one selected. */
const parts = [20, 45, 120, 240, 400, 900, 1400].flatMap((length, row): Part[] =>
	[0.3, 0.55, 0.8].map((share, column) => {
		const at = startOf(published[Math.floor(published.length * share) + row] ?? published[0]!);
		const before = length * ([0, 0.02, 0.6][column] ?? 0);
		const from = Math.max(span[0], Math.min(Math.round(at - before), span[1] + 1 - length));
		const inside = published.filter((event) => startOf(event) >= from && startOf(event) < from + length);
		const selected = (row + column) % 4 === 0 ? inside[Math.floor(inside.length / 2)]?.id : undefined;
		return { from: iso(from), to: iso(from + length - 1), selected };
	}),
);

const countIn = ({ from, to, status }: Part) =>
	published.filter(
		(event) =>
			startOf(event) * DAY <= Date.parse(to) &&
			endOf(event) * DAY >= Date.parse(from) &&
			(status === undefined || event.status === status),
	).length;

/** Goes there as Back and Forward do, and waits until it is drawn. */
async function goTo(page: Page, { from, to, selected, status }: Part): Promise<void> {
	await page.evaluate(
		async (address) => {
			history.replaceState(null, '', address);
			dispatchEvent(new PopStateEvent('popstate'));
			const drawn = () =>
				[...document.querySelectorAll('.detail .vis-item, .detail .vis-item-content')]
					.map((item) => item.getAttribute('style'))
					.join();
			for (let still = 0, last = ''; still < 3;) {
				await new Promise(requestAnimationFrame);
				still = drawn() === last ? still + 1 : 0;
				last = drawn();
			}
		},
		`?from=${from}&to=${to}${status ? `&status=${status}` : ''}${selected ? `#${selected}` : ''}`,
	);
}

/** What is wrong in what is drawn, in words; and how many events are shown by themselves or counted. */
function look(page: Page): Promise<{ faults: string[]; shown: number }> {
	return page.locator('.detail').evaluate((detail) => {
		const chart = detail.querySelector('.vis-panel.vis-center')!.getBoundingClientRect();
		const drawn = [...detail.querySelectorAll('.detail-event, .cluster, .lane-name')]
			.filter((element) => element.checkVisibility({ visibilityProperty: true }))
			.map((element) => {
				const title = element.querySelector('.detail-title')?.getBoundingClientRect();
				const box = element.getBoundingClientRect();
				const name = element.getAttribute('title') ?? element.textContent;
				const isTitled = title !== undefined && title.width > 0;
				const inside = {
					left: Math.max(box.left, isTitled ? Math.min(box.left, title.left) : -Infinity, chart.left),
					right: Math.min(isTitled ? Math.max(box.right, title.right) : box.right, chart.right),
					top: box.top,
					bottom: isTitled ? Math.max(box.bottom, title.bottom) : box.bottom,
				};
				return { element, name, title: isTitled ? title : undefined, box, inside };
			})
			.filter(({ inside }) => inside.right - inside.left > 1);
		const faults = drawn.flatMap((one, place) =>
			drawn.slice(place + 1).flatMap((other) => {
				const across =
					Math.min(one.inside.right, other.inside.right) - Math.max(one.inside.left, other.inside.left);
				const down =
					Math.min(one.inside.bottom, other.inside.bottom) - Math.max(one.inside.top, other.inside.top);
				return across > 1 && down > 1
					? [`${one.name} | ${other.name}: ${across.toFixed(1)} × ${down.toFixed(1)}`]
					: [];
			}),
		);
		let shown = 0;
		for (const { element, name, title, box } of drawn) {
			const isInSight = title && title.left < chart.right - 1 && title.right > chart.left + 1;
			if (isInSight && (title.left < chart.left - 1 || title.right > chart.right + 1))
				faults.push(`cut: ${name}`);
			if (element.matches('.lane-clusters *, .cluster') && Math.min(box.width, box.height) < 23.9)
				faults.push(`small: ${name}: ${box.width} × ${box.height}`);
			if (element.matches('.lane-name')) continue;
			// What stands a moment after the window shows its first pixels.
			const isInside =
				element.matches('.turned, .earlier') ||
				box.left - parseFloat(getComputedStyle(element).marginInlineStart) < chart.right - 0.1;
			if (isInside) shown += element.matches('.cluster') ? Number(element.textContent) : 1;
		}
		return { faults, shown };
	});
}

for (const width of [390, 1280])
	test(`nothing covers another, no title is cut and every event is shown or counted, ${width} px wide`, async ({
		page,
	}) => {
		await page.setViewportSize({ width, height: 900 });
		// A move that glides would only be waited for.
		await page.addInitScript(() => {
			const ask = matchMedia.bind(window);
			window.matchMedia = (query) => ask(query.includes('reduced-motion') ? 'not all' : query);
		});
		const [first] = parts;
		await page.goto(`${places['domain root']()}index.html?from=${first?.from}&to=${first?.to}`);
		await expect(page.locator('.detail .vis-item').first()).toBeAttached();
		const check = async (part: Part, state: string) => {
			await goTo(page, part);
			const { faults, shown } = await look(page);
			const name = `${part.from} to ${part.to}${part.selected ? `, ${part.selected}` : ''}${state}`;
			expect.soft(faults, name).toEqual([]);
			expect.soft(shown, name).toBe(countIn(part));
		};
		for (const part of parts) await check(part, '');
		// Numbers follow what a filter leaves of the same clusters.
		const [long] = parts.slice(-2);
		for (const status of [undefined, published[0]?.status, undefined])
			if (long) await check({ ...long, selected: undefined, status }, ', filtered');
		await page.locator('.detail .lane-name').evaluateAll((names) => {
			for (const name of names) (name as HTMLElement).click();
		});
		for (const part of parts.filter(({ selected }) => selected)) await check(part, ', folded');
	});
