/** What stands in the close-up: links for events, buttons for clusters and lanes. */
import { clusterWidth, type Placed } from '../core/density-items.ts';
import type { IslandEvent } from './case-data.ts';
import { DIRECTION } from './direction.ts';
import { createSvg } from './svg.ts';

export interface LaneLook {
	id: string;
	label: string;
	colour: string;
}

/** The shape of a lane as the page's own drawing defines it. */
function createShape(lane: string, isHollow: boolean): SVGSVGElement {
	const svg = createSvg('svg', { class: 'shape', viewBox: '-8 -8 16 16', 'aria-hidden': 'true' });
	// The path itself: a `use` costs a tree of its own each time it comes and goes.
	const d = document.getElementById(`shape-${lane}`)?.getAttribute('d') ?? '';
	svg.append(createSvg('path', { d, class: isHollow ? 'hollow' : 'solid' }));
	return svg;
}

/**
 * A link to an event of the list; its name is its date and title, whatever is drawn of it.
 * @param width of its label in pixels; 0 for a shape alone
 */
export function createEventLink(event: IslandEvent, lane: LaneLook, width: number): HTMLElement {
	const link = document.createElement('a');
	link.className = `detail-event hue-${lane.colour}`;
	link.href = `#${encodeURIComponent(event.id)}`;
	link.title = `${event.when}: ${event.title}`;
	link.dataset['id'] = event.id;
	link.draggable = false;
	link.append(createShape(lane.id, event.isHollow));
	// A label is in one language; a date and a title in two are heard one after the other.
	if (event.lang) link.append(createHeard(`${event.when}: `), createHeard(event.title, event.lang));
	else link.setAttribute('aria-label', link.title);
	if (width > 0) {
		const title = document.createElement('span');
		title.className = 'detail-title';
		title.textContent = event.title;
		title.style.width = `${width}px`;
		if (event.lang) {
			title.lang = event.lang;
			title.ariaHidden = 'true';
		}
		link.append(title);
	}
	return link;
}

/** Text for those who hear the page. */
function createHeard(text: string, lang = ''): HTMLElement {
	const heard = document.createElement('span');
	heard.className = 'visually-hidden';
	heard.textContent = text;
	if (lang) heard.lang = lang;
	return heard;
}

/** A button that stands for several events; `tellCount` writes their number on it. */
export function createClusterButton(lane: LaneLook, key: string): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = `cluster hue-${lane.colour}`;
	button.dataset['key'] = key;
	// Up and Down lead from here to the name of its lane.
	button.dataset['lane'] = lane.id;
	return button;
}

/** A button by the name of a lane, for events of which nothing stands in the window. */
export function createEarlierButton(lane: LaneLook): HTMLElement {
	const button = createClusterButton(lane, '');
	button.classList.add('earlier');
	button.hidden = true;
	return button;
}

/** @param most how many a cluster may have to tell: its width stays the same while the window moves */
export function tellCount(button: HTMLElement, count: number, name: string, most?: number): void {
	button.textContent = String(count);
	if (most !== undefined) button.style.width = `${clusterWidth(most)}px`;
	button.setAttribute('aria-label', name);
	button.title = name;
}

/** The name of a lane, which folds it. */
export function createLaneLabel(lane: LaneLook): HTMLElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.className = `lane-name hue-${lane.colour}`;
	button.textContent = lane.label;
	button.dataset['lane'] = lane.id;
	// Tab comes to the chart once; Up and Down lead here.
	button.tabIndex = -1;
	button.setAttribute('aria-expanded', 'true');
	return button;
}

/** Events of a cluster that cannot be split further, as a list over the chart. */
export function createClusterList(events: readonly IslandEvent[], name: string): HTMLElement {
	const box = document.createElement('div');
	box.className = 'cluster-list';
	box.popover = 'auto';
	box.setAttribute('role', 'group');
	box.setAttribute('aria-label', name);
	const list = document.createElement('ul');
	for (const event of events) {
		const link = document.createElement('a');
		link.href = `#${encodeURIComponent(event.id)}`;
		const title = document.createElement('span');
		if (event.lang) title.lang = event.lang;
		title.textContent = event.title;
		link.append(`${event.when}: `, title);
		const item = document.createElement('li');
		item.append(link);
		list.append(item);
	}
	box.append(list);
	return box;
}

/** Shows a list over the chart, by what it was asked from, until something else is clicked. */
export function showClusterList(box: HTMLElement, from: Element, list: HTMLElement): void {
	box.append(list);
	list.addEventListener('toggle', (event) => {
		if ((event as ToggleEvent).newState === 'closed') list.remove();
	});
	list.addEventListener('click', ({ target: link }) => {
		if (link instanceof Element && link.closest('a')) list.hidePopover();
	});
	list.showPopover();
	const at = from.getBoundingClientRect();
	const left = DIRECTION === 'rtl' ? at.right - list.offsetWidth : at.left;
	list.style.left = `${Math.max(8, Math.min(left, innerWidth - list.offsetWidth - 8))}px`;
	list.style.top = `${Math.max(8, Math.min(at.bottom + 4, innerHeight - list.offsetHeight - 8))}px`;
	list.querySelector('a')?.focus();
}

/** Tells two items apart as long as both may be drawn, and an item from itself in another guise. */
export function keyOf(item: Placed): string {
	return item.kind === 'single'
		? `event ${item.event.id} ${item.row} ${item.labelled}`
		: `cluster ${item.lane} ${item.at}`;
}
