/**
 * What the gate of a build has read, for the loaders of the same build: reading ten thousand files twice takes as long
 * as making their pages. Astro runs its own copy of these modules, which shares nothing with the gate but the global
 * object.
 */
import type { Content } from '../core/content.ts';

interface Handover {
	folder: string;
	content: Content;
}

const KEY = Symbol.for('gate-handover');
const shared = globalThis as { [KEY]?: Handover | undefined };

/** @param folder whole path of the folder that was read */
export function handOver(folder: string, content: Content): void {
	shared[KEY] = { folder, content };
}

/** @returns the content of a folder if the gate has just read it, and only once: later readings see later files */
export function takeOver(folder: string): Content | undefined {
	const read = shared[KEY];
	if (read?.folder !== folder) return undefined;
	shared[KEY] = undefined;
	return read.content;
}
