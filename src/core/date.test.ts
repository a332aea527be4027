import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayToDate, dayToIso, dayToYear, toDay } from './calendar.ts';
import { compareDates, isExactDay, parseDate, type TimelineDate } from './date.ts';

function read(text: string): TimelineDate {
	const parsed = parseDate(text);
	assert.ok(parsed.ok, `${text}: ${parsed.ok || parsed.problem}`);
	return parsed.date;
}

/** First and last day as text; `-` where an end is open or not known. */
function extent(text: string): string {
	const { start, end } = read(text);
	return [start, end].map((day) => (day === null ? '-' : dayToIso(day))).join(' ');
}

function each<T>(run: (text: string) => T, table: [text: string, expected: T][]): void {
	for (const [text, expected] of table) assert.deepEqual(run(text), expected, text);
}

test('a date covers every day it may mean', () => {
	each(extent, [
		['2024-02-29', '2024-02-29 2024-02-29'],
		['2000-02-29', '2000-02-29 2000-02-29'],
		['1900', '1900-01-01 1900-12-31'],
		['2023-02', '2023-02-01 2023-02-28'],
		['2024-02', '2024-02-01 2024-02-29'],
		['1900-02', '1900-02-01 1900-02-28'],
		['2018-12', '2018-12-01 2018-12-31'],
		['2004-XX', '2004-01-01 2004-12-31'],
		['1985-04-XX', '1985-04-01 1985-04-30'],
		['1985-XX-XX', '1985-01-01 1985-12-31'],
		['201X', '2010-01-01 2019-12-31'],
		['20XX', '2000-01-01 2099-12-31'],
	]);
});

test('years before 1000 and before year 1 are themselves, not 1944 or 1999', () => {
	each(extent, [
		['0099', '0099-01-01 0099-12-31'],
		['0099-05-06', '0099-05-06 0099-05-06'],
		['0000', '0000-01-01 0000-12-31'],
		['0000-02-29', '0000-02-29 0000-02-29'],
		['-0044', '-000044-01-01 -000044-12-31'],
		['-0044-03-15', '-000044-03-15 -000044-03-15'],
		['Y-12000', '-012000-01-01 -012000-12-31'],
		['Y12000', '+012000-01-01 +012000-12-31'],
	]);
});

test('digits left out of a year before 0 count away from zero', () => {
	each(extent, [
		['-001X', '-000019-01-01 -000010-12-31'],
		['-01XX', '-000199-01-01 -000100-12-31'],
		['002X', '0020-01-01 0029-12-31'],
	]);
});

test('a season is three months, and winter runs into the next year', () => {
	each(extent, [
		['2001-21', '2001-03-01 2001-05-31'],
		['2001-22', '2001-06-01 2001-08-31'],
		['2001-23', '2001-09-01 2001-11-30'],
		['2001-24', '2001-12-01 2002-02-28'],
		['2023-24', '2023-12-01 2024-02-29'],
	]);
});

test('an interval runs from the first day of its first date to the last day of its last', () => {
	each(extent, [
		['2021-05-23/2021-05-26', '2021-05-23 2021-05-26'],
		['2018-11/2019-02', '2018-11-01 2019-02-28'],
		['2018/2020-05-03', '2018-01-01 2020-05-03'],
		['-0044/0014', '-000044-01-01 0014-12-31'],
		['2024-05-03/2024-05', '2024-05-03 2024-05-31'],
		['2024/2024-05', '2024-01-01 2024-05-31'],
	]);
});

test('an open end is open, not far away', () => {
	each(extent, [
		['2024/..', '2024-01-01 -'],
		['2024/', '2024-01-01 -'],
		['../2024', '- 2024-12-31'],
		['/2024', '- 2024-12-31'],
		['[2024-03..]', '2024-03-01 -'],
		['[..2024-03]', '- 2024-03-31'],
		['[1760-01,1760-02,1760-12..]', '1760-01-01 -'],
	]);
	for (const text of ['2024/..', '/2024', '[..2024]']) assert.equal(read(text).open, true, text);
	for (const text of ['2024', '2023/2024', '[2023..2024]']) assert.equal(read(text).open, false, text);
});

