/** A folder replaced in two renames, so that a reader of it never sees half a build. */
import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './processes.ts';

/** A file that every build has, and hardly anything else. */
const MARK = join('data', 'timeline.json');

const previous = (folder: string) => `${folder}.previous`;
const building = (folder: string) => `${folder}.building-${process.pid}`;
/** Far longer than another process takes from the first rename to the second. */
const SWAP_MS = 300;

/** Where a build that will become `folder` is written: beside it, on the same disk. */
export { building as buildingFolder };

/**
 * Mends what a killed build left: puts the last good folder back if it was killed between the two renames, and
 * removes unfinished builds of processes that are gone.
 */
export async function recover(folder: string): Promise<void> {
	const isBetween = () => !existsSync(folder) && existsSync(previous(folder));
	if (isBetween()) {
		await setTimeout(SWAP_MS);
		if (isBetween()) await rename(previous(folder), folder);
	}
	const parent = dirname(folder);
	const prefix = `${basename(folder)}.building-`;
	const names = existsSync(parent) ? await readdir(parent) : [];
	for (const name of names) {
		if (!name.startsWith(prefix)) continue;
		const pid = Number(name.slice(prefix.length));
		// One with this process's number is of an earlier process that had it.
		if (pid === process.pid || !isRunning(pid))
			await rm(join(parent, name), { recursive: true, force: true });
	}
}

/**
 * Whether a build may take the place of what stands at a path: nothing, an empty folder, or another build. A build
 * replaces all that is there, which must not be somebody's own files.
 */
export async function mayReplace(folder: string): Promise<boolean> {
	if (!existsSync(folder)) return true;
	return existsSync(join(folder, MARK)) || (await readdir(folder)).length === 0;
}

/**
 * Puts a finished build in place of the last one. One process at a time.
 * @throws where it cannot; then the last one is where it was
 */
export async function swapIn(built: string, folder: string): Promise<void> {
	const replaces = existsSync(folder);
	if (replaces) {
		await rm(previous(folder), { recursive: true, force: true });
		await rename(folder, previous(folder));
	}
	try {
		await rename(built, folder);
	} catch (error) {
		if (replaces) await rename(previous(folder), folder);
		throw error;
	}
	if (!replaces) return;
	try {
		// Under a name that `recover` clears: half of it must never be taken for the last good folder.
		await rename(previous(folder), building(folder));
		await rm(building(folder), { recursive: true, force: true });
	} catch {
		// The new one is in its place; the old one goes at the next build.
	}
}
