/** What the script knows of the case: the data in the page, joined to the list, which has the words. */
import type { Day } from '../core/calendar.ts';
import { foldText, type KnownValues, type ViewedEvent } from '../core/view.ts';

/** An event as the parts of the island show it. */
export interface IslandEvent extends ViewedEvent {
	title: string;
	/** Its date in words. */
	when: string;
	importance: number;
	/** As its mark in the drawing: the day not known exactly; its extent not known exactly. */
	isHollow: boolean;
	isSoft: boolean;
	article: HTMLElement;
}

export interface CaseData {
	/** In date order. */
	events: readonly IslandEvent[];
	known: KnownValues;
	/** First and last day that the chart shows. */
	span: readonly [Day, Day];
	lanes: readonly { id: string; label: string; colour: string }[];
	words: Readonly<Record<string, string>>;
}

/** As `Timeline.astro` writes it: first day, days to the last one, places in `values` of category, status and people. */
interface Written {
	span: [Day, Day];
	lanes: [label: string, colour: string][];
	words: Record<string, string>;
	values: Record<'category' | 'status' | 'person', string[]>;
	rows: [
		start: number | null,
		length: number | null,
		category: number,
		status: number,
		...people: number[],
	][];
}

/** @returns undefined where the page carries no data */
export function readCaseData(root: HTMLElement): CaseData | undefined {
	const json = root.querySelector('#timeline-data')?.textContent;
	if (!json) return undefined;
	const { span, lanes, words, values, rows } = JSON.parse(json) as Written;
	const articles = [...root.querySelectorAll<HTMLElement>('article.entry')];
	const menu = root.querySelector<HTMLSelectElement>('select[name="person"]');
	// Without the count behind each name.
	const names = new Map(
		[...(menu?.options ?? [])].map(({ value, text }) => [value, text.replace(/ \(\d+\)$/, '')]),
	);
	const marks = new Map(
		[...root.querySelectorAll('.chart-wide a.mark')].map((mark) => [
			decodeURIComponent(mark.getAttribute('href')?.slice(1) ?? ''),
			mark,
		]),
	);
	const events = rows.flatMap(([start, length, category, status, ...places], index): IslandEvent[] => {
		const article = articles[index];
		if (!article) return [];
		const textOf = (selector: string) => article.querySelector(selector)?.textContent?.trim() ?? '';
		const people = places.map((place) => values.person[place] ?? '');
		const title = textOf('h4');
		const searched = [title, textOf('.entry-summary'), ...people.map((id) => names.get(id) ?? id)];
		return [
			{
				id: article.id,
				start,
				end: start === null || length === null ? length : start + length,
				category: values.category[category] ?? '',
				status: values.status[status] ?? '',
				people,
				text: foldText(searched.join(' ')),
				title,
				when: textOf('.date, time'),
				importance: Number(/importance-(\d)/.exec(article.className)?.[1] ?? 3),
				isHollow: Boolean(marks.get(article.id)?.querySelector('.hollow')),
				isSoft: Boolean(marks.get(article.id)?.querySelector('[mask]')),
				article,
			},
		];
	});
	return {
		events,
		known: {
			events: new Set(events.map(({ id }) => id)),
			categories: new Set(values.category),
			people: new Set(values.person),
			statuses: new Set(values.status),
		},
		span,
		lanes: lanes.map(([label, colour], index) => ({ id: values.category[index] ?? '', label, colour })),
		words,
	};
}
