/**
 * What the gate of a build has read, for all else in the same build: one state of the files, however they change
 * meanwhile, and ten thousand of them read once. Astro runs its own copy of these modules, which shares nothing with the
 * gate but the global object.
 */
import type { Content } from '../core/content.ts';
import { loadContent } from './content-files.ts';
import { versionOfCode } from './version-of-code.ts';

interface Handover {
	/** Whole path of the project. */
	root: string;
	/** Whole path of the folder that was read. */
	folder: string;
	content: Content;
}

interface Shared extends Handover {
	/** Of the code, before any of it was bundled. */
	version: string;
	atEnd: (() => void)[];
}

const KEY = Symbol.for('gate-handover');
const shared = globalThis as { [KEY]?: Shared | undefined };

/**
 * Hands over what was read for as long as a work takes.
 * @throws what the work throws
 */
export async function handingOver<T>(read: Handover, work: () => Promise<T>): Promise<T> {
	const version = versionOfCode(read.root);
	const atEnd: Shared['atEnd'] = [];
	shared[KEY] = { ...read, version, atEnd };
	try {
		const result = await work();
		// Of code that was changed meanwhile, nobody knows which part made what.
		if (versionOfCode(read.root) === version) for (const end of atEnd) end();
		return result;
	} finally {
		shared[KEY] = undefined;
	}
}

/** Does something once the build has succeeded, with the code it began with; in dev, never. */
export function atEndOfBuild(end: () => void): void {
	shared[KEY]?.atEnd.push(end);
}

/** Where the project stands, and the version of its code: as the build began, or in dev, as it is now. */
export function codeOfBuild(): Pick<Shared, 'root' | 'version'> {
	return shared[KEY] ?? { root: process.cwd(), version: versionOfCode(process.cwd()) };
}

/**
 * The content of a folder: what the gate has read of it, or where none has, what stands there.
 * @throws {ContentError} as `loadContent` does
 */
export function contentOfBuild(folder: string): Promise<Content> {
	const read = shared[KEY];
	return read?.folder === folder ? Promise.resolve(read.content) : loadContent(folder);
}
