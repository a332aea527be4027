/** Parts of a page that scripts load when they are wanted, as scripts that leave what they hold under a name. */

/** Where the parts that have come stand; also for those in a page that is one file. */
export const LATE_PARTS = 'lateParts';

/** A script that holds data. @param name under which `loadData` finds it */
export function latePart(name: string, data: unknown): string {
	return `(globalThis.${LATE_PARTS}??=new Map).set(${JSON.stringify(name)},${JSON.stringify(data)});\n`;
}
