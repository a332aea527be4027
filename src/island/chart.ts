/** The chart already in the page: fades what the view leaves out, marks what is selected. */
import { findShown } from '../core/view.ts';
import type { CreatePart } from './part.ts';

export const createChart: CreatePart = (root, { events }) => {
	const links = [...root.querySelectorAll<SVGAElement>('.chart a.mark, .chart a.label')].map((link) => ({
		link,
		id: decodeURIComponent((link.getAttribute('href') ?? '').slice(1)),
	}));
	return {
		update(view) {
			const shown = findShown(events, view);
			for (const { link, id } of links) {
				link.classList.toggle('left-out', !shown.has(id));
				link.classList.toggle('selected', id === view.selected);
			}
		},
	};
};
