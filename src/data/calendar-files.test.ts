import assert from 'node:assert/strict';
import { test } from 'node:test';
import ICAL from 'ical.js';
import { dayToDate, isoToDay, toDay } from '../core/calendar.ts';
import { firstKnownDay, isExactDay, knownExtent } from '../core/date.ts';
import { formatDate } from '../core/date-words.ts';
import { curlQuotes } from '../core/typography.ts';
import {
	findAnniversaries,
	fitsCalendar,
	makeAnniversaryCalendar,
	makeTimelineCalendar,
} from './calendar-files.ts';
import { CASES, words } from './testing.ts';

const read = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
const eventsOf = (text: string) =>
	read(text)
		.getAllSubcomponents('vevent')
		.map((component) => new ICAL.Event(component));
const toDayOf = ({ year, month, day }: ICAL.Time) => toDay(year, month - 1, day);
const curl = (text: string) => curlQuotes(text, words.quoteMarks);

for (const [name, timeline] of CASES) {
	const text = makeTimelineCalendar(timeline, words);
	const told = timeline.events.filter(fitsCalendar);

	test(`${name}: a calendar has every event on all the days it can have been on`, () => {
		const events = eventsOf(text);
		assert.deepEqual(
			events.map(({ uid }) => uid),
			told.map(({ id }) => `${id}@${timeline.site.slug}`),
		);
		for (const [index, event] of told.entries()) {
			const read = events[index];
			assert.ok(read);
			assert.ok(read.startDate.isDate && read.endDate.isDate, event.id);
			const { start, end } = knownExtent(event.date);
			assert.deepEqual([toDayOf(read.startDate), toDayOf(read.endDate)], [start, end + 1], event.id);
			const inWords = formatDate(event.date, words.date);
			assert.equal(
				read.summary,
				isExactDay(event.date) ? curl(event.title) : `${curl(event.title)} (${inWords})`,
			);
			assert.equal(read.description, `${inWords}. ${curl(event.summary)}`);
		}
	});

	test(`${name}: the form of the calendars is that of RFC 5545, and the clock is not in them`, () => {
		for (const calendar of [text, makeAnniversaryCalendar(timeline, words)]) {
			assert.ok(calendar.endsWith('END:VCALENDAR\r\n'));
			assert.doesNotMatch(calendar.replaceAll('\r\n', ''), /[\r\n]/);
			for (const line of calendar.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
			const days = timeline.changes.map(({ day }) => day.replaceAll('-', ''));
			for (const [, stamp = ''] of calendar.matchAll(/^DTSTAMP:(\d{8})T000000Z\r$/gm))
				assert.ok(days.includes(stamp), stamp);
			assert.equal(calendar.match(/^DTSTAMP:/gm)?.length, calendar.match(/^BEGIN:VEVENT/gm)?.length);
			for (const event of timeline.withdrawn)
				assert.ok(!calendar.replaceAll('\r\n ', '').includes(event.title), event.id);
		}
	});

	test(`${name}: an anniversary comes round on the known day, first in its own year`, () => {
		const known = findAnniversaries(timeline, words);
		assert.deepEqual(
			known.map(({ event }) => event.id).sort(),
			timeline.events
				.filter(({ date }) => firstKnownDay(date) !== undefined)
				.map(({ id }) => id)
				.sort(),
		);
		const inCalendar = known.filter(({ event }) => fitsCalendar(event));
		for (const [index, event] of eventsOf(makeAnniversaryCalendar(timeline, words)).entries()) {
			const anniversary = inCalendar[index];
			assert.ok(anniversary);
			assert.equal(toDayOf(event.startDate), anniversary.first);
			assert.equal(event.summary, `${anniversary.year}: ${curl(anniversary.event.title)}`);
			// ical.js makes 1999 of the year 99 when it repeats it.
			if (event.startDate.year < 100) continue;
			const again = event.iterator();
			again.next();
			const next = again.next();
			assert.deepEqual([next.month, next.day], [event.startDate.month, event.startDate.day]);
			const isLeapDay = next.month === 2 && next.day === 29;
			assert.equal(next.year - event.startDate.year, isLeapDay ? 4 : 1);
		}
	});
}

test('only a day that is known comes round', () => {
	const [, hard] = CASES[0] ?? [];
	assert.ok(hard);
	const days = findAnniversaries(hard, words).map(
		({ event, month, day }) => `${event.date.edtf} ${month + 1}-${day}`,
	);
	assert.deepEqual(
		days.filter((day) => !day.startsWith('2024-08-12')),
		[
			'0099-01-01 1-1',
			'2020-02-29 2-29',
			'-0043-03-15 3-15',
			'2021-05-23/2021-05-26 5-23',
			'2024-11-28/2024-12 11-28',
		],
	);
});

test('a calendar has no year before the first', () => {
	const [, hard] = CASES[0] ?? [];
	assert.ok(hard);
	const left = hard.events.filter((event) => !fitsCalendar(event)).map(({ date }) => date.edtf);
	assert.deepEqual(left, ['-0269~', '-0043-03-15']);
	assert.equal(dayToDate(isoToDay('2026-11-23')).toISOString(), '2026-11-23T00:00:00.000Z');
});
