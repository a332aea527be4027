/** The case, indexed once for a build and once for each change in dev. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { canonicalAddress, paths } from '../core/address.ts';
import { formatEntries } from '../core/bibliography.ts';
import { findCards, type Card } from '../core/cards.ts';
import { formatReferences, numberNotes } from '../core/citation.ts';
import { citeWorks, type CitationForms } from '../core/cite-this.ts';
import { formatDay } from '../core/day-words.ts';
import { lastWork } from '../core/event.ts';
import type { ProseContext } from '../core/prose-html.ts';
import { layoutStrip, type StripLayout } from '../core/layout.ts';
import { directionOf, endTurns, type Direction } from '../core/direction.ts';
import { orientStrip } from '../core/orient.ts';
import { nothingPublished } from '../core/published.ts';
import { makeTimeline, type Timeline } from '../core/timeline.ts';
import { curlQuotes } from '../core/typography.ts';
import { wordsFor } from '../i18n/index.ts';
import { caseName } from './case-name.ts';
import type { Words } from '../i18n/words.ts';
import { openEntries } from './kept-entries.ts';

export interface Case {
	timeline: Timeline;
	words: Words;
	/** Formatted references by source id, as HTML. */
	references: Map<string, string>;
	/** How an event's page is cited, by its id. */
	citations: Map<string, CitationForms>;
	/** How the whole is cited. */
	citationOfAll: CitationForms | undefined;
	/** The line of time on every event's page. */
	strip: StripLayout;
	/** Pictures of events, by the names of their files. */
	pictures: Map<string, ImageMetadata>;
	/** The picture for links of the page at a path from the site's root. */
	cardOf: (path: string) => Card;
	/** A text with its quotation marks as the language prints them, which may stand before others on a line. */
	curl: (text: string) => string;
	/** The direction of a text that may be in any language, where it is not the page's: for `dir`. */
	ownDirection: (text: string) => Direction | undefined;
	/** A language that is not the site's: for `lang`. */
	ownLanguage: (language: string | undefined) => string | undefined;
	/** A day such as `2026-11-23` in words. */
	dayInWords: (day: string) => string;
	/** What a page knows of the texts on it. @param citations of the whole page, in the order a reader meets them */
	proseContext: (citations: Iterable<string>) => ProseContext;
}

/** A screen of 320 px less the page's edges. */
const STRIP_WIDTH = 288;

const entries = openEntries(
	join('.cache', 'references', `${caseName()}.json`),
	readFileSync('package-lock.json', 'utf8'),
	formatEntries,
);
let made: { of: string; case: Case } | undefined;
let built: Promise<Case> | undefined;

/** @throws where there is no good state of the content to show */
export function getCase(): Promise<Case> {
	// In dev the collections change under us; in a build they do not.
	if (import.meta.env.DEV) return makeCase();
	return (built ??= makeCase());
}

async function makeCase(): Promise<Case> {
	const collections = await Promise.all([
		getCollection('site'),
		getCollection('events'),
		getCollection('claims'),
		getCollection('pages'),
		getCollection('sources'),
		getCollection('people'),
		getCollection('organizations'),
	]);
	// Asked for only where an event shows some: Astro warns of a collection that is empty.
	const showsMedia = collections[1].some(({ data: event }) => event.media.length > 0);
	const media = showsMedia ? await getCollection('media') : [];
	// Every component of a page asks, and an index with formatted references takes longer than the page.
	const of = [...collections, media]
		.flatMap((entries) => entries.map(({ id, digest }) => `${id} ${digest}`))
		.join('\n');
	if (made?.of === of) return made.case;
	const [sites, events, claims, pages, sources, people, organizations] = collections;
	const site = sites[0]?.data;
	if (!site)
		throw new Error(
			'The content has problems and there is no earlier state to show. The report is in the terminal; npm run check prints it again.',
		);
	const data = <T>(entries: { data: T }[]): T[] => entries.map((entry) => entry.data);
	const timeline = makeTimeline(
		{
			site,
			events: data(events),
			claims: data(claims),
			pages: data(pages),
			sources: data(sources),
			people: data(people),
			organizations: data(organizations),
			media: data(media),
			published: nothingPublished(),
		},
		{ drafts: import.meta.env.DEV },
	);
	const pictures = data(media).flatMap(({ id, picture }) => (picture ? [[id, picture] as const] : []));
	made = { of, case: describeCase(timeline, new Map(pictures)) };
	entries.save();
	return made.case;
}

function describeCase(timeline: Timeline, pictures: Case['pictures']): Case {
	const { language, address, title, slug } = timeline.site;
	const words = wordsFor(language);
	const whole = { id: slug, title, address, day: timeline.lastChange };
	return {
		timeline,
		words,
		references: formatReferences(timeline.sources, language, entries.format),
		citations: citeWorks(
			timeline.events.map((event) => ({
				id: event.id,
				title: event.title,
				address: canonicalAddress(address, `events/${event.id}.html`),
				site: title,
				day: lastWork(event),
			})),
			language,
			entries.format,
		),
		citationOfAll: timeline.lastChange
			? citeWorks([whole], language, entries.format).get(whole.id)
			: undefined,
		strip: orientStrip(
			layoutStrip(
				timeline.events.map(({ date }) => date),
				STRIP_WIDTH,
			),
			words.direction,
		),
		pictures,
		cardOf: findCards(timeline),
		curl: (text) => endTurns(curlQuotes(text, words.quoteMarks)),
		ownDirection(text) {
			const direction = directionOf(text);
			return direction === words.direction ? undefined : direction;
		},
		ownLanguage: (other) => (other?.split('-')[0] === language.split('-')[0] ? undefined : other),
		dayInWords: (day) => formatDay(day, words.date),
		proseContext: (citations) => ({
			notes: numberNotes(citations),
			cited: new Map(),
			noteWord: words.event.note,
			quoteMarks: words.quoteMarks,
			direction: words.direction,
			eventHref: paths.event,
		}),
	};
}
