/** What only the whole set can tell: references that lead nowhere, ids twice, who cites what. */
import { findAvoidedWords } from './avoided-words.ts';
import { checkIds } from './check-ids.ts';
import { utterances, type Claim } from './claim.ts';
import { claimFile, eventFile, FILES, mediaFile, pageFile, type Content } from './content.ts';
import { eventSources, isShown, RELATIONS, type TimelineEvent } from './event.ts';
import { findNamed } from './named.ts';
import { nearest } from './nearest.ts';
import { mediaProblems, referenceProblems, type Place, type Problem, type Reference } from './problem.ts';
import type { Prose } from './prose.ts';
import type { Source } from './source.ts';

/** What could not be read whole, so that nothing in it can be called missing. */
export interface Unread {
	lists: Set<keyof typeof FILES>;
	/** Ids of event files that have a problem of their own. */
	events: Set<string>;
	/** Whether an id stands somewhere in a file that could not be read whole. */
	mentions: (id: string) => boolean;
}

const NOTHING_UNREAD: Unread = { lists: new Set(), events: new Set(), mentions: () => false };

/**
 * Checks a whole set: every reference, every id. What was published is `published.ts`'s.
 * @param rules `allowUnsourced`: events may stand without any source
 */
export function checkContent(
	content: Content,
	unread: Unread = NOTHING_UNREAD,
	rules: { allowUnsourced?: boolean } = {},
): Problem[] {
	const known = {
		events: new Map(content.events.map((event) => [event.id, event])),
		sources: new Set(content.sources.map((source) => source.id)),
		people: new Set(content.people.map((person) => person.id)),
		organizations: new Set(content.organizations.map((organization) => organization.id)),
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
		...(!content.events.some(isShown) && unread.events.size === 0
			? [{ at: { file: 'events' }, says: referenceProblems.noEvents() }]
			: []),
		...unknown(cited, known.sources, 'a source', 'sources'),
		...unknown(namedPeople(content), known.people, 'a person', 'people'),
		...unknown(namedOrganizations(content), known.organizations, 'an organization', 'organizations'),
		...unknownCategories(content, unread),
		...checkIds(content),
		...unnamed(content, unread),
		...eventReferenceProblems(content, known.events, unread),
		...content.events
			.filter((event) => !rules.allowUnsourced && !event.withdrawn && eventSources(event).length === 0)
			.map((event) => ({
				at: { file: eventFile(event) },
				says: referenceProblems.noSource(),
				lacking: true,
			})),
		...mediaReferences(content, unread),
		...uncited(content.sources, new Set(cited.map((reference) => reference.id)), unread),
		...findAvoidedWords(content),
	];
}

/** What is not published yet: files of drafts, and ids of sources that nothing else cites. */
export function findDrafts(content: Content): Set<string> {
	const drafts = content.events.filter((event) => event.draft);
	const live = citedSources({ ...content, events: content.events.filter((event) => !event.draft) });
	const kept = new Set(live.map(({ id }) => id));
	return new Set([...drafts.map(eventFile), ...drafts.flatMap(eventSources).filter((id) => !kept.has(id))]);
}

function inEvent(event: TimelineEvent, ...path: (string | number)[]): Place {
	return { file: eventFile(event), path };
}

