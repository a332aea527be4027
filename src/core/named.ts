/** Whom and what a set of texts speaks of. */
import { claimSpeakers } from './claim.ts';
import type { Content } from './content.ts';
import { eventPeople, type TimelineEvent } from './event.ts';

/** Ids of the two lists. */
export interface Named {
	people: ReadonlySet<string>;
	/** Those that act in an event; publishers that do not are named by sources alone. */
	organizations: ReadonlySet<string>;
}

/** Who is named in events and statements, and which organizations in events. */
export function findNamed({ events, claims }: Pick<Content, 'events' | 'claims'>): Named {
	return {
		people: new Set([...events.flatMap(eventPeople), ...claims.flatMap(claimSpeakers)]),
		organizations: new Set(events.flatMap((event) => event.organizations)),
	};
}

/**
 * Which entries of the two lists the site has an address for: what it names, and what it ever gave one, under this
 * id or an earlier one.
 * @param events those that are shown: a draft gives nobody an address
 */
export function findAddressed(content: Content, events: TimelineEvent[]): Named {
	const named = findNamed({ events, claims: content.claims });
	const addressed = (list: 'people' | 'organizations') =>
		new Set([
			...named[list],
			...content.published[list],
			...content[list].filter(({ aliases }) => aliases.length > 0).map(({ id }) => id),
		]);
	return { people: addressed('people'), organizations: addressed('organizations') };
}
