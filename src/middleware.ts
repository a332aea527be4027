import { defineMiddleware } from 'astro:middleware';
import { keepLanguage, toRelative } from './integrations/portable/relative.ts';
import { dropSpaces } from './integrations/portable/spaces.ts';
import { endTurnsOfTexts } from './integrations/portable/turns.ts';
import { getCase } from './loader/timeline.ts';

/** Pages of a build between two lines that say how far it is. */
const PROGRESS = 1000;
let pages = 0;

/**
 * Every page leads to pages of its own language. Every built one refers to its own site by relative addresses, so that it
 * works wherever the folder stands; no text in it turns others round.
 */
export const onRequest = defineMiddleware(async ({ url: { pathname } }, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.includes('text/html')) return response;
	const { folder } = (await getCase(pathname)).language;
	if (import.meta.env.DEV && folder === '') return response;
	const written = await response.text();
	const html = folder === '' ? written : keepLanguage(written, folder);
	if (import.meta.env.DEV) return new Response(html, { status: response.status, headers: response.headers });
	if (++pages % PROGRESS === 0) console.log(`${pages} pages`);
	const portable = endTurnsOfTexts(dropSpaces(toRelative(html, pathname, folder)));
	return new Response(portable, { status: response.status, headers: response.headers });
});
