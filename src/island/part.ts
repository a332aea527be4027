/** What the element and its parts owe each other. */
import type { View } from '../core/view.ts';
import type { CaseData } from './case-data.ts';

/** One part of the page that shows the view. Its listeners hang on the host's signal; `destroy` frees the rest. */
export interface Part {
	update(view: View): void;
	destroy?(): void;
}

/** What a part may ask of the element. */
export interface Host extends CaseData {
	/** Asks for a change. A choice adds to history, as does a window drawn over the overview; typing, moving the close-up and keys that walk replace. */
	show(change: Partial<View>, how: 'push' | 'replace'): void;
	/** Scrolls to an event of the list, which may have to come first. */
	reveal(id: string): void;
	/** Aborted when the element goes; every listener of a part hangs on it. */
	signal: AbortSignal;
}

export type CreatePart = (root: HTMLElement, host: Host) => Part;
