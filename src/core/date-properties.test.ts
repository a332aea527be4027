import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatDate } from './date-words.ts';
import { dayToIso, toDay } from './calendar.ts';
import { parseDate, type DateKind, type TimelineDate } from './date.ts';
import { compareEvents } from './event.ts';
import { en } from '../i18n/en.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 500 });

/** A date as text, with the bounds it was made from. */
interface Made {
	edtf: string;
	start: number | null;
	end: number | null;
	kind: DateKind;
}
type Closed = Made & { start: number; end: number };

/** Days since 1970 by counting in cycles of 400 years, so that the bounds do not come from the code under test. */
function civilDay(year: number, month: number, day: number): number {
	const marchYear = year - (month <= 2 ? 1 : 0);
	const cycle = Math.floor(marchYear / 400);
	const ofCycle = marchYear - cycle * 400;
	const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const leaps = Math.floor(ofCycle / 4) - Math.floor(ofCycle / 100);
	return cycle * 146_097 + ofCycle * 365 + leaps + ofYear - 719_468;
}

const digits = (number: number, length: number) => String(number).padStart(length, '0');
const yearText = (year: number) => `${year < 0 ? '-' : ''}${digits(Math.abs(year), 4)}`;
const endOfMonth = (year: number, month: number) =>
	(month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1)) - 1;

const years = fc.oneof(
	fc.integer({ min: -9999, max: 9999 }),
	fc.integer({ min: 1999, max: 2030 }),
	fc.integer({ min: -3, max: 101 }),
);
const months = fc.integer({ min: 1, max: 12 });

const anyYear = years.map((year): Closed => ({
	edtf: yearText(year),
	start: civilDay(year, 1, 1),
	end: civilDay(year, 12, 31),
	kind: 'instant',
}));
const anyMonth = fc.tuple(years, months).map(([year, month]): Closed => ({
	edtf: `${yearText(year)}-${digits(month, 2)}`,
	start: civilDay(year, month, 1),
	end: endOfMonth(year, month),
	kind: 'instant',
}));
const anyDay = fc.tuple(years, months, fc.nat(30)).map(([year, month, offset]): Closed => {
	const length = endOfMonth(year, month) - civilDay(year, month, 1) + 1;
	const day = (offset % length) + 1;
	const at = civilDay(year, month, day);
	return {
		edtf: `${yearText(year)}-${digits(month, 2)}-${digits(day, 2)}`,
		start: at,
		end: at,
		kind: 'instant',
	};
});
const anySeason = fc.tuple(years, fc.integer({ min: 21, max: 24 })).map(([year, season]): Closed => {
	const month = (season - 20) * 3;
	const end = month === 12 ? endOfMonth(year + 1, 2) : endOfMonth(year, month + 2);
	return { edtf: `${yearText(year)}-${season}`, start: civilDay(year, month, 1), end, kind: 'instant' };
});
const anyDecade = fc.integer({ min: 1, max: 999 }).map((decade): Closed => ({
	edtf: `${digits(decade, 3)}X`,
	start: civilDay(decade * 10, 1, 1),
	end: civilDay(decade * 10 + 9, 12, 31),
	kind: 'instant',
}));

const plain = [anyYear, anyMonth, anyDay];
const mark = fc.constantFrom('', '', '~', '?', '%');
const marked = fc
	.tuple(fc.oneof(...plain), mark)
	.map(([made, sign]): Closed => ({ ...made, edtf: made.edtf + sign }));

/** Two dates of which one is over before the other starts, the earlier first. */
function inOrder(dates: fc.Arbitrary<Closed>): fc.Arbitrary<[Closed, Closed]> {
	return fc
		.tuple(dates, dates)
		.map(([a, b]): [Closed, Closed] => (a.start <= b.start ? [a, b] : [b, a]))
		.filter(([a, b]) => a.end < b.start);
}

const intervals = inOrder(marked).map(([from, to]): Made => ({
	edtf: `${from.edtf}/${to.edtf}`,
	start: from.start,
	end: to.end,
	kind: 'interval',
}));
const openIntervals = fc
	.tuple(marked, fc.constantFrom('', '..'), fc.boolean())
	.map(([made, open, atEnd]): Made =>
		atEnd
			? { ...made, edtf: `${made.edtf}/${open}`, end: null, kind: 'interval' }
			: { ...made, edtf: `${open}/${made.edtf}`, start: null, kind: 'interval' },
	);
const spanSets = fc.oneof(...plain.map(inOrder)).map(([from, to]): Made => ({
	edtf: `[${from.edtf}..${to.edtf}]`,
	start: from.start,
	end: to.end,
	kind: 'set',
}));
const listSets = fc.array(fc.oneof(...plain), { minLength: 1, maxLength: 4 }).map((list): Made => ({
	edtf: `[${list.map((made) => made.edtf).join(',')}]`,
	start: Math.min(...list.map((made) => made.start)),
	end: Math.max(...list.map((made) => made.end)),
	kind: 'set',
}));
const openSets = fc
	.tuple(fc.oneof(...plain), fc.boolean())
	.map(([made, atEnd]): Made =>
		atEnd
			? { ...made, edtf: `[${made.edtf}..]`, end: null, kind: 'set' }
			: { ...made, edtf: `[..${made.edtf}]`, start: null, kind: 'set' },
	);
