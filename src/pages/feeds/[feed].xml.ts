import type { APIRoute, GetStaticPaths } from 'astro';
import { findPartFeeds, makeAtomFeed } from '../../data/feeds.ts';
import { getCase } from '../../loader/timeline.ts';

/** What changed in one category, or of one person. */
export const getStaticPaths = (async () => {
	const { timeline } = await getCase();
	return [...findPartFeeds(timeline).keys()].map((feed) => ({ params: { feed } }));
}) satisfies GetStaticPaths;

export const GET = (async ({ params }) => {
	const { timeline, words } = await getCase();
	const feed = findPartFeeds(timeline).get(params['feed'] ?? '');
	if (!feed) throw new Error(`no such feed: ${params['feed']}`);
	return new Response(makeAtomFeed(feed, timeline, words));
}) satisfies APIRoute;
