/** schema.org data about pages. An event's page is an `Article` about a past happening, not an `Event` to attend. */
import { dayToIso, type Day } from './calendar.ts';
import type { TimelineDate } from './date.ts';
import { dateToDatetime } from './date-words.ts';
import { absoluteAddress, paths } from './address.ts';
import { eventSources, lastWork, type TimelineEvent } from './event.ts';
import { licenceAddress } from './licences.ts';
import { mediaKind, mediaType, type Medium } from './media.ts';
import type { Source } from './source.ts';
import type { Timeline } from './timeline.ts';

type JsonLd = Record<string, unknown>;

/** ISO 8601 extent of a date; open ends as `..` (schema.org `temporalCoverage`). */
export function dateToCoverage({ start, end }: Pick<TimelineDate, 'start' | 'end'>): string {
	const bound = (day: Day | null) => (day === null ? '..' : dayToIso(day));
	return start !== null && start === end ? dayToIso(start) : `${bound(start)}/${bound(end)}`;
}

/** From the earliest start to the latest end, which need not be that of the last event; open where one of them is. */
function extent(dates: readonly TimelineDate[]): Pick<TimelineDate, 'start' | 'end'> {
	const bound = (days: (Day | null)[], choose: (...days: Day[]) => Day) => {
		const known = days.filter((day) => day !== null);
		return known.length < days.length ? null : choose(...known);
	};
	return {
		start: bound(
			dates.map(({ start }) => start),
			Math.min,
		),
		end: bound(
			dates.map(({ end }) => end),
			Math.max,
		),
	};
}

/** @see https://schema.org/Article */
export function eventToJsonLd(event: TimelineEvent, timeline: Timeline, address: string): JsonLd {
	const { site } = timeline;
	return {
		'@context': 'https://schema.org',
		'@type': 'Article',
		'@id': address,
		headline: event.title,
		description: event.summary,
		inLanguage: event.lang ?? site.language,
		temporalCoverage: dateToCoverage(event.date),
		datePublished: event.added,
		dateModified: lastWork(event),
		articleSection: timeline.category(event.category)?.label,
		isPartOf: { '@type': 'CreativeWorkSeries', name: site.title, url: site.address },
		about: [
			...event.people
				.flatMap((id) => timeline.person(id) ?? [])
				.map(({ name }) => ({ '@type': 'Person', name })),
			...event.organizations
				.flatMap((id) => timeline.organization(id) ?? [])
				.map(({ name }) => ({ '@type': 'Organization', name })),
		],
		citation: eventSources(event)
			.flatMap((id) => timeline.source(id) ?? [])
			.map(sourceToJsonLd),
		...mediaToJsonLd(event.media, site.address),
		...(event.corrections.length > 0 && {
			correction: event.corrections.map(({ date, text }) => ({
				'@type': 'CorrectionComment',
				datePublished: date,
				text,
			})),
		}),
	};
}

/** Pictures as the article's own; documents and recordings as what goes with it. */
function mediaToJsonLd(media: readonly Medium[], siteAddress: string): JsonLd {
	const objects = media.map((medium) => {
		const { file, alt, credit, licence, transcript } = medium;
		const kind = mediaKind(file);
		const object: JsonLd = {
			'@type': SCHEMA_TYPES[kind],
			contentUrl: absoluteAddress(siteAddress, paths.media(file)),
			encodingFormat: mediaType(file)?.type,
			description: alt,
			creditText: credit,
			license: licenceAddress(licence) ?? { '@type': 'CreativeWork', name: licence },
			...(kind === 'audio' && { transcript }),
		};
		return { kind, object };
	});
	const image = objects.filter(({ kind }) => kind === 'image').map(({ object }) => object);
	const others = objects.filter(({ kind }) => kind !== 'image').map(({ object }) => object);
	return {
		...(image.length > 0 && { image }),
		...(others.length > 0 && { associatedMedia: others }),
	};
}

const SCHEMA_TYPES = { image: 'ImageObject', document: 'MediaObject', audio: 'AudioObject' } as const;

function sourceToJsonLd(source: Source): JsonLd {
	const { issued } = source;
	// A machine knows no "about": only what is certain is a date to it.
	const published = issued && !issued.approximate && !issued.uncertain && dateToDatetime(issued);
	return {
		'@type': 'CreativeWork',
		name: source.title,
		...(source.URL && { url: source.URL }),
		...(published && { datePublished: published }),
		...(source['container-title'] && {
			publisher: { '@type': 'Organization', name: source['container-title'] },
		}),
	};
}

/** Any page: what it is called, and of which site it is a part. @see https://schema.org/WebPage */
export function pageToJsonLd(page: { title: string; description: string }, { site }: Timeline): JsonLd {
	return {
		'@context': 'https://schema.org',
		'@type': 'WebPage',
		name: page.title,
		description: page.description,
		inLanguage: site.language,
		isPartOf: { '@type': 'WebSite', name: site.title, url: site.address },
	};
}

/** The latest work on some events, on which a page that lists them was last other than it is. */
export function lastWorkOn(events: readonly TimelineEvent[]): { dateModified?: string } {
	const latest = events.map(lastWork).sort().at(-1);
	return latest === undefined ? {} : { dateModified: latest };
}

/**
 * Home. Its list is told by its length alone: the events stand in the page, each with a page of its own, and their
 * addresses a second time would be a tenth of it.
 * @see https://schema.org/CollectionPage
 */
export function siteToJsonLd(timeline: Timeline): JsonLd {
	const { site, events } = timeline;
	return {
		'@context': 'https://schema.org',
		'@type': 'CollectionPage',
		name: site.title,
		description: site.tagline,
		inLanguage: site.language,
		dateModified: timeline.lastChange,
		temporalCoverage: dateToCoverage(extent(events.map(({ date }) => date))),
		mainEntity: { '@type': 'ItemList', numberOfItems: events.length },
	};
}
