/** `data/events.csv`: one line an event, for spreadsheets and statistics. */
import { stringify } from 'csv-stringify/sync';
import type { TimelineJson } from './timeline-json.ts';

type Row = TimelineJson['events'][number];

/** Between the values of a cell that holds several; no id has it. */
export const CSV_LIST = ';';

/** A text that a spreadsheet would work out is set apart from that, as OWASP's "CSV Injection" has it. */
const plain = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The columns, in order, and what an event has in them. */
export const COLUMNS = {
	id: ({ id }) => id,
	date: ({ date }) => date.edtf,
	date_words: ({ date }) => date.words,
	start: ({ date }) => date.start ?? '',
	end: ({ date }) => date.end ?? '',
	precision: ({ date }) => date.precision,
	title: ({ title }) => plain(title),
	summary: ({ summary }) => plain(summary),
	category: ({ category }) => category,
	importance: ({ importance }) => String(importance),
	status: ({ status }) => status,
	people: ({ people }) => people.join(CSV_LIST),
	organizations: ({ organizations }) => organizations.join(CSV_LIST),
	sources: ({ sources }) => sources.join(CSV_LIST),
	added: ({ added }) => added,
	changed: ({ changed }) => changed,
	address: ({ address }) => address,
} as const satisfies Record<string, (event: Row) => string>;
export type Column = keyof typeof COLUMNS;

/** RFC 4180: a header line, lines that end in CR and LF, quotation marks where a cell needs them. */
export function makeEventsCsv({ events }: Pick<TimelineJson, 'events'>): string {
	return stringify(
		events.map((event) => Object.values(COLUMNS).map((valueOf) => valueOf(event))),
		{ header: true, columns: Object.keys(COLUMNS), record_delimiter: 'windows' },
	);
}
