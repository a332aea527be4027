/** A MiniSearch index in half the letters: what follows from the rest is left out, and ids are steps from the last. */
import type { AsPlainObject } from 'minisearch';

type Counts = Record<string, number>;

/** A word; then, for each field, the documents that have it there. */
type PackedWord = [word: string, ...fields: number[][]];

export interface PackedIndex extends Omit<AsPlainObject, 'documentIds' | 'index' | 'storedFields'> {
	words: PackedWord[];
}

/** @param index with ids from 0 on, in order, that stores no fields */
export function packIndex({
	documentIds: _ids,
	storedFields: _stored,
	index,
	...rest
}: AsPlainObject): PackedIndex {
	const fields = Object.values(rest.fieldIds);
	return {
		...rest,
		words: index.map(([word, counts]) => [
			word,
			...fields.map((field) => packCounts((counts as Record<string, Counts>)[field])),
		]),
	};
}

export function unpackIndex({ words, ...rest }: PackedIndex): AsPlainObject {
	const fields = Object.values(rest.fieldIds);
	const ids = Array.from({ length: rest.nextId }, (_, id) => id);
	return {
		...rest,
		documentIds: Object.fromEntries(ids.map((id) => [id, id])),
		storedFields: {},
		index: words.map(([word, ...packed]) => [
			word,
			Object.fromEntries(
				fields.flatMap((field, at) => (packed[at]?.length ? [[field, unpackCounts(packed[at])]] : [])),
			),
		]),
	};
}

/** A count follows only where it is not 1, which a negative step tells. */
function packCounts(counts: Counts = {}): number[] {
	let last = -1;
	return Object.entries(counts).flatMap(([id, count]) => {
		const step = Number(id) - last;
		last = Number(id);
		return count === 1 ? [step] : [-step, count];
	});
}

function unpackCounts(packed: readonly number[]): Counts {
	const counts: Counts = {};
	let id = -1;
	for (let at = 0; at < packed.length; at++) {
		const step = packed[at] ?? 0;
		id += Math.abs(step);
		counts[id] = step < 0 ? (packed[++at] ?? 1) : 1;
	}
	return counts;
}
