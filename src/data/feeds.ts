/** Feeds of what was added, updated, corrected and withdrawn: Atom (RFC 4287) and JSON Feed 1.1. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { absoluteAddress, paths } from '../core/address.ts';
import { dayToDate, isoToDay } from '../core/calendar.ts';
import { compareChanges, type Change } from '../core/changes.ts';
import { formatDate } from '../core/date-words.ts';
import { compareEvents, eventPeople } from '../core/event.ts';
import type { Person } from '../core/people.ts';
import type { Category } from '../core/site.ts';
import type { Timeline } from '../core/timeline.ts';
import { curlQuotes, quoteText } from '../core/typography.ts';
import type { Words } from '../i18n/words.ts';

/** As many entries as a reader keeps; older ones stand on the page of changes. */
export const FEED_LENGTH = 50;

/** A feed, and where it stands from the site's root. */
export interface Feed {
	path: string;
	title: string;
	/** The page of which it tells. */
	page: string;
	changes: Change[];
}

/** The feed of all, whose path is that of the Atom form. */
export function findFeed(timeline: Timeline): Feed {
	return { path: '/feed.xml', title: timeline.site.title, page: paths.home(), changes: timeline.changes };
}

/** A feed for each category, and for each person who has a page, by the name of its file. */
export function findPartFeeds(timeline: Timeline): Map<string, Feed> {
	const { site, people, changes } = timeline;
	const part = (name: string, label: string, page: string, isOf: (change: Change) => boolean) =>
		[
			name,
			{
				path: paths.feed(name),
				title: `${site.title}: ${label}`,
				page,
				changes: changes.filter(isOf),
			},
		] as const;
	return new Map([
		...site.categories.map((category) =>
			part(categoryFeed(category), category.label, `${paths.home()}?category=${category.id}`, ({ of }) => {
				return 'event' in of && of.event.category === category.id;
			}),
		),
		...people
			.filter(({ page }) => page)
			.map((person) =>
				part(personFeed(person), person.name, paths.person(person.id), ({ of }) =>
					'event' in of
						? eventPeople(of.event).includes(person.id)
						: of.claim.statement.speaker === person.id,
				),
			),
	]);
}

/** What the file of a category's or a person's feed is called, without its ending. */
export const categoryFeed = ({ id }: Pick<Category, 'id'>) => `category-${id}`;
export const personFeed = ({ id }: Pick<Person, 'id'>) => `person-${id}`;

/** One change as both formats tell it. */
interface Entry {
	/** The same for ever: which address, what happened to it, on which day. */
	id: string;
	address: string;
	title: string;
	text: string;
	day: Date;
	category: Category | undefined;
}

/** The newest changes. What happened to one event on one day in one way is one entry. */
function toEntries({ changes }: Feed, timeline: Timeline, words: Words): Entry[] {
	const { site } = timeline;
	const curl = (text: string) => curlQuotes(text, words.quoteMarks);
	const entries = new Map<string, Entry>();
	for (const change of laterEventsFirst(changes)) {
		const { title, says, path, category } = describe(change, timeline, words);
		const address = absoluteAddress(site.address, path);
		const id = `${address}${path.includes('#') ? '/' : '#'}${change.kind}-${change.day}`;
		const known = entries.get(id);
		const told = change.text === undefined ? says : curl(change.text);
		if (known) known.text += `\n${told}`;
		else
			entries.set(id, {
				id,
				address,
				title: `${words.changes.kinds[change.kind]}: ${title}`,
				text: told,
				day: dayToDate(isoToDay(change.day)),
				category,
			});
	}
	return [...entries.values()].slice(0, FEED_LENGTH);
}

/** Of what was done on one day, the events that happened last come first, and all events before all claims. */
function laterEventsFirst(changes: readonly Change[]): Change[] {
	return changes.toSorted((a, b) => {
		const inTime = compareChanges(a, b);
		if (inTime !== 0) return inTime;
		if ('event' in a.of && 'event' in b.of) return compareEvents(b.of.event, a.of.event);
		return Number('claim' in a.of) - Number('claim' in b.of);
	});
}

/** What a change is of. A withdrawn event is named by its address alone. */
function describe({ kind, of }: Change, timeline: Timeline, words: Words) {
	const curl = (text: string) => curlQuotes(text, words.quoteMarks);
	if ('claim' in of) {
		const { statement, id } = of.claim;
		const speaker = timeline.person(statement.speaker ?? '')?.name ?? statement['speaker-name'] ?? '';
		return {
			path: paths.claim(id),
			title: curl(words.claims.saidBy(speaker)),
			says: `${quoteText(statement.text, words.quoteMarks)} ${formatDate(statement.date, words.date)}`,
			category: undefined,
		};
	}
	const { event } = of;
	const path = paths.event(event.id);
	return {
		path,
		title: kind === 'withdrawn' ? path.slice(1) : curl(event.title),
		says: `${formatDate(event.date, words.date)}. ${curl(event.summary)}`,
		category: kind === 'withdrawn' ? undefined : timeline.category(event.category),
	};
}

/** The newest change; where there is none yet, as old as can be. */
const lastDay = ({ changes }: Feed) => dayToDate(isoToDay(changes[0]?.day ?? '1970-01-01'));

/** @returns Atom, as XML */
export function makeAtomFeed(feed: Feed, timeline: Timeline, words: Words): string {
	const { site } = timeline;
	const curl = (text: string) => curlQuotes(text, words.quoteMarks);
	const self = absoluteAddress(site.address, feed.path);
	return generateAtomFeed({
		id: self,
		title: { value: curl(feed.title) },
		subtitle: { value: words.feeds.about },
		updated: lastDay(feed),
		authors: [{ name: curl(site.title), uri: site.address }],
		rights: { value: site.licence },
		links: [
			{ href: self, rel: 'self', type: 'application/atom+xml' },
			{ href: absoluteAddress(site.address, feed.page), rel: 'alternate', type: 'text/html' },
		],
		xml: { lang: site.language },
		entries: toEntries(feed, timeline, words).map((entry) => ({
			id: entry.id,
			title: { value: entry.title },
			links: [{ href: entry.address, rel: 'alternate', type: 'text/html' }],
			updated: entry.day,
			content: { value: entry.text, type: 'text' },
			...(entry.category && { categories: [{ term: entry.category.id, label: entry.category.label }] }),
		})),
	});
}

/** @returns JSON Feed, as text */
export function makeJsonFeed(feed: Feed, timeline: Timeline, words: Words): string {
	const { site } = timeline;
	const title = curlQuotes(feed.title, words.quoteMarks);
	const written = generateJsonFeed({
		title,
		home_page_url: absoluteAddress(site.address, feed.page),
		feed_url: absoluteAddress(site.address, feed.path.replace(/\.xml$/, '.json')),
		description: words.feeds.about,
		language: site.language,
		authors: [{ name: title, url: site.address }],
		items: toEntries(feed, timeline, words).map((entry) => ({
			id: entry.id,
			url: entry.address,
			title: entry.title,
			content_text: entry.text,
			date_published: entry.day,
			...(entry.category && { tags: [entry.category.label] }),
		})),
	}) as { items?: unknown };
	// The library leaves out a list that is empty, which the format does not allow.
	return `${JSON.stringify({ ...written, items: written.items ?? [] }, null, '\t')}\n`;
}
