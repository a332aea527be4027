/** The list already in the page: hides what the view leaves out, turns it round for newest first. */
import { dayToYear, nameYear } from '../core/calendar.ts';
import { findShown } from '../core/view.ts';
import type { CreatePart } from './part.ts';

export const createList: CreatePart = (root, { events }) => {
	const sections = [...root.querySelectorAll<HTMLElement>('section.year')];
	const jumps = new Map(
		[...root.querySelectorAll<HTMLAnchorElement>('.years a')].map((link) => [link.hash.slice(1), link]),
	);
	const yearOf = new Map(
		events.map(({ id, start }) => [id, nameYear(start === null ? undefined : dayToYear(start))]),
	);
	let isReversed = root.querySelector('ol.events[data-newest]') !== null;

	function turn(newestFirst: boolean) {
		// Each list tells how it stands, because a year that comes later comes in the order of its days.
		for (const list of root.querySelectorAll<HTMLElement>('ol.events')) {
			if ((list.dataset['newest'] !== undefined) === newestFirst) continue;
			list.append(...[...list.children].reverse());
			if (newestFirst) list.dataset['newest'] = '';
			else delete list.dataset['newest'];
		}
		if (newestFirst === isReversed) return;
		isReversed = newestFirst;
		const parent = sections[0]?.parentElement;
		// Every order is made from the built one, so that turning twice changes nothing.
		parent?.append(...(newestFirst ? sections.toReversed() : sections));
		const menu = root.querySelector('.years ul');
		menu?.append(...[...menu.children].reverse());
	}

	return {
		update(view) {
			const shown = findShown(events, view);
			if (view.selected) shown.add(view.selected);
			turn(view.newestFirst);
			const years = new Set([...shown].map((id) => yearOf.get(id)));
			for (const section of sections) {
				const items = [...section.querySelectorAll<HTMLElement>('ol.events > li')];
				for (const item of items) item.hidden = !shown.has(item.querySelector('article')?.id ?? '');
				const { more } = section.dataset;
				section.hidden = more === undefined ? items.every((item) => item.hidden) : !years.has(more);
				const jump = jumps.get(section.querySelector('h3')?.id ?? '');
				if (jump?.parentElement) jump.parentElement.hidden = section.hidden;
			}
		},
		// Put back into the page, the list is read again, in the order of its days.
		destroy: () => turn(false),
	};
};
