/** Records for tests: whole and sound, but for what a test says of them. */
import { parseClaim, type Claim } from './claim.ts';
import type { Content } from './content.ts';
import { parseEvent, type TimelineEvent } from './event.ts';
import { parseOrganization, parsePerson } from './people.ts';
import { parsePage } from './page.ts';
import { nothingPublished } from './published.ts';
import type { ShapeProblem } from './shape.ts';
import { parseSite } from './site.ts';
import { parseSource, type Source } from './source.ts';

type Fields = Record<string, unknown>;

export const EVENT_FIELDS: Fields = {
	date: '2024-08-12',
	title: 'Bridge opens',
	summary: 'The bridge opened to traffic.',
	category: 'court',
	importance: '1',
	added: '2026-11-23',
};

export const SOURCE_FIELDS: Fields = {
	id: 'paper-one',
	type: 'article-newspaper',
	title: 'Bridge opens at last',
	custom: { originator: 'the-paper', 'read-as': 'original' },
};

export const CLAIM_FIELDS: Fields = {
	statement: {
		text: 'It is finished.',
		'speaker-name': 'The mayor',
		date: '2024-08-10',
		source: 'paper-one',
	},
	events: ['bridge-opens'],
	added: '2026-11-23',
};

export const SITE_FIELDS: Fields = {
	slug: 'river-bridge',
	title: 'The river bridge',
	tagline: 'What happened, when, and who says so',
	address: 'https://timeline.example/',
	language: 'en',
	'time-zone': 'Europe/Paris',
	'coverage-to': '2026-06',
	'corrections-contact': 'mailto:corrections@timeline.example',
	licence: 'CC-BY-4.0',
	categories: [{ id: 'court', label: 'Courts', pattern: 'square', colour: 'ink' }],
};

export function makeEvent(
	id: string,
	fields: Fields = {},
	body = 'The mayor cut the ribbon. [@paper-one]',
): TimelineEvent {
	const { event, problems, bodyProblems } = parseEvent(id, { ...EVENT_FIELDS, ...fields }, body);
	return sound(event, [...problems, ...bodyProblems]);
}

export function makeClaim(id: string, fields: Fields = {}, body = 'The deck was laid. [@paper-one]'): Claim {
	const { claim, problems, bodyProblems } = parseClaim(id, { ...CLAIM_FIELDS, ...fields }, body);
	return sound(claim, [...problems, ...bodyProblems]);
}

export function makeSource(id: string, fields: Fields = {}): Source {
	const { value, problems } = parseSource({ ...SOURCE_FIELDS, id, ...fields });
	return sound(value, problems);
}

/** A whole case; what is not given is empty, but for one source, its publisher and one category. */
export function makeContent(
	changes: Partial<Record<'people' | 'organizations', Fields[]>> & {
		site?: Fields;
		pages?: Record<string, string>;
	} & Partial<Pick<Content, 'events' | 'claims' | 'sources' | 'media' | 'published' | 'translations'>> = {},
): Content {
	const site = parseSite({ ...SITE_FIELDS, ...changes.site });
	const people = (changes.people ?? []).map((fields) => parsePerson(fields));
	const organizations = (
		changes.organizations ?? [{ id: 'the-paper', name: 'The Paper', kind: 'publisher' }]
	).map((fields) => parseOrganization(fields));
	const pages = Object.entries(changes.pages ?? {}).map(([id, body]) => parsePage(id, { title: id }, body));
	return {
		site: sound(site.value, site.problems),
		events: changes.events ?? [],
		claims: changes.claims ?? [],
		sources: changes.sources ?? [makeSource('paper-one')],
		people: people.map(({ value, problems }) => sound(value, problems)),
		organizations: organizations.map(({ value, problems }) => sound(value, problems)),
		pages: pages.map(({ page, problems, bodyProblems }) => sound(page, [...problems, ...bodyProblems])),
		media: changes.media ?? [],
		published: changes.published ?? nothingPublished(),
		translations: changes.translations ?? [],
	};
}

function sound<T>(value: T | undefined, problems: readonly Pick<ShapeProblem, 'says'>[]): T {
	if (value === undefined || problems.length > 0)
		throw new Error(`not sound: ${problems.map((problem) => problem.says).join(' ')}`);
	return value;
}
