/** `<offline-store>`: what of the site is on this device, and buttons to store it all or to remove it. */
import type { OfflineState as State } from '../i18n/words.ts';
import { entriesOf, folderOf, languageOf, type Edition } from '../integrations/offline/worker/edition.ts';
import { cacheNames, findMissing, reasonOf, storeMissing } from '../integrations/offline/worker/store.ts';
import { NOT_KEPT } from './not-kept.ts';
import { takeFocus } from './take-focus.ts';

const script = document.currentScript;

class OfflineStore extends HTMLElement {
	#root = '';
	#listeners = new AbortController();
	#saving: AbortController | undefined;

	connectedCallback(): void {
		this.#listeners = new AbortController();
		const { signal } = this.#listeners;
		if (!location.protocol.startsWith('http')) return this.#show('disk');
		if (
			!(script instanceof HTMLScriptElement) ||
			!('serviceWorker' in navigator) ||
			!('caches' in globalThis)
		)
			return this.#show('unsupported');
		this.#root = new URL('../', script.src).href;
		const { serviceWorker } = navigator;
		serviceWorker.addEventListener('message', ({ data }) => void this.#hear(data), { signal });
		serviceWorker.addEventListener('controllerchange', () => this.#look(), { signal });
		addEventListener(NOT_KEPT, () => this.#show('failed'), { signal });
		this.#button('save')?.addEventListener('click', () => void this.#save(), { signal });
		this.#button('cancel')?.addEventListener('click', () => this.#saving?.abort(), { signal });
		this.#button('remove')?.addEventListener('click', () => void this.#remove(), { signal });
		this.#look();
	}

	disconnectedCallback(): void {
		this.#listeners.abort();
		this.#saving?.abort();
	}

	#look(): void {
		this.#findState().then(
			(state) => this.#show(state),
			() => this.#show('unsupported'),
		);
	}

	async #findState(): Promise<State> {
		if (await caches.has(cacheNames(this.#root).off)) return 'off';
		const registration = await navigator.serviceWorker.getRegistration(this.#root);
		if (registration?.waiting && registration.active) return 'newer';
		if (!registration?.active) return 'storing';
		const edition = await askEdition(registration.active);
		// Other languages are stored when one of their pages is read, or with all of it.
		const folder = folderOf(location.href.slice(this.#root.length), edition.languages);
		const wanted = entriesOf(edition).filter(({ address }) =>
			[undefined, folder].includes(languageOf(address)),
		);
		const missing = await findMissing(this.#root, wanted);
		return missing.length === 0 ? 'ready' : 'part';
	}

	/** The worker says how its storing went. */
	#hear(news: unknown): void {
		if (news === 'full' || news === 'failed') this.#show(news);
		if (news === 'ready') this.#show('ready');
	}

	async #save(): Promise<void> {
		const names = cacheNames(this.#root);
		await caches.delete(names.off);
		this.#saving = new AbortController();
		const { signal } = this.#saving;
		const progress = this.querySelector('progress');
		this.#show('saving');
		try {
			const stopped = new Promise<never>((_, reject) =>
				signal.addEventListener('abort', () => reject(new Error('stopped'))),
			);
			// A worker that is new fetches the pages before it is ready, and none is ever ready whose fetching failed.
			const active = await Promise.race([this.#activate(), stopped]);
			const entries = entriesOf(await askEdition(active));
			signal.throwIfAborted();
			await caches.open(names.saved);
			if (progress) progress.max = entries.length;
			const onStored = (left: number) => {
				if (progress) progress.value = entries.length - left;
			};
			await storeMissing(this.#root, entries, { signal, onStored });
			signal.throwIfAborted();
			this.#show('ready');
		} catch (error) {
			await caches.delete(names.saved);
			this.#show(signal.aborted ? 'stopped' : reasonOf(error));
		}
	}

	/** @returns the worker, once it is active @throws where it cannot be */
	async #activate(): Promise<ServiceWorker> {
		const { serviceWorker } = navigator;
		const registration = await serviceWorker.register(`${this.#root}sw.js`, { updateViaCache: 'none' });
		const { installing } = registration;
		const failed = new Promise<never>((_, reject) =>
			installing?.addEventListener('statechange', () => {
				if (installing.state === 'redundant') reject(new Error('the worker did not come to be'));
			}),
		);
		const { active } = await Promise.race([serviceWorker.ready, failed]);
		if (!active) throw new Error('no worker is active');
		return active;
	}

	/** The page is loaded anew, because it belongs to the worker until then. */
	async #remove(): Promise<void> {
		const names = cacheNames(this.#root);
		await caches.open(names.off);
		const registration = await navigator.serviceWorker.getRegistration(this.#root);
		await registration?.unregister();
		await Promise.all([names.store, names.saved].map((name) => caches.delete(name)));
		location.reload();
	}

	#show(state: State): void {
		const focused = document.activeElement;
		const status = this.querySelector<HTMLElement>('[role="status"]');
		if (status) status.textContent = status.dataset[state] ?? '';
		const isHere = state !== 'disk' && state !== 'unsupported';
		const canSave = isHere && !['ready', 'newer', 'saving', 'storing'].includes(state);
		this.dataset['state'] = state;
		for (const [name, isShown] of [
			['save', canSave],
			['cancel', state === 'saving'],
			['remove', isHere && !['off', 'saving', 'storing'].includes(state)],
		] as const) {
			const button = this.#button(name);
			if (button) button.hidden = !isShown;
		}
		const progress = this.querySelector('progress');
		if (progress) progress.hidden = state !== 'saving';
		// Of a button that goes, the focus goes to one that is there.
		if (focused instanceof HTMLButtonElement && focused.hidden && this.contains(focused))
			takeFocus(this.querySelector<HTMLElement>('button:not([hidden])') ?? status);
	}

	#button(name: string): HTMLButtonElement | null {
		return this.querySelector(`button[name="${name}"]`);
	}
}

function askEdition(worker: ServiceWorker): Promise<Edition> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data as Edition);
		worker.postMessage('edition', [port2]);
	});
}

customElements.define('offline-store', OfflineStore);
