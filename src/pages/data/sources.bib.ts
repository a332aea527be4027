import type { APIRoute } from 'astro';
import { sourcesToBibtex } from '../../core/cite-this.ts';
import { getCase } from '../../loader/timeline.ts';

/** The bibliography for LaTeX, Zotero and others; each entry under the id with which a text cites it. */
export const GET: APIRoute = async () => {
	const { timeline } = await getCase();
	return new Response(sourcesToBibtex(timeline.sources));
};
