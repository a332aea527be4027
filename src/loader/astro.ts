/** The content folder as Astro collections. The gate has seen every record before it comes here. */
import { resolve } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Content } from '../core/content.ts';
import { ContentError, loadContent } from './content-files.ts';

/** One record of each collection. */
export interface Records {
	site: Content['site'];
	events: Content['events'][number];
	claims: Content['claims'][number];
	pages: Content['pages'][number];
	sources: Content['sources'][number];
	people: Content['people'][number];
	organizations: Content['organizations'][number];
}

export function contentFolder(): string {
	return resolve(process.env['CONTENT_DIR'] ?? 'content');
}

/** The collections are loaded together: one reading of the folder serves them all. */
let reading: { since: number; content: Promise<Content> } | undefined;
const TOGETHER_MS = 500;

function readOnce(folder: string): Promise<Content> {
	const now = performance.now();
	if (!reading || now - reading.since > TOGETHER_MS) reading = { since: now, content: loadContent(folder) };
	return reading.content;
}

/**
 * A loader for one kind of record.
 * In a build, problems stop it. In dev they are logged and what was good last stays.
 */
export function contentLoader(kind: keyof Records): Loader {
	return {
		name: `content-${kind}`,
		async load(context) {
			try {
				fill(context, kind, await readOnce(contentFolder()));
			} catch (error) {
				const isDev = context.watcher !== undefined;
				if (!isDev || !(error instanceof ContentError)) throw error;
				if (kind === 'site') context.logger.error(`\n${error.message}`);
			}
		},
	};
}

function fill({ store, generateDigest }: LoaderContext, kind: keyof Records, content: Content): void {
	store.clear();
	const records = kind === 'site' ? [{ ...content.site, id: 'site' }] : content[kind];
	for (const [index, record] of records.entries()) {
		const data = { ...record };
		store.set({
			// Some records have ids that differ in nothing but their place; the list keeps its order.
			id: `${String(index).padStart(6, '0')}-${record.id}`,
			data,
			digest: generateDigest(JSON.stringify(record)),
		});
	}
}
