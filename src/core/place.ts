/** Which of several parts a record stands in, by its name alone: the same however many others there are. */

/** Place of a name among `count` parts (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function placeOf(name: string, count: number): number {
	let hash = 0x811c9dc5;
	for (let at = 0; at < name.length; at++) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
	return (hash >>> 0) % count;
}

/**
 * Splits records so that no part is larger than `limit`, if one record alone is not.
 * The number of parts is a power of two, so that it seldom changes as a case grows, and a change to one record changes
 * one part.
 * @param nameOf decides the part a record is in
 * @returns parts in their order, records in theirs; parts can be empty, and there is one at least
 */
export function splitToFit<T>(
	records: readonly T[],
	nameOf: (record: T) => string,
	sizeOf: (record: T) => number,
	limit: number,
): T[][] {
	for (let count = 1; ; count *= 2) {
		const parts = Array.from({ length: count }, (): T[] => []);
		for (const record of records) parts[placeOf(nameOf(record), count)]?.push(record);
		const isSmall = (part: readonly T[]) =>
			part.reduce((sum, record) => sum + sizeOf(record), 0) <= limit || isOfOneName(part, nameOf);
		if (parts.every(isSmall)) return parts;
	}
}

function isOfOneName<T>(part: readonly T[], nameOf: (record: T) => string): boolean {
	return new Set(part.map(nameOf)).size <= 1;
}
