/**
 * `<event-timeline>`: holds the one view of the page and keeps chart, filters, list and address in step.
 * Parts ask for changes; the element decides; every part is told.
 */
import {
	foldText,
	parseView,
	viewToPairs,
	WHOLE,
	type KnownValues,
	type View,
	type ViewedEvent,
} from '../core/view.ts';
import { createChart } from './chart.ts';
import { createFilters } from './filters.ts';
import { createList } from './list.ts';
import type { CreatePart, Part } from './part.ts';
import { createStatus } from './status.ts';

const PARTS: readonly CreatePart[] = [createFilters, createList, createStatus, createChart];

class EventTimeline extends HTMLElement {
	#view: View = WHOLE;
	#parts: Part[] = [];
	#known: KnownValues | undefined;
	#listeners = new AbortController();

	connectedCallback(): void {
		const events = readEvents(this);
		if (!events) return;
		this.#known = knownValues(events);
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		const host = {
			events,
			signal,
			show: (change: Partial<View>, how: 'push' | 'replace') => this.#show(change, how),
		};
		this.#parts = PARTS.map((create) => create(this, host));
		// `hashchange` follows a link to an event, `popstate` Back and Forward; both are told by the address.
		for (const change of ['hashchange', 'popstate'])
			addEventListener(change, () => this.#readAddress(), { signal });
		this.#readAddress();
	}

	disconnectedCallback(): void {
		this.#listeners.abort();
		this.#parts = [];
	}

	#readAddress(): void {
		if (!this.#known) return;
		const pairs = [...new URLSearchParams(location.search)];
		this.#view = parseView(pairs, location.hash, this.#known);
		this.#update();
	}

	#show(change: Partial<View>, how: 'push' | 'replace'): void {
		this.#view = { ...this.#view, ...change };
		const query = new URLSearchParams(viewToPairs(this.#view)).toString();
		const address = `${location.pathname}${query ? `?${query}` : ''}${location.hash}`;
		history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
		this.#update();
	}

	#update(): void {
		for (const part of this.#parts) part.update(this.#view);
	}
}

/** As `Timeline.astro` writes it: first day, days to the last one, places in `values` of category, status and people. */
interface Data {
	values: Record<'category' | 'status' | 'person', string[]>;
	rows: [
		start: number | null,
		length: number | null,
		category: number,
		status: number,
		...people: number[],
	][];
}

/** The data in the page, joined to the list, which has the words and the same order. */
function readEvents(root: HTMLElement): ViewedEvent[] | undefined {
	const json = root.querySelector('#timeline-data')?.textContent;
	if (!json) return undefined;
	const { values, rows } = JSON.parse(json) as Data;
	const articles = [...root.querySelectorAll('article.entry')];
	const menu = root.querySelector<HTMLSelectElement>('select[name="person"]');
	const names = new Map([...(menu?.options ?? [])].map(({ value, text }) => [value, text]));
	return rows.map(([start, length, category, status, ...places], index) => {
		const people = places.map((place) => values.person[place] ?? '');
		const words = [articles[index]?.textContent ?? '', ...people.map((id) => names.get(id) ?? id)];
		return {
			id: articles[index]?.id ?? '',
			start,
			end: start === null || length === null ? length : start + length,
			category: values.category[category] ?? '',
			status: values.status[status] ?? '',
			people,
			text: foldText(words.join(' ')),
		};
	});
}

function knownValues(events: readonly ViewedEvent[]): KnownValues {
	return {
		events: new Set(events.map(({ id }) => id)),
		categories: new Set(events.map(({ category }) => category)),
		people: new Set(events.flatMap(({ people }) => people)),
		statuses: new Set(events.map(({ status }) => status)),
	};
}

customElements.define('event-timeline', EventTimeline);
