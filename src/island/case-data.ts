/** What the script knows of the case: the data in the page, joined to the list, which has the words; or, joined to the same from a file, all of a large case. */
import type { Day } from '../core/calendar.ts';
import { readDays, readLook, type Alias, type LargeCase, type Row } from '../core/rows.ts';
import type { KnownValues, ViewedEvent } from '../core/view.ts';
import { loadData } from './load-data.ts';

/** An event as the parts of the island show it. */
export interface IslandEvent extends ViewedEvent {
	/** The language of its title where that is not the page's. */
	lang: string | undefined;
	/** Among all by date. */
	place: number;
	/** Its date in words. */
	when: string;
	importance: number;
	/** As its mark in the drawing: the day not known exactly; its extent not known exactly. */
	isHollow: boolean;
	isSoft: boolean;
}

export interface CaseData {
	/** In date order. */
	events: readonly IslandEvent[];
	/** One for all parts: of ten thousand events each such map is a quarter of a megabyte. */
	byId: ReadonlyMap<string, IslandEvent>;
	known: KnownValues;
	/** First and last day that the chart shows. */
	span: readonly [Day, Day];
	lanes: readonly { id: string; label: string; colour: string }[];
	words: Readonly<Record<string, string>>;
}

/** In the order that rows count in. */
export interface Choosable {
	lanes: CaseData['lanes'];
	statuses: readonly string[];
	people: readonly { id: string; name: string }[];
}

/** As `timeline-data.ts` writes it. */
interface Written {
	span: [Day, Day];
	words: Record<string, string>;
	rows: Row[];
	/** What can be chosen, where the page has no form to say it. */
	choices?: Choosable;
	/** Of the events in the page, where any has one. */
	aliases?: readonly Alias[];
	/** Address of the rest of a case too large for the page, from the page. */
	more?: string;
	/** As `packLook` writes them, where the drawing has no mark for each event. */
	looks?: number[];
}

/** What of the whole the page has in its list; the rest, where there is more, is one request away. */
interface PageCase extends CaseData {
	loadWhole: (() => Promise<CaseData>) | undefined;
}

/** Of elements that may be taken out of the page and put back. */
const wholeCases = new WeakMap<HTMLElement, CaseData>();

/** @returns undefined where the page carries no data */
export function readCaseData(root: HTMLElement): PageCase | undefined {
	const json = root.querySelector('#timeline-data')?.textContent;
	if (!json) return undefined;
	const {
		span,
		words,
		rows,
		aliases,
		more,
		looks,
		choices: form = readForm(root),
	} = JSON.parse(json) as Written;
	const articles = [...root.querySelectorAll<HTMLElement>('article.entry')];
	const marks = new Map(
		[...root.querySelectorAll('.chart-wide a.mark')].map((mark) => [
			decodeURIComponent(mark.getAttribute('href')?.slice(1) ?? ''),
			mark,
		]),
	);
	const listed = articles.map((article, index) => {
		const textOf = (selector: string) => article.querySelector(selector)?.textContent?.trim() ?? '';
		const mark = marks.get(article.id);
		const look = looks?.[index];
		return {
			id: article.id,
			title: textOf('h2, h4'),
			lang: article.querySelector<HTMLElement>('h2 [lang], h4 [lang]')?.lang,
			summary: textOf('.entry-summary'),
			when: textOf('.date, time'),
			importance: Number(/importance-(\d)/.exec(article.className)?.[1] ?? 3),
			isHollow: Boolean(mark?.querySelector('.hollow')),
			isSoft: Boolean(mark?.querySelector('[mask]')),
			...(look !== undefined && readLook(look)),
		};
	});
	const rest = { span, words, lanes: form.lanes };
	const loadWhole = async () => {
		const known = wholeCases.get(root);
		if (known) return known;
		const whole = await loadData<LargeCase>('timeline', more ?? '');
		const said = whole.said.map(([id, title, when, look, lang]) => ({
			id,
			title,
			lang,
			when,
			...readLook(look),
		}));
		const made = { ...rest, ...join(whole.rows, said, span, form, whole.aliases) };
		wholeCases.set(root, made);
		return made;
	};
	return {
		...rest,
		...join(rows, listed, span, form, aliases),
		loadWhole: more === undefined ? undefined : loadWhole,
	};
}

type Words = Pick<IslandEvent, 'id' | 'title' | 'lang' | 'when' | 'importance' | 'isHollow' | 'isSoft'> & {
	summary?: string;
};

/** Numbers and words of the same events, in the same order. */
function join(
	rows: readonly Row[],
	said: readonly Words[],
	[first]: readonly [Day, Day],
	{ lanes, statuses, people }: Choosable,
	aliases: readonly Alias[] = [],
): Pick<CaseData, 'events' | 'byId' | 'known'> {
	const days = readDays(rows, first);
	// Many events name the same people: of ten thousand the lists would weigh more than all else.
	const lists = new Map<string, Pick<IslandEvent, 'people' | 'names'>>();
	const listOf = (places: readonly number[]) => {
		const key = places.join();
		const named = places.flatMap((place) => people[place] ?? []);
		const list = lists.get(key) ?? {
			people: named.map(({ id }) => id),
			names: named.map(({ name }) => name),
		};
		lists.set(key, list);
		return list;
	};
	let place = 0;
	const events = said.flatMap(({ summary = '', ...words }, index): IslandEvent[] => {
		const [row, day] = [rows[index], days[index]];
		if (!row || !day) return [];
		const [, , category, status, ...places] = row;
		return [
			{
				...words,
				...day,
				place: place++,
				category: lanes[category]?.id ?? '',
				status: statuses[status] ?? '',
				...listOf(places),
				summary,
			},
		];
	});
	const byId = new Map(events.map((event) => [event.id, event]));
	return {
		events,
		byId,
		known: {
			events: byId,
			aliases: new Map(aliases.map(([alias, at]) => [alias, said[at]?.id ?? ''])),
			categories: new Set(lanes.map(({ id }) => id)),
			people: new Set(people.map(({ id }) => id)),
			statuses: new Set(statuses),
		},
	};
}

/** Behind the names in a menu. */
export const COUNT = / \(\d+\)$/;

/** What the form lets a reader choose. */
function readForm(root: HTMLElement): Choosable {
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
		.map(({ value, text }) => ({ id: value, name: text.replace(COUNT, '') }));
	return { lanes, statuses, people };
}

const isWords = (node: Node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim();
