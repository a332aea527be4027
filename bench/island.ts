/**
 * The chart at work, beside plain vis-timeline and a bare canvas that are given the same events: how soon something is
 * painted, how even the frames are while it is dragged and zoomed, and what it weighs.
 */
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { ensureBrowsers } from '../scripts/browsers.ts';
import { projectFolder } from '../scripts/paths.ts';
import { serve } from '../scripts/serve.ts';
import type { DensityEvent } from '../src/core/density-items.ts';
import { loadContent } from '../src/loader/content-files.ts';
import { ourBuild, run } from './build-times.ts';
import type { PeerPage } from './chart-peers/page.ts';
import { measureDensity } from './density-times.ts';
import { median, percentile, table } from './report.ts';
import { writeSyntheticCase } from './synthetic-case.ts';

interface Plan {
	/** The first that counts is number 1; number 0 warms up. */
	rounds: { from: 0 | 1; to: number };
	/** Visits in a round whose start alone is measured. */
	visits: number;
	/** Frames of each gesture. */
	steps: number;
}

/** At ten thousand events plain vis-timeline takes seconds a frame: it gets one round, and all make the shorter gesture. */
function planOf(events: number, { name }: Subject): Plan {
	if (events < 10_000) return { rounds: { from: 0, to: 3 }, visits: 7, steps: 120 };
	const rounds: Plan['rounds'] = name === 'vis-timeline' ? { from: 1, to: 1 } : { from: 0, to: 5 };
	return { rounds, visits: 5, steps: 40 };
}
const DAY = 86_400_000;
/** Two of the made-up case's eight years: what every page moves about in. */
const WINDOW = ['2020-01-01', '2021-12-31'] as const;
const SLOW = { events: 1000, factor: 4 };

interface Subject {
	name: 'ours' | 'vis-timeline' | 'canvas';
	/** Something of the chart is there. */
	painted: string;
	/** What is dragged. */
	chart: string;
	/** Elements that the chart consists of. */
	parts: string;
}

const OURS: Subject = {
	name: 'ours',
	painted: '.chart-wide a.mark',
	chart: '.detail .vis-center',
	parts: '.chart *, .overview *',
};
const SUBJECTS: readonly Subject[] = [
	OURS,
	{ name: 'vis-timeline', painted: '#chart .vis-item', chart: '#chart .vis-center', parts: '#chart *' },
	{ name: 'canvas', painted: 'html[data-drawn] canvas', chart: '#chart canvas', parts: '#chart *' },
];
const CLOSE_UP = '.detail .vis-item';

interface Figures {
	/** Milliseconds from the start of the navigation, of each visit. */
	painted: number[];
	/** The close-up of a shared range; only ours has one apart. */
	ready: number[];
	/** Milliseconds from frame to frame. */
	pan: number[];
	zoom: number[];
	longest: number;
	nodes: number;
	heap: number;
	/** Of it, what the events take as data. */
	data: number;
	shift: number;
}

/** @returns one table of all sizes, and the ratios that matter */
export async function measureIsland(work: string, sizes: readonly number[]): Promise<string> {
	const [found] = ensureBrowsers(['chromium']);
	const browser = await chromium.launch({
		...(found?.executablePath && { executablePath: found.executablePath }),
		args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'],
	});
	try {
		const tables: string[] = [];
		for (const size of sizes) {
			const folder = await makePages(join(work, 'island', String(size)), size);
			tables.push(await measureSize(browser, folder, size, 1));
			if (size === SLOW.events) tables.push(await measureSize(browser, folder, size, SLOW.factor));
		}
		const cases = new Map<number, DensityEvent[]>();
		for (const size of sizes) cases.set(size, await eventsOf(join(work, 'island', String(size), 'content')));
		return [...tables, measureDensity(cases)].join('\n\n');
	} finally {
		await browser.close();
	}
}

