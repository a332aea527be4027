/** Whatever a file holds: no exception but an ImportError, no event gone without a word, nothing the gate refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ImportError } from './model.ts';
import type { Mapping } from './table.ts';
import { importOf } from './testing.ts';

const soak = process.env['SOAK_RUNS'];
/** The same runs each time, so that what passed here passes elsewhere; the soak looks for new ones. */
const RUNS = soak
	? { numRuns: Number(soak), seed: Number(process.env['SEED'] ?? Date.now()) }
	: { numRuns: 200, seed: 20_261_123 };

const HOSTILE = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'<a href="https://a.example/(b)[c]">x [@y]</a>',
	'<iframe srcdoc="<script>">',
	'../../../etc/passwd',
	'..\\..\\x',
	'---\ndraft: true\n---',
	'[@key]',
	'![x](javascript:y)',
	'<!-- -->',
	'|---|',
	'\u202e\u0000\ufeff',
	'__proto__',
	'constructor',
	'"',
	"'",
	'=HYPERLINK("x")',
	'\n# a\n\n* b\n\n```\ncode',
	'&lt;script&gt;',
	'😀 Ж 東 ',
];
const text = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.constantFrom(...HOSTILE),
	fc.array(fc.constantFrom(...HOSTILE), { maxLength: 4 }).map((parts) => parts.join(' ')),
);
const value = fc.oneof(
	{ weight: 4, arbitrary: text },
	fc.constant(null),
	fc.integer(),
	fc.boolean(),
	fc.jsonValue(),
);
const number = fc.oneof(
	fc.integer({ min: -20_000, max: 20_000 }),
	fc.integer({ min: -40, max: 40 }).map(String),
	fc.constantFrom('', null, '1,066', 1.5, 1e21, '2021', '05'),
	value,
);
const date = fc.oneof(
	fc.record(
		{ year: number, month: number, day: number, hour: number, display_date: value },
		{ requiredKeys: [] },
	),
	value,
);
const slide = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record(
			{
				start_date: date,
				end_date: date,
				display_date: value,
				edtf: value,
				text: fc.oneof(fc.record({ headline: value, text: value }, { requiredKeys: [] }), value),
				media: fc.oneof(
					fc.record(
						{ url: value, caption: value, credit: value, link: value, alt: value },
						{ requiredKeys: [] },
					),
					value,
				),
				group: value,
				unique_id: value,
				background: value,
			},
			{ requiredKeys: [] },
		),
	},
	value,
);
const timeline = fc.record(
	{
		title: fc.oneof(slide, fc.array(slide)),
		events: fc.array(slide, { maxLength: 12 }),
		eras: fc.array(slide, { maxLength: 3 }),
	},
	{ requiredKeys: ['events'] },
);
const COLUMNS = 'Year,Month,Day,Time,End Year,Display Date,Headline,Text,Media,Media Credit,Type,Group,Odd';
const cell = fc.oneof(
	text,
	fc.integer({ min: -3000, max: 3000 }).map(String),
	fc.constantFrom('era', 'title', ''),
);
const quote = (cells: readonly string[]) => cells.map((part) => `"${part.replaceAll('"', '""')}"`).join(',');
const rowsOfCells = fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 });
const TYPE = COLUMNS.split(',').indexOf('Type');
/** A sheet, and how many of its rows are events: not empty, no era, not the first title. */
const table = rowsOfCells.map((rows) => {
	const types = rows
		.filter((cells) => cells.some((part) => part.trim() !== ''))
		.map((cells) => (cells[TYPE] ?? '').trim().toLowerCase());
	const titles = Math.min(1, types.filter((type) => type === 'title').length);
	const events = types.filter((type) => type !== 'era').length - titles;
	return { file: [COLUMNS, ...rows.map(quote)].join('\n'), events };
});
/** The same where a quotation mark is forgotten here and there. */
const torn = rowsOfCells.map((rows) =>
	[
		COLUMNS,
		...rows.map((cells) => cells.map((part, index) => (index % 6 === 5 ? part : quote([part]))).join(',')),
	].join('\n'),
);
const MAPPING = { date: 'When', end: 'Until', title: 'What', text: 'Text', source: 'Source', group: 'Group' };
const when = fc.oneof(
	fc.constantFrom('2020', '2020-05', '12 August 2024', 'about 1900', '500 BCE', '03/04/2024', '2024-02-30'),
	text,
);
const anyTable = fc
	.array(fc.tuple(when, fc.oneof(when, fc.constant('')), text, text, text, text, text), { maxLength: 12 })
	.map((rows) => ({
		file: ['When,Until,What,Text,Source,Group,Odd', ...rows.map(quote)].join('\n'),
		events: rows.filter((cells) => cells.some((part) => part.trim() !== '')).length,
	}));
