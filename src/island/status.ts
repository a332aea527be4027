/** What the view comes to, in words: how many events, why none, and the way back to all. */
import {
	dropFilter,
	filterToDrop,
	findShown,
	viewToPairs,
	WHOLE,
	type Filter,
	type View,
} from '../core/view.ts';
import { embedSnippet } from '../core/embed.ts';
import type { CreatePart } from './part.ts';
import { takeFocus } from './take-focus.ts';
import { viewToAddress } from './view-address.ts';

/** Form controls whose label names a filter to the reader. */
const CONTROLS: Record<Filter, string> = {
	category: 'input[name="category"]',
	person: 'select[name="person"]',
	status: 'input[name="status"]',
	range: 'select[name="from"]',
	q: 'input[name="q"]',
};

export const createStatus: CreatePart = (root, { events, show, signal }) => {
	const shownLine = root.querySelector<HTMLElement>('.shown');
	const nothing = root.querySelector<HTMLElement>('.nothing');
	const actions = root.querySelector<HTMLElement>('.view-actions');
	const copy = actions?.querySelector<HTMLElement>('copy-link');
	const embed = copy && copyBeside(copy, copy.dataset['embed'] ?? '');
	const clear = actions?.querySelector<HTMLElement>('[name="clear"]');
	let current: View = WHOLE;

	/** A choice whose own button goes with it. */
	function choose(change: Partial<View>): void {
		show(change, 'push');
		takeFocus(root.querySelector<HTMLElement>('#list-heading'));
	}

	nothing?.querySelector('button')?.addEventListener(
		'click',
		() => {
			const filter = filterToDrop(events, current);
			if (filter) choose(dropFilter(current, filter));
		},
		{ signal },
	);
	clear?.addEventListener(
		'click',
		() => choose({ ...WHOLE, newestFirst: current.newestFirst, selected: current.selected }),
		{ signal },
	);

	function nameOf(filter: Filter): string {
		const control = root.querySelector(CONTROLS[filter]);
		const label =
			control?.closest('fieldset')?.querySelector('legend') ??
			control?.closest('label')?.querySelector('span');
		return label?.textContent?.trim() ?? '';
	}

	return {
		update(view) {
			current = view;
			const shown = findShown(events, view);
			const pairs = viewToPairs(view);
			const isFiltered = shown.size < events.length || pairs.length > 0;
			if (shownLine) {
				const text = fill(shownLine.dataset['text'], { shown: shown.size, all: events.length });
				const isExtra = view.selected !== undefined && !shown.has(view.selected);
				const says = isExtra ? `${text}. ${shownLine.dataset['hidden']}` : text;
				// Written anew it would be heard again, over the name of the event that the reader has gone to.
				if (shownLine.textContent !== says) shownLine.textContent = says;
			}
			const filter = shown.size === 0 ? filterToDrop(events, view) : undefined;
			if (nothing) {
				nothing.hidden = !filter;
				const line = nothing.querySelector('span');
				if (line && filter) line.textContent = fill(nothing.dataset['text'], { filter: nameOf(filter) });
			}
			if (actions) actions.hidden = !isFiltered;
			// The order leaves no event out.
			if (clear) clear.hidden = viewToPairs({ ...view, newestFirst: false }).length === 0;
			const address = root.dataset['address'] ?? '';
			if (copy) copy.dataset['text'] = viewToAddress(view, address);
			if (embed) embed.dataset['text'] = embedSnippet(address, document.title, viewToAddress(view));
		},
		destroy: () => embed?.remove(),
	};
};

/** A second button that copies, made of the first one, because in the page each letter counts. */
function copyBeside(copy: HTMLElement, label: string): HTMLElement {
	const other = copy.cloneNode(true) as HTMLElement;
	const button = other.querySelector('button');
	if (button) button.textContent = label;
	copy.after(' ', other);
	return other;
}

function fill(template = '', values: Record<string, string | number>): string {
	return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
