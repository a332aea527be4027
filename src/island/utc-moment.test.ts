/** Beside the package it takes the place of: the same answers to what vis-timeline asks of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import moment from 'moment';
import utcMoment from './utc-moment.ts';

const UNITS = ['millisecond', 'second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const FIELDS = [
	['year', -3000, 9999],
	['month', 0, 11],
	['date', 1, 28],
	['hours', 0, 23],
	['minutes', 0, 59],
	['seconds', 0, 59],
	['milliseconds', 0, 999],
	['weekday', 0, 6],
	['week', 1, 52],
] as const;

/** Between 3000 BCE and the year 10,000. */
const times = fc.integer({ min: -156_000_000_000_000, max: 253_000_000_000_000 });

test('reads every field as moment does', () => {
	fc.assert(
		fc.property(times, (time) => {
			for (const [field] of FIELDS) assert.equal(utcMoment(time)[field](), moment.utc(time)[field](), field);
			assert.equal(utcMoment(time).isoWeekday(), moment.utc(time).isoWeekday());
		}),
	);
});

test('sets every field in place as moment does', () => {
	const settings = fc.oneof(
		...FIELDS.map(([field, min, max]) => fc.tuple(fc.constant(field), fc.integer({ min, max }))),
	);
	fc.assert(
		fc.property(times, settings, (time, [field, value]) => {
			const ours = utcMoment(time);
			assert.equal(ours[field](value), ours);
			assert.equal(ours.valueOf(), moment.utc(time)[field](value).valueOf());
		}),
	);
});

test('steps, rounds and compares as moment does', () => {
	const steps = fc.tuple(fc.constantFrom(...UNITS), fc.integer({ min: -1500, max: 1500 }));
	fc.assert(
		fc.property(times, steps, times, (time, [unit, amount], other) => {
			assert.equal(utcMoment(time).add(amount, unit).valueOf(), moment.utc(time).add(amount, unit).valueOf());
			assert.equal(
				utcMoment(time).subtract(amount, unit).valueOf(),
				moment.utc(time).subtract(amount, unit).valueOf(),
			);
			assert.equal(utcMoment(time).startOf(unit).valueOf(), moment.utc(time).startOf(unit).valueOf());
			assert.equal(utcMoment(time).isSame(other, unit), moment.utc(time).isSame(moment.utc(other), unit));
		}),
	);
});

test('takes dates, moments and plural names, and leaves what it was made of', () => {
	const first = utcMoment(Date.UTC(2024, 0, 31));
	const second = utcMoment(first).add(1, 'months');
	assert.equal(second.toDate().toISOString(), '2024-02-29T00:00:00.000Z');
	assert.equal(first.toDate().toISOString(), '2024-01-31T00:00:00.000Z');
	assert.equal(utcMoment(first.toDate()).valueOf(), first.valueOf());
	assert.ok(utcMoment.isMoment(first.clone()));
	assert.ok(!utcMoment.isMoment(first.toDate()));
});

test('refuses a unit that it does not know', () => {
	assert.throws(() => utcMoment(0).add(1, 'fortnight'), /no length of time is called "fortnight"/);
});
