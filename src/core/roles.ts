/** Which of a person's roles held at a time. */
import type { TimelineDate } from './date.ts';
import type { Person } from './people.ts';

type Role = Person['roles'][number];

/**
 * The roles that a person had at a date for certain: begun before its first day is over, and ended, if at all, after
 * its last. A role of which no date is known is never guessed.
 */
export function rolesAt(person: Person, { start, end }: TimelineDate): Role[] {
	if (start === null || end === null) return [];
	return person.roles.filter(({ from, to }) => {
		if (!from) return false;
		const begun = from.end ?? from.start;
		return begun !== null && begun <= start && (to === undefined || to.start === null || to.start >= end);
	});
}
