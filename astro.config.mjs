// @ts-check
import { defineConfig } from 'astro/config';
import authoring from './src/integrations/authoring/index.ts';
import cards from './src/integrations/cards/index.ts';
import inlineSheets from './src/integrations/inline-sheets/index.ts';
import languages from './src/integrations/languages/index.ts';
import editions from './src/integrations/editions/index.ts';
import form from './src/integrations/form/index.ts';
import offline from './src/integrations/offline/index.ts';
import portable from './src/integrations/portable/index.ts';
import { caseName } from './src/loader/case-name.ts';
import years from './src/integrations/years/index.ts';
import sitemap from './src/integrations/sitemap/index.ts';

export default defineConfig({
	outDir: process.env['OUT_DIR'] ?? 'dist',
	cacheDir: `.cache/astro/${caseName()}`,
	build: { format: 'file', inlineStylesheets: 'never', assets: 'assets' },
	// Line breaks between inline elements are spaces.
	compressHTML: true,
	devToolbar: { enabled: false },
	// Editions are made of pages whose scripts and addresses are final, and offline stores pages that name the editions.
	integrations: [
		languages(),
		// vis-timeline asks for moment, and would bring all of it.
		portable({ moment: './src/island/utc-moment.ts' }, `.cache/pages/${caseName()}.bin`),
		years(),
		sitemap(),
		editions(),
		// After the editions, in which they would be weight without use.
		cards(`.cache/cards/${caseName()}`),
		// After the editions too, which look for links to style sheets.
		inlineSheets(/^(?:[a-z-]+\/)?(?:index|embed)\.html$/i),
		offline(),
		authoring(),
		form(),
	],
});
