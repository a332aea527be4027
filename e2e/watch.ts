/** Collects what a reader must never meet. */
import type { Page } from '@playwright/test';

/** @returns a list that grows: console messages, script errors, failed requests, bad answers, requests to other hosts */
export function watch(page: Page): string[] {
	const troubles: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			troubles.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
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
