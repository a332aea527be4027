/**
 * `data/timelinejs.json`: the events as TimelineJS 3 reads them.
 * Its dates are years, months and days alone; `display_date` says, and `edtf` gives, what they cannot.
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { absoluteAddress, paths } from '../core/address.ts';
import { dayToDate, dayToHistoricYear, type Day } from '../core/calendar.ts';
import type { DatePart, TimelineDate } from '../core/date.ts';
import { formatDate } from '../core/date-words.ts';
import type { Timeline } from '../core/timeline.ts';
import { curlQuotes } from '../core/typography.ts';
import type { Words } from '../i18n/words.ts';

/** A month or day is left out where no source gives it; a negative year is one before the Common Era. */
interface SlideDate {
	year: number;
	month?: number;
	day?: number;
}

/** HTML. */
interface SlideText {
	headline: string;
	text?: string;
}

export interface Slide {
	unique_id: string;
	start_date: SlideDate;
	end_date?: SlideDate;
	display_date: string;
	edtf: string;
	group: string;
	text: SlideText;
}

export interface TimelineJs {
	title: { unique_id: string; text: SlideText };
	events: Slide[];
	eras: { start_date: SlideDate; end_date: SlideDate; text: SlideText }[];
}

/** A title slide, a slide for each event with its category as the group, and the eras. */
export function toTimelineJs({ site, events, category }: Timeline, words: Words): TimelineJs {
	const inHtml = (text: string) => toHtml({ type: 'text', value: curlQuotes(text, words.quoteMarks) });
	return {
		// No event's file can have this name.
		title: { unique_id: '-title', text: { headline: inHtml(site.title), text: inHtml(site.tagline) } },
		events: events.map((event) => ({
			unique_id: event.id,
			...toSlideDates(event.date),
			display_date: formatDate(event.date, words.date),
			edtf: event.date.edtf,
			group: inHtml(category(event.category)?.label ?? event.category),
			text: {
				headline: inHtml(event.title),
				text: toHtml([
					paragraph({ type: 'text', value: curlQuotes(event.summary, words.quoteMarks) }),
					paragraph({
						type: 'element',
						tagName: 'a',
						properties: { href: absoluteAddress(site.address, paths.event(event.id)) },
						children: [{ type: 'text', value: words.data.toEvent }],
					}),
				]),
			},
		})),
		eras: site.eras.flatMap((era) => {
			const { start_date } = toSlideDates(era.from);
			const { start_date: last, end_date = last } = toSlideDates(era.to);
			return [{ start_date, end_date, text: { headline: inHtml(era.label) } }];
		}),
	};
}

function paragraph(child: ElementContent): ElementContent {
	return { type: 'element', tagName: 'p', properties: {}, children: [child] };
}

/** From the first part of a date to the last; an end that is open or the same as the start is left out. */
export function toSlideDates({
	ranges,
}: Pick<TimelineDate, 'ranges'>): Pick<Slide, 'start_date' | 'end_date'> {
	const parts = ranges.flat().filter((part) => part !== null);
	const by = (bound: 'start' | 'end') => parts.toSorted((a, b) => a[bound] - b[bound]);
	const [first] = by('start');
	const last = by('end').at(-1);
	if (!first || !last) throw new Error('a date without a part');
	const start_date = toSlideDate(first.start, first.precision);
	const end_date = toSlideDate(last.end, last.precision);
	return JSON.stringify(start_date) === JSON.stringify(end_date) ? { start_date } : { start_date, end_date };
}

function toSlideDate(day: Day, precision: DatePart['precision']): SlideDate {
	const date = dayToDate(day);
	return {
		year: dayToHistoricYear(day),
		...((precision === 'day' || precision === 'month') && { month: date.getUTCMonth() + 1 }),
		...(precision === 'day' && { day: date.getUTCDate() }),
	};
}