const DATED = ['2020: ', '2020-01/2021: ', 'now: ', '1/2/2020: '];
const UNDATED = ['# ', 'section ', 'endSection', '', '- ', 'title: '];
const linesOfMarkwhen = fc.array(fc.tuple(fc.constantFrom(...DATED, ...UNDATED), text));
const wildLines = linesOfMarkwhen.map((lines) => lines.map(([start, rest]) => start + rest).join('\n'));
/** Where only what is meant as a date can be taken for one. */
const markwhen = linesOfMarkwhen.map((lines) => ({
	file: lines
		.map(([start, rest]) => `${start}${DATED.includes(start) ? '' : 'x '}${rest.replace(/[\r\n]+/g, ' ')}`)
		.join('\n'),
	events: lines.filter(([start]) => DATED.includes(start)).length,
}));

/** Over all runs. */
const total = { in: 0, out: 0, reported: 0, refused: 0 };

/**
 * Reads a file and holds all that was made of it against the gate.
 * @param events how many were put in, where that is known
 */
function check(name: string, file: string, events?: number, mapping?: Mapping): void {
	try {
		const { imported, losses } = importOf(name, file, mapping);
		if (events === undefined) return;
		assert.equal(imported.read, events, file);
		total.in += events;
		total.out += imported.events.length;
		total.reported += losses.filter(({ field }) => field === 'event').length;
	} catch (error) {
		if (!(error instanceof ImportError)) throw error;
		assert.ok(error.line >= 1 && error.column >= 1);
		total.refused++;
		if (events === undefined) return;
		// Nothing of it could be carried: that is said of all of them at once.
		assert.match(error.message, /^holds no event that can be carried|^is empty$/, file);
		const said = /the first of (\d+) /.exec(error.message)?.[1] ?? '0';
		assert.equal(Number(said), events, file);
		total.in += events;
		total.reported += events;
	}
}

test('TimelineJS, whatever stands in its fields', () => {
	fc.assert(
		fc.property(timeline, (json) => check('a.json', JSON.stringify(json), json.events.length)),
		RUNS,
	);
});

test('JSON that is broken anywhere', () => {
	fc.assert(
		fc.property(timeline, fc.double({ min: 0, max: 1, noNaN: true }), (json, part) => {
			const whole = JSON.stringify(json);
			check('a.json', whole.slice(0, Math.floor(whole.length * part)));
		}),
		RUNS,
	);
});

test('the spreadsheet of TimelineJS, whatever stands in its cells', () => {
	fc.assert(
		fc.property(table, ({ file, events }) => check('a.csv', file, events)),
		RUNS,
	);
});

test('any table, whatever stands in its cells', () => {
	fc.assert(
		fc.property(anyTable, ({ file, events }) => check('a.csv', file, events, MAPPING)),
		RUNS,
	);
});

test('Markwhen, whatever stands in its lines', () => {
	fc.assert(
		fc.property(markwhen, ({ file, events }) => check('a.mw', file, events)),
		RUNS,
	);
});

test('a spreadsheet and Markwhen, torn anywhere', () => {
	fc.assert(
		fc.property(torn, wildLines, (csv, lines) => {
			check('a.csv', csv);
			check('a.mw', lines);
		}),
		RUNS,
	);
});

test('of all that, no event went without a word', (t) => {
	assert.ok(total.out > 0 && total.reported > 0);
	assert.equal(total.in, total.out + total.reported);
	t.diagnostic(
		`fuzz: ${RUNS.numRuns} runs a format, ${total.in} events in, ${total.out} out, ${total.reported} reported; ${total.refused} files refused`,
	);
});
