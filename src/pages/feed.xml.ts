import type { APIRoute } from 'astro';
import { findFeed, makeAtomFeed } from '../data/feeds.ts';
import { getCase } from '../loader/timeline.ts';

/** What changed, as Atom. */
export const GET = (async () => {
	const { timeline, words } = await getCase('/');
	return new Response(makeAtomFeed(findFeed(timeline), timeline, words));
}) satisfies APIRoute;
