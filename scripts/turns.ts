/** One at a time, across processes: a file that names who is at it. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isRunning } from './processes.ts';

const PAUSE_MS = 200;

/**
 * Does a work when no other process is at one with the same lock; one whose process is gone holds nobody up.
 * @param lock path of the file
 */
export async function inTurn<T>(lock: string, work: () => Promise<T>): Promise<T> {
	mkdirSync(dirname(lock), { recursive: true });
	while (!take(lock)) await setTimeout(PAUSE_MS);
	try {
		return await work();
	} finally {
		rmSync(lock, { force: true });
	}
}

function take(lock: string): boolean {
	try {
		writeFileSync(lock, String(process.pid), { flag: 'wx' });
		return true;
	} catch {
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

function isHeld(lock: string): boolean {
	try {
		const pid = readFileSync(lock, 'utf8');
		// Not yet written: its process has just made it.
		return pid === '' || isRunning(Number(pid));
	} catch {
		return false;
	}
}
