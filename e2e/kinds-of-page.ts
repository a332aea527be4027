/** A page of each kind that a case has, by its path from the home of a language. */
import type { Content } from '../src/core/content.ts';
import type { TimelineEvent } from '../src/core/event.ts';

/** The event whose page has most on it. */
export function richestEvent({ events }: Content): TimelineEvent | undefined {
	const weight = ({ quotes, disagreements, limits, media }: TimelineEvent) =>
		quotes.length + disagreements.length + limits.length + media.length;
	return events
		.filter(({ draft, withdrawn }) => !draft && !withdrawn)
		.toSorted((a, b) => weight(b) - weight(a))[0];
}

export function kindsOfPage(content: Content): string[] {
	const rich = richestEvent(content);
	const shown = content.events.filter(({ draft, withdrawn }) => !draft && !withdrawn);
	const alleged = shown.find(({ status }) => status === 'alleged');
	const person = content.people.find(({ page }) => page);
	const acting = content.organizations.find(({ id }) =>
		shown.some(({ organizations }) => organizations.includes(id)),
	);
	return [
		'index.html',
		`events/${rich?.id}.html`,
		...(alleged ? [`events/${alleged.id}.html`] : []),
		'people.html',
		`people/${person?.id}.html`,
		'sources.html',
		'claims.html',
		'changes.html',
		'quality.html',
		'data.html',
		'on-this-day.html',
		'organizations.html',
		`organizations/${acting?.id}.html`,
		...content.pages.filter(({ id }) => id !== 'home').map(({ id }) => `${id}.html`),
		'offline.html',
		'search.html',
		'404.html',
		'embed.html',
		`embed.html#${rich?.id}`,
	];
}