function inClaim(claim: Claim, ...path: (string | number)[]): Place {
	return { file: claimFile(claim), path };
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
		...content.claims.flatMap((claim) => [
			...utterances(claim).map(({ path, said }) => ({
				id: said.source,
				at: inClaim(claim, ...path, 'source'),
			})),
			...inProse(claimFile(claim), claim.prose),
		]),
		...content.pages.flatMap((page) => inProse(pageFile(page), page.prose)),
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

function namedPeople({ events, claims }: Content): Reference[] {
	return [
		...events.flatMap((event) => [
			...event.people.map((id, index) => ({ id, at: inEvent(event, 'people', index) })),
			...event.quotes.flatMap((quote, index) =>
				quote.speaker ? [{ id: quote.speaker, at: inEvent(event, 'quotes', index, 'speaker') }] : [],
			),
		]),
		...claims.flatMap((claim) =>
			utterances(claim).flatMap(({ path, said }) =>
				said.speaker ? [{ id: said.speaker, at: inClaim(claim, ...path, 'speaker') }] : [],
			),
		),
	];
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

function unknownCategories({ events, site }: Content, unread: Unread): Problem[] {
	const ids = site.categories.map(({ id }) => id);
	return events
		.filter(({ category }) => !unread.lists.has('site') && !ids.includes(category))
		.map((event) => ({
			at: inEvent(event, 'category'),
			says: referenceProblems.unknownCategory(event.category, nearest(event.category, ids), ids),
		}));
}

/** People and organizations that nothing speaks of: a page about nothing, or a name left over. */
function unnamed(content: Content, unread: Unread): Problem[] {
	const { people, organizations, sources } = content;
	const inTexts = findNamed(content);
	const named = {
		people: inTexts.people,
		organizations: new Set([...inTexts.organizations, ...sources.map((source) => source.custom.originator)]),
	};
	const inList = (list: keyof typeof named, records: readonly { id: string }[]): Problem[] =>
		records.flatMap(({ id }, index) => {
			if (named[list].has(id) || unread.mentions(id)) return [];
			const at = { file: FILES[list], path: [index, 'id'] };
			return [{ at, says: referenceProblems.namedNowhere(id, `${list}:`) }];
		});
	return [...inList('people', people), ...inList('organizations', organizations)];
}

/** An event named by another, by a claim or by a page. */
interface EventReference extends Reference {
	from: TimelineEvent | undefined;
	/** What the author wrote behind the id. */
	ending: '' | '.md';
}

function eventReferenceProblems(
	content: Content,
	byId: ReadonlyMap<string, TimelineEvent>,
	unread: Unread,
): Problem[] {
	const heirs = new Map(content.events.flatMap((event) => event.aliases.map((alias) => [alias, event.id])));
	const inText = (file: string, prose: Prose, from?: TimelineEvent): EventReference[] =>
		prose.links.map(({ id, line }) => ({ id, at: inBody(file, line), from, ending: '.md' }));
	const references = [
		...content.events.flatMap((event) => [
			...RELATIONS.flatMap((relation) =>
				(event.relates[relation] ?? []).map((id, index): EventReference => ({
					id,
					at: inEvent(event, 'relates', relation, index),
					from: event,
					ending: '',
				})),
			),
			...inText(eventFile(event), event.prose, event),
		]),
		...content.claims.flatMap((claim) => [
			...claim.events.map((id, index): EventReference => ({
				id,
				at: inClaim(claim, 'events', index),
				from: undefined,
				ending: '',
			})),
			...inText(claimFile(claim), claim.prose),
		]),
		...content.pages.flatMap((page) => inText(pageFile(page), page.prose)),
	];
	return references.flatMap(({ id, at, from, ending }): Problem[] => {
		if (id === from?.id) return [{ at, says: referenceProblems.itself(id, ending) }];
		const event = byId.get(id);
		if (event?.draft && (!from || isShown(from)))
			return [{ at, says: referenceProblems.isDraft(id, ending) }];
		if (event || unread.events.has(id)) return [];
		return [
			{ at, says: referenceProblems.unknownEvent(id, heirs.get(id) ?? nearest(id, byId.keys()), ending) },
		];
	});
}

/** Files that events name and that are not there; files that are there and that no event names. */
function mediaReferences({ events, media }: Content, unread: Unread): Problem[] {
	const files = new Set(media.map(({ id }) => id));
	const named = new Set(events.flatMap((event) => event.media.map(({ file }) => file)));
	return [
		...events.flatMap((event) =>
			event.media.flatMap(({ file }, index): Problem[] =>
				files.has(file)
					? []
					: [
							{
								at: inEvent(event, 'media', index, 'file'),
								says: mediaProblems.unknown(file, nearest(file, files)),
							},
						],
			),
		),
		...media
			.filter(({ id }) => !named.has(id) && !unread.mentions(id.replace(/\.[^.]*$/, '')))
			.map((file) => ({ at: { file: mediaFile(file) }, says: mediaProblems.unused(file.id) })),
	];
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
