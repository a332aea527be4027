import { defineMiddleware } from 'astro:middleware';
import { toRelative } from './integrations/portable/relative.ts';
import { dropSpaces } from './integrations/portable/spaces.ts';
import { endTurnsOfTexts } from './integrations/portable/turns.ts';

/** Pages of a build between two lines that say how far it is. */
const PROGRESS = 1000;
let pages = 0;

/** Every built page refers to its own site by relative addresses, so that it works wherever the folder stands; no text in it turns others round. */
export const onRequest = defineMiddleware(async (context, next) => {
	const response = await next();
	const isPage = response.headers.get('content-type')?.includes('text/html');
	if (import.meta.env.DEV || !isPage) return response;
	if (++pages % PROGRESS === 0) console.log(`${pages} pages`);
	const html = endTurnsOfTexts(dropSpaces(toRelative(await response.text(), context.url.pathname)));
	return new Response(html, { status: response.status, headers: response.headers });
});
