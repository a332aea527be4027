/** Takes the place of the worker for good: removes what was stored, then itself. Keep it served for as long as readers may return. */
import { cacheNames } from './store.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(retire()));

async function retire(): Promise<void> {
	await Promise.all(Object.values(cacheNames(self.registration.scope)).map((name) => caches.delete(name)));
	await self.registration.unregister();
}
