/** schema.org data about pages. An event's page is an `Article` about a past happening, not an `Event` to attend. */
import { dayToIso } from './calendar.ts';
import type { TimelineDate } from './date.ts';
import { eventSources, lastWork, type TimelineEvent } from './event.ts';
import type { Source } from './source.ts';
import type { Timeline } from './timeline.ts';

type JsonLd = Record<string, unknown>;

/** ISO 8601 extent of a date; open ends as `..` (schema.org `temporalCoverage`). */
export function dateToCoverage(date: TimelineDate): string {
	const end = (day: number | null) => (day === null ? '..' : dayToIso(day));
	return date.start !== null && date.start === date.end
		? dayToIso(date.start)
		: `${end(date.start)}/${end(date.end)}`;
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
		inLanguage: site.language,
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
		...(event.corrections.length > 0 && {
			correction: event.corrections.map(({ date, text }) => ({
				'@type': 'CorrectionComment',
				datePublished: date,
				text,
			})),
		}),
	};
}

function sourceToJsonLd(source: Source): JsonLd {
	return {
		'@type': 'CreativeWork',
		name: source.title,
		...(source.URL && { url: source.URL }),
		...(source.issued && { datePublished: source.issued.edtf }),
		...(source['container-title'] && { publisher: source['container-title'] }),
	};
}

/** @see https://schema.org/CollectionPage */
export function siteToJsonLd(timeline: Timeline): JsonLd {
	const { site, events } = timeline;
	const first = events[0]?.date.start ?? null;
	const last = events.at(-1)?.date.end ?? null;
	return {
		'@context': 'https://schema.org',
		'@type': 'CollectionPage',
		name: site.title,
		description: site.tagline,
		inLanguage: site.language,
		dateModified: timeline.lastChange,
		temporalCoverage: `${first === null ? '..' : dayToIso(first)}/${last === null ? '..' : dayToIso(last)}`,
	};
}
