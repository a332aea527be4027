/** In a framed page: one event at a time in place of the list, and the way from there to the whole timeline. */
import { paths } from '../core/address.ts';
import type { CreatePart } from './part.ts';
import { viewToAddress } from './view-address.ts';

export const createEmbed: CreatePart = (root, { byId, known, show, signal }) => {
	const cards = root.querySelector('.cards');
	if (!cards) return { update: () => undefined };
	const entries = [...cards.querySelectorAll<HTMLElement>('article.entry')];
	const other = cards.querySelector<HTMLElement>('.other');
	const hint = cards.querySelector<HTMLElement>('.hint');
	const whole = root.querySelector<HTMLAnchorElement>('.embed-from a');
	const address = whole?.href ?? '';

	root.addEventListener(
		'click',
		(event) => {
			const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
			const id = decodeURIComponent(link?.getAttribute('href')?.slice(1) ?? '');
			const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
			if (!isPlain || !known.events.has(id)) return;
			// Followed, the link would be one more step on the way back in the page around.
			event.preventDefault();
			show({ selected: id }, 'replace');
		},
		{ signal },
	);

	/** An event of a large case that the page does not have. */
	function fillOther(id: string): void {
		const event = byId.get(id);
		const link = other?.querySelector('a');
		const date = other?.querySelector('.date');
		if (!event || !link || !date) return;
		date.textContent = event.when;
		link.textContent = event.title;
		link.lang = event.lang ?? document.documentElement.lang;
		link.href = paths.event(id).slice(1);
	}

	return {
		update(view) {
			for (const entry of entries) entry.hidden = entry.id !== view.selected;
			const isOther = view.selected !== undefined && entries.every((entry) => entry.hidden);
			if (isOther) fillOther(view.selected ?? '');
			if (other) other.hidden = !isOther;
			if (hint) hint.hidden = view.selected !== undefined;
			if (whole) whole.href = viewToAddress(view, address);
		},
		destroy() {
			if (whole) whole.href = address;
		},
	};
};
