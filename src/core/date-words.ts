/**
 * Dates in words: what the source gives and no more.
 * Month names, order and range collapsing come from `Intl` in the site's language.
 */
import { dayToDate, dayToYear } from './calendar.ts';
import type { DatePart, DateRange, TimelineDate } from './date.ts';
import { dayFormatter } from './formatter.ts';
import { oncePerPair } from './once.ts';

/** The words around a date, one table a language (`src/i18n`). `{}` stands for the date. */
export interface DateWords {
	/** BCP 47 tag whose conventions `Intl` follows. */
	locale: string;
	/** A date as it stands inside a sentence, where a language has an article for it. */
	within?: (date: string) => string;
	about: string;
	possibly: string;
	since: string;
	until: string;
	endUnknown: string;
	startUnknown: string;
	orLater: string;
	orEarlier: string;
	between: (from: string, to: string) => string;
	fromTo: (from: string, to: string) => string;
	bce: string;
	ce: string;
	seasons: readonly [spring: string, summer: string, autumn: string, winter: string];
	decade: string;
}

/**
 * A date as a reader says it.
 * @example formatDate(parse('2021-05-23/2021-05-26'), en) // "23–26 May 2021"
 */
export const formatDate = oncePerPair((date: TimelineDate, words: DateWords): string => {
	if (date.kind === 'set') return formatSet(date.ranges, words);
	const [from, to] = date.ranges[0] ?? [null, null];
	if (date.kind === 'instant') return from ? formatPart(from, words) : date.edtf;
	if (from && to) return formatInterval(from, to, words);
	const isUnknown = /^\/|\/$/.test(date.edtf);
	if (from) return fill(isUnknown ? words.endUnknown : words.since, formatPart(from, words), words);
	if (to) return fill(isUnknown ? words.startUnknown : words.until, formatPart(to, words), words);
	return date.edtf;
});

/** A year as a heading: "2024", "45 BCE", "99 CE". */
export function formatYear(year: number, words: DateWords): string {
	if (year <= 0) return `${1 - year} ${words.bce}`;
	return year < 1000 ? `${year} ${words.ce}` : String(year);
}

/**
 * The value for `<time datetime>`, where HTML has a form for this date.
 * @see https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
 * @returns a year, month or day, or undefined for ranges, sets, seasons and years before 1
 */
