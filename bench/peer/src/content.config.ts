import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** YAML takes some dates for dates, numbers or lists; here they are text to print. */
const dateText = z.preprocess(
	(date) => (date instanceof Date ? date.toISOString().slice(0, 10) : String(date)),
	z.string(),
);

export const collections = {
	events: defineCollection({
		loader: glob({ pattern: '*.md', base: pathToFileURL(`${process.env['PEER_EVENTS']}/`) }),
		schema: z.object({ date: dateText, title: z.string(), summary: z.string() }),
	}),
};
