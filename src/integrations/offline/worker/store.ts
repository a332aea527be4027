/** Entries of an edition into the browser's cache and out of it; used by the worker and by the page that saves. */
import type { Entry } from './edition.ts';

/**
 * All editions share one cache, because entries are named by content: an edition takes over what the last one has.
 * The other two are marks: `saved`, the reader asked for everything; `off`, for nothing.
 * Sites on one host share the storage, so each name begins with the scope.
 */
export const cacheNames = (scope: string) => ({
	store: `${scope}#store`,
	saved: `${scope}#saved`,
	off: `${scope}#off`,
});

const PARALLEL = 4;
/** First characters of SHA-256 in hexadecimal. */
export const HASH_LENGTH = 16;

export const addressIn = (scope: string, entry: Entry): string => new URL(entry.address, scope).href;

/** @throws where the server does not give exactly the bytes of the edition: nothing else is ever kept */
export async function fetchEntry(scope: string, entry: Entry, signal?: AbortSignal): Promise<Response> {
	const response = await fetch(addressIn(scope, entry), { cache: 'no-cache', signal: signal ?? null });
	const body = await response.arrayBuffer();
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
	const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	if (!response.ok || hash.slice(0, HASH_LENGTH) !== entry.hash)
		throw new Error(`${entry.address} (${response.status}) is not of this edition`);
	// A new response, because a redirected one may not answer a navigation.
	return new Response(body, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

/** Which of the entries are not in the cache. */
export async function findMissing(scope: string, entries: readonly Entry[]): Promise<Entry[]> {
	const cache = await caches.open(cacheNames(scope).store);
	const kept = new Set((await cache.keys()).map(({ url }) => url));
	return entries.filter((entry) => !kept.has(addressIn(scope, entry)));
}

/**
 * Fetches what is missing, a few at a time; what arrived stays, so that another try goes on from there.
 * @throws the first failure: of the network, of the server, or `QuotaExceededError`
 */
export async function storeMissing(
	scope: string,
	entries: readonly Entry[],
	{ signal, onStored }: { signal?: AbortSignal; onStored?: (left: number) => void } = {},
): Promise<void> {
	const queue = await findMissing(scope, entries);
	const cache = await caches.open(cacheNames(scope).store);
	let left = queue.length;
	const work = async () => {
		for (let entry = queue.shift(); entry; entry = queue.shift()) {
			await cache.put(addressIn(scope, entry), await fetchEntry(scope, entry, signal));
			onStored?.(--left);
		}
	};
	try {
		await Promise.all(Array.from({ length: PARALLEL }, work));
	} finally {
		queue.length = 0;
	}
}

/** Why storing failed, as the page says it. */
export const reasonOf = (error: unknown): 'full' | 'failed' =>
	error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'failed';
