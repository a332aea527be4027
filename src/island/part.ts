/** What the element and its parts owe each other. */
import type { View, ViewedEvent } from '../core/view.ts';

/** One part of the page that shows the view. */
export interface Part {
	update(view: View): void;
}

/** What a part may ask of the element. */
export interface Host {
	events: readonly ViewedEvent[];
	/** Asks for a change. A choice adds to history; typing and dragging replace. */
	show(change: Partial<View>, how: 'push' | 'replace'): void;
	/** Aborted when the element goes; every listener of a part hangs on it. */
	signal: AbortSignal;
}

export type CreatePart = (root: HTMLElement, host: Host) => Part;
