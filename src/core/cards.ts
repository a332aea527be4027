/** Pictures for links: which there are, and which of them a page has. */
import { pagePath, paths } from './address.ts';
import type { TimelineEvent } from './event.ts';
import type { Timeline } from './timeline.ts';

export const CARD_SIZE = { width: 1200, height: 630 } as const;

/** Beyond so many events only the main ones have a card of their own: each costs the build a moment, the site 20 kB. */
const OWN_CARDS = 500;

/** What one card shows. */
export interface Card {
	/** Its file's name without the ending. */
	name: string;
	title: string;
	/** Absent for a page. */
	event?: TimelineEvent;
}

/** No event's id has two hyphens in a row. */
const ofPage = (id: string) => `page--${id}`;
/** Stands for every page without one of its own. */
const SHARED = ofPage('home');

/** Every card of a site, the one that pages share first. */
export function listCards(timeline: Timeline): Card[] {
	const { events, pages, site } = timeline;
	return [
		{ name: SHARED, title: site.title },
		...pages.filter(({ id }) => id !== 'home').map(({ id, title }) => ({ name: ofPage(id), title })),
		...events
			.filter(({ importance }) => events.length <= OWN_CARDS || importance === 1)
			.map((event) => ({ name: event.id, title: event.title, event })),
	];
}

/** @returns a function from a page's path, from the site's root, to its card */
export function findCards(timeline: Timeline): (path: string) => Card {
	const cards = listCards(timeline);
	const shared = cards[0] ?? { name: SHARED, title: timeline.site.title };
	const byPath = new Map(cards.map((card) => [pathOf(card), card]));
	return (path) => byPath.get(path) ?? shared;
}

function pathOf({ name, event }: Card): string {
	return event ? pagePath(paths.event(event.id)) : `${name.slice(ofPage('').length)}.html`;
}

/** Path of a card's file from the site's root, without a leading slash. */
export function cardPath({ name }: Card): string {
	return `cards/${name}.png`;
}
