import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ImportError } from './model.ts';
import { importOf } from './testing.ts';

const json = (...events: object[]) => JSON.stringify({ events });
const slide = (start_date: object, more: object = {}) => ({ start_date, text: { headline: 'It' }, ...more });

const DATES: [slide: object, edtf: string, loss?: RegExp][] = [
	[slide({ year: 1677 }), '1677'],
	[slide({ year: '1677', month: '', day: '' }), '1677'],
	[slide({ year: '2021', month: 5, day: '03' }), '2021-05-03'],
	[slide({ year: 2021, month: '5' }), '2021-05'],
	[slide({ year: '1,066' }), '1066'],
	[slide({ year: 33 }), '0033'],
	[slide({ year: -500 }), '-0499'],
	[slide({ year: '-44', month: 3, day: 15 }), '-0043-03-15'],
	[slide({ year: -1 }), '0000'],
	[slide({ year: -10_000 }), '-9999'],
	[slide({ year: 12_021 }), 'Y12021'],
	[slide({ year: 2021 }, { end_date: { year: 2023, month: 1 } }), '2021/2023-01'],
	[slide({ year: 1677, display_date: 'C. 1677' }), '1677~'],
	[slide({ year: 1678 }, { end_date: { year: 1680 }, display_date: 'Between 1678-1680' }), '[1678..1680]'],
	[slide({ year: 2023, month: 6, day: 1 }, { display_date: 'June 2023' }), '2023-06'],
	// As our own pages say them.
	[slide({ year: 1960 }, { end_date: { year: 1969 }, display_date: 'the 1960s' }), '196X'],
	[slide({ year: -200 }, { end_date: { year: -101 }, display_date: 'between 200 and 101 BCE' }), '-01XX'],
	[slide({ year: 2001, display_date: 'spring 2001' }), '2001-21'],
	[
		slide(
			{ year: 2026, month: 3, day: 4 },
			{ end_date: { year: 2026, month: 5, day: 15 }, display_date: 'between 4 March and 15 May 2026' },
		),
		'[2026-03-04..2026-05-15]',
	],
	[slide({ year: 2023 }, { edtf: '202X', display_date: 'The twenties' }), '202X'],
	[slide({ year: 2021, month: 2, day: 30 }), '2021-02', /start_date: is not a day; 2021-02 is written/],
	[slide({ year: 2021, month: 13 }), '2021', /start_date: has a month that is none; 2021 is written/],
	[slide({ year: 2021, day: 3 }), '2021', /start_date: has no month/],
	[slide({ year: 2021, month: 'May' }), '2021', /start_date: has no month that can be read/],
	[slide({ year: 2021, hour: 10 }), '2021', /start_date: is a time of day/],
	[slide({ year: 2021 }, { end_date: { year: 1990 } }), '2021', /end_date: does not follow 2021/],
	[slide({ year: 2021 }, { display_date: 'In the war' }), '2021', /display_date: cannot be read in one way/],
	[slide({ year: 2021 }, { display_date: '1999' }), '2021', /display_date: is another time than 2021/],
	[slide({ year: 2021 }, { edtf: 'soon' }), '2021', /edtf: is not EDTF/],
];

test('a date of TimelineJS keeps its precision, and what cannot be kept is told', () => {
	for (const [event, edtf, loss] of DATES) {
		const { events, lost } = importOf('a.json', json(event));
		const label = JSON.stringify(event);
		assert.deepEqual(
			Object.values(events).map(({ date }) => date),
			[edtf],
			label,
		);
		if (loss) assert.match(lost.join('\n'), loss, label);
		else assert.deepEqual(lost, [], label);
	}
});

const NOT_DATED: unknown[] = [
	{ text: { headline: 'It' } },
	slide({ year: '' }),
	slide({ year: 'sometime' }),
	slide({ year: 999_999 }),
	{ start_date: '2021', text: { headline: 'It' } },
	null,
	'text',
	[],
	{ start_date: null, text: null, media: null, group: null },
];

test('an event without a date that can be read is left out by name, and the others stay', () => {
	for (const event of NOT_DATED) {
		const { events, lost } = importOf('a.json', JSON.stringify({ events: [event, slide({ year: 2000 })] }));
		assert.equal(Object.keys(events).length, 1);
		assert.match(lost.join('\n'), /^1 event: .*left out$/m, JSON.stringify(event));
	}
	assert.equal(importOf('a.json', '{"events": []}').files.has('site.yaml'), true);
});

