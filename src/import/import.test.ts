import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../i18n/index.ts';
import { toContent } from './content.ts';
import { readTimeline } from './index.ts';
import { ImportError } from './model.ts';
import type { Mapping } from './table.ts';
import { importOf, processorSeconds } from './testing.ts';

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
	// The first of a month may stand for the month; any other day is known.
	[
		slide({ year: 2023, month: 6, day: 1 }, { display_date: 'June 2023' }),
		'2023-06',
		/start_date: is shown as "June 2023"; 2023-06 is written/,
	],
	[
		slide({ year: 2023, month: 6, day: 15 }, { display_date: 'June 2023' }),
		'2023-06-15',
		/display_date: says less of it; 2023-06-15 is written/,
	],
	[slide({ year: 2023 }, { display_date: 'June 2023' }), '2023-06'],
	[slide({ year: 2023, month: 6 }, { display_date: '3–5 June 2023' }), '2023-06', /one way only/],
	[slide({ year: 1677, month: 3, day: 5 }, { display_date: 'C. 1677' }), '1677~', /1677~ is written/],
	[
		slide(
			{ year: 2020, month: 3, day: 5 },
			{ end_date: { year: 2020, month: 9, day: 1 }, display_date: '2020' },
		),
		'2020-03-05/2020-09-01',
		/display_date: leaves out when it began or ended; 2020-03-05\/2020-09-01 is written/,
	],
	[
		slide({ year: 2020 }, { end_date: { year: 2025 }, display_date: '2022' }),
		'2020/2025',
		/display_date: leaves out when it began or ended; 2020\/2025 is written/,
	],
	[
		slide({ year: 2021, month: 5, day: 23 }, { display_date: 'from 2021-05-23 to 2021-05-26' }),
		'2021-05-23/2021-05-26',
	],
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
	[
		'<video poster="https://v.example/p.jpg"><source src="https://v.example/a.mp4"></video>',
		'[poster: v.example](https://v.example/p.jpg) [source: v.example](https://v.example/a.mp4)',
		/kept as a link\n.*kept as a link/,
	],
	['<audio src="https://a.example/a.mp3"></audio>', '[audio: a.example](https://a.example/a.mp3)', /kept as/],
	[
		'<object data="https://o.example/a.pdf"></object>',
		'[object: o.example](https://o.example/a.pdf)',
		/kept as/,
	],
	['<embed src="https://e.example/a.swf">', '[embed: e.example](https://e.example/a.swf)', /kept as/],
	[
		'<blockquote class="twitter-tweet"><p>We open.</p>&mdash; A <a href="https://t.example/1">May 1</a></blockquote><script src="https://t.example/w.js"></script>',
		'> We open. [@t-example-1]\n>\n> — A [May 1](https://t.example/1) [@t-example-1]',
		/<script>|not read; left out/,
	],
	[
		'<a href="https://a.example/b"><b><img src="https://pic.example/a.png" alt="A view"></b></a>',
		'<https://a.example/b> [A view](https://pic.example/a.png) [@a-example-b]',
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
			titled('Own', { unique_id: 'my-id' }),
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
	assert.deepEqual(events['2000-fire-2']?.['aliases'], ['event-fire-2']);
	assert.deepEqual(events['2000-own']?.['aliases'], ['event-my-id']);
	assert.match(events['2000-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x-x']?.body ?? '', /(?:x ){100}/);
	for (const loss of [/headline: is missing/, /headline: is longer than 120/])
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
	['a.json', '{"events": []}', 1, 1, /holds no event/],
	[
		'a.json',
		'{"events": [\n{"start_date": {}}]}',
		2,
		1,
		/holds no event .* of 1 has no date that can be read/,
	],
	['a.mw', 'title: Nothing yet\n', 1, 1, /holds no event/],
	['a.csv', 'Year,Headline\n', 1, 1, /holds no event/],
	['a.json', '{\r\n"events": [\r\n{"a": 1,,}]}', 3, 9, /is not JSON/],
	['a.jsonp', '/**/callback({\n"events": [,]})', 2, 12, /is not JSON/],
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

/** Where each block of an event has a source of its own, and the event has one more. */
const CITED: [name: string, text: string, mapping?: Mapping][] = [
	[
		'a.json',
		json(
			slide(
				{ year: 2000 },
				{
					text: { headline: 'It', text: 'see <a href="https://a.example/x">a</a>' },
					media: { link: 'https://b.example/y' },
				},
			),
		),
	],
	[
		'a.csv',
		'Date,Title,Text,Source\n2000,It,"see <a href=""https://a.example/x"">a</a>",https://b.example/y\n',
		{ date: 'Date', title: 'Title', text: 'Text', source: 'Source' },
	],
	['a.mw', '2000: It [b](https://b.example/y)\nsee [a](https://a.example/x)\n'],
];

test('a source of the whole event is cited, also where each paragraph has its own', () => {
	for (const [name, text, mapping] of CITED) {
		const { events, files } = importOf(name, text, mapping);
		const [event] = Object.values(events);
		assert.match(event?.body ?? '', /^see \[a\]\(.*\) \[@a-example-x; @b-example-y\]$/, name);
		assert.equal(files.get('sources.yaml')?.match(/- id:/g)?.length, 2);
	}
});

test('addresses are kept wherever they stand, or told of', () => {
	const link = (name: string) => `<a href="https://${name}.example/">${name}</a>`;
	const { files, events, lost } = importOf(
		'a.json',
		JSON.stringify({
			title: {
				text: { headline: `The ${link('headline')}`, text: 'About' },
				media: { credit: link('credit'), link: 'https://link.example/' },
			},
			eras: [
				{
					start_date: { year: 1900 },
					end_date: { year: 1950 },
					text: { headline: `Era ${link('name')}` },
					media: { link: 'https://era.example/' },
				},
			],
			events: [
				slide(
					{ year: 2000 },
					{
						text: { headline: `It ${link('words')}` },
						media: { credit: link('who'), link: 'https://where.example/' },
						group: `Group ${link('group')}`,
					},
				),
			],
		}),
	);
	const home = files.get('pages/home.md') ?? '';
	for (const name of ['headline', 'credit', 'link'])
		assert.ok(home.includes(`https://${name}.example/`), name);
	const body = events['2000-it-words']?.body ?? '';
	for (const name of ['words', 'who', 'where']) assert.ok(body.includes(`@${name}-example`), name);
	assert.deepEqual(lost, [
		'1 group: is an address, for which a line of words has no room; left out',
		'1 era: is an address, and an era has none; left out',
		'1 era: is an address, and an era has none; left out',
	]);
});

const MARKDOWN: [text: string, body: string, loss?: RegExp][] = [
	['see [a][1] there\n\n[1]: https://a.example/x', 'see [a](https://a.example/x) there [@a-example-x]'],
	['see [a]\n\n[a]: https://a.example/x', 'see [a](https://a.example/x) [@a-example-x]'],
	[
		'see ![p][2]\n\n[2]: https://pic.example/p.png',
		'see [p](https://pic.example/p.png)',
		/https:\/\/pic\.example\/p\.png is a picture, kept as a link/,
	],
	['see ![][2]\n\n[2]: x.png', 'see', /x\.png has an address that is not safe/],
	[
		'see\n\n[3]: https://a.example/z',
		'see',
		/https:\/\/a\.example\/z is an address that nothing in the text/,
	],
];

test('Markdown with its addresses elsewhere keeps them', () => {
	for (const [text, body, loss] of MARKDOWN) {
		const { events, losses } = importOf('a.mw', `2000: It\n${text}`);
		assert.equal(events['2000-it']?.body, body, text);
		const told = losses.map(({ value, why }) => `${value} ${why}`).join('\n');
		if (loss) assert.match(told, loss, text);
		else assert.equal(told, '', text);
	}
});

test('an old address is what TimelineJS made of a headline', () => {
	const headlines = [
		'Fire!',
		'Fire!',
		'A café / the quay: part_two',
		'Straße & Ørsted',
		'<b>Bold</b> move',
		'1890 begins',
		'The end -',
		'Пожар',
	];
	const slides = headlines.map((headline) => slide({ year: 2000 }, { text: { headline } }));
	const { events, losses } = importOf(
		'a.json',
		JSON.stringify({ title: { text: { headline: 'Fire!' } }, events: slides }),
	);
	assert.deepEqual(
		Object.values(events).flatMap((event) => event['aliases'] ?? []),
		[
			'event-fire-2',
			'event-fire-3',
			'event-a-cafe-the-quay-part-two',
			'event-strae-rsted',
			'event-bbold-b-move',
		],
	);
	assert.deepEqual(
		losses.map(({ value, why }) => `${value} ${why}`),
		['#event-_1890-begins', '#event-the-end-'].map(
			(address) => `${address} cannot be an id here (small letters, digits, single hyphens); left out`,
		),
	);
});

const WRAPPED = ['callback(…)', '/**/callback(…);', '/**/ window.callback( … ) ;\n', 'var data = …;'];

test('JSON may come in a call or a statement', () => {
	for (const wrapper of WRAPPED) {
		const text = wrapper.replace('…', JSON.stringify({ events: [slide({ year: 2000 })] }));
		assert.deepEqual(Object.keys(importOf('a.jsonp', text).events), ['2000-it'], wrapper);
	}
});

test('a loss names its line, also in a list without a name', () => {
	const events = [
		slide({ year: 2000 }),
		slide({ year: 2001 }, { odd: '"[,' }),
		slide({ year: 2002 }, { odd: [1, [2]] }),
	];
	const lines = `[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]`;
	for (const [text, first] of [
		[lines, 3],
		[`callback(${lines});`, 3],
		[`{"title": {"text": {"text": "\\"events\\": ["}},\n"events": ${lines}}`, 4],
	] as const) {
		const { lost } = importOf('a.json', text);
		assert.deepEqual(
			lost.map((loss) => loss.replace(/:.*/, '')),
			[`${first} odd`, `${first + 1} odd`],
		);
	}
	// Longer than an expression can follow.
	const long = slide({ year: 2000 }, { odd: '\n'.repeat(4_500_000) });
	assert.equal(importOf('a.json', json(long)).lost.length, 1);
});

test('a second column for the same field is told of, and the first is kept', () => {
	const { events, lost } = importOf('a.csv', 'Year,Headline,Headline,Group,Tag\n2000,One,Two,Three,Four\n');
	assert.deepEqual(Object.keys(events), ['2000-one']);
	assert.deepEqual(lost, [
		'2 Headline: stands in a second column for the same; left out',
		'2 Tag: stands in a second column for the same; left out',
	]);
});

test('lines may end as on Windows, and letters be in Latin-1, in each form', () => {
	const markwhen = 'title: Été\n\n# Gruppe\n2000: Größe\ntext\n2001: Zwei\n';
	const unix = importOf('a.mw', markwhen);
	const windows = importOf('a.mw', markwhen.replaceAll('\n', '\r\n'));
	assert.deepEqual(windows.files, unix.files);
	assert.deepEqual(windows.losses, unix.losses);
	const csv = 'Year,Headline\r\n2000,Größe\r\n';
	for (const [name, text] of [
		['a.mw', markwhen],
		['a.csv', csv],
	] as const) {
		const { events, lost } = importOf(name, Buffer.from(text, 'latin1'));
		assert.equal(events['2000-grosse']?.['title'], 'Größe', name);
		assert.deepEqual(lost, [
			'- encoding: is not UTF-8; it was read as that, so look whether its letters are right',
		]);
	}
});

test('thousands of addresses that differ in their query alone are sources in time that grows with their number', () => {
	const read = (count: number) => {
		const events = Array.from({ length: count }, (_, index) =>
			slide({ year: 2000 }, { media: { link: `https://video.example/watch?v=${index}` } }),
		);
		const bytes = new TextEncoder().encode(json(...events));
		const before = processorSeconds();
		const { files } = toContent(readTimeline('a.json', bytes, undefined), wordsFor('en').date, '2026-11-23');
		assert.match(files.get('sources.yaml') ?? '', new RegExp(`- id: video-example-watch-${count}\n`));
		return processorSeconds() - before;
	};
	read(200);
	const [few, many] = [read(1000), read(5000)];
	assert.ok(many < 12 * few + 1, `${few} s for 1,000, ${many} s for 5,000`);
});
