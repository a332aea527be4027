/** What the form's page is told: the configuration of Decap CMS, and what its own script asks of the case. */
import type { Content } from '../../core/content.ts';
import { makeFormFields, type Choice, type Choices } from './fields.ts';

/** Where what is saved goes; the rest of the configuration is the same for all. */
export type Backend =
	{ name: 'proxy'; proxy_url: string } | { name: 'github'; repo: string; branch: string; base_url?: string };

export interface Where {
	backend: Backend;
	/** Path of the content from the root of what the backend holds; empty where it is that root. */
	folder: string;
	/** Where the pages of events can be seen. */
	address: string;
	/** The day on which a new event is added, as ISO 8601; undefined where the form is made for later days too. */
	today: string | undefined;
}

export interface Settings {
	config: object;
	/** Ids and aliases of events, which a new one cannot have. */
	taken: string[];
	allowUnsourced: boolean;
	/** Ids of those of the case. */
	categories: string[];
}

/** The name under which the script registers how a file is read and written. */
export const FORMAT = 'event';

/** @param rules as for `npm run check` */
export function makeSettings(
	content: Content,
	{ backend, folder, address, today }: Where,
	rules: { allowUnsourced: boolean },
): Settings {
	const inFolder = (path: string) => (folder ? `${folder}/${path}` : path);
	return {
		config: {
			backend,
			load_config_file: false,
			media_folder: inFolder('media'),
			public_folder: '',
			site_url: address,
			display_url: address,
			slug: { encoding: 'unicode', clean_accents: false, sanitize_replacement: '-' },
			collections: [
				{
					name: 'events',
					label: 'Events',
					label_singular: 'Event',
					description: content.site.title,
					folder: inFolder('events'),
					create: true,
					// What was published keeps its address: withdrawn: takes a text back.
					delete: false,
					extension: 'md',
					format: FORMAT,
					slug: '{{fields._id}}',
					preview_path: 'events/{{slug}}.html',
					summary: '{{date}}  {{title}}',
					editor: { preview: false },
					fields: makeFormFields(listChoices(content), today),
				},
			],
		},
		taken: content.events.flatMap(({ id, aliases }) => [id, ...aliases]),
		categories: content.site.categories.map(({ id }) => id),
		...rules,
	};
}

function listChoices({ site, people, organizations, sources, events }: Content): Choices {
	const choose = (records: readonly { id: string }[], label: (index: number) => string): Choice[] =>
		records.map(({ id }, index) => ({ label: label(index), value: id }));
	return {
		categories: choose(site.categories, (index) => site.categories[index]?.label ?? ''),
		people: choose(people, (index) => people[index]?.name ?? ''),
		organizations: choose(organizations, (index) => organizations[index]?.name ?? ''),
		sources: choose(sources, (index) => `${sources[index]?.id}: ${sources[index]?.title}`),
		events: choose(events, (index) => `${events[index]?.date.edtf} ${events[index]?.title}`),
	};
}
