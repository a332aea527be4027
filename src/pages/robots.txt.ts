import type { APIRoute } from 'astro';
import { getCase } from '../loader/timeline.ts';

/** Everything may be read (RFC 9309). */
export const GET = (async () => {
	const { timeline } = await getCase('/');
	return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${timeline.site.address}sitemap.xml\n`);
}) satisfies APIRoute;