const dates: fc.Arbitrary<Made> = fc.oneof(
	marked,
	anySeason,
	anyDecade,
	intervals,
	openIntervals,
	spanSets,
	listSets,
	openSets,
);

function read(text: string): TimelineDate {
	const parsed = parseDate(text);
	assert.ok(parsed.ok, `${text}: ${parsed.ok || parsed.problem}`);
	return parsed.date;
}

test('a date is read to the very bounds it was written from', () => {
	fc.assert(
		fc.property(dates, ({ edtf, ...made }) => {
			const { start, end, kind, open } = read(edtf);
			assert.deepEqual({ start, end, kind }, made);
			assert.equal(open, made.start === null || made.end === null);
			assert.equal(read(edtf).edtf, edtf);
		}),
	);
});

test('a day written and read again is the same day, from 10000 BCE to 9999', () => {
	fc.assert(
		fc.property(anyDay, ({ edtf, start }) => {
			const [, sign = '', year, month, day] = /^(-?)(\d+)-(\d\d)-(\d\d)$/.exec(edtf) ?? [];
			const days = toDay(Number(`${sign}${year}`), Number(month) - 1, Number(day));
			assert.equal(days, start);
			assert.equal(dayToIso(days), sign ? `-${digits(Number(year), 6)}-${month}-${day}` : edtf);
		}),
	);
});

test('every string is either a date with bounds in order and words, or a problem in a sentence', () => {
	const signs = [...'0123456789-XTYZSEe/.,[]{}~?%^: +', ''];
	const near = fc.string({ unit: fc.constantFrom(...signs), maxLength: 20 });
	const change = fc.record({ at: fc.nat(30), sign: fc.constantFrom(...signs), cut: fc.nat(1) });
	const broken = fc
		.tuple(dates, fc.array(change, { minLength: 1, maxLength: 3 }))
		.map(([{ edtf }, changes]) =>
			changes.reduce((text, { at, sign, cut }) => {
				const place = at % (text.length + 1);
				return text.slice(0, place) + sign + text.slice(place + cut);
			}, edtf),
		);
	fc.assert(
		fc.property(fc.oneof(broken, near, fc.string(), fc.string({ unit: 'binary' })), (text) => {
			const parsed = parseDate(text);
			if (!parsed.ok) return assert.match(parsed.problem, /\S.*\.$/);
			const { start, end } = parsed.date;
			assert.ok(start !== null || end !== null);
			assert.ok((start ?? -Infinity) <= (end ?? Infinity));
			assert.ok([start, end].every((day) => day === null || Number.isInteger(day)));
			assert.match(formatDate(parsed.date, en.date), /\d/);
		}),
		{ numRuns: 2000 },
	);
});

const events = fc.record({
	id: fc.constantFrom('a', 'b', 'c', 'd'),
	date: dates.map(({ edtf }) => read(edtf)),
});

test('of any two events it is settled which stands first, and the other way round', () => {
	fc.assert(
		fc.property(events, events, (a, b) => {
			assert.equal(Math.sign(compareEvents(a, b)), -Math.sign(compareEvents(b, a)) || 0);
			const isSamePlace = a.id === b.id && a.date.start === b.date.start && a.date.end === b.date.end;
			assert.equal(compareEvents(a, b) === 0, isSamePlace);
		}),
	);
});

test('what stands before a second event stands before a third that follows it', () => {
	fc.assert(
		fc.property(events, events, events, (...three) => {
			for (const [i, j, k] of [
				[0, 1, 2],
				[0, 2, 1],
				[1, 0, 2],
				[1, 2, 0],
				[2, 0, 1],
				[2, 1, 0],
			] as const)
				if (compareEvents(three[i], three[j]) <= 0 && compareEvents(three[j], three[k]) <= 0)
					assert.ok(compareEvents(three[i], three[k]) <= 0);
		}),
	);
});

test('events come out in one order, however the files were read', () => {
	const lists = fc.uniqueArray(fc.tuple(fc.nat(10_000), dates), { maxLength: 12, selector: ([id]) => id });
	const shuffled = lists.chain((list) =>
		fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
	);
	const order = (list: [number, Made][]) =>
		list
			.map(([id, { edtf }]) => ({ id: String(id), date: read(edtf) }))
			.sort(compareEvents)
			.map(({ id }) => id);
	fc.assert(
		fc.property(shuffled, ([list, again]) => assert.deepEqual(order(again), order(list))),
		{ numRuns: 150 },
	);
});
