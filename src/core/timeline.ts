/** The case as its pages use it: in order, indexed, counted. */
import { paths } from './address.ts';
import { nameYear } from './calendar.ts';
import { listChanges, type Change } from './changes.ts';
import { claimSources, claimSpeakers, compareClaims, type Claim } from './claim.ts';
import type { Content } from './content.ts';
import {
	compareEvents,
	eventPeople,
	eventSources,
	RELATIONS,
	type Relation,
	type TimelineEvent,
} from './event.ts';
import { chooseForHome } from './large-case.ts';
import { yearOf } from './layout.ts';
import type { MediaFile } from './media.ts';
import { findAddressed } from './named.ts';
import type { Page } from './page.ts';
import type { Organization, Person } from './people.ts';
import type { Category, Site } from './site.ts';
import type { Source } from './source.ts';

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
	/** In the order in which the statements were made. */
	claims: Claim[];
	/** Earlier address → id of the event that has it. */
	aliases: Map<string, string>;
	event: (id: string) => TimelineEvent | undefined;
	source: (id: string) => Source | undefined;
	person: (id: string) => Person | undefined;
	organization: (id: string) => Organization | undefined;
	category: (id: string) => Category | undefined;
	page: (id: string) => Page | undefined;
	/** Files that an event shows. */
	media: MediaFile[];
	/** Sources that something cites, in the order of the file. */
	sources: Source[];
	/** Those whom something names, and those who were once given an address. */
	people: Person[];
	/** Those that act in an event or published a source, and those that were once given an address. */
	organizations: Organization[];
	/** Whether an organization has a page of its own; others stand on the page of sources alone. */
	hasPage: (organization: Organization) => boolean;
	pages: Page[];
	eventsOf: {
		person: (id: string) => TimelineEvent[];
		organization: (id: string) => TimelineEvent[];
		source: (id: string) => TimelineEvent[];
	};
	relationsOf: (id: string) => RelationTo[];
	/** Of an event among all, from 1. */
	position: (id: string) => number;
	/** Where an event stands in the list of all: on home, or on the page of its year. */
	listPath: (event: TimelineEvent) => string;
	/** Statements that touch an event. */
	claimsOn: (event: string) => Claim[];
	/** Statements and answers of a person. */
	claimsOf: (person: string) => Claim[];
	/** Newest first. */
	changes: Change[];
	/** The newest day an event or claim was added, updated or corrected. */
	lastChange: string;
}

/** Indexes a whole set once, so that no page searches it again. */
export function makeTimeline(content: Content, options: { drafts: boolean }): Timeline {
	const live = content.events.filter((event) => options.drafts || !event.draft).sort(compareEvents);
	const events = live.filter((event) => !event.withdrawn);
	const withdrawn = live.filter((event) => event.withdrawn);
	const byId = indexById(events);
	const sourcesById = indexById(content.sources);
	const addressed = findAddressed(content, events);
	const people = content.people.filter(({ id }) => addressed.people.has(id));
	const peopleById = indexById(people);
	const organizationsById = indexById(content.organizations);
	const pages = indexById(content.pages);
	const categories = indexById(content.site.categories);
	const shown = new Set(events.flatMap((event) => event.media.map(({ file }) => file)));
	const ofPerson = groupBy(events, eventPeople);
	const ofOrganization = groupBy(events, (event) => event.organizations);
	const ofSource = groupBy(events, eventSources);
	const claims = content.claims.toSorted(compareClaims);
	const onEvent = groupBy(claims, (claim) => claim.events);
	const ofSpeaker = groupBy(claims, claimSpeakers);
	const relations = relationsById(events, byId);
	const changes = listChanges(live, claims);
	const positions = new Map(events.map(({ id }, index) => [id, index + 1]));
	const onHome = new Set(chooseForHome(events));
	const cited = new Set([
		...ofSource.keys(),
		...claims.flatMap(claimSources),
		...content.pages.flatMap((page) => page.prose.citations.map((citation) => citation.id)),
		...people.flatMap((person) => person.roles.flatMap((role) => role.sources)),
	]);
	const sources = content.sources.filter((source) => cited.has(source.id));
	const publishers = new Set(sources.map((source) => source.custom.originator));
	return {
		site: content.site,
		events,
		withdrawn,
		claims,
		aliases: new Map(live.flatMap((event) => event.aliases.map((alias) => [alias, event.id]))),
		event: (id) => byId.get(id),
		source: (id) => sourcesById.get(id),
		person: (id) => peopleById.get(id),
		organization: (id) => organizationsById.get(id),
		category: (id) => categories.get(id),
		page: (id) => pages.get(id),
		media: content.media.filter(({ id }) => shown.has(id)),
		sources,
		people,
		organizations: content.organizations.filter(
			({ id }) => addressed.organizations.has(id) || publishers.has(id),
		),
		hasPage: ({ id }) => addressed.organizations.has(id),
		pages: content.pages,
		eventsOf: {
			person: (id) => ofPerson.get(id) ?? [],
			organization: (id) => ofOrganization.get(id) ?? [],
			source: (id) => ofSource.get(id) ?? [],
		},
		relationsOf: (id) => relations.get(id) ?? [],
		position: (id) => positions.get(id) ?? 0,
		listPath: (event) =>
			onHome.has(event)
				? paths.home(event.id)
				: `${paths.year(nameYear(yearOf(event.date)))}#${encodeURIComponent(event.id)}`,
		claimsOn: (event) => onEvent.get(event) ?? [],
		claimsOf: (person) => ofSpeaker.get(person) ?? [],
		changes,
		lastChange: changes[0]?.day ?? '',
	};
}

function indexById<T extends { id: string }>(records: readonly T[]): Map<string, T> {
	return new Map(records.map((record) => [record.id, record]));
}

function groupBy<T>(records: readonly T[], keysOf: (record: T) => readonly string[]): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const record of records)
		for (const key of keysOf(record)) {
			const group = groups.get(key);
			if (group) group.push(record);
			else groups.set(key, [record]);
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
