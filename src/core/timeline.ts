/** What only the whole set can tell: order, references that lead nowhere, ids twice, who cites what, counts. */
import { compareEvents, eventSources, RELATIONS, type Relation, type TimelineEvent } from './event.ts';
import type { Page } from './page.ts';
import type { Organization, Person } from './people.ts';
import { nearest, referenceProblems, bodyProblems, type Place, type Problem } from './problem.ts';
import { avoidedWordsPattern, findAvoidedWords, type Prose } from './prose.ts';
import type { Category, Site } from './site.ts';
import type { Source } from './source.ts';

/** Every address ever published, with the hash of what stood there. */
export interface Published {
	events: Record<string, string>;
}

/** All records of a case, each valid by itself. */
export interface Content {
	site: Site;
	events: TimelineEvent[];
	sources: Source[];
	people: Person[];
	organizations: Organization[];
	pages: Page[];
	published: Published;
}

/** One event's tie to another, as its page tells it. */
export interface RelationTo {
	relation: Relation;
	/** True on the event that is pointed at: "is answered by" in place of "responds to". */
	inverse: boolean;
	event: TimelineEvent;
}

/** The case as the pages use it. Withdrawn events are not among `events`; drafts only when asked for. */
export interface Timeline {
	site: Site;
	events: TimelineEvent[];
	withdrawn: TimelineEvent[];
	/** Earlier address → id of the event that has it. */
	aliases: Map<string, string>;
	event: (id: string) => TimelineEvent | undefined;
	source: (id: string) => Source | undefined;
	person: (id: string) => Person | undefined;
	organization: (id: string) => Organization | undefined;
	category: (id: string) => Category | undefined;
	page: (id: string) => Page | undefined;
	/** Sources that something cites, in the order of the file. */
	sources: Source[];
	people: Person[];
	organizations: Organization[];
	pages: Page[];
	eventsOf: {
		person: (id: string) => TimelineEvent[];
		organization: (id: string) => TimelineEvent[];
		source: (id: string) => TimelineEvent[];
	};
	relationsOf: (id: string) => RelationTo[];
	/** The newest day an event was added, updated or corrected. */
	lastChange: string;
}

/** Indexes a whole set once, so that no page searches it again. */
export function makeTimeline(content: Content, options: { drafts: boolean }): Timeline {
	const live = content.events.filter((event) => options.drafts || !event.draft).sort(compareEvents);
	const events = live.filter((event) => !event.withdrawn);
	const withdrawn = live.filter((event) => event.withdrawn);
	const byId = indexById(events);
	const sourcesById = indexById(content.sources);
	const people = indexById(content.people);
	const organizations = indexById(content.organizations);
	const pages = indexById(content.pages);
	const categories = indexById(content.site.categories);
	const ofPerson = groupBy(events, (event) => event.people);
	const ofOrganization = groupBy(events, (event) => event.organizations);
	const ofSource = groupBy(events, eventSources);
	const relations = relationsById(events, byId);
	const changes = live.flatMap((event) => [
		event.added,
		event.updated ?? '',
		...event.corrections.map((correction) => correction.date),
		event.withdrawn?.date ?? '',
	]);
	const cited = new Set([
		...ofSource.keys(),
		...content.pages.flatMap((page) => page.prose.citations.map((citation) => citation.id)),
		...content.people.flatMap((person) => person.roles.flatMap((role) => role.sources)),
	]);
	return {
		site: content.site,
		events,
		withdrawn,
		aliases: new Map(live.flatMap((event) => event.aliases.map((alias) => [alias, event.id]))),
		event: (id) => byId.get(id),
		source: (id) => sourcesById.get(id),
		person: (id) => people.get(id),
		organization: (id) => organizations.get(id),
		category: (id) => categories.get(id),
		page: (id) => pages.get(id),
		sources: content.sources.filter((source) => cited.has(source.id)),
		people: content.people,
		organizations: content.organizations,
		pages: content.pages,
		eventsOf: {
			person: (id) => ofPerson.get(id) ?? [],
			organization: (id) => ofOrganization.get(id) ?? [],
			source: (id) => ofSource.get(id) ?? [],
		},
		relationsOf: (id) => relations.get(id) ?? [],
		lastChange: changes.reduce((latest, day) => (day > latest ? day : latest), ''),
	};
}

