/** When a reader can read: home beside TimelineJS and a plain list of the same events, in bytes and on a slow processor. */
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { projectFolder } from '../scripts/paths.ts';
import { serve } from '../scripts/serve.ts';
import { open } from './island.ts';
import { weigh } from './page-weight.ts';
import { peerPages } from './peer-pages.ts';
import { median, spread, table } from './report.ts';

const ROUNDS = 5;
const SLOWER = 4;
const TIMELINEJS = join(projectFolder, 'node_modules/@knight-lab/timelinejs/dist');

interface Subject {
	name: string;
	path: string;
	/** The first event, or the first slide, can be read. */
	readable: string;
	/** Types without which it cannot; all of them where none is named. */
	needs?: readonly string[];
}

const SUBJECTS: readonly Subject[] = [
	{
		name: 'ours',
		path: 'index.html',
		readable: '.entry',
		needs: ['document', 'stylesheet'],
	},
	{ name: 'TimelineJS', path: 'timelinejs.html', readable: '.tl-slide .tl-headline' },
	{ name: 'plain list', path: 'list.html', readable: 'li' },
];

/** @param folder a built case @returns a table of one case */
export async function measureReadable(browser: Browser, folder: string, name: string): Promise<string> {
	const peers = peerPages(folder);
	writePeers(folder, peers);
	const times = new Map(SUBJECTS.map((subject) => [subject, [] as number[]]));
	const hosts = [await serve(folder), await serve(peers)] as const;
	const hostOf = (subject: Subject) => hosts[subject.name === 'ours' ? 0 : 1];
	try {
		for (let round = 0; round <= ROUNDS; round++)
			for (const subject of SUBJECTS) {
				const { page, painted } = await open(
					browser,
					hostOf(subject).address + subject.path,
					subject.readable,
					SLOWER,
				);
				await page.context().close();
				// The first round warms up.
				if (round > 0) times.get(subject)?.push(painted);
			}
	} finally {
		for (const { server } of hosts) {
			server.closeAllConnections();
			server.close();
		}
	}
	const bytes = new Map<Subject, number>();
	for (const subject of SUBJECTS) {
		const fetched = await weigh(browser, subject.name === 'ours' ? folder : peers, subject.path);
		const needed = fetched.filter(({ type }) => subject.needs?.includes(type) ?? true);
		bytes.set(
			subject,
			needed.reduce((sum, { gzip }) => sum + gzip, 0),
		);
	}
	const of = (subject: Subject) => times.get(subject) ?? [];
	const [ours] = SUBJECTS;
	if (!ours) throw new Error('nothing is measured');
	const rows = SUBJECTS.map((subject) => {
		const ratios = of(ours).map((ms, round) => ms / (of(subject)[round] ?? NaN));
		return [
			subject.name,
			((bytes.get(subject) ?? NaN) / 1000).toFixed(1),
			((bytes.get(ours) ?? NaN) / (bytes.get(subject) ?? NaN)).toFixed(2),
			median(of(subject)).toFixed(0),
			`${(median(of(ours)) / median(of(subject))).toFixed(2)} (${spread(ratios)})`,
		];
	});
	return `Readable, ${name}:\n\n${table(
		[
			'',
			'kB gzipped until readable',
			'ours : it',
			`readable after ms, CPU ${SLOWER}× slower`,
			'ours : it (rounds)',
		],
		rows,
	)}`;
}

/** TimelineJS of the case's own slides, and a list of its events, beside the pages. */
function writePeers(folder: string, peers: string): void {
	if (!existsSync(join(peers, 'timelinejs')))
		cpSync(TIMELINEJS, join(peers, 'timelinejs'), { recursive: true });
	const page = (body: string, head = '') =>
		`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Events</title>${head}${body}</html>`;
	writeFileSync(
		join(peers, 'timelinejs.html'),
		page(
			`<div id="slides" style="height: 600px"></div><script src="timelinejs/js/timeline.js"></script><script>new TL.Timeline('slides', 'timelinejs.json', { script_path: 'timelinejs/js/', font: null })</script>`,
			'<link rel="stylesheet" href="timelinejs/css/timeline.css">',
		),
	);
	cpSync(join(folder, 'data', 'timelinejs.json'), join(peers, 'timelinejs.json'));
	const { events } = JSON.parse(readFileSync(join(folder, 'data', 'timeline.json'), 'utf8')) as {
		events: { title: string; summary: string; date: { words: string } }[];
	};
	const item = ({ title, summary, date }: (typeof events)[number]) =>
		`<li><h2>${escape(title)}</h2><p>${escape(date.words)}</p><p>${escape(summary)}</p>`;
	writeFileSync(join(peers, 'list.html'), page(`<ol>${events.map(item).join('')}</ol>`));
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
