/** The web app manifest (https://www.w3.org/TR/appmanifest/): its addresses are relative to itself, wherever the site stands. */
import type { APIRoute } from 'astro';
import { THEME_COLOUR } from '../layouts/head.ts';
import { getCase } from '../loader/timeline.ts';

const PNG = { type: 'image/png' };

export const GET = (async () => {
	const { timeline, words } = await getCase('/');
	const { site } = timeline;
	const manifest = {
		name: site.title,
		short_name: words.nav.timeline,
		description: site.tagline,
		lang: site.language,
		dir: words.direction,
		start_url: './index.html',
		scope: './',
		display: 'minimal-ui',
		background_color: THEME_COLOUR,
		theme_color: THEME_COLOUR,
		icons: [
			{ src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
			{ src: './icons/icon-192.png', sizes: '192x192', ...PNG },
			{ src: './icons/icon-512.png', sizes: '512x512', ...PNG },
			{ src: './icons/maskable-512.png', sizes: '512x512', purpose: 'maskable', ...PNG },
		],
	};
	return new Response(`${JSON.stringify(manifest, null, '\t')}\n`);
}) satisfies APIRoute;
