/**
 * `<event-timeline>`: holds the one view of the page and keeps chart, overview, filters, list and address in step.
 * Parts ask for changes; the element decides; every part is told.
 */
import { parseView, viewToPairs, WHOLE, type View } from '../core/view.ts';
import { readCaseData, type CaseData } from './case-data.ts';
import { createChart } from './chart.ts';
import { createFilters } from './filters.ts';
import { createList } from './list.ts';
import { createOverview } from './overview.ts';
import type { CreatePart, Part } from './part.ts';
import { createStatus } from './status.ts';

const PARTS: readonly CreatePart[] = [createFilters, createList, createStatus, createChart, createOverview];

/** Browsers refuse more changes of the address than about 100 in 30 seconds; the last of a run is what counts. */
const ADDRESS_PAUSE = 350;

class EventTimeline extends HTMLElement {
	#view: View = WHOLE;
	#isDrawn = false;
	#parts: Part[] = [];
	#data: CaseData | undefined;
	#listeners = new AbortController();
	#waiting: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		this.#data = readCaseData(this);
		if (!this.#data) return;
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		const show = (change: Partial<View>, how: 'push' | 'replace') => this.#show(change, how);
		const host = { ...this.#data, signal, show };
		this.classList.add('live');
		this.#parts = PARTS.map((create) => create(this, host));
		// A link to an event, Back and Forward: each is told by the address.
		addEventListener('popstate', () => this.#readAddress(), { signal });
		addEventListener('hashchange', () => this.#readAddress(), { signal });
		this.#readAddress();
		// What the address names may have moved while the parts took their places.
		if (this.#view.selected && viewToPairs(this.#view).length > 0) this.#scrollTo(this.#view.selected);
	}

	disconnectedCallback(): void {
		this.#listeners.abort();
		this.#writeAddress();
		for (const part of this.#parts) part.destroy?.();
		this.#parts = [];
		this.#isDrawn = false;
		this.classList.remove('live');
	}

	#readAddress(): void {
		if (!this.#data) return;
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
		const pairs = [...new URLSearchParams(location.search)];
		const view = parseView(pairs, location.hash, this.#data.known);
		// A link tells of itself twice, Back and Forward once or twice.
		if (this.#isDrawn && JSON.stringify(view) === JSON.stringify(this.#view)) return;
		this.#isDrawn = true;
		// The browser could not scroll to what was hidden when it looked.
		const wasHidden = this.#articleOf(view.selected)?.getClientRects().length === 0;
		this.#view = view;
		this.#update();
		if (wasHidden && view.selected) this.#scrollTo(view.selected);
	}

	#show(change: Partial<View>, how: 'push' | 'replace'): void {
		if (how === 'push') this.#writeAddress();
		this.#view = { ...this.#view, ...change };
		if (how === 'push') history.pushState(null, '', this.#address());
		else {
			clearTimeout(this.#waiting);
			this.#waiting = setTimeout(() => this.#writeAddress(), ADDRESS_PAUSE);
		}
		this.#update();
	}

	/** Writes an address that waits to be written. */
	#writeAddress(): void {
		if (this.#waiting === undefined) return;
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
		history.replaceState(null, '', this.#address());
	}

	#address(): string {
		const query = new URLSearchParams(viewToPairs(this.#view)).toString();
		const { selected } = this.#view;
		const hash = selected ? `#${encodeURIComponent(selected)}` : '';
		return `${location.pathname}${query ? `?${query}` : ''}${hash}`;
	}

	#articleOf(id: string | undefined): HTMLElement | undefined {
		return this.#data?.events.find((event) => event.id === id)?.article;
	}

	#scrollTo(id: string): void {
		this.#articleOf(id)?.scrollIntoView({ behavior: 'instant' });
	}

	#update(): void {
		for (const part of this.#parts) part.update(this.#view);
	}
}

customElements.define('event-timeline', EventTimeline);
