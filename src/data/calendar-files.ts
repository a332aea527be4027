/** `data/timeline.ics` and `data/on-this-day.ics`: the events as days of a calendar (iCalendar, RFC 5545). */
import ical, {
	escape,
	ICalEventRepeatingFreq,
	ICalEventTransparency,
	type ICalEventData,
} from 'ical-generator';
import { absoluteAddress, paths } from '../core/address.ts';
import { dayToDate, dayToYear, isoToDay, type Day } from '../core/calendar.ts';
import { firstKnownDay, isExactDay, knownExtent } from '../core/date.ts';
import { formatDate, formatYear } from '../core/date-words.ts';
import { lastWork, type TimelineEvent } from '../core/event.ts';
import type { Timeline } from '../core/timeline.ts';
import { curlQuotes } from '../core/typography.ts';
import type { Words } from '../i18n/words.ts';

/** The format writes a year in four digits (RFC 5545, 3.3.4), and has none before the first. */
export function fitsCalendar({ date }: TimelineEvent): boolean {
	const { start, end } = knownExtent(date);
	return dayToYear(start) > 0 && dayToYear(end) < 10_000;
}

/**
 * Every event on all the days it can have been on.
 * Where that is not one known day, its title says the date in words: a calendar cannot.
 */
export function makeTimelineCalendar(timeline: Timeline, words: Words): string {
	return makeCalendar(
		timeline,
		words,
		timeline.site.title,
		timeline.events.filter(fitsCalendar).map((event) => {
			const { start, end } = knownExtent(event.date);
			const title = curlQuotes(event.title, words.quoteMarks);
			return {
				...describe(event, timeline, words),
				id: `${event.id}@${timeline.site.slug}`,
				start: dayToDate(start),
				end: dayToDate(end + 1),
				summary: isExactDay(event.date) ? title : `${title} (${formatDate(event.date, words.date)})`,
			};
		}),
	);
}

/** An event that comes round each year, and the day on which it happened or began. */
export interface Anniversary {
	event: TimelineEvent;
	first: Day;
	month: number;
	day: number;
	year: string;
}

/** Events whose day is known, or the day on which they began, from 1 January on; those of one day by year. */
export function findAnniversaries(timeline: Timeline, words: Words): Anniversary[] {
	return timeline.events
		.flatMap((event) => {
			const first = firstKnownDay(event.date);
			if (first === undefined) return [];
			const date = dayToDate(first);
			return {
				event,
				first,
				month: date.getUTCMonth(),
				day: date.getUTCDate(),
				year: formatYear(dayToYear(first), words.date),
			};
		})
		.sort((a, b) => a.month - b.month || a.day - b.day || a.first - b.first);
}

/** Every anniversary, each year from the day itself on; its title says the year. */
export function makeAnniversaryCalendar(timeline: Timeline, words: Words): string {
	return makeCalendar(
		timeline,
		words,
		`${timeline.site.title}: ${words.onThisDay.heading}`,
		findAnniversaries(timeline, words)
			.filter(({ event }) => fitsCalendar(event))
			.map(({ event, first, year, month, day }) => ({
				...describe(event, timeline, words),
				id: `on-this-day-${event.id}@${timeline.site.slug}`,
				start: dayToDate(first),
				end: dayToDate(first + 1),
				summary: `${year}: ${curlQuotes(event.title, words.quoteMarks)}`,
				// Said in full, because some calendars hold 29 February on 1 March otherwise.
				repeating: { freq: ICalEventRepeatingFreq.YEARLY, byMonth: [month + 1], byMonthDay: [day] },
			})),
	);
}

function makeCalendar(timeline: Timeline, words: Words, name: string, events: ICalEventData[]): string {
	const { site } = timeline;
	const calendar = ical({
		// Written as it is given, though its commas mean something.
		name: escape(curlQuotes(name, words.quoteMarks), false),
		prodId: { company: site.slug, product: 'timeline', language: site.language.toUpperCase() },
		url: site.address,
		events,
	});
	// The last line too ends in a line break (RFC 5545, 3.1).
	return `${calendar.toString()}\r\n`;
}

/** What is the same in both: nothing in it comes from the clock. */
function describe(event: TimelineEvent, timeline: Timeline, words: Words): Partial<ICalEventData> {
	const worked = dayToDate(isoToDay(lastWork(event)));
	return {
		allDay: true,
		stamp: worked,
		lastModified: worked,
		description: `${formatDate(event.date, words.date)}. ${curlQuotes(event.summary, words.quoteMarks)}`,
		categories: [{ name: timeline.category(event.category)?.label ?? event.category }],
		transparency: ICalEventTransparency.TRANSPARENT,
		url: absoluteAddress(timeline.site.address, paths.event(event.id)),
	};
}
