/**
 * What vis-timeline asks of moment, in UTC and without words: a sixth of its size, and years before the common era as
 * numbers. It takes the place of `moment` in the bundle (`astro.config.mjs`).
 * Like moment's, its instances change in place.
 */
const SIZES: Readonly<Record<string, number>> = {
	millisecond: 1,
	second: 1000,
	minute: 60_000,
	hour: 3_600_000,
	day: 86_400_000,
	week: 7 * 86_400_000,
};

type Unit = string;

/** Without a plural's s, and "weekday" and "date" for what they step by. */
const bare = (unit: Unit) => unit.replace(/s$/, '').replace(/^(weekday|date)$/, 'day');

export class UtcMoment {
	#date: Date;

	/** @param time milliseconds since 1970, a date or another moment; nothing is now */
	constructor(time: number | Date | UtcMoment = Date.now()) {
		this.#date = new Date(time.valueOf());
	}

	valueOf(): number {
		return this.#date.getTime();
	}

	toDate(): Date {
		return new Date(this.valueOf());
	}

	clone(): UtcMoment {
		return new UtcMoment(this);
	}

	/** Each of these reads without a value and sets with one, as moment's do; a day that a month lacks is its last. */
	year(value?: number) {
		return this.#field(this.#date.getUTCFullYear(), value, (to) =>
			this.#setMonth(to, this.#date.getUTCMonth()),
		);
	}
	month(value?: number) {
		return this.#field(this.#date.getUTCMonth(), value, (to) =>
			this.#setMonth(this.#date.getUTCFullYear(), to),
		);
	}
	date(value?: number) {
		return this.#field(this.#date.getUTCDate(), value, (to) => this.#date.setUTCDate(to));
	}
	hours(value?: number) {
		return this.#field(this.#date.getUTCHours(), value, (to) => this.#date.setUTCHours(to));
	}
	minutes(value?: number) {
		return this.#field(this.#date.getUTCMinutes(), value, (to) => this.#date.setUTCMinutes(to));
	}
	seconds(value?: number) {
		return this.#field(this.#date.getUTCSeconds(), value, (to) => this.#date.setUTCSeconds(to));
	}
	milliseconds(value?: number) {
		return this.#field(this.#date.getUTCMilliseconds(), value, (to) => this.#date.setUTCMilliseconds(to));
	}
	/** Sunday is 0, as in moment's own language. */
	weekday(value?: number) {
		return this.#field(this.#date.getUTCDay(), value, (to) =>
			this.#date.setUTCDate(this.#date.getUTCDate() + to - this.#date.getUTCDay()),
		);
	}
	isoWeekday(): number {
		return this.#date.getUTCDay() || 7;
	}
	/** Of the year; the first has the first of January in it. */
	week(value?: number) {
		const saturday = this.clone().weekday(6) as this;
		const ofYear = saturday.valueOf() - saturday.clone().startOf('year').valueOf();
		const now = 1 + Math.floor(ofYear / sizeOf('week'));
		return this.#field(now, value, (to) => this.add(to - now, 'week'));
	}

	add(amount: number, unit: Unit): this {
		const name = bare(unit);
		if (name === 'year') this.year(this.#date.getUTCFullYear() + amount);
		else if (name === 'month') this.month(this.#date.getUTCMonth() + amount);
		else this.#date.setTime(this.valueOf() + amount * sizeOf(name));
		return this;
	}

	subtract(amount: number, unit: Unit): this {
		return this.add(-amount, unit);
	}

	startOf(unit: Unit): this {
		const name = bare(unit);
		if (name === 'week') this.weekday(0);
		if (name === 'year') this.month(0);
		if (name === 'year' || name === 'month') this.date(1);
		const size = sizeOf(name === 'year' || name === 'month' || name === 'week' ? 'day' : name);
		this.#date.setTime(Math.floor(this.valueOf() / size) * size);
		return this;
	}

	isSame(other: number | Date | UtcMoment, unit: Unit = 'millisecond'): boolean {
		return new UtcMoment(other).startOf(unit).valueOf() === this.clone().startOf(unit).valueOf();
	}

	/** No words: they come from `Intl`, and classes named after months and weekdays are not used. */
	format(): string {
		return '';
	}

	locale(): this {
		return this;
	}

	#field(now: number, value: number | undefined, set: (to: number) => unknown): number | this {
		if (value === undefined) return now;
		set(value);
		return this;
	}

	#setMonth(year: number, month: number): void {
		const day = this.#date.getUTCDate();
		this.#date.setUTCFullYear(year, month, 1);
		const after = new Date(this.#date);
		after.setUTCMonth(after.getUTCMonth() + 1, 0);
		this.#date.setUTCDate(Math.min(day, after.getUTCDate()));
	}
}

function sizeOf(unit: string): number {
	const size = SIZES[unit];
	if (size === undefined) throw new RangeError(`no length of time is called "${unit}"`);
	return size;
}

/** As vis-timeline calls moment. */
export default Object.assign((time?: number | Date | UtcMoment) => new UtcMoment(time), {
	isMoment: (value: unknown) => value instanceof UtcMoment,
	/** The page's language is told to `Intl` instead. */
	locale: () => 'en',
});
