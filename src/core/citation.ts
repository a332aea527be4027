/** From citations in a text to numbered notes, and from CSL items to references. */
import { formatEntries, trimEntry, type CslItem } from './bibliography.ts';
import type { TimelineEvent } from './event.ts';
import type { Citation } from './prose.ts';
import { REFERENCE_STYLE } from './reference-style.ts';
import { sourceToCsl, type Source } from './source.ts';

/** Numbers of the notes on one page: a source has one number, that of its first citation. */
export interface Notes {
	/** Cited sources in order; the first has number 1. */
	sources: string[];
	/** @throws when the page was not numbered with that source: a bug, not bad input */
	numberOf: (source: string) => number;
}

/** Numbers sources in the order a reader meets them. */
export function numberNotes(citations: Iterable<string>): Notes {
	const sources = [...new Set(citations)];
	const numbers = new Map(sources.map((source, index) => [source, index + 1]));
	return {
		sources,
		numberOf(source) {
			const number = numbers.get(source);
			if (number === undefined) throw new Error(`source without a note: ${source}`);
			return number;
		},
	};
}

/** Anchor of a note, and of each place that cites it, counted from 1. */
export const noteAnchors = {
	note: (number: number) => `note-${number}`,
	mark: (number: number, place = 1) => `cited-${number}${place > 1 ? `-${place}` : ''}`,
};

/** Letters of the ways back from a note, as in Wikipedia's: a to z, then 10, 11 … */
export function placeLetter(place: number): string {
	return (place + 9).toString(36);
}

/**
 * Who stands behind a set of sources. Two outlets with one agency's text are one.
 * @returns ids of the originators, each once
 */
export function originators(sources: readonly Source[]): string[] {
	return [...new Set(sources.map((source) => source.custom.originator))];
}

/** What the marks of an event say of its evidence, read from data and never from free text. */
export interface Evidence {
	/** `one-source`: a single originator. */
	oneSource: boolean;
	/** No source was read where its publisher put it, only as reposts or summaries. */
	secondHand: boolean;
	/** No source is named at all, as in what was brought along from elsewhere. */
	unsourced: boolean;
}

export function weighEvidence(event: TimelineEvent, sourcesOf: readonly Source[]): Evidence {
	const readings = sourcesOf.map((source) => source.custom['read-as']);
	return {
		oneSource: !event.withdrawn && originators(sourcesOf).length === 1,
		secondHand:
			readings.length > 0 && readings.every((reading) => reading === 'repost' || reading === 'summary'),
		unsourced: !event.withdrawn && readings.length === 0,
	};
}

const STYLE = { name: 'timeline-references', xml: REFERENCE_STYLE };

/**
 * References of sources.
 * @param language BCP 47 tag
 * @returns HTML by source id, with `<i>`, `<b>`, `<sub>` and `<sup>` as its only elements
 */
export function formatReferences(sources: readonly Source[], language: string): Map<string, string> {
	const entries = formatEntries(sources.map(toCiteprocItem), STYLE, language);
	return new Map([...entries].map(([id, html]) => [id, trimEntry(html)]));
}

/** A number's hyphens belong to it; citeproc would print those of `1969-059C` as a span's dash. */
function toCiteprocItem(source: Source): CslItem {
	return {
		...sourceToCsl(source),
		id: source.id,
		...(source.number && { number: source.number.replaceAll('-', '\\-') }),
	};
}

/** Citations as a screen reader should name them: "Note 3, p. 3". */
export function citationLabel(citation: Citation, number: number, word: string): string {
	return `${word} ${number}${citation.locator ? `, ${citation.locator}` : ''}`;
}
