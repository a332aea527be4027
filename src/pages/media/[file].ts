import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { mediaFile } from '../../core/content.ts';
import { mediaType } from '../../core/media.ts';
import { contentFolder } from '../../loader/astro.ts';
import { readMedium } from '../../loader/media-files.ts';
import { getCase } from '../../loader/timeline.ts';

/** Every file that an event shows, under its own name. */
export const getStaticPaths = (async () => {
	const { timeline } = await getCase('/');
	return timeline.media.map(({ id }) => ({ params: { file: id } }));
}) satisfies GetStaticPaths;

export const GET = (async ({ params: { file = '' } }) => {
	const bytes = await readMedium(join(contentFolder(), mediaFile({ id: file })));
	return new Response(bytes, { headers: { 'content-type': mediaType(file)?.type ?? '' } });
}) satisfies APIRoute;
