/** What readers may choose among: only what some event has, in one order for the form and the data of the page. */
import { STATUSES, type Status, type TimelineEvent } from './event.ts';
import type { Category } from './site.ts';
import type { Person } from './people.ts';
import type { Timeline } from './timeline.ts';

export interface Choices {
	category: readonly Category[];
	status: readonly Status[];
	/** Most named first. People without a page of their own are in no search and in no filter. */
	person: readonly (Person & { count: number })[];
}

/** @param events those of the page */
export function findChoices(timeline: Timeline, events: readonly TimelineEvent[]): Choices {
	const has = (test: (event: TimelineEvent) => boolean) => events.some(test);
	return {
		category: timeline.site.categories.filter(({ id }) => has((event) => event.category === id)),
		status: STATUSES.filter((status) => has((event) => event.status === status)),
		person: timeline.people
			.filter((person) => person.page)
			.map((person) => ({ ...person, count: timeline.eventsOf.person(person.id).length }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count),
	};
}
