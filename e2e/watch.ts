/** Collects what a reader must never meet. */
import type { Page } from '@playwright/test';

/**
 * What Firefox says besides the cancelled request when a reader leaves while a worker's answer arrives: it names no
 * address, because the answer came from no host. An answer that breaks off by itself has its failed request beside it.
 */
const LEFT_BEHIND =
	'Failed to load ‘’. A ServiceWorker intercepted the request and encountered an unexpected error.';

/** @returns a list that grows: console messages, script errors, failed requests, bad answers, requests to other hosts */
export function watch(page: Page): string[] {
	const troubles: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			troubles.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => {
		if (error.message !== LEFT_BEHIND) troubles.push(`script: ${error.message}`);
	});
	page.on('requestfailed', (request) => {
		// A reader who leaves while a late part loads cancels it.
		const isCancelled = /ABORTED$/.test(request.failure()?.errorText ?? '');
		if (!isCancelled) troubles.push(`failed: ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) troubles.push(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const { protocol, host } = new URL(request.url());
		const own = protocol === 'file:' || protocol === 'data:' || host.startsWith('127.0.0.1');
		if (!own) troubles.push(`other host: ${request.url()}`);
	});
	return troubles;
}
