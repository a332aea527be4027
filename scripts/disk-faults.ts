/** What an editor can do where the machine, and not the content, stops a build. */

const REMEDIES: Record<string, string> = {
	ENOSPC: 'The disk is full. Make room for about three times the size of the site, then build again.',
	EDQUOT:
		'Your share of the disk is full. Make room for about three times the size of the site, then build again.',
	EROFS: 'The disk cannot be written to. Set OUT_DIR to a folder on another one.',
	EACCES: 'Something there belongs to another user. Take it over, or set OUT_DIR to a folder of your own.',
	EPERM:
		'The system refuses it: another program may hold a file there, or it belongs to another user. Close that program, or set OUT_DIR to another folder.',
	EBUSY: 'Another program holds something there. Close it, or leave its folder, then build again.',
	EXDEV:
		'A build can be put only on the disk that the project is on. Set OUT_DIR to a folder there, and copy it from there.',
	EMFILE: 'Too many files are open on this machine. Close other programs, or raise the limit (ulimit -n).',
	ENOTDIR: 'A file stands where a folder should. Move it, or set OUT_DIR to another folder.',
};

/**
 * A sentence that says what happened and what to do.
 * @param error as thrown, or with the system's own as its cause
 * @returns undefined where it is no fault of a disk that is known here
 */
export function remedyFor(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	const { code, path } = error as NodeJS.ErrnoException;
	const remedy = code === undefined ? undefined : REMEDIES[code];
	if (!remedy) return remedyFor(error.cause);
	return path === undefined ? remedy : `${path}: ${remedy}`;
}
