/** Whether a process of this machine still runs. @param pid its number */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// One that belongs to another user may not be asked, and so is there.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