function indexById<T extends { id: string }>(records: readonly T[]): Map<string, T> {
	return new Map(records.map((record) => [record.id, record]));
}

function groupBy(
	events: readonly TimelineEvent[],
	keysOf: (event: TimelineEvent) => readonly string[],
): Map<string, TimelineEvent[]> {
	const groups = new Map<string, TimelineEvent[]>();
	for (const event of events)
		for (const key of keysOf(event)) {
			const group = groups.get(key);
			if (group) group.push(event);
			else groups.set(key, [event]);
		}
	return groups;
}

function relationsById(
	events: readonly TimelineEvent[],
	byId: ReadonlyMap<string, TimelineEvent>,
): Map<string, RelationTo[]> {
	const relations = new Map<string, RelationTo[]>();
	const add = (id: string, relation: RelationTo) =>
		relations.set(id, [...(relations.get(id) ?? []), relation]);
	for (const event of events)
		for (const relation of RELATIONS)
			for (const id of event.relates[relation] ?? []) {
				const other = byId.get(id);
				if (!other) continue;
				add(event.id, { relation, inverse: false, event: other });
				add(id, { relation, inverse: true, event });
			}
	return relations;
}

const FILES = {
	site: 'site.yaml',
	sources: 'sources.yaml',
	people: 'people.yaml',
	organizations: 'organizations.yaml',
	published: 'published.json',
} as const;

/** An id that no file has, and where it was written. */
type Reference = { id: string; at: Place };

/** What could not be read whole, so that nothing in it can be called missing. */
export interface Unread {
	lists: Set<keyof typeof FILES>;
	/** Ids of event files. */
	events: Set<string>;
	/** Whether an id stands somewhere in a file that could not be read whole. */
	mentions: (id: string) => boolean;
}

const NOTHING_UNREAD: Unread = { lists: new Set(), events: new Set(), mentions: () => false };

/** Checks a whole set: every reference, every id, every published address. */
export function checkContent(content: Content, unread: Unread = NOTHING_UNREAD): Problem[] {
	const known = {
		events: new Map(content.events.map((event) => [event.id, event])),
		sources: new Set(content.sources.map((source) => source.id)),
		people: new Set(content.people.map((person) => person.id)),
		organizations: new Set(content.organizations.map((organization) => organization.id)),
		categories: content.site.categories.map((category) => category.id),
	};
	const unknown = (
		references: Reference[],
		ids: ReadonlySet<string>,
		what: string,
		list: keyof typeof FILES,
	): Problem[] =>
		references
			.filter(({ id }) => !unread.lists.has(list) && !ids.has(id))
			.map(({ id, at }) => ({
				at,
				says: referenceProblems.unknownId(id, what, nearest(id, ids), FILES[list]),
			}));
	const cited = citedSources(content);
	return [
		...unknown(cited, known.sources, 'a source', 'sources'),
		...unknown(namedPeople(content.events), known.people, 'a person', 'people'),
		...unknown(namedOrganizations(content), known.organizations, 'an organization', 'organizations'),
		...unknown(
			content.events.map((event) => ({ id: event.category, at: inEvent(event, 'category') })),
			new Set(known.categories),
			'a category',
			'site',
		),
		...duplicateIds(content),
		...aliasProblems(content.events, known.events),
		...eventReferenceProblems(content, known.events, unread),
		...content.events
			.filter((event) => !event.withdrawn && eventSources(event).length === 0)
			.map((event) => ({ at: { file: eventFile(event) }, says: referenceProblems.noSource() })),
		...uncited(content.sources, new Set(cited.map((reference) => reference.id)), unread),
		...publishedProblems(content, known.events, unread),
		...avoidedWords(content),
	];
}

