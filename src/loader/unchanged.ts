/** Work that is done again only for what has changed: in dev, an editor saves one file of many. */

const read = new Map<string, { text: string; result: unknown }>();

/**
 * What was made of a text, from memory where the text is the same as the last time.
 * @param key names the text and what is made of it; one result is kept for each
 */
export function ifChanged<T>(key: string, text: string, make: () => T): T {
	const last = read.get(key);
	if (last?.text === text) return last.result as T;
	const result = make();
	read.set(key, { text, result });
	return result;
}

/**
 * Makes something of many items at once, leaving out those that are as they were.
 * @param memory what was made before, by the item's content; replaced by what is in use
 * @param make from the changed items to results by id
 */
export function onlyChanged<T extends { id: string }, R>(
	memory: Map<string, R>,
	items: readonly T[],
	make: (items: T[]) => ReadonlyMap<string, R>,
): Map<string, R> {
	const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
	const made = make(keyed.filter(({ key }) => !memory.has(key)).map(({ item }) => item));
	const kept = keyed.flatMap(({ item, key }) => {
		const result = memory.get(key) ?? made.get(item.id);
		return result === undefined ? [] : [{ id: item.id, key, result }];
	});
	memory.clear();
	for (const { key, result } of kept) memory.set(key, result);
	return new Map(kept.map(({ id, result }) => [id, result]));
}
