/**
 * On every page that a host serves: names the site as an app, asks the browser to keep it, says once that it is kept,
 * and offers a newer edition when it is there whole. Where a reader removed the site from the device, it stays removed.
 */
import { ENGLISH, type Notices } from '../i18n/notices.ts';
import { cacheNames } from '../integrations/offline/worker/store.ts';
import { NOT_KEPT } from './not-kept.ts';

const script = document.currentScript;
const words = (JSON.parse(document.body.dataset['notices'] ?? 'null') as Notices | null) ?? ENGLISH;

/** Pages of two editions must not stand side by side, so every page of the site reloads when another one takes over. */
async function keepSite(root: string): Promise<void> {
	if (await caches.has(cacheNames(root).off)) return;
	const { serviceWorker } = navigator;
	let isOfEdition = Boolean(serviceWorker.controller);
	serviceWorker.addEventListener('controllerchange', () => {
		if (isOfEdition) location.reload();
		isOfEdition = true;
	});
	serviceWorker.addEventListener('message', ({ data }) => {
		if (data === 'ready') say(words.ready);
	});
	const registration = await serviceWorker.register(`${root}sw.js`, { updateViaCache: 'none' });
	const offerWaiting = () => {
		if (registration.waiting && registration.active) offer(registration.waiting);
	};
	offerWaiting();
	registration.addEventListener('updatefound', () =>
		registration.installing?.addEventListener('statechange', offerWaiting),
	);

	function offer(worker: ServiceWorker): void {
		say(words.newer, {
			[words.reload]: () => {
				isOfEdition = true;
				worker.postMessage('take-over');
			},
			[words.later]: () => {
				say('');
				// The button that had the focus is gone.
				document.querySelector('main')?.focus({ preventScroll: true });
			},
		});
	}
}

/** Not in the page itself, because Chromium reports an error for it from a disk. */
function nameApp(root: string): void {
	const link = document.createElement('link');
	link.rel = 'manifest';
	link.href = `${root}manifest.webmanifest`;
	document.head.append(link);
}

/** One line at the foot of the page, in place of the last one. */
function say(text: string, actions: Record<string, () => void> = {}): void {
	const line = document.querySelector('.edition-notice') ?? document.createElement('p');
	line.className = 'edition-notice';
	line.role = 'status';
	document.body.append(line);
	const buttons = Object.entries(actions).map(([label, act]) => {
		const button = document.createElement('button');
		button.textContent = label;
		button.addEventListener('click', act);
		return button;
	});
	line.replaceChildren(text, ...buttons);
}

if (
	// In the copy of the site in one file, the script is inside, and there is no worker beside it.
	script instanceof HTMLScriptElement &&
	script.src !== '' &&
	location.protocol.startsWith('http') &&
	'serviceWorker' in navigator
) {
	const root = new URL('../', script.src).href;
	// Deferred, it runs before the page is loaded.
	addEventListener('load', () => {
		nameApp(root);
		// Where a browser keeps nothing, in private windows for example, the site is read as any other.
		keepSite(root).catch(() => dispatchEvent(new Event(NOT_KEPT)));
	});
}
