import type { APIRoute, GetStaticPaths } from 'astro';
import { findPartFeeds, makeAtomFeed, type Feed } from '../../data/feeds.ts';
import { getCase } from '../../loader/timeline.ts';

/** What changed in one category, or of one person. */
export const getStaticPaths = (async () => {
	const { timeline } = await getCase('/');
	return [...findPartFeeds(timeline)].map(([name, feed]) => ({ params: { feed: name }, props: { feed } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed }> = async ({ props }) => {
	const { timeline, words } = await getCase('/');
	return new Response(makeAtomFeed(props.feed, timeline, words));
};
