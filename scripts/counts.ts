/** What tests went through, in words, from the reports of both test runners. */

/** Of Node's test runner: diagnostics that start with `fuzz:` or `count:`. @param tap its report as TAP */
export function countsOfUnitTests(tap: string): string[] {
	return [...tap.matchAll(/^\s*# (?:fuzz|count): (.*)/gm)].map(([, text = '']) => text);
}

/**
 * A total of Node's test runner: the last line of its name, since a test may print what looks like one.
 * @param name `pass`, `fail`, `cancelled`, `skipped` or `todo`
 */
export function countOfUnitTests(tap: string, name: string): number {
	return Number([...tap.matchAll(new RegExp(`^# ${name} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
}

const FAULTS = /^(\d+) faults in building survived: (.*)$/;

/** Counts with one line for all faults that builds were put to, in place of one for each kind. */
export function sumFaults(counts: readonly string[]): string[] {
	const faults = counts.flatMap((count) => {
		const [, number, kind] = FAULTS.exec(count) ?? [];
		return number === undefined ? [] : [{ number: Number(number), kind }];
	});
	if (faults.length === 0) return [...counts];
	const total = faults.reduce((sum, { number }) => sum + number, 0);
	const kinds = faults.map(({ number, kind }) => `${kind} (${number})`).join(', ');
	return [...counts.filter((count) => !FAULTS.test(count)), `${total} faults in building survived: ${kinds}`];
}

/** A suite of Playwright's JSON report, as far as it is read here. */
export interface Suite {
	/** Of the outermost, its file. */
	title?: string;
	suites?: Suite[];
	specs?: { tests: { results: Result[] }[] }[];
}

interface Result {
	annotations?: { type: string; description?: string }[];
	/** In milliseconds. */
	duration?: number;
}

const resultsOf = ({ specs = [], suites = [] }: Suite): Result[] => [
	...specs.flatMap(({ tests }) => tests).flatMap(({ results }) => results),
	...suites.flatMap(resultsOf),
];

/** Of Playwright: annotations of type `count`, each told once. */
export function countsOfEndToEnd(suite: Suite): string[] {
	const told = resultsOf(suite)
		.flatMap(({ annotations = [] }) => annotations)
		.flatMap(({ type, description }) => (type === 'count' && description ? [description] : []));
	return [...new Set(told)];
}

/** Of Playwright: the files whose tests took longest, for who has to keep the whole short. */
export function longestOfEndToEnd({ suites = [] }: Suite, most = 8): string {
	const files = Map.groupBy(suites, ({ title = '' }) => title);
	const seconds = [...files].map(([title, ofFile]): [string, number] => [
		title,
		ofFile.flatMap(resultsOf).reduce((sum, { duration = 0 }) => sum + duration, 0) / 1000,
	]);
	return seconds
		.sort((a, b) => b[1] - a[1])
		.slice(0, most)
		.map(([title, sum]) => `${title} ${Math.round(sum)} s`)
		.join(', ');
}
