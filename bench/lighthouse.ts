/** Lighthouse's own judgement of a page on a slow phone, median of five. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { ensureBrowsers } from '../scripts/browsers.ts';
import { freePort } from '../scripts/free-port.ts';
import { serve } from '../scripts/serve.ts';
import { median, table } from './report.ts';

const RUNS = 5;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What is used of Lighthouse, which is installed in this folder alone. */
type Lighthouse = (
	address: string,
	flags: { port: number; output: 'json'; logLevel: 'error'; onlyCategories: readonly string[] },
) => Promise<
	{ lhr: { categories: Record<string, { score: number | null }>; audits: Record<string, Audit> } } | undefined
>;

interface Audit {
	score: number | null;
	title: string;
	numericValue?: number;
	scoreDisplayMode: string;
}

export interface Judged {
	name: string;
	folder: string;
	path: string;
}

/** @returns a table of scores out of 100, the least of five for all but performance, and what was not passed */
export async function measureLighthouse(pages: readonly Judged[]): Promise<string> {
	const entry = pathToFileURL(join(import.meta.dirname, 'node_modules/lighthouse/core/index.js')).href;
	const { default: lighthouse } = (await import(entry)) as { default: Lighthouse };
	const [found] = ensureBrowsers(['chromium']);
	const port = await freePort();
	const browser = await chromium.launch({
		...(found?.executablePath && { executablePath: found.executablePath }),
		args: [`--remote-debugging-port=${port}`],
		// Playwright's own wish, which would be held against every page.
		ignoreDefaultArgs: ['--disable-back-forward-cache'],
	});
	const failed = new Set<string>();
	const rows: string[][] = [];
	try {
		for (const { name, folder, path } of pages) {
			const { server, address } = await serve(folder, { before: compress(folder) });
			const scores = new Map(CATEGORIES.map((category) => [category, [] as number[]]));
			const shifts: number[] = [];
			for (let run = 0; run < RUNS; run++) {
				const result = await lighthouse(address + path, {
					port,
					output: 'json',
					logLevel: 'error',
					onlyCategories: CATEGORIES,
				});
				if (!result) throw new Error(`Lighthouse gave no result for ${path}.`);
				const { categories, audits } = result.lhr;
				for (const category of CATEGORIES)
					scores.get(category)?.push(Math.round((categories[category]?.score ?? 0) * 100));
				shifts.push(audits['cumulative-layout-shift']?.numericValue ?? NaN);
				for (const { score, title, scoreDisplayMode } of Object.values(audits))
					if (scoreDisplayMode === 'binary' && score === 0) failed.add(`${name}: ${title}`);
			}
			server.closeAllConnections();
			server.close();
			rows.push([
				name,
				...CATEGORIES.map((category) => {
					const all = scores.get(category) ?? [];
					return category === 'performance'
						? `${median(all)} (${Math.min(...all)}–${Math.max(...all)})`
						: String(Math.min(...all));
				}),
				Math.max(...shifts).toFixed(3),
			]);
			console.error(rows.at(-1)?.join(' '));
		}
	} finally {
		await browser.close();
	}
	const notPassed = [...failed].map((line) => `- ${line}`).join('\n');
	return `Lighthouse, its mobile settings, median of ${RUNS} (least–greatest), for the other scores the least:\n\n${table(
		['', 'performance', 'accessibility', 'best practices', 'SEO', 'layout shift, greatest'],
		rows,
	)}\n\n${notPassed ? `Not passed:\n\n${notPassed}` : 'No audit that can be passed was not.'}`;
}

const COMPRESSED = new Map([
	['.html', 'text/html; charset=utf-8'],
	['.css', 'text/css; charset=utf-8'],
	['.js', 'text/javascript; charset=utf-8'],
	['.svg', 'image/svg+xml'],
]);

/** Answers for texts as a host does: compressed. */
function compress(folder: string) {
	const known = new Map<string, Buffer>();
	return (request: IncomingMessage, response: ServerResponse): boolean => {
		const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		const type = COMPRESSED.get(extname(file));
		if (type === undefined || !existsSync(file)) return false;
		const bytes = known.get(file) ?? gzipSync(readFileSync(file), { level: 9 });
		known.set(file, bytes);
		response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(bytes);
		return true;
	};
}
