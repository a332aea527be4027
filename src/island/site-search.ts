/**
 * `<site-search>`: a box, and below it what its words find; the words stand in the address too.
 * The index is loaded when the box is first wanted.
 */
import { findHits, loadShard, type Hit, type LoadedShard, type SearchShard } from '../core/search-index.ts';
import { cutSnippet, markWords, type Piece } from '../core/search-words.ts';
import { QUERY_LENGTH } from '../core/view.ts';
import type { Words } from '../i18n/words.ts';
import { loadScript } from './load-script.ts';
import { ADDRESS_PAUSE } from './view-address.ts';

/** Hits shown at once; a button shows the rest. */
const FIRST_HITS = 30;

declare global {
	/** What the scripts of the index leave. */
	var searchShards: SearchShard[] | undefined;
}

class SiteSearch extends HTMLElement {
	#shards: Promise<LoadedShard[]> | undefined;
	#hits: Hit[] = [];
	#listeners = new AbortController();
	#waiting: ReturnType<typeof setTimeout> | undefined;

	connectedCallback(): void {
		const form = this.querySelector('form');
		const box = this.querySelector('input');
		if (!form || !box) return;
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		form.hidden = false;
		form.addEventListener(
			'submit',
			(event) => {
				event.preventDefault();
				this.#writeAddress();
				// Again, where the index did not load before.
				void this.#show();
			},
			{ signal },
		);
		box.addEventListener('focus', () => void this.#load().catch(() => undefined), { signal });
		box.addEventListener(
			'input',
			() => {
				clearTimeout(this.#waiting);
				this.#waiting = setTimeout(() => this.#writeAddress(), ADDRESS_PAUSE);
				void this.#show();
			},
			{ signal },
		);
		// When focus leaves the box, as it does before a link is followed.
		box.addEventListener('change', () => this.#writeAddress(), { signal });
		this.addEventListener('keydown', (event) => this.#walk(event), { signal });
		this.#rest?.addEventListener('click', () => this.#showRest(), { signal });
		addEventListener('popstate', () => this.#readAddress(), { signal });
		this.#readAddress();
		if (!box.value) box.focus({ preventScroll: true });
	}

	disconnectedCallback(): void {
		clearTimeout(this.#waiting);
		this.#listeners.abort();
	}

	/** The button that shows the rest. */
	get #rest(): HTMLButtonElement | null {
		return this.querySelector('.search-results button');
	}

	/** Loaded once; after a failure, asking again tries again. */
	#load(): Promise<LoadedShard[]> {
		this.#shards ??= loadShards(Number(this.dataset['shards'])).catch((error: unknown) => {
			this.#shards = undefined;
			throw error;
		});
		return this.#shards;
	}

	#readAddress(): void {
		const box = this.querySelector('input');
		if (box) box.value = (new URLSearchParams(location.search).get('q') ?? '').slice(0, QUERY_LENGTH);
		void this.#show();
	}

	#writeAddress(): void {
		clearTimeout(this.#waiting);
		const address = new URL(location.href);
		const words = this.querySelector('input')?.value.trim() ?? '';
		if (words) address.searchParams.set('q', words);
		else address.searchParams.delete('q');
		if (address.href !== location.href) history.replaceState(null, '', address);
	}

	async #show(): Promise<void> {
		const asked = this.querySelector('input')?.value ?? '';
		const words = this.#words();
		if (!asked.trim()) return this.#list([], words.hint);
		try {
			const shards = await this.#load();
			// Words typed meanwhile have their own answer.
			if (this.querySelector('input')?.value !== asked) return;
			const hits = findHits(shards, asked);
			const says = [words.nothing, words.one][hits.length] ?? words.found;
			this.#list(hits, says.replace('{}', String(hits.length)));
		} catch {
			this.#list([], words.failed);
		}
	}

	#list(hits: Hit[], says: string): void {
		this.#hits = hits;
		const results = this.querySelector<HTMLElement>('.search-results');
		const state = this.querySelector('[role="status"]');
		if (results) results.hidden = hits.length === 0;
		if (this.#rest) this.#rest.hidden = hits.length <= FIRST_HITS;
		if (state && state.textContent !== says) state.textContent = says;
		this.querySelector('ol')?.replaceChildren(...hits.slice(0, FIRST_HITS).map((hit) => this.#toItem(hit)));
	}

	#showRest(): void {
		const items = this.#hits.slice(FIRST_HITS).map((hit) => this.#toItem(hit));
		this.querySelector('ol')?.append(...items);
		items[0]?.querySelector('a')?.focus();
		if (this.#rest) this.#rest.hidden = true;
	}

	#toItem({ document: found, words }: Hit): HTMLElement {
		const kind = this.#words().kinds[found.kind];
		const about = [kind, found.when, found.category, found.doubt].filter(Boolean).join(' · ');
		const title = element('a', markWords(found.title, words));
		title.href = found.address;
		const snippet = element('p', cutSnippet(found.text, words), 'hit-snippet');
		const hasOwnTitle = found.kind === 'event' || found.kind === 'page' || found.kind === 'source';
		// A source is in whatever language it was published in, known or not.
		if (found.lang || found.kind === 'source') title.dir = snippet.dir = 'auto';
		if (found.lang) snippet.lang = found.lang;
		if (found.lang && hasOwnTitle) title.lang = found.lang;
		const item = element('li');
		item.append(element('p', [{ text: about, marked: false }], 'hit-about'), title, snippet);
		return item;
	}

	/** Down from the box into the hits, up and down among them; Tab goes the same way. */
	#walk(event: KeyboardEvent): void {
		const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
		if (step === 0 || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
		const stops = [...this.querySelectorAll<HTMLElement>('input, .search-results a')];
		const at = stops.indexOf(event.target as HTMLElement);
		const next = at === -1 ? undefined : stops[at + step];
		if (!next) return;
		event.preventDefault();
		next.focus();
	}

	#words(): Words['search']['live'] {
		return JSON.parse(this.dataset['words'] ?? '{}') as Words['search']['live'];
	}
}

async function loadShards(count: number): Promise<LoadedShard[]> {
	globalThis.searchShards = [];
	await Promise.all(Array.from({ length: count }, (_, shard) => loadScript(`data/search-${shard}.js`)));
	return globalThis.searchShards.map(loadShard);
}

/** An element with text, some of it marked; the text is never read as markup. */
function element<Tag extends keyof HTMLElementTagNameMap>(
	tag: Tag,
	pieces: readonly Piece[] = [],
	className = '',
): HTMLElementTagNameMap[Tag] {
	const made = document.createElement(tag);
	if (className) made.className = className;
	for (const { text, marked } of pieces) {
		const mark = document.createElement('mark');
		mark.textContent = text;
		made.append(marked ? mark : text);
	}
	return made;
}

customElements.define('site-search', SiteSearch);
