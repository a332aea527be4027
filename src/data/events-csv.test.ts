import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { CSV_LIST, makeEventsCsv, type Column } from './events-csv.ts';
import { makeContent, makeEvent } from '../core/testing.ts';
import { makeTimeline } from '../core/timeline.ts';
import { CASES, words } from './testing.ts';
import { toTimelineJson } from './timeline-json.ts';

for (const [name, timeline] of CASES)
	test(`${name}: the lines read back as the same events`, () => {
		const { events } = toTimelineJson(timeline, words.date);
		const csv = makeEventsCsv({ events });
		const rows = parse<Record<Column, string>>(csv, {
			columns: true,
			record_delimiter: '\r\n',
		});
		assert.equal(rows.length, timeline.events.length);
		const list = (cell: string) => (cell === '' ? [] : cell.split(CSV_LIST));
		for (const [index, row] of rows.entries()) {
			const event = events[index];
			assert.ok(event);
			const { id, title, summary, category, status, added, changed, address, date } = event;
			assert.deepEqual(
				{
					...row,
					people: list(row.people),
					organizations: list(row.organizations),
					sources: list(row.sources),
				},
				{
					...{ id, title, summary, category, status, added, changed, address },
					...{ date: date.edtf, date_words: date.words, precision: date.precision },
					...{ start: date.start ?? '', end: date.end ?? '', importance: String(event.importance) },
					...{ people: event.people, organizations: event.organizations, sources: event.sources },
				},
			);
		}
		assert.match(csv, /^id,.*\r\n/);
		assert.ok(csv.endsWith('\r\n'));
		assert.doesNotMatch(csv.replaceAll('\r\n', ''), /[\r\n]/);
	});

test('a spreadsheet works out no title and no summary', () => {
	const event = makeEvent('sum', { title: '=HYPERLINK("https://other.example/")', summary: '-1+2' });
	const timeline = makeTimeline(makeContent({ events: [event] }), { drafts: false });
	const csv = makeEventsCsv(toTimelineJson(timeline, words.date));
	const [row] = parse<Record<Column, string>>(csv, { columns: true, record_delimiter: '\r\n' });
	assert.deepEqual([row?.title, row?.summary], [`'${event.title}`, `'${event.summary}`]);
});
