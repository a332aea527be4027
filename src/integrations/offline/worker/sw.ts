/**
 * The service worker: serves one edition, whole and unmixed, and takes in the next beside it.
 * Only bytes that an edition names by hash are kept, so no error page, portal or half upload can take their place.
 */
import { entriesOf, entryOf, languageOf, NOT_FOUND, type Edition, type Entry } from './edition.ts';
import { cutRange } from './range.ts';
import { addressIn, cacheNames, fetchEntry, reasonOf, storeMissing } from './store.ts';

declare const self: ServiceWorkerGlobalScope;
/** Written before this file by the build. */
declare const EDITION: Edition;

const { scope } = self.registration;
const names = cacheNames(scope);
const TYPES: Record<string, string> = {
	bib: 'application/x-bibtex',
	csv: 'text/csv',
	html: 'text/html',
	ics: 'text/calendar',
	js: 'text/javascript',
	json: 'application/json',
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
	if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
	if (event.data === 'edition') event.ports[0]?.postMessage(EDITION);
});
self.addEventListener('fetch', (event) => {
	const path = event.request.method === 'GET' ? pathOf(event.request.url) : undefined;
	const entry = path === undefined ? undefined : entryOf(EDITION, path);
	if (path !== undefined && entry) event.respondWith(answer(event, path, entry));
});

/** Fetches the edition before it is offered; the browser tries again on the next visit where this fails. */
async function install(): Promise<void> {
	const isFirst = !self.registration.active;
	try {
		await storeMissing(scope, await findWanted());
		if (isFirst && EDITION.eager) await tell('ready');
	} catch (error) {
		await tell(reasonOf(error));
		throw error;
	}
}

/**
 * All of a site that was saved. Else of a small one what is in the languages that are read, of a large one what is open
 * and what was read in the last edition.
 */
async function findWanted(): Promise<Entry[]> {
	const all = entriesOf(EDITION);
	if (await caches.has(names.saved)) return all;
	const kept = await (await caches.open(names.store)).keys();
	const wanted = new Set(kept.map(({ url }) => new URL(url).search));
	for (const { url } of await findWindows()) {
		const path = pathOf(url);
		const entry = path === undefined ? undefined : entryOf(EDITION, path);
		if (entry) wanted.add(new URL(addressIn(scope, entry)).search);
	}
	if (EDITION.eager) {
		const read = new Set([undefined, ...[...wanted].map(languageOf)]);
		// A reader who left at once, or is between two pages, has no page open that tells.
		if (read.size === 1) read.add('');
		return all.filter(({ address }) => read.has(languageOf(address)));
	}
	return all.filter(
		({ address }) => !address.startsWith('_offline/') || wanted.has(new URL(address, scope).search),
	);
}

async function activate(): Promise<void> {
	const cache = await caches.open(names.store);
	const own = new Set(entriesOf(EDITION).map((entry) => addressIn(scope, entry)));
	for (const request of await cache.keys()) if (!own.has(request.url)) await cache.delete(request);
	await self.clients.claim();
}

async function findWindows(): Promise<readonly Client[]> {
	const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
	return windows.filter(({ url }) => url.startsWith(scope));
}

async function tell(news: string): Promise<void> {
	for (const client of await findWindows()) client.postMessage(news);
}

/** A path from the site's root; hosts may leave out `index.html` and `.html`. */
function pathOf(url: string): string | undefined {
	if (!url.startsWith(scope)) return undefined;
	try {
		const path = decodeURIComponent(new URL(url).pathname.slice(new URL(scope).pathname.length));
		if (path === '' || path.endsWith('/')) return `${path}index.html`;
		return /\.[^/]*$/.test(path) ? path : `${path}.html`;
	} catch {
		return undefined;
	}
}

async function answer(event: FetchEvent, path: string, entry: Entry): Promise<Response> {
	const { request } = event;
	if (await caches.has(names.off)) return fetch(request);
	const response = await recall(event, entry).catch(() => undefined);
	if (Object.hasOwn(EDITION.files, path))
		return response ? cutRange(response, request.headers.get('range')) : Response.error();
	const texts = (await response?.json()) as Record<string, string> | undefined;
	if (texts && Object.hasOwn(texts, path)) return textResponse(path, texts[path]);
	// Not of this edition, or not to be had: whatever the network says stands, and is not kept.
	return fetch(request).catch(() =>
		request.mode === 'navigate' ? notFound(texts ? 404 : 503) : Response.error(),
	);
}

/** From the cache; else from the network and into the cache, with all else that was lost. */
async function recall(event: FetchEvent, entry: Entry): Promise<Response> {
	const address = addressIn(scope, entry);
	const kept = await caches.match(address, { cacheName: names.store });
	if (kept) return kept;
	const response = await fetchEntry(scope, entry);
	const copy = response.clone();
	const restore = async () => {
		await (await caches.open(names.store)).put(address, copy);
		await storeMissing(scope, await findWanted());
	};
	event.waitUntil(restore().catch(() => undefined));
	return response;
}

function textResponse(path: string, text = '', status = 200): Response {
	const type = TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain';
	// What a page is shown with is here as well: see `styles/tokens.css`.
	const shown = type === 'text/html' ? text.replace('<html', '<html data-kept') : text;
	return new Response(shown, { status, headers: { 'content-type': `${type}; charset=utf-8` } });
}

/** 404: there is no such page. 503: it could not be looked up, which the page then says. */
async function notFound(status: 404 | 503): Promise<Response> {
	const entry = entryOf(EDITION, NOT_FOUND);
	const kept = entry && (await caches.match(addressIn(scope, entry), { cacheName: names.store }));
	if (!kept) return Response.error();
	const html = await kept.text();
	return textResponse(
		NOT_FOUND,
		status === 404 ? html : html.replace('<html', '<html data-unreached'),
		status,
	);
}