export function eventFile(event: { id: string }): string {
	return `events/${event.id}.md`;
}

function inEvent(event: TimelineEvent, ...path: (string | number)[]): Place {
	return { file: eventFile(event), path };
}

function inBody(file: string, line: number): { file: string; bodyLine: number } {
	return { file, bodyLine: line };
}

function citedSources(content: Content): Reference[] {
	const inProse = (file: string, prose: Prose) =>
		prose.citations.map(({ id, line }) => ({ id, at: inBody(file, line) }));
	return [
		...content.events.flatMap((event) => [
			...inProse(eventFile(event), event.prose),
			...event.quotes.map((quote, index) => ({
				id: quote.source,
				at: inEvent(event, 'quotes', index, 'source'),
			})),
			...event.disagreements.flatMap((disagreement, index) =>
				disagreement.sources.map((id, position) => ({
					id,
					at: inEvent(event, 'disagreements', index, 'sources', position),
				})),
			),
		]),
		...content.pages.flatMap((page) => inProse(`pages/${page.id}.md`, page.prose)),
		...content.people.flatMap((person, index) =>
			person.roles.flatMap((role, roleIndex) =>
				role.sources.map((id, position) => ({
					id,
					at: { file: FILES.people, path: [index, 'roles', roleIndex, 'sources', position] },
				})),
			),
		),
	];
}

function namedPeople(events: readonly TimelineEvent[]): Reference[] {
	return events.flatMap((event) => [
		...event.people.map((id, index) => ({ id, at: inEvent(event, 'people', index) })),
		...event.quotes.flatMap((quote, index) =>
			quote.speaker ? [{ id: quote.speaker, at: inEvent(event, 'quotes', index, 'speaker') }] : [],
		),
	]);
}

function namedOrganizations(content: Content): Reference[] {
	return [
		...content.events.flatMap((event) =>
			event.organizations.map((id, index) => ({ id, at: inEvent(event, 'organizations', index) })),
		),
		...content.sources.map((source, index) => ({
			id: source.custom.originator,
			at: { file: FILES.sources, path: ['references', index, 'custom', 'originator'] },
		})),
	];
}

function duplicateIds(content: Content): Problem[] {
	const lists = [
		{ file: FILES.sources, records: content.sources, path: (index: number) => ['references', index, 'id'] },
		{ file: FILES.people, records: content.people, path: (index: number) => [index, 'id'] },
		{ file: FILES.organizations, records: content.organizations, path: (index: number) => [index, 'id'] },
		{
			file: FILES.site,
			records: content.site.categories,
			path: (index: number) => ['categories', index, 'id'],
		},
		{ file: FILES.site, records: content.site.eras, path: (index: number) => ['eras', index, 'id'] },
	];
	return lists.flatMap(({ file, records, path }) => {
		const seen = new Map<string, number>();
		return records.flatMap(({ id }, index) => {
			const first = seen.get(id);
			if (first === undefined) {
				seen.set(id, index);
				return [];
			}
			return [
				{ at: { file, path: path(index) }, says: referenceProblems.duplicateId(id, `entry ${first + 1}`) },
			];
		});
	});
}

function aliasProblems(
	events: readonly TimelineEvent[],
	byId: ReadonlyMap<string, TimelineEvent>,
): Problem[] {
	const owners = new Map<string, string>();
	return events.flatMap((event) =>
		event.aliases.flatMap((alias, index): Problem[] => {
			const at = inEvent(event, 'aliases', index);
			if (byId.has(alias)) return [{ at, says: referenceProblems.aliasIsEvent(alias) }];
			const owner = owners.get(alias);
			owners.set(alias, event.id);
			return owner ? [{ at, says: referenceProblems.aliasTwice(alias, owner) }] : [];
		}),
	);
}

