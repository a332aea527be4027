import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonInScript } from '../../layouts/head.ts';
import { getSearchShards } from '../../loader/search.ts';
import { getCase } from '../../loader/timeline.ts';
import type { SearchShard } from '../../core/search-index.ts';

export const getStaticPaths = (async ({ routePattern }) => {
	const shards = getSearchShards(await getCase(routePattern));
	return shards.map((shard, index) => ({ params: { shard: String(index) }, props: { shard } }));
}) satisfies GetStaticPaths;

/** A part of the search index as a classic script: a disk lets a page run one, and refuses to let it fetch. */
export const GET: APIRoute<{ shard: SearchShard }> = ({ props }) =>
	new Response(`(globalThis.searchShards??=[]).push(${jsonInScript(props.shard)});\n`, {
		headers: { 'content-type': 'text/javascript' },
	});
