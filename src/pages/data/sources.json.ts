import type { APIRoute } from 'astro';
import { sourceToCsl } from '../../core/source.ts';
import { getCase } from '../../loader/timeline.ts';

/** The bibliography as CSL-JSON; how each source was read stands in its `custom`. */
export const GET: APIRoute = async () => {
	const { timeline } = await getCase();
	return new Response(`${JSON.stringify(timeline.sources.map(sourceToCsl), null, '\t')}\n`);
};
