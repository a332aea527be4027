/** What an editor can do where the machine, and not the content, stops a build. */
import { constants } from 'node:os';

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

/** How the bundler, which does not write through Node, tells what the system refused: in words, with the system's number. */
const OF_BUNDLER = /^Failed to write file in (?<path>.+)[^]*?\(os error (?<number>\d+)\)/m;
/** How Node writes a code into the words of an error, which Astro hands on when a picture cannot be made. */
const IN_WORDS = /\b(E[A-Z]{3,}): /;
/** Codes of the system's numbers. Windows has its own (https://learn.microsoft.com/windows/win32/debug/system-error-codes). */
const CODES: ReadonlyMap<number, string> =
	process.platform === 'win32'
		? new Map([
				[5, 'EACCES'],
				[32, 'EBUSY'],
				[112, 'ENOSPC'],
			])
		: new Map(Object.entries(constants.errno).map(([code, number]) => [number, code]));

interface Told extends Error {
	code?: unknown;
	/** Where a plugin of the bundler met it, which has a code of its own for that. */
	pluginCode?: unknown;
	path?: string;
	/** Of an error that stands for several. */
	errors?: unknown;
}

function readFault({ code, pluginCode, path, message }: Told): { code: string; path?: string } | undefined {
	const told = OF_BUNDLER.exec(message)?.groups;
	const known = [pluginCode, code, CODES.get(Number(told?.['number'])), IN_WORDS.exec(message)?.[1]].find(
		(name): name is string => typeof name === 'string' && Object.hasOwn(REMEDIES, name),
	);
	const where = path ?? told?.['path'];
	return known === undefined ? undefined : { code: known, ...(where !== undefined && { path: where }) };
}

/**
 * A sentence that says what happened and what to do.
 * @param error as thrown, or with the system's own as its cause or among its errors
 * @returns undefined where it is no fault of a disk that is known here
 */
export function remedyFor(error: unknown): string | undefined {
	if (!(error instanceof Error)) return undefined;
	const fault = readFault(error);
	if (fault) {
		const remedy = REMEDIES[fault.code];
		return fault.path === undefined ? remedy : `${fault.path}: ${remedy}`;
	}
	const { errors } = error as Told;
	for (const inner of [error.cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]) {
		const remedy = remedyFor(inner);
		if (remedy !== undefined) return remedy;
	}
	return undefined;
}
