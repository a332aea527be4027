import type { APIRoute } from 'astro';
import { findFeed, makeJsonFeed } from '../data/feeds.ts';
import { getCase } from '../loader/timeline.ts';

/** What changed, as JSON Feed. */
export const GET = (async () => {
	const { timeline, words } = await getCase('/');
	return new Response(makeJsonFeed(findFeed(timeline), timeline, words));
}) satisfies APIRoute;
