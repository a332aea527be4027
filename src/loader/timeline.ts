/** The case, indexed once for a build and once for each change in dev. */
import { getCollection } from 'astro:content';
import { canonicalAddress } from '../core/address.ts';
import { formatReferences } from '../core/citation.ts';
import { citeWorks, type CitationForms } from '../core/cite-this.ts';
import { lastWork } from '../core/event.ts';
import { makeTimeline, type Timeline } from '../core/timeline.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Words } from '../i18n/words.ts';

export interface Case {
	timeline: Timeline;
	words: Words;
	/** Formatted references by source id, as HTML. */
	references: Map<string, string>;
	/** How an event's page is cited, by its id. */
	citations: Map<string, CitationForms>;
	/** How the whole is cited. */
	citationOfAll: CitationForms | undefined;
}

let made: Promise<Case> | undefined;

/** @throws where there is no good state of the content to show */
export function getCase(): Promise<Case> {
	// In dev the collections change under us; in a build they do not.
	if (import.meta.env.DEV || !made) made = makeCase();
	return made;
}

async function makeCase(): Promise<Case> {
	const [sites, events, claims, pages, sources, people, organizations] = await Promise.all([
		getCollection('site'),
		getCollection('events'),
		getCollection('claims'),
		getCollection('pages'),
		getCollection('sources'),
		getCollection('people'),
		getCollection('organizations'),
	]);
	const site = sites[0]?.data;
	if (!site)
		throw new Error(
			'The content has problems and there is no earlier state to show. The report is in the terminal; npm run check prints it again.',
		);
	const data = <T>(entries: { data: T }[]): T[] => entries.map((entry) => entry.data);
	const timeline = makeTimeline(
		{
			site: withAddress(site),
			events: data(events),
			claims: data(claims),
			pages: data(pages),
			sources: data(sources),
			people: data(people),
			organizations: data(organizations),
			published: { events: {} },
		},
		{ drafts: import.meta.env.DEV },
	);
	const { address } = timeline.site;
	const whole = { id: site.slug, title: site.title, address, day: timeline.lastChange };
	return {
		timeline,
		words: wordsFor(site.language),
		references: formatReferences(timeline.sources, site.language),
		citations: citeWorks(
			timeline.events.map((event) => ({
				id: event.id,
				title: event.title,
				address: canonicalAddress(address, `events/${event.id}.html`),
				site: site.title,
				day: lastWork(event),
			})),
			site.language,
		),
		citationOfAll: timeline.lastChange ? citeWorks([whole], site.language).get(whole.id) : undefined,
	};
}

/** `SITE_ADDRESS` wins over `site.yaml`; either way it ends in a slash. */
function withAddress<T extends { address: string }>(site: T): T {
	const address = process.env['SITE_ADDRESS'] ?? site.address;
	return { ...site, address: address.endsWith('/') ? address : `${address}/` };
}
