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
