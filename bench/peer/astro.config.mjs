// @ts-check
import { defineConfig } from 'astro/config';

/** What Astro does by itself: no integrations, no styles, no scripts. */
export default defineConfig({
	outDir: process.env['PEER_OUT'] ?? 'dist',
	cacheDir: 'cache',
	build: { format: 'file' },
	devToolbar: { enabled: false },
});