async function eventsOf(content: string): Promise<DensityEvent[]> {
	const { events } = await loadContent(content);
	return events.flatMap(({ id, date: { start, end }, category, importance }) =>
		start === null || end === null ? [] : [{ id, start, end, category, importance }],
	);
}

async function measureSize(browser: Browser, folder: string, size: number, slower: number): Promise<string> {
	const taken = new Map(SUBJECTS.map(({ name }) => [name, [] as Figures[]]));
	const { server, address } = await serve(folder);
	try {
		const plans = SUBJECTS.map((subject) => ({ subject, ...planOf(size, subject) }));
		for (let round = 0; round <= Math.max(...plans.map(({ rounds }) => rounds.to)); round++)
			for (const { subject, rounds, visits, steps } of plans) {
				if (round < rounds.from || round > rounds.to) continue;
				const figures = await measureOnce(browser, subject, address, { slower, visits, steps });
				if (round > 0) taken.get(subject.name)?.push(figures);
			}
	} finally {
		server.closeAllConnections();
		server.close();
	}
	return report(taken, size, slower);
}

/** The built case and the peers' pages of the same events, in one folder. */
async function makePages(folder: string, events: number): Promise<string> {
	const content = join(folder, 'content');
	const out = builtCase(folder, events);
	const { events: all, site } = await loadContent(content);
	const shown = all.filter(({ date }) => date.start !== null && date.end !== null);
	const data: PeerPage = {
		lanes: site.categories.map(({ label }) => label),
		events: shown.map(({ id, title, category, date }) => ({
			id,
			title,
			lane: site.categories.find((one) => one.id === category)?.label ?? category,
			start: (date.start ?? 0) * DAY,
			end: (date.end ?? 0) * DAY,
		})),
	};
	const json = JSON.stringify(data).replaceAll('<', '\\u003c');
	const peers = join(out, 'peers');
	mkdirSync(peers, { recursive: true });
	await build({
		entryPoints: ['plain-vis', 'bare-canvas'].map((name) =>
			join(import.meta.dirname, 'chart-peers', `${name}.ts`),
		),
		outdir: peers,
		bundle: true,
		minify: true,
		format: 'iife',
	});
	await build({
		entryPoints: [join(projectFolder, 'node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css')],
		outfile: join(peers, 'vis-timeline.css'),
		bundle: true,
		minify: true,
	});
	const page = (script: string, head: string, chart: string) =>
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${script}</title>${head}<div id="chart">${chart}</div><script type="application/json" id="events">${json}</script><script src="${script}.js"></script></html>`;
	writeFileSync(
		join(peers, 'vis-timeline.html'),
		page('plain-vis', '<link rel="stylesheet" href="vis-timeline.css">', ''),
	);
	writeFileSync(
		join(peers, 'canvas.html'),
		page('bare-canvas', '<style>canvas{width:100%;height:600px}</style>', '<canvas></canvas>'),
	);
	return out;
}

/** A made-up case, built in a folder and kept as long as nothing has changed that it is made by. @returns where it is built */
export function builtCase(folder: string, events: number): string {
	const content = join(folder, 'content');
	const ours = ourBuild(content, folder);
	if (!isFresh(join(ours.out, 'index.html'))) {
		writeSyntheticCase(content, events);
		console.error(`Building ${events} events …`);
		run(ours);
	}
	return ours.out;
}

/** Whether a built file is newer than all that it is made by. */
function isFresh(file: string): boolean {
	if (!existsSync(file)) return false;
	const built = statSync(file).mtimeMs;
	return ['src', 'bench'].every((folder) =>
		readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' }).every(
			(name) =>
				(!name.endsWith('.ts') && !name.endsWith('.astro') && !name.endsWith('.css')) ||
				statSync(join(projectFolder, folder, name)).mtimeMs < built,
		),
	);
}

async function measureOnce(
	browser: Browser,
	subject: Subject,
	address: string,
	{ slower, visits, steps }: { slower: number; visits: number; steps: number },
): Promise<Figures> {
	const home = subject.name === 'ours' ? address : `${address}peers/${subject.name}.html`;
	const shared = `${home}?from=${WINDOW[0]}&to=${WINDOW[1]}`;
	const shown = subject.name === 'ours' ? CLOSE_UP : subject.painted;
	const painted: number[] = [];
	const ready: number[] = [];
	for (let visit = 0; visit < visits; visit++) {
		painted.push(await timeUntil(browser, home, subject.painted, slower));
		ready.push(await timeUntil(browser, shared, shown, slower));
	}
	const { page } = await open(browser, shared, shown, slower);
	const { shift, longest } = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
	const pan = await drive(page, subject, 'pan', steps);
	const zoom = await drive(page, subject, 'zoom', steps);
	const nodes = await page.locator(subject.parts).count();
	const client = await page.context().newCDPSession(page);
	const heap = await heapOf(client);
	const data = await sizeOfData(page, client, heap);
	await page.context().close();
	return { painted, ready, pan, zoom, longest, nodes, heap, data, shift };
}

/** Bytes that are left once all that can be collected is: what one collection frees lets go of more. */
async function heapOf(client: CDPSession): Promise<number> {
	for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage');
	const { usedSize } = await client.send('Runtime.getHeapUsage');
	return usedSize;
}

/** What the events themselves take: how much the heap grows by one more copy of what the page was given of them. */
async function sizeOfData(page: Page, client: CDPSession, before: number): Promise<number> {
	await page.evaluate(async () => {
		const inPage = document.querySelector('#timeline-data, #events')?.textContent ?? 'null';
		const apart = document.querySelector<HTMLScriptElement>('script[src$="data/timeline.js"]')?.src;
		const text = apart ? await (await fetch(apart)).text() : inPage;
		const json = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
		Object.assign(globalThis, { copy: JSON.parse(json) as unknown });
	});
	return Math.max(0, (await heapOf(client)) - before);
}

interface Seen {
	painted: number;
	shift: number;
	longest: number;
}

/** A visit that ends when something is shown. @returns milliseconds */
async function timeUntil(browser: Browser, url: string, selector: string, slower: number): Promise<number> {
	const { page, painted } = await open(browser, url, selector, slower, 0);
	await page.context().close();
	return painted;
}

/**
 * @param selector of what is waited for
 * @param settle milliseconds afterwards: a list that grows, a chart that is laid out again
 */
export async function open(browser: Browser, url: string, selector: string, slower: number, settle = 1000) {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		serviceWorkers: 'block',
	});
	const page = await context.newPage();
	const client = await context.newCDPSession(page);
	await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
	await page.addInitScript((wanted) => {
		const seen: Seen = { painted: 0, shift: 0, longest: 0 };
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & {
				value: number;
				hadRecentInput: boolean;
			})[])
				if (!entry.hadRecentInput) seen.shift += entry.value;
		}).observe({ type: 'layout-shift', buffered: true });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
		}).observe({ type: 'longtask', buffered: true });
		const look = () => {
			const found = document.querySelector(wanted);
			if (!found || found.getClientRects().length === 0 || getComputedStyle(found).visibility === 'hidden')
				return requestAnimationFrame(look);
			// What stands in this frame is on the screen by the next one.
			return requestAnimationFrame(() => (seen.painted = performance.now()));
		};
		requestAnimationFrame(look);
	}, selector);
	await page.goto(url);
	await page.waitForFunction(() => (globalThis as unknown as { seen: Seen }).seen.painted > 0, undefined, {
		timeout: 120_000,
	});
	await page.waitForTimeout(settle);
	const painted = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen.painted);
	return { page, painted };
}

/** Drags to and fro, or zooms in and out, by one event a frame. @returns milliseconds between frames */
function drive(page: Page, { chart }: Subject, how: 'pan' | 'zoom', frames: number): Promise<number[]> {
	return page.evaluate(
		async ([selector, gesture, STEPS]) => {
			const target = document.querySelector<HTMLElement>(selector);
			if (!target) throw new Error(`no ${selector}`);
			target.scrollIntoView({ block: 'center' });
			const { left, top, width, height } = target.getBoundingClientRect();
			const at = { x: left + width / 2, y: top + Math.min(height, 500) / 2 };
			const frames: number[] = [];
			const nextFrame = () => new Promise<number>(requestAnimationFrame);
			const send = (type: string, x: number) => {
				const under = document.elementFromPoint(at.x, at.y) ?? target;
				const options = {
					bubbles: true,
					cancelable: true,
					clientX: x,
					clientY: at.y,
					pointerId: 1,
					pointerType: 'mouse',
					isPrimary: true,
					button: type === 'pointermove' ? -1 : 0,
					buttons: 1,
				};
				(type === 'pointerdown' ? under : target).dispatchEvent(new PointerEvent(type, options));
			};
			if (gesture === 'pan') send('pointerdown', at.x);
			let before = await nextFrame();
			for (let step = 1; step <= STEPS; step++) {
				const isOut = step > STEPS / 2;
				if (gesture === 'pan') send('pointermove', at.x + (isOut ? STEPS - step : step) * 6);
				else
					target.dispatchEvent(
						new WheelEvent('wheel', {
							bubbles: true,
							cancelable: true,
							ctrlKey: true,
							clientX: at.x,
							clientY: at.y,
							deltaY: isOut ? 30 : -30,
						}),
					);
				const now = await nextFrame();
				frames.push(now - before);
				before = now;
			}
			if (gesture === 'pan') send('pointerup', at.x);
			return frames;
		},
		[chart, how, frames] as const,
	);
}

function report(taken: ReadonlyMap<string, readonly Figures[]>, size: number, slower: number): string {
	type Value = (figures: Figures) => number | readonly number[];
	const of = (name: string, value: Value) => median((taken.get(name) ?? []).flatMap(value));
	const rows: [label: string, digits: number, value: Value, isRatio: boolean][] = [
		['first painted chart, ms', 0, ({ painted }) => painted, true],
		['chart of a shared range ready, ms', 0, ({ ready }) => ready, true],
		['frame while panning, median ms', 1, ({ pan }) => median(pan), true],
		['frame while panning, p95 ms', 1, ({ pan }) => percentile(pan, 0.95), true],
		['frame while zooming, median ms', 1, ({ zoom }) => median(zoom), true],
		['frame while zooming, p95 ms', 1, ({ zoom }) => percentile(zoom, 0.95), true],
		['longest task while starting, ms', 0, ({ longest }) => longest, true],
		['elements in the chart', 0, ({ nodes }) => nodes, true],
		['heap, MB', 2, ({ heap }) => heap / 1e6, true],
		['heap less the events as data, MB', 2, ({ heap, data }) => (heap - data) / 1e6, true],
		['layout shift', 3, ({ shift }) => shift, false],
	];
	const cells = rows.map(([label, digits, value, isRatio]) => {
		const [ours, vis, canvas] = ['ours', 'vis-timeline', 'canvas'].map((name) => of(name, value));
		const ratio = (other = NaN) => (isRatio && other > 0 ? ((ours ?? NaN) / other).toFixed(2) : '');
		return [
			label,
			...[ours, vis, canvas].map((number = NaN) => number.toFixed(digits)),
			ratio(vis),
			ratio(canvas),
		];
	});
	const heads = ['', 'ours', 'vis-timeline', 'canvas', 'ours : vis-timeline', 'ours : canvas'];
	const cpu = slower > 1 ? `, CPU ${slower}× slower` : '';
	return `### ${size.toLocaleString('en')} events${cpu}\n\n${table(heads, cells)}`;
}