function eventReferenceProblems(
	content: Content,
	byId: ReadonlyMap<string, TimelineEvent>,
	unread: Unread,
): Problem[] {
	const heirs = new Map(content.events.flatMap((event) => event.aliases.map((alias) => [alias, event.id])));
	const link = (file: string) => (reference: { id: string; line: number }) => ({
		id: reference.id,
		at: inBody(file, reference.line),
		from: file,
		ending: '.md' as const,
	});
	const references = [
		...content.events.flatMap((event) => [
			...RELATIONS.flatMap((relation) =>
				(event.relates[relation] ?? []).map((id, index) => ({
					id,
					at: inEvent(event, 'relates', relation, index),
					from: event.id,
					ending: '' as const,
				})),
			),
			...event.prose.links.map(link(eventFile(event))),
		]),
		...content.pages.flatMap((page) => page.prose.links.map(link(`pages/${page.id}.md`))),
	];
	return references.flatMap(({ id, at, from, ending }): Problem[] => {
		if (id === from) return [{ at, says: referenceProblems.itself(id) }];
		if (byId.has(id) || unread.events.has(id)) return [];
		return [
			{ at, says: referenceProblems.unknownEvent(id, heirs.get(id) ?? nearest(id, byId.keys()), ending) },
		];
	});
}

function uncited(sources: readonly Source[], cited: ReadonlySet<string>, unread: Unread): Problem[] {
	return sources.flatMap((source, index) =>
		cited.has(source.id) || unread.mentions(source.id)
			? []
			: [
					{
						at: { file: FILES.sources, path: ['references', index, 'id'] },
						says: referenceProblems.sourceNotCited(source.id),
					},
				],
	);
}

function publishedProblems(
	content: Content,
	byId: ReadonlyMap<string, TimelineEvent>,
	unread: Unread,
): Problem[] {
	// A draft is not built, so its aliases keep no address alive.
	const live = content.events.filter((event) => !event.draft);
	const aliases = new Set(live.flatMap((event) => event.aliases));
	return Object.keys(content.published.events).flatMap((id): Problem[] => {
		const event = byId.get(id);
		if (event?.draft) return [{ at: inEvent(event, 'draft'), says: referenceProblems.publishedDraft(id) }];
		if (event || aliases.has(id) || unread.events.has(id) || unread.mentions(id)) return [];
		return [
			{ at: { file: FILES.published, path: ['events', id] }, says: referenceProblems.publishedGone(id) },
		];
	});
}

/** Words to avoid, wherever the site speaks in its own voice. Titles of sources and quotations are others' words. */
function avoidedWords(content: Content): Problem[] {
	const pattern = avoidedWordsPattern(content.site['avoid-words']);
	if (!pattern) return [];
	const own = [
		...content.events.flatMap((event) => [
			{ at: inEvent(event, 'title'), text: event.title },
			{ at: inEvent(event, 'summary'), text: event.summary },
			...event.disagreements.map(({ text }, index) => ({
				at: inEvent(event, 'disagreements', index, 'text'),
				text,
			})),
			...event.limits.map(({ text }, index) => ({ at: inEvent(event, 'limits', index, 'text'), text })),
			...event.corrections.map(({ text }, index) => ({
				at: inEvent(event, 'corrections', index, 'text'),
				text,
			})),
			...event.prose.blocks.map(({ line, text }) => ({ at: inBody(eventFile(event), line), text })),
		]),
		...content.pages.flatMap((page) => [
			{ at: { file: `pages/${page.id}.md`, path: ['title'] }, text: page.title },
			...page.prose.blocks.map(({ line, text }) => ({ at: inBody(`pages/${page.id}.md`, line), text })),
		]),
		...content.people.flatMap((person, index) =>
			person.roles.map(({ text }, role) => ({
				at: { file: FILES.people, path: [index, 'roles', role, 'text'] },
				text,
			})),
		),
	];
	return own.flatMap(({ at, text }) =>
		findAvoidedWords(text, pattern).map(({ word, context, line }) => ({
			at: 'bodyLine' in at ? { ...at, bodyLine: at.bodyLine + line - 1 } : at,
			says: bodyProblems.avoidedWord(word, context),
		})),
	);
}
