/** What readers have been given: addresses that must go on working, texts that must not change without a note. */
import { z } from 'zod';
import type { Unread } from './check-content.ts';
import { eventFile, FILES, type Content } from './content.ts';
import { isShown, type TimelineEvent } from './event.ts';
import { findAddressed } from './named.ts';
import { nearest } from './nearest.ts';
import { publishedProblems as says, type Problem } from './problem.ts';

const publishedFields = z.strictObject({
	events: z.record(
		z.string(),
		z.strictObject({
			/** Of `eventToRecordedText`. */
			hash: z.string(),
			/** Its `updated`, if it had one. */
			updated: z.string().optional(),
			/** How many corrections stood there. */
			corrections: z.int().nonnegative(),
		}),
	),
	/** Ids of those with a page of their own. */
	people: z.array(z.string()),
	organizations: z.array(z.string()),
});

/** `published.json`: every address ever published, and the hash of what stood there last. */
export type Published = z.output<typeof publishedFields>;
type PublishedEvent = Published['events'][string];

/** Lists whose entries have pages, and where those stand. */
const PAGES = { people: 'people/', organizations: 'organizations/' } as const;
const LISTS = Object.keys(PAGES) as (keyof typeof PAGES)[];

/** Makes one text short, the same for the same text. */
export type Hash = (text: string) => string;

/** Of a case that was never published. */
export function nothingPublished(): Published {
	return { events: {}, people: [], organizations: [] };
}

/** @returns undefined where a value is not what `recordPublished` makes */
export function parsePublished(value: unknown): Published | undefined {
	return publishedFields.safeParse(value).data;
}

/**
 * What of an event a reader relies on, as one text to hash: date, title, summary, status, quotations, media and body.
 * White space is folded, so that re-wrapping a paragraph is no change. Of a withdrawn event only its notice is shown.
 */
export function eventToRecordedText(event: TimelineEvent): string {
	if (event.withdrawn) return JSON.stringify([event.withdrawn.date, event.withdrawn.reason]);
	return JSON.stringify([
		event.date.edtf,
		event.title,
		event.summary,
		event.status,
		event.quotes.map((quote) => [quote.text, quote.speaker ?? quote['speaker-name'], quote.source]),
		event.body.normalize('NFC').trim().replace(/\s+/g, ' '),
		// Left out where there are none, so that hashes of before there were any still hold.
		...event.media.map(({ file, alt, credit, licence, transcript = '' }) => [
			file,
			alt,
			credit,
			licence,
			transcript,
		]),
	]);
}

/** The record after publishing a whole set. What has gone stays on record: its address must lead somewhere for ever. */
export function recordPublished(content: Content, hash: Hash): Published {
	const { published } = content;
	const live = content.events.filter((event) => !event.draft);
	const events = live.map((event): [string, PublishedEvent] => [
		event.id,
		{
			hash: hash(eventToRecordedText(event)),
			...(event.updated !== undefined && { updated: event.updated }),
			corrections: event.corrections.length,
		},
	]);
	const all = Object.entries({ ...published.events, ...Object.fromEntries(events) });
	const addressed = findAddressed(content, content.events.filter(isShown));
	const ids = (list: keyof typeof PAGES) => [
		...new Set([...published[list], ...idsWithPage(content, list).filter((id) => addressed[list].has(id))]),
	];
	return {
		events: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))),
		people: ids('people').sort(),
		organizations: ids('organizations').sort(),
	};
}

/** Of those that may have a page of their own: all but people whom the list alone is to name. */
function idsWithPage(content: Content, list: keyof typeof PAGES): string[] {
	return content[list].filter((entry) => !('page' in entry) || entry.page).map(({ id }) => id);
}

/** Addresses that are gone, and texts that changed without a note to readers. */
export function checkPublished(content: Content, hash: Hash, unread: Unread): Problem[] {
	return [
		...eventProblems(content, hash, unread),
		...LISTS.flatMap((list) => pageProblems(content, list, unread)),
	];
}

function eventProblems({ events, published }: Content, hash: Hash, unread: Unread): Problem[] {
	const byId = new Map(events.map((event) => [event.id, event]));
	// A draft is not built, so its aliases keep no address alive.
	const heir = (alias: string) => events.find((event) => !event.draft && event.aliases.includes(alias));
	return Object.entries(published.events).flatMap(([id, record]): Problem[] => {
		const event = byId.get(id);
		if (event?.draft) return [{ at: { file: eventFile(event), path: ['draft'] }, says: says.draft(id) }];
		const current = event ?? heir(id);
		if (!current) {
			if (unread.events.has(id) || unread.mentions(id)) return [];
			return [{ at: { file: FILES.published, path: ['events', id] }, says: says.eventGone(id) }];
		}
		// Under a new name an event is compared with what it was, until it is on record itself.
		const isCompared = current === event || !Object.hasOwn(published.events, current.id);
		return isCompared && !unread.events.has(current.id) ? changeProblems(current, record, hash) : [];
	});
}

function changeProblems(event: TimelineEvent, record: PublishedEvent, hash: Hash): Problem[] {
	const { updated, corrections, added } = event;
	const file = eventFile(event);
	if (!event.withdrawn && corrections.length < record.corrections)
		return [{ at: { file, path: ['corrections'] }, says: says.correctionGone(record.corrections) }];
	if (hash(eventToRecordedText(event)) === record.hash) return [];
	const isNoted =
		corrections.length > record.corrections ||
		(updated !== undefined && updated > (record.updated ?? '')) ||
		// A withdrawal is a note itself.
		event.withdrawn !== undefined;
	return isNoted ? [] : [{ at: { file, path: ['updated'] }, says: says.changed(updated, added) }];
}

function pageProblems(content: Content, list: keyof typeof PAGES, unread: Unread): Problem[] {
	if (unread.lists.has(list)) return [];
	const ids = content[list].map(({ id }) => id);
	const alive = new Set([...idsWithPage(content, list), ...content[list].flatMap(({ aliases }) => aliases)]);
	return content.published[list]
		.filter((id) => !alive.has(id) && !unread.mentions(id))
		.map((id) => {
			const address = `${PAGES[list]}${id}.html`;
			const index = ids.indexOf(id);
			return index < 0
				? {
						at: { file: FILES.published, path: [list, id] },
						says: says.pageGone(id, address, FILES[list], nearest(id, ids)),
					}
				: { at: { file: FILES[list], path: [index, 'page'] }, says: says.pageTurnedOff(address) };
		});
}