test('a set ends with its last member, not its first', () => {
	each(extent, [
		['[2026-03-04..2026-05-15]', '2026-03-04 2026-05-15'],
		['[2021,2022]', '2021-01-01 2022-12-31'],
		['[2022,2021]', '2021-01-01 2022-12-31'],
		['[2021,2023..2025]', '2021-01-01 2025-12-31'],
		['[2021-05-03, 2021-06-04]', '2021-05-03 2021-06-04'],
	]);
});

test('what happened once, what lasted and what is one of several are told apart', () => {
	each(
		(text) => read(text).kind,
		[
			['2024-08-12', 'instant'],
			['201X', 'instant'],
			['2001-21', 'instant'],
			['2024-08-12/2024-08-14', 'interval'],
			['2024/..', 'interval'],
			['[2024-08-12..2024-08-14]', 'set'],
			['[2021,2022]', 'set'],
		],
	);
});

test('precision is that of the coarsest part', () => {
	each(
		(text) => read(text).precision,
		[
			['2024-08-12', 'day'],
			['2024-08', 'month'],
			['1985-04-XX', 'month'],
			['2001-21', 'season'],
			['2024', 'year'],
			['2004-XX', 'year'],
			['201X', 'decade'],
			['20XX', 'century'],
			['2018-11/2018-12-05', 'month'],
			['[2021,2022-05-03]', 'year'],
		],
	);
});

test('~ is approximate, ? uncertain and % both; the days stay', () => {
	const marks = (text: string) => [read(text).approximate, read(text).uncertain];
	each(marks, [
		['2025-05-06', [false, false]],
		['2025-05-06~', [true, false]],
		['2025-05?', [false, true]],
		['2025%', [true, true]],
		['2025-05-06/2025-05-08~', [true, false]],
		['2025?/..', [false, true]],
	]);
	assert.equal(extent('2025-05-06~'), '2025-05-06 2025-05-06');
});

test('each end of an interval keeps its own mark', () => {
	const [from, to] = read('2024-05-06~/2024-05-08?').ranges[0] ?? [];
	assert.deepEqual([from?.approximate, from?.uncertain], [true, false]);
	assert.deepEqual([to?.approximate, to?.uncertain], [false, true]);
});

test('only one plain day counts as a day that is known', () => {
	each(
		(text) => isExactDay(read(text)),
		[
			['2024-08-12', true],
			['2024-08-12~', false],
			['2024-08-12?', false],
			['2024-08', false],
			['2024-08-12/2024-08-12', false],
			['[2024-08-12]', false],
		],
	);
});

test('earlier days stand first, then earlier ends; an open start is the earliest and an open end the latest', () => {
	const sorted = [
		'../2020',
		'2019',
		'2020-01-01',
		'[2020-01-01..2020-03-31]',
		'2020',
		'2020/2021',
		'2020/..',
		'2020-01-02',
	];
	const shuffled = [5, 2, 7, 0, 4, 6, 1, 3].map((index) => read(sorted[index] ?? ''));
	assert.deepEqual(
		shuffled.sort(compareDates).map((date) => date.edtf),
		sorted,
	);
});

test('a day is the same day in every time zone', (context) => {
	const before = process.env['TZ'];
	context.after(() => (before === undefined ? delete process.env['TZ'] : (process.env['TZ'] = before)));
	// Samoa had no 30 December 2011; Newfoundland changed its clocks one minute after midnight.
	for (const zone of ['Pacific/Apia', 'America/St_Johns', 'Pacific/Kiritimati', 'UTC']) {
		process.env['TZ'] = zone;
		assert.equal(extent('2011-12-30'), '2011-12-30 2011-12-30', zone);
		assert.equal(toDay(2011, 11, 30), 15_338, zone);
		assert.equal(dayToYear(toDay(1900, 0, 1)), 1900, zone);
		assert.equal(dayToDate(15_338).toISOString(), '2011-12-30T00:00:00.000Z', zone);
	}
});
