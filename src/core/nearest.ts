/** What a slip of the pen was meant to be. */

/**
 * The choice nearest to what was written, if any is near enough to be meant.
 * @returns a choice at most a third of its length away in edits, else the only one that has the written as a whole part
 */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
	const all = [...choices];
	return fewestEdits(written, all) ?? onlyWithPart(written, all);
}

/** `webb` is `james-webb`, if no other choice has it. */
function onlyWithPart(written: string, choices: readonly string[]): string | undefined {
	const part = `-${written.toLowerCase()}-`;
	const having = written ? choices.filter((choice) => `-${choice.toLowerCase()}-`.includes(part)) : [];
	return having.length === 1 ? having[0] : undefined;
}

function fewestEdits(written: string, choices: readonly string[]): string | undefined {
	let best: string | undefined;
	let bestDistance = Infinity;
	const sorted = sortWords(written);
	for (const choice of choices) {
		const limit = Math.floor(choice.length / 3);
		if (Math.abs(choice.length - written.length) > limit) continue;
		const distance = Math.min(
			editDistance(written.toLowerCase(), choice.toLowerCase()),
			sorted === sortWords(choice) ? 1 : Infinity,
		);
		if (distance <= limit && distance < bestDistance) {
			best = choice;
			bestDistance = distance;
		}
	}
	return best;
}

/** `doe-jane` is `jane-doe` in another order. */
function sortWords(text: string): string {
	return text.toLowerCase().split('-').sort().join('-');
}

/** Edits from one text to another in UTF-16 units, two neighbours swapped being one (Damerau), row by row. */
function editDistance(a: string, b: string): number {
	let before: number[] = [];
	let previous = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row++) {
		const current = [row];
		for (let column = 1; column <= b.length; column++) {
			const replace = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
			const isSwap = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			const swap = isSwap ? (before[column - 2] ?? 0) + 1 : Infinity;
			current[column] = Math.min(replace, swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
		}
		before = previous;
		previous = current;
	}
	return previous[b.length] ?? 0;
}