const HTML: [html: string, body: string, loss?: RegExp][] = [
	['One & two', 'One & two'],
	['<p>One <b>bold</b></p><p><i>Two</i></p>', 'One **bold**\n\n*Two*'],
	['<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
	['<h2>Head</h2>text', '**Head**\n\ntext'],
	['2 < 3 and [x@y.z]', '2 < 3 and (x@y.z)', /read as a citation/],
	['# not a heading', '\\# not a heading'],
	['<a href="https://a.example/b">there</a>', '[there](https://a.example/b) [@a-example-b]'],
	['<a href="javascript:alert(1)">there</a>', 'there', /javascript:alert|not an address/],
	['a<script>alert(1)</script>b', 'ab', /not read; left out/],
	['<img src=x onerror=alert(1)>a', 'a', /not safe; left out/],
	[
		'<img src="//pic.example/a.png" alt="A picture">',
		'[A picture](https://pic.example/a.png)',
		/kept as a link/,
	],
	[
		'<iframe src="https://v.example/1"></iframe>',
		'[iframe: v.example](https://v.example/1)',
		/kept as a link/,
	],
	['<svg onload=alert(1)><circle/></svg>a', 'a'],
	['<table><tr><td>a</td><td>b</td></tr></table>', 'a b', /a paragraph a row/],
	['a\u0000b\u202ec', 'abc', /no reader can see/],
	['<div>'.repeat(20_000), 'It', /nested too deeply/],
];

test('HTML becomes Markdown that the gate lets pass; embeds become links, scripts go', () => {
	for (const [html, body, loss] of HTML) {
		const event = { start_date: { year: 2000 }, text: { headline: 'It', text: html } };
		const { events, lost } = importOf('a.json', json(event));
		assert.equal(events['2000-it']?.body, body, html.slice(0, 80));
		if (loss) assert.match(lost.join('\n'), loss, html.slice(0, 80));
		else assert.deepEqual(lost, [], html);
	}
});

test('headlines may be missing, twice the same, long, or in any script; old addresses lead on', () => {
	const titled = (headline: unknown, more: object = {}) => ({
		start_date: { year: 2000 },
		text: { headline },
		...more,
	});
	const { events, lost } = importOf(
		'a.json',
		json(
			titled('Fire!'),
			titled('Fire!'),
			titled(''),
			titled('Пожар'),
			titled('x '.repeat(200)),
			titled('Own', { unique_id: 'my_id' }),
		),
	);
	assert.deepEqual(Object.keys(events).sort(), [
		'2000-event',
		'2000-fire',
		'2000-fire-2',
		'2000-own',
		'2000-pozhar',
		'2000-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x',
	]);
	assert.deepEqual(events['2000-fire']?.['aliases'], ['event-fire']);
	assert.deepEqual(events['2000-own']?.['aliases'], ['event-myid']);
	assert.match(events['2000-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x']?.body ?? '', /(?:x ){100}/);
	for (const loss of [/headline: is missing/, /headline: is longer than 120/, /address: is that of another/])
		assert.match(lost.join('\n'), loss);
});

test('titles as a list, backgrounds as text, credits, groups, eras and unknown fields', () => {
	const { events, files, lost } = importOf(
		'a.json',
		JSON.stringify({
			scale: 'human',
			title: [
				{ text: { headline: 'The whole', text: '<p>All of it.</p>' } },
				{ text: { headline: 'Again' } },
			],
			events: [
				{
					...slide({ year: 2000 }),
					background: '#fff',
					colour: 'red',
					group: 'Fires',
					media: {
						url: 'https://m.example/a.jpg',
						caption: 'A view',
						credit: 'The Museum',
						thumbnail: 't.jpg',
					},
				},
			],
			eras: [
				{ start_date: { year: 1600 }, end_date: { year: 1700 }, text: { headline: 'Long ago' } },
				{ start_date: { year: 1600 }, text: { headline: 'Endless' } },
			],
		}),
	);
	assert.match(files.get('site.yaml') ?? '', /^title: The whole\ntagline: All of it\.$/m);
	assert.match(
		files.get('site.yaml') ?? '',
		/id: fires\n {4}label: Fires[^]*label: Long ago\n {4}from: "1600"/,
	);
	assert.match(files.get('sources.yaml') ?? '', /title: The Museum/);
	assert.equal(
		events['2000-it']?.body,
		'Shown with it: <https://m.example/a.jpg> [@the-museum]\n\nA view [@the-museum]\n\nCredit: The Museum [@the-museum]',
	);
	assert.deepEqual(
		lost.map((loss) => loss.replace(/:.*/, '')),
		['- scale', '- title', '1 media.thumbnail', '1 background', '1 colour', '1 era'],
	);
});

test('more groups than marks are told apart: the largest keep their own', () => {
	const events = Array.from({ length: 12 }, (_, index) =>
		slide({ year: 2000 + index }, { group: `Group ${index}` }),
	);
	const { files, lost } = importOf('a.json', json(...events, slide({ year: 1999 }, { group: 'Group 11' })));
	const labels = [...(files.get('site.yaml') ?? '').matchAll(/label: (.*)/g)].map(([, label]) => label);
	assert.equal(labels.length, 8);
	assert.ok(labels.includes('Group 11') && labels.includes('Other'));
	assert.equal(lost.filter((loss) => /group: is one of more than/.test(loss)).length, 5);
});

test('version 1 of TimelineJS', () => {
	const { events, files, lost } = importOf(
		'v1.jsonp',
		`storyjs_jsonp_data = ${JSON.stringify({
			timeline: {
				headline: 'Old one',
				type: 'default',
				text: 'About it',
				date: [
					{
						startDate: '2011,12,10',
						endDate: '2011,12,11',
						headline: 'First',
						text: '<p>Text</p>',
						tag: 'A',
						asset: { media: 'https://m.example/v', credit: 'C', caption: '' },
					},
					{ startDate: '1/26/2012', headline: 'Second' },
					{ startDate: '2012', headline: 'Third' },
					{ startDate: '-500', headline: 'Fourth' },
					{ startDate: 'soon', headline: 'Fifth' },
				],
				era: [{ startDate: '2011,12', endDate: '2012', headline: 'Then', tag: 'x' }],
			},
		})};`,
	);
	assert.deepEqual(
		Object.values(events).map(({ date, title }) => [date, title]),
		[
			['2011-12-10/2011-12-11', 'First'],
			['2012-01-26', 'Second'],
			['2012', 'Third'],
			['-0499', 'Fourth'],
		],
	);
	assert.match(files.get('site.yaml') ?? '', /^title: Old one$/m);
	assert.match(lost.join('\n'), /startDate: is not a date of TimelineJS 1\n.* event: has no date/);
});

test('the spreadsheet of TimelineJS, with cells of several lines', () => {
	const csv = [
		'Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background,Notes',
		',,,,,,,,,The whole,"What it, ""is""\nabout",,,,,title,,,',
		'"1,066",,,,,,,,,Battle,"One\n\nTwo",https://m.example/a,"Cr, Inc",,,,Wars,,',
		'1677,,,,,,,,C. 1677,Fire,,,,,,,,,remember',
		'1600,,,,1700,,,,,Century,,,,,,era,,,',
		',,,,,,,,,Nothing,,,,,,,,,',
		'',
	].join('\r\n');
	const { events, files, lost } = importOf('sheet.csv', `\ufeff${csv}`);
	assert.deepEqual(
		Object.values(events).map(({ date, title, category }) => [date, title, category]),
		[
			['1066', 'Battle', 'wars'],
			['1677~', 'Fire', 'other'],
		],
	);
	assert.match(events['1066-battle']?.body ?? '', /^One \[@cr-inc\]\n\nTwo \[@cr-inc\]\n/);
	assert.match(files.get('site.yaml') ?? '', /^tagline: What it, "is" about$/m);
	assert.match(lost.join('\n'), /^7 Notes: is not a column of TimelineJS; left out\n9 event: has no date/m);
});

test('any table, by the names of its columns', () => {
	const csv =
		'When;What;Who says;Kind;Odd\n12 August 2024;Verdict;https://paper.example/a;Court;x\n03/04/2024;Either;;;\nabout 1900;Old;A book;;\n';
	const mapping = { date: 'When', title: 'What', source: 'Who says', group: 'Kind' };
	const { events, lost, files } = importOf('a.csv', csv, mapping);
	assert.deepEqual(
		Object.values(events).map(({ date, title, body }) => [date, title, body]),
		[
			['2024-08-12', 'Verdict', 'Verdict [@paper-example-a]'],
			['1900~', 'Old', 'Old [@a-book]'],
		],
	);
	assert.match(files.get('organizations.yaml') ?? '', /id: paper-example\n {2}name: paper\.example/);
	assert.deepEqual(lost, [
		'2 Odd: is a column that --map does not name; left out',
		'3 event: has no date that can be read in one way only; left out',
	]);
});

test('Markwhen, with headings and with the sections of older files', () => {
	const { events, files, lost } = importOf(
		'a.mw',
		`title: "My case"
description: What *happened*
#tag: red

# Section One
1998: Year only #tag
more [text](https://example.org/x)
* an item
## Sub
01/02/2010 - 03/2011: Older date
// a comment
section Old
2012-05-02T10:30 - 2012-05-03: In section
500 BCE: Long ago
after !x 3 days: relative
group Inner
2014-01-01/2015: Span
endGroup
endSection
2016-02/now: Going on
`,
	);
	assert.deepEqual(
		Object.values(events).map(({ date, title, category }) => [date, title, category]),
		[
			['1998', 'Year only', 'section-one'],
			['2010-01-02/2011-03', 'Older date', 'section-one-sub'],
			['2012-05-02/2012-05-03', 'In section', 'section-one-sub-old'],
			['-0499', 'Long ago', 'section-one-sub-old'],
			['2014-01-01/2015', 'Span', 'section-one-sub-old-inner'],
			['2016-02/..', 'Going on', 'section-one-sub'],
		],
	);
	assert.equal(
		events['1998-year-only']?.body,
		'more [text](https://example.org/x) [@example-org-x]\n\n- an item [@example-org-x]',
	);
	assert.match(files.get('site.yaml') ?? '', /^title: My case\ntagline: What happened$/m);
	assert.deepEqual(
		lost.map((loss) => loss.replace(/:.*/, '')),
		['3 #tag', '6 tag', '11 comment', '13 date', '15 event'],
	);
});

const UNREADABLE: [name: string, text: string, line: number, column: number, says: RegExp][] = [
	['a.json', '{\n"events": [\n{"a": 1,,}]}', 3, 9, /is not JSON/],
	['a.json', '{"events": [', 1, 13, /is not JSON/],
	['a.json', 'abc', 1, 1, /is not JSON/],
	['a.json', '[1, 2, {"a": tru}]', 1, 14, /is not JSON/],
	['a.json', '{"other": 1}', 1, 1, /no list of events/],
	['a.json', '"text"', 1, 1, /no list of events/],
	['a.json', `${'['.repeat(50_000)}`, 1, 1, /nested too deeply/],
	['a.json', '  ', 1, 1, /is empty/],
	['a.csv', 'Year,Headline\n2000,"open\n', 2, 2, /is not CSV/],
	['a.csv', 'When,What\n2000,a\n', 1, 1, /Say which column holds what/],
	['a.pdf', 'x', 1, 1, /ending that is not known/],
];

test('a file that cannot be read is refused with line and column', () => {
	for (const [name, text, line, column, says] of UNREADABLE)
		assert.throws(
			() => importOf(name, text),
			(error) => {
				assert.ok(error instanceof ImportError, String(error));
				assert.match(error.message, says);
				assert.deepEqual([error.line, error.column], [line, column], text.slice(0, 40));
				return true;
			},
		);
	assert.throws(
		() => importOf('a.csv', 'When\n2000\n', { date: 'When', title: 'What' }),
		/has no column "What" for title/,
	);
});

test('letters of other encodings are read, and the encoding is named', () => {
	const text = json(slide({ year: 2000 }, { text: { headline: 'Été' } }));
	const latin1 = Buffer.from(text, 'latin1');
	for (const [bytes, loss] of [
		[latin1, ['- encoding']],
		[Buffer.from(`\ufeff${text}`, 'utf16le'), ['- encoding']],
		[Buffer.from(`\ufeff${text}`, 'utf8'), []],
	] as const) {
		const { events, lost } = importOf('a.json', bytes);
		assert.equal(events['2000-ete']?.['title'], 'Été');
		assert.deepEqual(
			lost.map((line) => line.replace(/:.*/, '')),
			loss,
		);
	}
});
