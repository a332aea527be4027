/** What tests went through, in words, from the reports of both test runners. */

/** Of Node's test runner: diagnostics that start with `fuzz:` or `count:`. @param tap its report as TAP */
export function countsOfUnitTests(tap: string): string[] {
	return [...tap.matchAll(/^\s*# (?:fuzz|count): (.*)/gm)].map(([, text = '']) => text);
}

/** A suite of Playwright's JSON report, as far as it is read here. */
export interface Suite {
	suites?: Suite[];
	specs?: { tests: { results: { annotations?: { type: string; description?: string }[] }[] }[] }[];
}

/** Of Playwright: annotations of type `count`, each told once. */
export function countsOfEndToEnd(suite: Suite): string[] {
	const own = (suite.specs ?? [])
		.flatMap(({ tests }) => tests)
		.flatMap(({ results }) => results)
		.flatMap(({ annotations = [] }) => annotations)
		.flatMap(({ type, description }) => (type === 'count' && description ? [description] : []));
	return [...new Set([...own, ...(suite.suites ?? []).flatMap(countsOfEndToEnd)])];
}
