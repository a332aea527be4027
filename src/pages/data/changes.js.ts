import type { APIRoute } from 'astro';
import { makeChangesScript } from '../../data/changes-script.ts';
import { getCase } from '../../loader/timeline.ts';

/** What is new to a reader who comes back. */
export const GET = (async ({ url }) => {
	const { timeline, words } = await getCase(url.pathname);
	return new Response(makeChangesScript(timeline, words), { headers: { 'content-type': 'text/javascript' } });
}) satisfies APIRoute;
