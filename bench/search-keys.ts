/** How soon search answers a key: the first, which waits for the index, and the next; beside a plain look through all texts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowsers } from '../scripts/browsers.ts';
import { serve } from '../scripts/serve.ts';
import { peerPages } from './peer-pages.ts';
import { median, spread, table } from './report.ts';

const ROUNDS = 5;
/** Words of the made-up cases; the second is typed on from the first. */
const TYPED = ['bridg', 'e'] as const;

interface Subject {
	name: 'ours' | 'plain look';
	path: string;
	box: string;
	hit: string;
}

const SUBJECTS: readonly Subject[] = [
	{ name: 'ours', path: 'search.html', box: 'site-search input', hit: 'site-search ol > li' },
	{ name: 'plain look', path: 'plain-search.html', box: 'input', hit: 'li' },
];

/** @param folder a built case of that many events */
export async function measureSearch(folder: string, events: number): Promise<string> {
	const peer = peerPages(folder);
	writePeer(folder, peer);
	const [found] = ensureBrowsers(['chromium']);
	const browser = await chromium.launch(
		found?.executablePath ? { executablePath: found.executablePath } : {},
	);
	const hosts = new Map([
		['ours', await serve(folder)],
		['plain look', await serve(peer)],
	]);
	const times = new Map(SUBJECTS.map(({ name }) => [name, { first: [] as number[], next: [] as number[] }]));
	try {
		for (let round = 0; round <= ROUNDS; round++)
			for (const subject of SUBJECTS) {
				const context = await browser.newContext({ serviceWorkers: 'block' });
				const page = await context.newPage();
				await page.goto(`${hosts.get(subject.name)?.address}${subject.path}`);
				const first = await typeAndWait(page, subject, TYPED[0]);
				const next = await typeAndWait(page, subject, TYPED[1]);
				await context.close();
				// The first round warms up.
				if (round === 0) continue;
				times.get(subject.name)?.first.push(first);
				times.get(subject.name)?.next.push(next);
			}
	} finally {
		for (const { server } of hosts.values()) {
			server.closeAllConnections();
			server.close();
		}
		await browser.close();
	}
	const rows = (['first', 'next'] as const).map((key) => {
		const [ours = [], plain = []] = SUBJECTS.map(({ name }) => times.get(name)?.[key]);
		const ratios = ours.map((ms, round) => ms / (plain[round] ?? NaN));
		return [
			`${key} key, ms`,
			median(ours).toFixed(0),
			median(plain).toFixed(0),
			`${(median(ours) / median(plain)).toFixed(2)} (${spread(ratios)})`,
		];
	});
	return `${events.toLocaleString('en')} events:\n\n${table(['', 'ours', 'plain look', 'ratio (rounds)'], rows)}`;
}

/** Puts text into the box as one key would, and waits for what it finds to be on the screen. */
function typeAndWait(page: Page, { box, hit }: Subject, text: string): Promise<number> {
	return page.evaluate(
		([boxSelector, hitSelector, typed]) =>
			new Promise<number>((resolve, reject) => {
				const input = document.querySelector<HTMLInputElement>(boxSelector);
				if (!input) return reject(new Error(`no ${boxSelector}`));
				const before = document.querySelector(hitSelector);
				setTimeout(() => reject(new Error(`${typed} finds nothing in ${location.pathname}`)), 60_000);
				const started = performance.now();
				input.focus();
				input.value += typed;
				input.dispatchEvent(new Event('input', { bubbles: true }));
				const look = (): number => {
					const now = document.querySelector(hitSelector);
					// Every answer replaces the hits.
					if (!now || now === before) return requestAnimationFrame(look);
					return requestAnimationFrame(() => resolve(performance.now() - started));
				};
				look();
			}),
		[box, hit, text] as const,
	);
}

/** What most would write first: all texts in one file, asked one after the other at each key. */
function writePeer(folder: string, peer: string): void {
	const { events } = JSON.parse(readFileSync(join(folder, 'data', 'timeline.json'), 'utf8')) as {
		events: { title: string; summary: string; text: string }[];
	};
	const texts = events.map(({ title, summary, text }) => [
		title,
		`${title} ${summary} ${text}`.toLowerCase(),
	]);
	writeFileSync(join(peer, 'plain-search.json'), JSON.stringify(texts));
	writeFileSync(
		join(peer, 'plain-search.html'),
		`<!doctype html><html lang="en"><meta charset="utf-8"><title>Search</title><input><ol></ol><script>
let texts;
document.querySelector('input').addEventListener('input', async ({ target }) => {
	texts ??= fetch('plain-search.json').then((answer) => answer.json());
	const hits = (await texts).filter(([, text]) => text.includes(target.value.toLowerCase())).slice(0, 30);
	document.querySelector('ol').replaceChildren(...hits.map(([title]) => Object.assign(document.createElement('li'), { textContent: title })));
});
</script></html>`,
	);
}
