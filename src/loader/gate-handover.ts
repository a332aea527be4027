/**
 * What the gate of a build has read, for all else in the same build: one state of the files, however they change
 * meanwhile, and ten thousand of them read once. Astro runs its own copy of these modules, which shares nothing with the
 * gate but the global object.
 */
import type { Content } from '../core/content.ts';
import { loadContent } from './content-files.ts';

interface Handover {
	folder: string;
	content: Content;
	atEnd: (() => void)[];
}

const KEY = Symbol.for('gate-handover');
const shared = globalThis as { [KEY]?: Handover | undefined };

/**
 * Hands over what was read for as long as a work takes.
 * @param folder whole path of the folder that was read
 * @throws what the work throws
 */
export async function handingOver<T>(folder: string, content: Content, work: () => Promise<T>): Promise<T> {
	const atEnd: Handover['atEnd'] = [];
	shared[KEY] = { folder, content, atEnd };
	try {
		const result = await work();
		for (const end of atEnd) end();
		return result;
	} finally {
		shared[KEY] = undefined;
	}
}

/** Does something once the work is done for which content was handed over; where none was, as in dev, never. */
export function atEndOfBuild(end: () => void): void {
	shared[KEY]?.atEnd.push(end);
}

/**
 * The content of a folder: what the gate has read of it, or where none has, what stands there.
 * @throws {ContentError} as `loadContent` does
 */
export function contentOfBuild(folder: string): Promise<Content> {
	const read = shared[KEY];
	return read?.folder === folder ? Promise.resolve(read.content) : loadContent(folder);
}
