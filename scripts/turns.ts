/** One at a time, across processes: a file that names who is at it. */
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './processes.ts';

const PAUSE_MS = 200;
/** Longer than a process takes from making the file to writing its number into it. */
const WRITING_MS = 2_000;
/** With these the file can never be made, and waiting would have no end; Windows says some of them of a file that is being deleted. */
const NEVER = new Set([
	'ENOSPC',
	'EDQUOT',
	'EROFS',
	...(process.platform === 'win32' ? [] : ['EACCES', 'EPERM']),
]);

/** Locks of this process: one with its number that is not among them is of an earlier process that had it. */
const held = new Set<string>();

/**
 * Does a work when no other process is at one with the same lock; one whose process is gone holds nobody up.
 * @param lock path of the file
 * @param onWait told once, before waiting, with the number of the process that is waited for
 * @throws what the work throws, or where the lock cannot be made
 */
export async function inTurn<T>(
	lock: string,
	work: () => Promise<T>,
	onWait: (pid: string) => void = () => undefined,
): Promise<T> {
	mkdirSync(dirname(lock), { recursive: true });
	let told = '';
	while (!take(lock)) {
		if (!told && (told = holderOf(lock))) onWait(told);
		await setTimeout(PAUSE_MS);
	}
	try {
		return await work();
	} finally {
		held.delete(lock);
		rmSync(lock, { force: true });
	}
}

function take(lock: string): boolean {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		held.add(lock);
		return true;
	} catch (error) {
		if (NEVER.has((error as NodeJS.ErrnoException).code ?? '')) {
			// On a full disk it is there all the same, and empty.
			rmSync(lock, { force: true });
			throw error;
		}
		if (isHeld(lock)) return false;
	}
	try {
		// Of several that find it abandoned, one can move it away.
		const abandoned = `${lock}.${process.pid}`;
		renameSync(lock, abandoned);
		rmSync(abandoned);
	} catch {
		// Another was first.
	}
	return false;
}

function holderOf(lock: string): string {
	try {
		return readFileSync(lock, 'utf8');
	} catch {
		return '';
	}
}

function isHeld(lock: string): boolean {
	try {
		const pid = readFileSync(lock, 'utf8');
		// Not yet written: its process has just made it, or was killed in the middle.
		if (pid === '') return Date.now() - statSync(lock).mtimeMs < WRITING_MS;
		return Number(pid) === process.pid ? held.has(lock) : isRunning(Number(pid));
	} catch {
		return false;
	}
}
