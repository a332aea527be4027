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
	translations: Content['translations'][number];
}

export function contentFolder(): string {
	return resolve(process.env['CONTENT_DIR'] ?? 'content');
}

/** The collections are loaded together, again and again in dev: one reading of the folder serves each once. */
let reading: { content: Promise<Content>; served: Set<keyof Records> } | undefined;

function readOnce(folder: string, kind: keyof Records): Promise<Content> {
	if (!reading || reading.served.has(kind)) reading = { content: loadContent(folder), served: new Set() };
	reading.served.add(kind);
	return reading.content;
}

/**
 * A loader for one kind of record.
 * In a build, problems stop it. In dev they are logged and what was good last stays; a refresh brings what was read.
 */
export function contentLoader(kind: keyof Records): Loader {
	return {
		name: `content-${kind}`,
		async load(context) {
			try {
				const read = context.refreshContextData?.['content'] as Content | undefined;
				fill(context, kind, read ?? (await readOnce(contentFolder(), kind)));
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
			// The store gives records back by id: with its place in front, a list keeps its order.
			id: `${String(index).padStart(6, '0')}-${record.id}`,
			data,
			digest: generateDigest(JSON.stringify(record)),
		});
	}
}
