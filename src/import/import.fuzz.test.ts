/** Whatever a file holds: no exception but an ImportError, no event gone without a word, nothing the gate refuses. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseEvent } from '../core/event.ts';
import { isId } from '../core/schema.ts';
import { parseSite } from '../core/site.ts';
import { parseSource } from '../core/source.ts';
import { wordsFor } from '../i18n/index.ts';
import { parseYaml, splitFrontmatter } from '../loader/frontmatter.ts';
import { toContent } from './content.ts';
import { readTimeline } from './index.ts';
import { ImportError } from './model.ts';
import type { Mapping } from './table.ts';

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
const table = fc
	.array(
		fc.array(
			fc.oneof({ weight: 6, arbitrary: cell.map((part) => `"${part.replaceAll('"', '""')}"`) }, cell),
			{ maxLength: 14 },
		),
		{
			maxLength: 12,
		},
	)
	.map((rows) => [COLUMNS, ...rows.map((cells) => cells.join(','))].join('\n'));
const MAPPING = { date: 'When', end: 'Until', title: 'What', text: 'Text', source: 'Source', group: 'Group' };
const when = fc.oneof(
	fc.constantFrom('2020', '2020-05', '12 August 2024', 'about 1900', '500 BCE', '03/04/2024', '2024-02-30'),
	text,
);
const anyTable = fc
	.array(fc.tuple(when, fc.oneof(when, fc.constant('')), text, text, text, text, text), { maxLength: 12 })
	.map((rows) => {
		const quoted = rows.map((cells) => cells.map((part) => `"${part.replaceAll('"', '""')}"`).join(','));
		return ['When,Until,What,Text,Source,Group,Odd', ...quoted].join('\n');
	});
const markwhen = fc
	.array(
		fc.tuple(
			fc.constantFrom(
				'2020: ',
				'2020-01/2021: ',
				'# ',
				'section ',
				'endSection',
				'',
				'- ',
				'now: ',
				'1/2/2020: ',
				'title: ',
			),
			text,
		),
	)
	.map((lines) => lines.map(([start, rest]) => start + rest).join('\n'));

/** Over all runs. */
const total = { in: 0, out: 0, reported: 0, refused: 0 };

/** Reads a file and holds all that was made of it against the gate. */
function check(name: string, file: string, mapping?: Mapping): void {
	let imported;
	try {
		imported = readTimeline(name, new TextEncoder().encode(file), mapping);
	} catch (error) {
		assert.ok(error instanceof ImportError, String(error));
		assert.ok(error.line >= 1 && error.column >= 1);
		total.refused++;
		return;
	}
	const { files, losses } = toContent(imported, wordsFor('en').date, '2026-11-23');
	const left = losses.filter(({ field }) => field === 'event').length;
	assert.equal(imported.read, imported.events.length + left);
	total.in += imported.read;
	total.out += imported.events.length;
	total.reported += left;
	assert.equal(imported.events.length, [...files.keys()].filter((path) => path.startsWith('events/')).length);
	for (const [path, content] of files) {
		const id = /^(?:events|pages)\/([a-z0-9-]+)\.md$/.exec(path)?.[1];
		assert.ok(id ? isId(id) : /^[a-z]+\.yaml$/.test(path), path);
		if (id && path.startsWith('events/')) {
			const parts = splitFrontmatter(content);
			assert.ok(!('problem' in parts));
			const yaml = parseYaml(parts.yaml);
			const { problems, bodyProblems } = parseEvent(id, yaml.value, parts.body, { allowUnsourced: true });
			assert.deepEqual([...yaml.problems, ...problems, ...bodyProblems], [], content);
			assert.doesNotMatch(parts.body, /\]\((?!https?:|mailto:)/);
		}
	}
	const read = (path: string) => parseYaml(files.get(path) ?? '').value;
	assert.deepEqual(parseSite(read('site.yaml')).problems, []);
	for (const source of (read('sources.yaml') as { references: unknown[] }).references)
		assert.deepEqual(parseSource(source).problems, []);
}

test('TimelineJS, whatever stands in its fields', () => {
	fc.assert(
		fc.property(timeline, (json) => check('a.json', JSON.stringify(json))),
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
		fc.property(table, (csv) => check('a.csv', csv)),
		RUNS,
	);
});

test('any table, whatever stands in its cells', () => {
	fc.assert(
		fc.property(anyTable, (csv) => check('a.csv', csv, MAPPING)),
		RUNS,
	);
});

test('Markwhen, whatever stands in its lines', () => {
	fc.assert(
		fc.property(markwhen, (lines) => check('a.mw', lines)),
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
