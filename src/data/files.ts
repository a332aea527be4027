/** Every file of data, and how it is made: for its endpoint and for the page that describes it. */
import { sourcesToBibtex } from '../core/cite-this.ts';
import { oncePerPair } from '../core/once.ts';
import { sourceToCsl } from '../core/source.ts';
import type { Timeline } from '../core/timeline.ts';
import type { Words } from '../i18n/words.ts';
import { makeAnniversaryCalendar, makeTimelineCalendar } from './calendar-files.ts';
import { makeEventsCsv } from './events-csv.ts';
import { makeTimelineSchema, SCHEMA_FILE, toTimelineJson } from './timeline-json.ts';
import { toTimelineJs } from './timelinejs.ts';

type Make = (timeline: Timeline, words: Words) => string;

const toText = (data: unknown) => `${JSON.stringify(data, null, '\t')}\n`;

export type DataFile =
	| 'timeline.json'
	| typeof SCHEMA_FILE
	| 'events.csv'
	| 'timeline.ics'
	| 'on-this-day.ics'
	| 'timelinejs.json'
	| 'sources.bib'
	| 'sources.json';

const MADE: Record<DataFile, Make> = {
	'timeline.json': (timeline, words) => toText(toTimelineJson(timeline, words.date)),
	[SCHEMA_FILE]: ({ site }, words) =>
		toText(makeTimelineSchema(site.title, site.address, words.data.meanings)),
	'events.csv': (timeline, words) => makeEventsCsv(toTimelineJson(timeline, words.date)),
	'timeline.ics': makeTimelineCalendar,
	'on-this-day.ics': makeAnniversaryCalendar,
	'timelinejs.json': (timeline, words) => toText(toTimelineJs(timeline, words)),
	/** Each entry under the id with which a text cites it. */
	'sources.bib': ({ sources }) => sourcesToBibtex(sources),
	/** CSL-JSON; how each source was read stands in its `custom`. */
	'sources.json': ({ sources }) => toText(sources.map(sourceToCsl)),
};

/** By name in `data/`, in the order in which the page tells of them; each is made once for the page and the file. */
export const DATA_FILES = Object.fromEntries(
	Object.entries(MADE).map(([name, make]) => [name, oncePerPair(make)]),
) as Record<DataFile, Make>;

export const isDataFile = (name: string): name is DataFile => Object.hasOwn(DATA_FILES, name);
