/** How well the case is sourced, in figures that a reader can check. */
import { findAvoidedWords } from './avoided-words.ts';
import { originators } from './citation.ts';
import { eventSources, lastWork, type TimelineEvent } from './event.ts';
import type { Prose } from './prose.ts';
import type { Source } from './source.ts';
import type { Timeline } from './timeline.ts';

/** A count, and what it is a part of. */
export interface Share {
	count: number;
	of: number;
}

export interface Quality {
	/** Paragraphs of events and claims that rest on two publishers or more. Two outlets with one agency's text are one. */
	corroborated: Share;
	/** Events that rest on one source. */
	oneSource: TimelineEvent[];
	/** Events that rest on one publisher, be it by one source or by several. */
	onePublisher: TimelineEvent[];
	/** Sources whose publisher's address is not known. */
	withoutAddress: Source[];
	/** Sources read as a repost or a summary. */
	secondHand: Source[];
	/** The events that have gone longest without being added, updated or corrected, and that day. */
	oldest: { day: string; events: TimelineEvent[] };
	/** Words to avoid that stand outside quotations. The gate lets none through. */
	avoidedWords: number;
}

/** What the figures are called in the words of the site, in the order in which they are told. */
export const QUALITY_SHARES = [
	'corroborated',
	'onePublisher',
	'oneSource',
	'withoutAddress',
	'secondHand',
] as const;

/** Measures what is published: drafts and withdrawn events are no part of it. */
export function measureQuality(timeline: Timeline): Quality {
	const { events, claims, sources } = timeline;
	const known = (ids: readonly string[]) => ids.flatMap((id) => timeline.source(id) ?? []);
	const paragraphs = [...events, ...claims].flatMap(({ prose }) => citedParagraphs(prose));
	const byDay = Map.groupBy(events, lastWork);
	const day = [...byDay.keys()].sort()[0] ?? '';
	return {
		corroborated: {
			count: paragraphs.filter((ids) => originators(known(ids)).length > 1).length,
			of: paragraphs.length,
		},
		oneSource: events.filter((event) => eventSources(event).length === 1),
		onePublisher: events.filter((event) => originators(known(eventSources(event))).length === 1),
		withoutAddress: sources.filter((source) => source.URL === undefined),
		secondHand: sources.filter(
			({ custom }) => custom['read-as'] === 'repost' || custom['read-as'] === 'summary',
		),
		oldest: { day, events: byDay.get(day) ?? [] },
		avoidedWords: findAvoidedWords(timeline).length,
	};
}

/** The shares among the figures. */
export function qualityShares(
	quality: Quality,
	{ events, sources }: Pick<Timeline, 'events' | 'sources'>,
): Record<(typeof QUALITY_SHARES)[number], Share> {
	return {
		corroborated: quality.corroborated,
		onePublisher: { count: quality.onePublisher.length, of: events.length },
		oneSource: { count: quality.oneSource.length, of: events.length },
		withoutAddress: { count: quality.withoutAddress.length, of: sources.length },
		secondHand: { count: quality.secondHand.length, of: sources.length },
	};
}

/** The sources of each block of a text that cites any; headings do not. */
function citedParagraphs({ blocks, citations }: Prose): string[][] {
	return blocks
		.map(({ line }, index) => {
			const next = blocks[index + 1]?.line ?? Infinity;
			return citations
				.filter((citation) => citation.line >= line && citation.line < next)
				.map(({ id }) => id);
		})
		.filter((ids) => ids.length > 0);
}
