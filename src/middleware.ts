import { defineMiddleware } from 'astro:middleware';
import { keepLanguage, toRelative } from './integrations/portable/relative.ts';
import { dropSpaces } from './integrations/portable/spaces.ts';
import { getCase } from './loader/timeline.ts';

/**
 * Every page leads to pages of its own language. Every built one refers to its own site by relative addresses, so that it
 * works wherever the folder stands.
 */
export const onRequest = defineMiddleware(async ({ url: { pathname } }, next) => {
	const response = await next();
	if (!response.headers.get('content-type')?.includes('text/html')) return response;
	const { folder } = (await getCase(pathname)).language;
	if (import.meta.env.DEV && folder === '') return response;
	const written = await response.text();
	const html = folder === '' ? written : keepLanguage(written, folder);
	const portable = import.meta.env.DEV ? html : dropSpaces(toRelative(html, pathname, folder));
	return new Response(portable, { status: response.status, headers: response.headers });
});
