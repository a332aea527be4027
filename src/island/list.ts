/** The list already in the page: hides what the view leaves out, turns it round for newest first. */
import { findShown } from '../core/view.ts';
import type { CreatePart } from './part.ts';

export const createList: CreatePart = (root, { events }) => {
	const sections = [...root.querySelectorAll<HTMLElement>('section.year')];
	const jumps = new Map(
		[...root.querySelectorAll<HTMLAnchorElement>('.years a')].map((link) => [link.hash.slice(1), link]),
	);
	let isReversed = false;

	function turn(newestFirst: boolean) {
		if (newestFirst === isReversed) return;
		isReversed = newestFirst;
		const parent = sections[0]?.parentElement;
		// Every order is made from the built one, so that turning twice changes nothing.
		parent?.append(...(newestFirst ? sections.toReversed() : sections));
		for (const list of root.querySelectorAll('ol.events')) list.append(...[...list.children].reverse());
		const menu = root.querySelector('.years ul');
		menu?.append(...[...menu.children].reverse());
	}

	return {
		update(view) {
			const shown = findShown(events, view);
			if (view.selected) shown.add(view.selected);
			turn(view.newestFirst);
			for (const section of sections) {
				const items = [...section.querySelectorAll<HTMLElement>('ol.events > li')];
				for (const item of items) item.hidden = !shown.has(item.querySelector('article')?.id ?? '');
				const left = items.filter((item) => !item.hidden).length;
				section.hidden = left === 0;
				const jump = jumps.get(section.querySelector('h3')?.id ?? '');
				if (jump?.parentElement) jump.parentElement.hidden = left === 0;
			}
		},
	};
};
