/** The content folder as Astro collections. The gate has seen every record before it comes here. */
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { mediaFile, type Content } from '../core/content.ts';
import { isShown } from '../core/event.ts';
import { mediaKind } from '../core/media.ts';
import { ContentError } from './content-files.ts';
import { contentOfBuild } from './gate-handover.ts';

/** One record of each collection. */
export interface Records {
	site: Content['site'];
	events: Content['events'][number];
	claims: Content['claims'][number];
	pages: Content['pages'][number];
	sources: Content['sources'][number];
	people: Content['people'][number];
	organizations: Content['organizations'][number];
	media: Content['media'][number];
	translations: Content['translations'][number];
	/** One record, which is always there. */
	whole: {
		/** Ids of those that were given a page; what was recorded of events is for the gate alone. */
		published: Omit<Content['published'], 'events'>;
		/** The other collections that hold something: Astro warns of an empty one that is asked for. */
		filled: (keyof Records)[];
	};
}

const LISTS = [
	'events',
	'claims',
	'pages',
	'sources',
	'people',
	'organizations',
	'media',
	'translations',
] as const satisfies (keyof Records)[];

export function contentFolder(): string {
	return resolve(process.env['CONTENT_DIR'] ?? 'content');
}

/** The collections are loaded together, again and again in dev: one reading of the folder serves each once. */
let reading: { content: Promise<Content>; served: Set<keyof Records> } | undefined;

function readOnce(folder: string, kind: keyof Records): Promise<Content> {
	if (!reading || reading.served.has(kind)) {
		reading = { content: contentOfBuild(folder), served: new Set() };
	}
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
				await fill(context, kind, read ?? (await readOnce(contentFolder(), kind)));
			} catch (error) {
				const isDev = context.watcher !== undefined;
				if (!isDev || !(error instanceof ContentError)) throw error;
				if (kind === 'site') context.logger.error(`\n${error.message}`);
			}
		},
	};
}

async function fill(context: LoaderContext, kind: keyof Records, content: Content): Promise<void> {
	const { store, generateDigest } = context;
	const records = recordsOf(kind, content, context.watcher !== undefined);
	const entries = await Promise.all(
		records.map(async (record, index) => {
			// The store gives records back by id: with its place in front, a list keeps its order.
			const id = `${String(index).padStart(6, '0')}-${record.id}`;
			const isPicture = kind === 'media' && mediaKind(record.id) === 'image';
			return {
				id,
				...(isPicture ? await asPicture(context, id, record) : { data: { ...record } }),
				digest: generateDigest(JSON.stringify(record)),
			};
		}),
	);
	// Astro lists the pictures of all cases in one file, and writes it anew only where the store has changed.
	if (!context.refreshContextData) store.clear();
	// At once, so that no page is made of a part. What is as it was is not written again, and in dev no page loads for it.
	const gone = new Set(store.keys());
	for (const entry of entries) {
		gone.delete(entry.id);
		store.set(entry);
	}
	for (const id of gone) store.delete(id);
}

function recordsOf(kind: keyof Records, content: Content, isDev: boolean): readonly { id: string }[] {
	switch (kind) {
		case 'site':
			return [{ ...content.site, id: 'site' }];
		case 'whole': {
			const { people, organizations } = content.published;
			const whole: Records['whole'] = {
				published: { people, organizations },
				filled: LISTS.filter((list) => recordsOf(list, content, isDev).length > 0),
			};
			return [{ id: 'whole', ...whole }];
		}
		case 'media': {
			// Astro publishes the original of every picture that it is given and of which no page shows a smaller one.
			const shown = new Set(
				content.events.filter(isShown).flatMap(({ media }) => media.map(({ file }) => file)),
			);
			return content.media.filter(({ id }) => isDev || shown.has(id));
		}
		default:
			return content[kind];
	}
}

/** A file of which Astro is to make pictures: it finds it by a path beside the entry's own, which is from the root. */
async function asPicture(
	{ config, parseData }: LoaderContext,
	id: string,
	record: { id: string },
): Promise<{ data: Record<string, unknown>; filePath: string }> {
	const path = join(contentFolder(), mediaFile(record));
	const filePath = relative(fileURLToPath(config.root), path).replaceAll('\\', '/');
	return {
		data: await parseData({ id, data: { ...record, picture: `./${record.id}` }, filePath }),
		filePath,
	};
}
