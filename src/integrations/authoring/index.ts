/**
 * Dev for editors: a saved content file refreshes the page; a mistake shows the report in the terminal and over the
 * page, which keeps its last good state below.
 */
import { sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { contentFolder } from '../../loader/astro.ts';
import type { Content } from '../../core/content.ts';
import { formatReport } from '../../core/report.ts';
import { readContent } from '../../loader/content-files.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** The list of images of a case that has none. */
const EMPTY = 'export default new Map();';
/** Editors save in bursts: several files, or one file in several writes. */
const SETTLE_MS = 40;
/** Each page tells when it was asked for, as soon as it listens. */
const AGE = 'content:age';
/** Where Astro makes pages, and keeps which paths there are. */
const RENDERING = ['ssr', 'prerender'];
const TELL_AGE = `import.meta.hot?.send('${AGE}', { askedAt: performance.timeOrigin });`;

export default function authoring(): AstroIntegration {
	return {
		name: 'authoring',
		hooks: {
			'astro:config:setup': ({ command, injectScript, updateConfig }) => {
				updateConfig({ vite: { plugins: [keepPagesOnEcho()] } });
				if (command === 'dev') injectScript('page', TELL_AGE);
			},
			'astro:server:setup': ({ server, logger, refreshContent }) => {
				const folder = contentFolder();
				let report: string | undefined;
				let isStarted = false;
				/** Ends when pages show what was last saved. */
				let refreshed: Promise<void> | undefined;
				/** When that was, on the clock of the pages. */
				let changedAt = 0;
				let timer: NodeJS.Timeout | undefined;
				const showReport = () => {
					if (!report) return;
					const err = { message: report, stack: '', plugin: 'content' };
					server.ws.send({ type: 'error', err });
				};
				/** Requests that are being answered, each until it is. */
				const asked = new Set<Promise<void>>();
				server.middlewares.use((_, response, next) => {
					const answered = new Promise<void>((resolve) => response.on('close', resolve));
					asked.add(answered);
					void answered.then(() => asked.delete(answered));
					next();
				});
				// A page that was asked for before a save has found its paths in the content of then, and Astro keeps them
				// although it has let go of all others: a new event would not be there until the next save.
				const forgetPaths = () => {
					for (const name of RENDERING) server.environments[name]?.hot.send('astro:content-changed', {});
				};
				const takeIn = async (content: Content) => {
					await refreshContent?.({ context: { content } });
					void Promise.all(asked).then(forgetPaths);
					changedAt = Date.now();
				};
				const check = oneAtATime(
					async () => {
						const { content, problems, files } = await readContent(folder);
						const wasBroken = report !== undefined;
						const isFirst = !isStarted;
						isStarted = true;
						report = problems.length > 0 ? formatReport(problems, files) : undefined;
						// The loaders have just read the same, and told what is wrong with it.
						if (isFirst) return;
						if (report) {
							logger.error(`\n${report}`);
							showReport();
							return;
						}
						if (wasBroken) logger.info('The content has no problems.');
						refreshed = takeIn(content);
						await refreshed;
						// Astro reloads the page where the content has changed; what was mended may be as it was before.
						if (wasBroken) server.ws.send({ type: 'full-reload' });
					},
					(error) => logger.error(String(error)),
				);
				server.watcher.add(folder);
				server.watcher.on('all', (_, path) => {
					if (!isInside(folder, path)) return;
					clearTimeout(timer);
					timer = setTimeout(check, SETTLE_MS);
				});
				// A page opened or reloaded while the content is broken is told as well.
				server.ws.on('connection', showReport);
				// A page that loads while a save is taken in does not listen when Astro tells of it.
				server.ws.on(AGE, ({ askedAt }: { askedAt: number }, page) => {
					const tell = () => {
						if (askedAt < changedAt) page.send({ type: 'full-reload' });
					};
					void Promise.resolve(refreshed).then(tell, tell);
				});
				check();
			},
		},
	};
}

/**
 * Astro writes its list of images at each change of the content, often the same list, and would load the page for it
 * before there is anything new to show.
 */
function keepPagesOnEcho() {
	let last: string | undefined;
	return {
		name: 'keep-pages-on-echo',
		apply: 'serve' as const,
		hotUpdate: {
			order: 'pre' as const,
			async handler({ file, read }: { file: string; read: () => string | Promise<string> }) {
				if (!file.endsWith('/content-assets.mjs')) return undefined;
				const text = await read();
				const isEcho = text === (last ?? EMPTY);
				last = text;
				return isEcho ? [] : undefined;
			},
		},
	};
}

function isInside(folder: string, path: string): boolean {
	return path === folder || path.startsWith(`${folder}${sep}`);
}