export function dateToDatetime(date: TimelineDate): string | undefined {
	const plain = /^(\d{4})(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?[~?%]?$/.exec(date.edtf);
	return plain && Number(plain[1]) > 0 ? date.edtf.replace(/[~?%]$/, '') : undefined;
}

function formatSet(ranges: readonly DateRange[], words: DateWords): string {
	const singles = ranges.flatMap(([from, to]) => (from && to && isSamePeriod(from, to) ? [from] : []));
	const [first, second] = singles;
	let members = ranges.map((range) => formatMember(range, words));
	if (first && second && ranges.length === 2 && singles.length === 2) {
		const { earlier, later } = formatPair(first, second, words);
		members = [earlier, later];
	}
	return new Intl.ListFormat(words.locale, { type: 'disjunction' }).format(members);
}

function formatMember([from, to]: DateRange, words: DateWords): string {
	if (from && to) {
		if (isSamePeriod(from, to)) return formatPart(from, words);
		const { earlier, later } = formatPair(from, to, words);
		return words.between(earlier, later);
	}
	if (to) return fill(words.orEarlier, formatPart(to, words), words);
	return from ? fill(words.orLater, formatPart(from, words), words) : '';
}

function formatInterval(from: DatePart, to: DatePart, words: DateWords): string {
	if (from.approximate !== to.approximate || from.uncertain !== to.uncertain)
		return words.fromTo(formatPart(from, words), formatPart(to, words));
	if (isSamePeriod(from, to)) return formatPart(from, words);
	const { earlier, dash, later } = formatPair(from, to, words);
	return qualify(`${earlier}${dash}${later}`, from, words);
}

/** Two dates, each without what the other says for it: "23" and "26 May 2021". */
interface Pair {
	earlier: string;
	/** Stands closed between single words and spaced otherwise, as printers set it. */
	dash: string;
	later: string;
}

function formatPair(from: DatePart, to: DatePart, words: DateWords): Pair {
	const years = [dayToYear(from.start), dayToYear(to.start)] as const;
	const style = INTL_STYLES[from.precision];
	if (from.precision === to.precision) {
		if (from.precision === 'year') return formatYearPair(...years, words);
		if (style && isCommonEra(from)) return formatIntlPair(from, to, words.locale, style);
		if (style && years[0] === years[1]) {
			const pair = formatIntlPair(from, to, words.locale, { ...style, year: undefined });
			return { ...pair, later: `${pair.later} ${formatYear(years[0], words)}` };
		}
	}
	return { earlier: formatPlainPart(from, words), dash: ' – ', later: formatPlainPart(to, words) };
}

function formatYearPair(from: number, to: number, words: DateWords): Pair {
	const [earlier, later] = [formatYear(from, words), formatYear(to, words)];
	const number = /^\d+/;
	return earlier.replace(number, '') === later.replace(number, '')
		? { earlier: number.exec(earlier)?.[0] ?? earlier, dash: '–', later }
		: { earlier, dash: ' – ', later };
}

function formatIntlPair(
	from: DatePart,
	to: DatePart,
	locale: string,
	style: Intl.DateTimeFormatOptions,
): Pair {
	const parts = dayFormatter(locale, style).formatRangeToParts(dayToDate(from.start), dayToDate(to.start));
	const text = (some: typeof parts) => plainSpaces(some.map((part) => part.value).join(''));
	const later = parts.findIndex((part) => part.source === 'endRange');
	// German has ".–" between its days: the stop belongs to the first of them.
	const [, stop = '', dash = ' – '] = /^(.*?)(\s?–\s?)$/.exec(text(parts.slice(later - 1, later))) ?? [];
	const isSpaced = /\s/.test(text(parts.filter((part) => part.source !== 'shared')));
	return {
		earlier: text(parts.slice(0, later - 1)) + stop,
		dash: isSpaced ? dash : dash.trim(),
		later: text(parts.slice(later)),
	};
}

const INTL_STYLES: Partial<Record<DatePart['precision'], Intl.DateTimeFormatOptions>> = {
	day: { day: 'numeric', month: 'long', year: 'numeric' },
	month: { month: 'long', year: 'numeric' },
};

function formatPart(part: DatePart, words: DateWords): string {
	return qualify(formatPlainPart(part, words), part, words);
}

function qualify(text: string, part: DatePart, words: DateWords): string {
	const about = part.approximate ? fill(words.about, text, words) : text;
	return part.uncertain ? fill(words.possibly, about, words) : about;
}

function formatPlainPart(part: DatePart, words: DateWords): string {
	const year = formatYear(dayToYear(part.start), words);
	const intl = (options: Intl.DateTimeFormatOptions) =>
		plainSpaces(dayFormatter(words.locale, options).format(dayToDate(part.start)));
	switch (part.precision) {
		case 'day':
			return isCommonEra(part)
				? intl({ day: 'numeric', month: 'long', year: 'numeric' })
				: `${intl({ day: 'numeric', month: 'long' })} ${year}`;
		case 'month':
			return isCommonEra(part)
				? intl({ month: 'long', year: 'numeric' })
				: `${intl({ month: 'long' })} ${year}`;
		case 'season': {
			const quarter = Math.floor(((dayToDate(part.start).getUTCMonth() + 10) % 12) / 3);
			return `${words.seasons[quarter]} ${year}`;
		}
		case 'year':
			return year;
		case 'decade':
			return isCommonEra(part)
				? words.decade.replace('{}', String(dayToYear(part.start)))
				: oneOfYears(part, words);
		case 'century':
			return oneOfYears(part, words);
	}
}

function oneOfYears(part: DatePart, words: DateWords): string {
	const { earlier, later } = formatYearPair(dayToYear(part.start), dayToYear(part.end), words);
	return words.between(earlier, later);
}

function isSamePeriod(a: DatePart, b: DatePart): boolean {
	return a.start === b.start && a.end === b.end;
}

/** From the year 1000 on, `Intl` needs no era to be clear. */
function isCommonEra(part: DatePart): boolean {
	return dayToYear(part.start) >= 1000;
}

/** ICU puts thin spaces round the dash of a range. */
function plainSpaces(text: string): string {
	return text.replace(/[\u2009\u202f]/g, ' ');
}

/** A date in one of the templates of `words`. */
export function fill(template: string, date: string, words: DateWords): string {
	return template.replace('{}', words.within?.(date) ?? date);
}
