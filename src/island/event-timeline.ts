/**
 * `<event-timeline>`: holds the one view of the page and keeps chart, overview, filters, list and address in step.
 * Parts ask for changes; the element decides; every part is told.
 */
import { parseView, viewToPairs, WHOLE, type View } from '../core/view.ts';
import { dayToYear, nameYear } from '../core/calendar.ts';
import { readCaseData, type CaseData } from './case-data.ts';
import { createChart } from './chart.ts';
import { createEmbed } from './embed.ts';
import { createFilters } from './filters.ts';
import { createList } from './list.ts';
import { createOverview } from './overview.ts';
import type { CreatePart, Part } from './part.ts';
import { createStatus } from './status.ts';
import { takeFocus } from './take-focus.ts';
import { ADDRESS_PAUSE, viewToAddress } from './view-address.ts';
import { watchYears, type Years } from './years.ts';

const PARTS: readonly CreatePart[] = [
	createFilters,
	createList,
	createStatus,
	createChart,
	createOverview,
	createEmbed,
];

class EventTimeline extends HTMLElement {
	#view: View = WHOLE;
	#isDrawn = false;
	/** In a page of another site, with one event at a time in place of the list. */
	readonly #isEmbedded = this.dataset['embedded'] !== undefined;
	#parts: Part[] = [];
	#data: CaseData | undefined;
	#years: Years | undefined;
	#listeners = new AbortController();
	#waiting: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		// All of a case can be read without this: it is painted first. A view that is asked for is the first to be seen.
		if (location.search || location.hash) return this.#begin();
		requestAnimationFrame(() =>
			setTimeout(() => {
				if (!signal.aborted) this.#begin();
			}),
		);
	}

	#begin(): void {
		const data = readCaseData(this);
		if (!data) return;
		this.classList.add('live');
		// What an event of the list looks like does not depend on the view: years may come before the rest is there.
		this.#years = watchYears(this, () => this.#update());
		if (data.loadWhole) this.#awaitReader(data, data.loadWhole);
		else this.#start(data);
	}

	/** Of a large case no more is loaded than the page has until a reader is there to use it. */
	#awaitReader(main: CaseData, loadWhole: () => Promise<CaseData>): void {
		const form = this.querySelector<HTMLElement>('form.filters');
		const tools = this.querySelector<HTMLElement>('.chart-tools');
		const setWaiting = (isWaiting: boolean) => {
			form?.toggleAttribute('inert', isWaiting);
			tools?.toggleAttribute('inert', isWaiting);
		};
		if (form) form.hidden = false;
		tools?.classList.add('ready');
		setWaiting(true);
		const { signal } = this.#listeners;
		const arrived = new AbortController();
		signal.addEventListener('abort', () => arrived.abort());
		const load = async () => {
			arrived.abort();
			const whole = await loadWhole().catch(() => undefined);
			if (signal.aborted) return;
			setWaiting(false);
			this.#start(whole ?? main);
			const line = this.querySelector('.chart-status');
			if (!whole && line) line.textContent = main.words['partial'] ?? '';
		};
		// What a shared range will be shown with takes as long to come as the data.
		if (/[?&](from|to)=/.test(location.search)) import('./detail.ts').catch(() => undefined);
		if (location.search || location.hash) return void load();
		const options = { passive: true, signal: arrived.signal };
		for (const sign of ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'hashchange', 'popstate'])
			addEventListener(sign, () => void load(), options);
	}

	#start(data: CaseData): void {
		this.#data = data;
		const { signal } = this.#listeners;
		const show = (change: Partial<View>, how: 'push' | 'replace') => this.#show(change, how);
		const reveal = (id: string) =>
			this.#isEmbedded ? show({ selected: id }, 'replace') : void this.#reveal(id);
		const host = { ...data, signal, show, reveal };
		this.#parts = PARTS.map((create) => create(this, host));
		// A link to an event, Back and Forward: each is told by the address.
		addEventListener('popstate', () => this.#readAddress(), { signal });
		addEventListener('hashchange', () => this.#readAddress(), { signal });
		// A link leads on from the address that stands there: what waits to be written comes first.
		addEventListener(
			'click',
			({ target }) => {
				this.#writeAddress();
				// A link to where the address is already tells of itself in no other way.
				const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
				if (link?.getAttribute('href') === location.hash) this.#revealMissing();
			},
			{ capture: true, signal },
		);
		addEventListener('pagehide', () => this.#writeAddress(), { signal });
		this.#readAddress();
		// What the address names may have moved while the parts took their places, or be still to come.
		const { selected } = this.#view;
		if (selected && (viewToPairs(this.#view).length > 0 || !document.getElementById(selected)))
			void this.#reveal(selected);
	}

	disconnectedCallback(): void {
		this.#listeners.abort();
		this.#writeAddress();
		this.#years?.destroy();
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
		if (this.#isDrawn && JSON.stringify(view) === JSON.stringify(this.#view)) return this.#revealMissing();
		this.#isDrawn = true;
		// The browser could not scroll to what was hidden, not there, or named by an earlier id, when it looked.
		const article = document.getElementById(view.selected ?? '');
		const isNamed = location.hash === `#${encodeURIComponent(view.selected ?? '')}`;
		const wasHidden = !isNamed || !article || article.getClientRects().length === 0;
		this.#view = view;
		this.#update();
		if (wasHidden && view.selected) void this.#reveal(view.selected);
	}

	#show(change: Partial<View>, wish: 'push' | 'replace'): void {
		// Back and Forward belong to the page around a frame.
		const how = this.#isEmbedded ? 'replace' : wish;
		if (how === 'push') this.#writeAddress();
		const before = viewToAddress(this.#view);
		this.#view = { ...this.#view, ...change };
		if (how === 'push') {
			// Back from what changed nothing would do nothing.
			if (viewToAddress(this.#view) !== before) this.#setAddress('push');
		} else {
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
		this.#setAddress('replace');
	}

	/** @param how whether it can be gone back to */
	#setAddress(how: 'push' | 'replace'): void {
		try {
			history[`${how}State`](null, '', viewToAddress(this.#view, location.pathname));
		} catch {
			// In a sandboxed frame, which has no origin, a browser may refuse; the view needs no address there.
		}
	}

	/** Of a large case the year of an event may not be in the page yet, or not have come when it was asked for. */
	#revealMissing(): void {
		const { selected } = this.#view;
		if (selected && !document.getElementById(selected)) void this.#reveal(selected);
	}

	/** Scrolls to an event, whose year may have to come first. */
	async #reveal(id: string): Promise<void> {
		if (this.#isEmbedded) return;
		const start = this.#data?.byId.get(id)?.start ?? undefined;
		const isLate = !document.getElementById(id);
		const { activeElement } = document;
		if (isLate) await this.#years?.complete(nameYear(start === undefined ? undefined : dayToYear(start)));
		const article = document.getElementById(id);
		article?.scrollIntoView({ behavior: 'instant' });
		// As where a link leads to what is there: the reader goes on from there, by keys as well, unless they have gone elsewhere.
		if (isLate && document.activeElement === activeElement) takeFocus(article);
	}

	#update(): void {
		for (const part of this.#parts) part.update(this.#view);
	}
}

customElements.define('event-timeline', EventTimeline);
