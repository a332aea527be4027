import type { APIRoute } from 'astro';
import { makeOembed } from '../core/embed.ts';
import { getCase } from '../loader/timeline.ts';

/** How programs that know oEmbed show a link to this site (https://oembed.com/). */
export const GET = (async () => {
	const { timeline } = await getCase('/');
	return new Response(`${JSON.stringify(makeOembed(timeline.site), null, '\t')}\n`);
}) satisfies APIRoute;
