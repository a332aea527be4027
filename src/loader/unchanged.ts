/**
 * Work that is done again only for what has changed: in dev an editor saves one file of many, and a build finds most
 * files as the last one left them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { keepFile } from './kept-file.ts';

interface Known {
	/** Of the text. */
	digest: string;
	result: unknown;
	/** Whether it may outlive the process. */
	lasts: boolean;
}

/** As they stand in a file. */
interface Kept {
	version: string;
	results: Map<string, Pick<Known, 'digest' | 'result'>>;
}

const known = new Map<string, Known>();
/** Of a file, not asked for yet. */
let kept: Kept['results'] = new Map();

/**
 * What was made of a text, from memory where the text is the same as the last time.
 * @param key names the text and what is made of it; one result is kept for each
 * @param lasts whether a result would be the same in another run on another day, and is data and nothing else: then a file
 * may keep it
 */
export function ifChanged<T>(
	key: string,
	text: string,
	make: () => T,
	lasts: (result: T) => boolean = () => false,
): T {
	const digest = createHash('sha256').update(text).digest('base64');
	const last = known.get(key);
	if (last?.digest === digest) return last.result as T;
	const fromFile = kept.get(key);
	kept.delete(key);
	const isSame = fromFile?.digest === digest;
	const result = isSame ? (fromFile.result as T) : make();
	known.set(key, { digest, result, lasts: isSame || lasts(result) });
	return result;
}

/**
 * Takes up the results that an earlier run has left in a file; one that cannot be read, or is of another version, counts
 * for nothing.
 * @param version text that changes with whatever makes the results
 * @returns leaves those of this run there, for the next
 */
export function keepResults(file: string, version: string): () => void {
	kept = readKept(file, version);
	return () => {
		const results: Kept['results'] = new Map();
		for (const [key, { digest, result, lasts }] of known) if (lasts) results.set(key, { digest, result });
		keepFile(file, serialize({ version, results } satisfies Kept));
	};
}

function readKept(file: string, version: string): Kept['results'] {
	try {
		const read = deserialize(readFileSync(file)) as Kept;
		return read.version === version ? read.results : new Map();
	} catch {
		return new Map();
	}
}
