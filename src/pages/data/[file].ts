import type { APIRoute, GetStaticPaths } from 'astro';
import { DATA_FILES, isDataFile } from '../../data/files.ts';
import { getCase } from '../../loader/timeline.ts';

/** The case as data, in the forms that `data.html` describes. */
export const getStaticPaths = (() =>
	Object.keys(DATA_FILES).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET = (async ({ params: { file = '' } }) => {
	if (!isDataFile(file)) throw new Error(`no such file of data: ${file}`);
	const { timeline, words } = await getCase('/');
	return new Response(DATA_FILES[file](timeline, words));
}) satisfies APIRoute;
