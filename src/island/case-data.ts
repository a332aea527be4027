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

/** As `Timeline.astro` writes it: days since the event before, days to its own end, places of choices in the form. */
interface Written {
	span: [Day, Day];
	words: Record<string, string>;
	rows: [
		since: number | null,
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
	const { span, words, rows } = JSON.parse(json) as Written;
	const articles = [...root.querySelectorAll<HTMLElement>('article.entry')];
	const boxes = (name: string) => [...root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
	const lanes = boxes('category').map(({ value, parentElement: label }) => ({
		id: value,
		// Without the count behind it.
		label: [...(label?.childNodes ?? [])].find(isWords)?.textContent?.trim() ?? value,
		colour: /hue-(\w+)/.exec(label?.querySelector('.shape')?.getAttribute('class') ?? '')?.[1] ?? 'ink',
	}));
	const statuses = boxes('status').map(({ value }) => value);
	const menu = root.querySelector<HTMLSelectElement>('select[name="person"]');
	const people = [...(menu?.options ?? [])]
		.filter(({ value }) => value)
		.map(({ value, text }) => ({ id: value, name: text.replace(/ \(\d+\)$/, '') }));
	const marks = new Map(
		[...root.querySelectorAll('.chart-wide a.mark')].map((mark) => [
			decodeURIComponent(mark.getAttribute('href')?.slice(1) ?? ''),
			mark,
		]),
	);
	let before = span[0];
	const events = rows.flatMap(([since, length, category, status, ...places], index): IslandEvent[] => {
		const article = articles[index];
		if (!article) return [];
		const start = since === null ? null : before + since;
		before = start ?? before;
		const textOf = (selector: string) => article.querySelector(selector)?.textContent?.trim() ?? '';
		const named = places.flatMap((place) => people[place] ?? []);
		const title = textOf('h4');
		const searched = [title, textOf('.entry-summary'), ...named.map(({ name }) => name)];
		const mark = marks.get(article.id);
		return [
			{
				id: article.id,
				start,
				end: start === null || length === null ? length : start + length,
				category: lanes[category]?.id ?? '',
				status: statuses[status] ?? '',
				people: named.map(({ id }) => id),
				text: foldText(searched.join(' ')),
				title,
				when: textOf('.date, time'),
				importance: Number(/importance-(\d)/.exec(article.className)?.[1] ?? 3),
				isHollow: Boolean(mark?.querySelector('.hollow')),
				isSoft: Boolean(mark?.querySelector('[mask]')),
				article,
			},
		];
	});
	return {
		events,
		known: {
			events: new Set(events.map(({ id }) => id)),
			categories: new Set(lanes.map(({ id }) => id)),
			people: new Set(people.map(({ id }) => id)),
			statuses: new Set(statuses),
		},
		span,
		lanes,
		words,
	};
}

const isWords = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim();
