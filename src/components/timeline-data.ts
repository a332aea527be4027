/** What a page with the chart gives its script, beside what the script reads from the page. */
import { dayToYear } from '../core/calendar.ts';
import { findChoices } from '../core/choices.ts';
import { chooseForHome, isLarge } from '../core/large-case.ts';
import { describeMark, spanOf } from '../core/layout.ts';
import { listAliases, makeRows, packLook } from '../core/rows.ts';
import type { getCase } from '../loader/timeline.ts';

/**
 * @returns the events that have room in the page; the days it shows; the word for years before the first, where there
 * are any; the data
 */
export function timelineData({ timeline, words }: Awaited<ReturnType<typeof getCase>>) {
	const { events } = timeline;
	const listed = chooseForHome(events);
	const span = spanOf(events.map(({ date }) => date)) ?? ([0, 1] as const);
	const aliases = isLarge(events) ? [] : listAliases(listed);
	// A large case has its other events in a file of their own, for when a reader makes a first move.
	const data = {
		span,
		words: {
			...words.chart.live,
			locale: words.date.locale,
			...(isLarge(events) && { partial: words.chart.partial }),
		},
		rows: makeRows(listed, findChoices(timeline, events), span[0]),
		...(aliases.length > 0 && { aliases }),
		...(isLarge(events) && {
			more: 'data/timeline.js',
			// Not all have a mark in the drawing, which would tell it.
			looks: listed.map(({ importance, date }) => packLook(importance, describeMark(date))),
		}),
	};
	return { listed, span, data, bce: dayToYear(span[0]) < 1 ? words.date.bce : undefined };
}
