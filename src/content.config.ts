import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { contentLoader, type Records } from './loader/astro.ts';

const collection = <K extends keyof Records>(kind: K) =>
	defineCollection({ loader: contentLoader(kind), schema: z.custom<Records[K]>() });

export const collections = {
	site: collection('site'),
	events: collection('events'),
	claims: collection('claims'),
	pages: collection('pages'),
	sources: collection('sources'),
	people: collection('people'),
	organizations: collection('organizations'),
	media: defineCollection({
		loader: contentLoader('media'),
		schema: ({ image }) => z.object({ id: z.string(), bytes: z.number(), picture: image().optional() }),
	}),
	translations: collection('translations'),
	whole: collection('whole'),
};
