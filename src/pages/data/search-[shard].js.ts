import type { APIRoute, GetStaticPaths } from 'astro';
import { getSearchShards } from '../../loader/search.ts';
import { getCase } from '../../loader/timeline.ts';

export const getStaticPaths = (async ({ routePattern }) => {
	const shards = getSearchShards(await getCase(routePattern));
	return shards.map((shard, index) => ({ params: { shard: String(index) }, props: { shard } }));
}) satisfies GetStaticPaths;

/** A part of the search index as a classic script: a disk lets a page run one, and refuses to let it fetch. */
export const GET: APIRoute<{ shard: string }> = ({ props }) =>
	new Response(`(globalThis.searchShards??=[]).push(${props.shard});\n`, {
		headers: { 'content-type': 'text/javascript' },
	});
