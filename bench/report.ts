/** Numbers as Markdown, and the file that keeps them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';

export const PARTS = ['build', 'page', 'island', 'search'] as const;
export type Part = (typeof PARTS)[number];

const HEADINGS: Record<Part, string> = { build: 'Build', page: 'Page', island: 'Island', search: 'Search' };

export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

/** @param share 0.95 for the number that 95 of 100 are below */
export function percentile(numbers: readonly number[], share: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Least to greatest: `1.52–1.61`. */
export function spread(numbers: readonly number[]): string {
	return `${Math.min(...numbers).toFixed(2)}–${Math.max(...numbers).toFixed(2)}`;
}

/** The first column holds names, the others numbers. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [
		line(heads),
		line(heads.map((_, column) => (column === 0 ? '---' : '---:'))),
		...rows.map(line),
	].join('\n');
}

/** On what, with what and when a part was measured. */
export function describeMachine(load: number): string {
	const [{ model = 'unknown processor' } = {}] = cpus();
	const day = new Date().toISOString().slice(0, 10);
	const busy = process.platform === 'win32' ? '' : `, load ${load.toFixed(1)} before it started`;
	return `${day}, ${model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform}${busy}.`;
}

export function currentLoad(): number {
	return loadavg()[0] ?? 0;
}

/** Writes the parts measured into the file and leaves the others as they are. */
export function writeResults(file: string, measured: Partial<Record<Part, string>>): void {
	const before = existsSync(file) ? readFileSync(file, 'utf8').split(/^## /m) : [];
	const sections = PARTS.flatMap((part) => {
		const text = measured[part];
		if (text !== undefined) return [`## ${HEADINGS[part]}\n\n${text}\n`];
		const kept = before.find((section) => section.startsWith(`${HEADINGS[part]}\n`));
		return kept === undefined ? [] : [`## ${kept.trimEnd()}\n`];
	});
	const head =
		'# Results\n\nWritten by `npm run bench`; README.md beside this file says what is measured and how.\n';
	writeFileSync(file, [head, ...sections].join('\n'));
}
