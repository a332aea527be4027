/** vis-timeline as the close-up wants it: in UTC, moved by hand, never stacked anew; the only one to load it, others know its types. */
import type { DataSet } from 'vis-data/esnext';
import { Timeline, type DataGroup, type DataItem, type TimelineOptions } from 'vis-timeline/esnext';
import type { Day } from '../core/calendar.ts';
import { LEAST_DAYS, type TimeWindow } from '../core/window.ts';
import { addEventType } from './detail-item-type.ts';
import utcMoment from './utc-moment.ts';

/** Milliseconds in a day, in which vis-timeline counts. */
export const MS = 86_400_000;

/**
 * @param shown the window it opens with, and the whole case, which it never leaves
 * @param elementOf what stands for an item, and at the head of a group
 */
export function createTimeline(
	box: HTMLElement,
	{ items, groups }: { items: DataSet<DataItem>; groups: DataSet<DataGroup> },
	{ window, span: [first, last] }: { window: TimeWindow; span: readonly [Day, Day] },
	elementOf: Record<'item' | 'head', (id: string) => HTMLElement>,
): Timeline {
	const timeline = new Timeline(box, items, groups, {
		...BEHAVIOUR,
		// Once drawn it goes to these, or else to whatever items it has by then.
		start: window.from * MS,
		end: window.to * MS,
		min: first * MS,
		max: (last + 1) * MS,
		zoomMin: LEAST_DAYS * MS,
		template: (item: { id: string }) => elementOf.item(item.id),
		groupTemplate: (group: { id: string } | null) => elementOf.head(group?.id ?? ''),
		format: makeAxisFormat(
			document.documentElement.lang || 'en',
			box.closest<HTMLElement>('event-timeline')?.dataset['bce'],
		),
		// Its types ask for all of moment.
	} as object as TimelineOptions);
	addEventType(timeline);
	showAtOnce(timeline);
	recognizePinchAfterScroll(timeline);
	return timeline;
}

/** It hides until its window has been at rest, and then until something draws it again: for about a second. */
function showAtOnce(timeline: object): void {
	Object.assign(timeline, { initialRangeChangeDone: true });
}

/**
 * Where the page was scrolled by a finger on the chart, hammerjs takes the pan for one that goes on, and would hold
 * the next two fingers for part of it.
 */
function recognizePinchAfterScroll(timeline: object): void {
	const { hammer } = timeline as { hammer?: { get(name: string): { recognizeWith(other: string): void } } };
	hammer?.get('pinch').recognizeWith('pan');
}

const BEHAVIOUR = {
	orientation: { axis: 'bottom', item: 'top' },
	stack: false,
	showCurrentTime: false,
	selectable: false,
	editable: false,
	// The wheel scrolls the page; with Ctrl, and by a pinch, it zooms.
	zoomKey: 'ctrlKey',
	horizontalScroll: false,
	verticalScroll: false,
	margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
	groupOrder: 'order',
	showTooltips: false,
	moment: utcMoment,
};

/**
 * Axis labels in the language of the page; d3 writes years before the common era as no reader does.
 * @param bce the page's word for that era, where it has such years
 */
function makeAxisFormat(locale: string, bce: string | undefined) {
	const part = (options: Intl.DateTimeFormatOptions) => {
		const plain = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
		const withEra = new Intl.DateTimeFormat(locale, { ...options, era: 'short', timeZone: 'UTC' });
		return (date: { valueOf(): number }) => {
			const day = new Date(date.valueOf());
			if (!options.year || day.getUTCFullYear() >= 1) return plain.format(day);
			const parts = withEra.formatToParts(day);
			return parts.map(({ type, value }) => (type === 'era' ? (bce ?? value) : value)).join('');
		};
	};
	const year = part({ year: 'numeric' });
	const month = part({ month: 'short' });
	const monthOfYear = part({ month: 'long', year: 'numeric' });
	const day = part({ day: 'numeric' });
	const minor: Record<string, (date: { valueOf(): number }) => string> = {
		year,
		month,
		week: day,
		weekday: day,
		day,
	};
	const major: Record<string, (date: { valueOf(): number }) => string> = {
		month: year,
		week: monthOfYear,
		weekday: monthOfYear,
		day: monthOfYear,
	};
	return {
		minorLabels: (date: { valueOf(): number }, scale: string) => minor[scale]?.(date) ?? '',
		majorLabels: (date: { valueOf(): number }, scale: string) => major[scale]?.(date) ?? '',
	};
}
