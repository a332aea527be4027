/** What the page on the data shows of each file: its fields, what they mean, and what one event has in them. */
import { sourcesToBibtex } from '../core/cite-this.ts';
import type { TimelineEvent } from '../core/event.ts';
import { eventSources } from '../core/event.ts';
import { sourceToCsl } from '../core/source.ts';
import type { Timeline } from '../core/timeline.ts';
import type { Words } from '../i18n/words.ts';
import { makeAnniversaryCalendar, makeTimelineCalendar } from './calendar-files.ts';
import { COLUMNS } from './events-csv.ts';
import type { DataFile } from './files.ts';
import { SHAPES, toTimelineJson, type ShapeName, type TimelineJson } from './timeline-json.ts';
import { toTimelineJs } from './timelinejs.ts';

export interface DescribedField {
	name: string;
	meaning: string;
	/** As it stands in the file, cut where it is long; left out where the event has none. */
	example?: string;
}

export interface FieldGroup {
	heading: string;
	fields: DescribedField[];
}

/** Characters of an example that are shown. */
const SHOWN = 160;

/** The event that has something in most fields, so that one event shows them all. */
export function findExample(timeline: Timeline): TimelineEvent | undefined {
	const filled = ({
		quotes,
		disagreements,
		limits,
		corrections,
		people,
		organizations,
		relates,
	}: TimelineEvent) =>
		[quotes, disagreements, limits, corrections, people, organizations, Object.keys(relates)].filter(
			(list) => list.length > 0,
		).length;
	return timeline.events.toSorted((a, b) => filled(b) - filled(a))[0];
}

/**
 * Fields of a file by kind of record; none where the file is described by itself or by a standard.
 * @param words those of the file, which is in the case's own language
 * @param explained those of the page
 */
export function describeFile(
	file: DataFile,
	timeline: Timeline,
	words: Words,
	explained = words.data,
): FieldGroup[] {
	const event = findExample(timeline);
	const { headings, meanings, columns, others, cslVariable } = explained;
	const makeData = () => toTimelineJson(timeline, words.date);
	switch (file) {
		case 'timeline.json':
			return Object.entries(pickRecords(makeData(), event)).map(([name, record]) => ({
				heading: headings[name as ShapeName],
				fields: toFields(Object.keys(SHAPES[name as ShapeName].shape), meanings[name as ShapeName], record),
			}));
		case 'events.csv': {
			const row = makeData().events.find(({ id }) => id === event?.id);
			const cells = row && Object.entries(COLUMNS).map(([column, valueOf]) => [column, valueOf(row)]);
			return [
				{
					heading: headings.row,
					fields: toFields(Object.keys(COLUMNS), columns, cells && Object.fromEntries(cells)),
				},
			];
		}
		case 'timeline.ics':
		case 'on-this-day.ics': {
			const make = file === 'timeline.ics' ? makeTimelineCalendar : makeAnniversaryCalendar;
			const entries = readCalendar(make(timeline, words));
			const entry = entries.find(({ UID }) => UID?.includes(`${event?.id}@`)) ?? entries[0];
			return entry
				? [
						{
							heading: headings.calendarEvent,
							fields: toFields(Object.keys(entry), others.calendarEvent, entry),
						},
					]
				: [];
		}
		case 'timelinejs.json': {
			const slide = toTimelineJs(timeline, words).events.find(({ unique_id }) => unique_id === event?.id);
			return [{ heading: headings.slide, fields: toFields(Object.keys(others.slide), others.slide, slide) }];
		}
		case 'sources.json': {
			const all = timeline.sources.map(sourceToCsl);
			const cited = event && eventSources(event);
			const example = all.find(({ id }) => cited?.includes(String(id)));
			const names = new Set([...Object.keys(others.source), ...all.flatMap(Object.keys)]);
			const described = Object.fromEntries(
				[...names].map((name) => [name, others.source[name] ?? cslVariable]),
			);
			return [{ heading: headings.source, fields: toFields([...names], described, example) }];
		}
		case 'sources.bib':
		case 'timeline.schema.json':
			return [];
	}
}

/** One source of the event as BibTeX. */
export function bibtexExample(timeline: Timeline): string | undefined {
	const event = findExample(timeline);
	const source = event && timeline.source(eventSources(event)[0] ?? '');
	return source && sourcesToBibtex([source]).trim();
}

/** A record of each kind: of the event, or the first there is. */
function pickRecords(
	data: TimelineJson,
	event: TimelineEvent | undefined,
): Record<ShapeName, object | undefined> {
	const one = data.events.find(({ id }) => id === event?.id);
	const claim = data.claims.find(({ events }) => events.includes(event?.id ?? '')) ?? data.claims[0];
	const people = data.people.toSorted((a, b) => Number(isOf(b)) - Number(isOf(a)));
	function isOf({ id }: { id: string }) {
		return one?.people.includes(id) ?? false;
	}
	return {
		timeline: data,
		event: one,
		date: one?.date,
		quote: one?.quotes[0] ?? data.events.find(({ quotes }) => quotes.length > 0)?.quotes[0],
		medium: one?.media[0] ?? data.events.find(({ media }) => media.length > 0)?.media[0],
		claim,
		utterance: claim?.statement,
		role: people.find(({ roles }) => roles.length > 0)?.roles[0],
	};
}

function toFields(
	names: readonly string[],
	meanings: Readonly<Record<string, string>>,
	record: object | undefined,
): DescribedField[] {
	return names.map((name) => {
		const value = (record as Record<string, unknown> | undefined)?.[name];
		const meaning = meanings[name] ?? '';
		if (value === undefined || value === '') return { name, meaning };
		const example = typeof value === 'string' ? value : JSON.stringify(value);
		const letters = [...example];
		return {
			name,
			meaning,
			example: letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('').trimEnd()} …` : example,
		};
	});
}

/** The properties of each VEVENT, with their parameters: lines of one property, unfolded (RFC 5545, 3.1). */
function readCalendar(text: string): Record<string, string>[] {
	const blocks = text.replaceAll('\r\n ', '').matchAll(/BEGIN:VEVENT\r\n(.*?)END:VEVENT/gs);
	return [...blocks].map(([, block = '']) =>
		Object.fromEntries(
			[...block.matchAll(/^([A-Z-]+)((?:;[^:]*)?:.*)\r$/gm)].map(([line, name]) => [name, line.trim()]),
		),
	);
}
