import { parse } from 'yaml';

/** What Eleventy does by itself, with dates left as they are written: its own reading of them refuses most. */
export default function (config) {
	config.setFrontMatterParsingOptions({
		engines: {
			yaml: (text) => {
				const { date, ...rest } = parse(text, { schema: 'failsafe' });
				return { ...rest, when: date };
			},
		},
	});
	config.addCollection('dated', (api) =>
		api
			.getFilteredByGlob('**/events/*.md')
			.sort((a, b) => (a.data.when < b.data.when ? -1 : a.data.when > b.data.when ? 1 : 0)),
	);
}

export const config = { markdownTemplateEngine: false, dir: { includes: 'layouts' } };
