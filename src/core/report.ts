/** The list of problems that an editor reads. */
import type { LocatedProblem } from './problem.ts';
import { visible } from './written.ts';

/**
 * The report an editor reads: one line a problem, in file and line order, then the totals.
 * @param files how many files were read
 */
export function formatReport(problems: readonly LocatedProblem[], files: number): string {
	const bad = new Set(problems.map((problem) => problem.file)).size;
	return `${listProblems(problems)}\n\n${count(problems.length, 'problem')} in ${bad} of ${count(files, 'file')}.`;
}

/** One line a problem. */
export function listProblems(problems: readonly LocatedProblem[]): string {
	return problems
		.map(({ file, line, field, says }) => visible(`${file}:${line}  ${field ? `${field}: ` : ''}${says}`))
		.join('\n');
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Report order: by file, then line, then field; the sentence last, so that no two orders are possible. */
export function compareProblems(a: LocatedProblem, b: LocatedProblem): number {
	return (
		compareText(a.file, b.file) ||
		a.line - b.line ||
		compareText(a.field, b.field) ||
		compareText(a.says, b.says)
	);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
