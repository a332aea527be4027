/**
 * Every sentence an author can read, and the report that lists them.
 * A sentence says what was written, what is wrong with it, and what to write instead.
 */

/** Where in the content a problem stands; the loader knows the file and line. */
export interface Place {
	/** The file, relative to the content folder: `events/2024-08-12-verdict.md`. */
	file: string;
	/** Keys and list positions inside the file's YAML; `body` lines are counted from the body's first. */
	path?: readonly (string | number)[];
	/** True when the problem is with the key itself rather than its value. */
	atKey?: boolean;
	/** Line of the Markdown body, from 1. */
	bodyLine?: number;
}

export interface Problem {
	at: Place;
	/** The sentence, without file, line and field. */
	says: string;
}

/** A problem with its place found. */
export interface LocatedProblem {
	file: string;
	line: number;
	field: string;
	says: string;
}

/**
 * A value as written: text in quotation marks, lists and groups as YAML has them.
 * Cut at 60 characters so that a report stays readable.
 */
export function quoted(value: unknown): string {
	const characters = [...visible(typeof value === 'string' ? value : toFlow(value, 3))];
	const short = characters.length > 60 ? `${characters.slice(0, 57).join('')}…` : characters.join('');
	return typeof value === 'string' ? `"${short}"` : short;
}

/** `[a, {b: c}]`, no deeper than asked: a list may hold itself. */
function toFlow(value: unknown, depth: number): string {
	if (typeof value !== 'object' || value === null) return String(value);
	if (depth === 0) return '…';
	if (Array.isArray(value))
		return `[${value
			.slice(0, 20)
			.map((item) => toFlow(item, depth - 1))
			.join(', ')}]`;
	const fields = Object.entries(value).slice(0, 20);
	return `{${fields.map(([key, inner]) => `${key}: ${toFlow(inner, depth - 1)}`).join(', ')}}`;
}

/** On one line, without control and bidirectional-override characters, which would rewrite a terminal's line. */
function visible(text: string): string {
	return text
		.replace(/[\t\r\n\u2028\u2029]+/g, ' ')
		.replace(UNSEEN, '')
		.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

/** Characters that no reader sees and that XML, and so feeds and e-books, cannot hold. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu;

/** The unseen characters of a text and where the first stands, if there are any. */
export function findUnseen(text: string): { index: number; names: string[] } | undefined {
	const found = [...text.matchAll(UNSEEN)];
	const names = found.map(([character]) => {
		const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
		return `U+${code.padStart(4, '0')}`;
	});
	return found[0] && { index: found[0].index, names: [...new Set(names)] };
}

const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);

export const dateProblems = {
	empty: () => 'is empty. Write a date, such as 2024-08-12, 2024-08 or 2024.',
	notADay: (whole: string, month: string, monthNumber: number, length: number) =>
		whole.endsWith('-00')
			? `${quoted(whole)} is not a day: days run from 01 on. Write the day, or ${month} if the day is not known.`
			: `${quoted(whole)} is not a day: ${MONTHS[monthNumber - 1]} has ${length}. Write ${month}-${length}, or ${month} if the day is not known.`,
	notAMonth: (whole: string, year: string) =>
		`${quoted(whole)} is not a month: months run from 01 to 12. Write ${year}-01 to ${year}-12, or ${year} if the month is not known.`,
	backwards: (text: string) => `${quoted(text)} ends before it starts. Write the earlier date first.`,
	noEnd: (text: string) =>
		`${quoted(text)} has neither a start nor an end. Write at least one: 2024/.. or ../2024.`,
	timeOfDay: (text: string) =>
		`${quoted(text)} has a time of day; events are dated to the day. Write ${dayOnly(text)}.`,
	shortYear: (text: string, padded: string) =>
		`${quoted(text)} is too short for a year: years have four digits. Write ${padded}${beforeChrist(text)}.`,
	longYear: (text: string) =>
		`${quoted(text)} is too long for a year: years have four digits. If you mean it, write Y${text}.`,
	unsupported: (text: string) =>
		`${quoted(text)} is EDTF that this site does not draw. It reads dates, intervals a/b, the marks ~ ? %, seasons, 201X, 2004-XX and sets such as [a..b].`,
	outOfReach: (text: string, first: number, last: number) =>
		`${quoted(text)} is outside the years that can be drawn, ${first} to ${last}. Choose a year between them.`,
	notADate: (text: string) =>
		`${quoted(text)} is not a date. Write EDTF: 2024-08-12, 2024-08, 2024, 2024-08-12/2024-08-14 for a span, 2024-08-12~ for about, [2024-03-04..2024-05-15] for one unknown day between.`,
	notExact: (text: string) => `${quoted(text)} is not one day. Write a day such as 2026-11-23.`,
	/** A sentence on an impossible day, where a month will not do in its stead. */
	onlyDay: (says: string) => says.replace(/, or \S+ if the day is not known/, ''),
};

/** EDTF has a year 0, so that its negative years are one off those of history books. */
function beforeChrist(year: string): string {
	const number = Number(year.slice(1));
	if (!year.startsWith('-') || number === 0) return '';
	const sign = number > 1 ? '-' : '';
	return ` for ${number + 1} BCE, or ${sign}${String(number - 1).padStart(4, '0')} for ${number} BCE`;
}

function dayOnly(text: string): string {
	return quoted(text.replace(/(?<=\d{4}-\d\d-\d\d)T\d[\d:]*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, '')).slice(
		1,
		-1,
	);
}

export const fieldProblems = {
	unknown: (thing: string, near: string | undefined, known: readonly string[]) =>
		near
			? `is not a field of ${thing}. Did you mean ${near}?`
			: `is not a field of ${thing}. ${known.length === 1 ? 'Its only field is' : 'Its fields are'} ${known.join(', ')}.`,
	missing: (thing: string, example: string) =>
		`is missing; ${thing} needs it. Write, for example, ${unended(example)}.`,
	wrongKind: (value: unknown, wanted: string, example: string) =>
		`${quoted(value)} is not ${wanted}. Write, for example, ${unended(example)}.`,
	notOneOf: (value: unknown, choices: readonly string[], near: string | undefined) =>
		value === ''
			? `is empty. Write ${listChoices(choices)}.`
			: `${quoted(value)} is not one of the choices. ${near ? `Did you mean ${near}?` : ''}${near && choices.length > 12 ? '' : `${near ? ' ' : ''}Write ${listChoices(choices)}.`}`,
	empty: (example: string) => `is empty. Write, for example, ${unended(example)}.`,
	emptyList: (example: string) => `is empty. Write, for example, ${unended(example)}, or take the line out.`,
	tooLong: (value: string, length: number, limit: number) =>
		`${quoted(value)} is ${length} characters long; the limit is ${limit}. Shorten it by ${length - limit}.`,
	tooManyWords: (value: string, words: number, limit: number) =>
		`${quoted(value)} has ${words} words; a quotation has at most ${limit}. Shorten it by ${words - limit}, or make it two quotations.`,
	notAnAddress: (value: string) =>
		`${quoted(value)} is not a web address. Write all of it, from https:// or http:// on.`,
	notAContact: (value: string) =>
		`${quoted(value)} is not an address that a reader can write to. Write one that starts with https://, http:// or mailto:.`,
	notALanguage: (value: string) =>
		`${quoted(value)} is not a language code. Write one such as en, es or pt-BR.`,
	notATimeZone: (value: string) =>
		`${quoted(value)} is not a time zone. Write one such as America/Denver or Europe/Paris.`,
	needsOneOf: (a: string, b: string) =>
		`is missing, and so is ${b}. Write one of them: ${a}: with an id, or ${b}: with a name in words.`,
	notBoth: (a: string, b: string) =>
		`stands beside ${b}. Keep one of them: ${a}: with an id, or ${b}: with a name in words.`,
	multiline: (value: string) => `${quoted(value)} has a line break in it. Write it on one line.`,
	unseen: (value: string, names: readonly string[]) =>
		`${quoted(value)} has characters in it that no reader can see (${names.join(', ')}). Delete them, or type the text anew.`,
	endsBeforeStart: (to: string, from: string) =>
		`${quoted(to)} is before the start, ${from}. Write a date after it, or change the start.`,
};

export const referenceProblems = {
	unknownId: (id: string, what: string, near: string | undefined, where: string) =>
		`${quoted(id)} is not the id of ${what}. ${near ? `Did you mean ${near}? If not, add` : 'Add'} it to ${where}.`,
	/** @param ending `.md` in links of a text, nothing in fields */
	unknownEvent: (id: string, near: string | undefined, ending: '' | '.md') =>
		`${quoted(`${id}${ending}`)} is not an event. ${near ? `Did you mean ${near}${ending}? If not, write` : 'Write'} the name of a file in events/${ending ? '' : ', without .md'}.`,
	itself: (id: string) => `${quoted(id)} is this event itself. Name another event, or take the line out.`,
	duplicateId: (id: string, other: string) =>
		`${quoted(id)} is already the id of ${other}. Give one of them another id.`,
	aliasIsEvent: (alias: string) =>
		`${quoted(alias)} is an event itself. An alias is an earlier address that no event has any more; take it out.`,
	aliasTwice: (alias: string, other: string) =>
		`${quoted(alias)} is already an alias of ${other}. An old address can lead to one event only; take it out of one of them.`,
	sourceNotCited: (id: string) =>
		`${quoted(id)} is cited nowhere. Write [@${id}] where it is used, or take the source out.`,
	noSource: () =>
		'cites no source. Write at least one paragraph that ends in a citation, such as [@source-id].',
	publishedGone: (id: string) =>
		`${quoted(id)} was published and is gone. Put the file back, add the id under aliases: of the event that replaces it, or keep the file with withdrawn: {date, reason}.`,
	publishedDraft: (id: string) =>
		`${quoted(id)} was published, so it cannot become a draft. Take draft out, or write withdrawn: {date, reason}.`,
	correctionsOrder: (dates: readonly string[]) =>
		`are dated ${dates.join(', ')}, which is not newest first. Put the newest correction on top.`,
};

export const bodyProblems = {
	notCited: (start: string) =>
		`${quoted(start)} does not end in a citation. End it with [@source-id], or with several: [@one; @two, p. 3].`,
	badCitation: (written: string) =>
		`${quoted(written)} is not a citation. Write [@source-id], [@one; @two] or [@source-id, p. 3].`,
	cutCitation: (written: string) =>
		`${quoted(written)} has markup in it or is marked as code, so it would be printed as it stands. Write the citation plainly.`,
	html: (written: string) =>
		`${quoted(written)} is HTML, which is not read here. Write Markdown; for a literal < write \\<.`,
	unsafeLink: (address: string) =>
		`${quoted(address)} is not an address that a reader can be sent to. Write one that starts with https://, http:// or mailto:, or the file name of an event, such as 2024-08-12-verdict.md.`,
	notHere: (written: string, what: string) =>
		`${quoted(written)} is ${what}, which is not used here. Write paragraphs, lists, block quotes and headings from ## on.`,
	unseen: (context: string, names: readonly string[]) =>
		`has characters that no reader can see (${names.join(', ')}) in ${quoted(context)}. Delete them, or type the text anew.`,
	empty: () => 'has no text. Write at least one paragraph that ends in a citation.',
	avoidedWord: (word: string, context: string) =>
		`${quoted(word)} is on the list of words to avoid, in ${quoted(context)}. Use a neutral word, or put a speaker's own words in quotation marks.`,
};

export const fileProblems = {
	badName: (name: string, better: string) =>
		`${quoted(name)} cannot be an address for ever. Name the file with small letters, digits and hyphens: ${better}.`,
	noExtension: (name: string) =>
		`${quoted(name)} has no file ending, so it would be left out. Name it ${name}.md, or move it away.`,
	wrongExtension: (name: string, better: string) =>
		`${quoted(name)} is not read here, so it would be left out. Name it ${better}, or move it away.`,
	folder: (name: string) =>
		`${quoted(name)} is a folder, so what is in it would be left out. Move its files up, or the folder away.`,
	sameName: (name: string) =>
		`${quoted(name)} has the name of another file here, with its accents stored in another way. Keep one of the two.`,
	symbolicLink: (name: string) =>
		`${quoted(name)} is a symbolic link. Put the file itself here, so that a copy of the folder is whole.`,
	notUtf8: (context: string, encoding: string) =>
		`is not UTF-8 text; this line reads ${quoted(context)} as ${encoding}. Save the file as UTF-8.`,
	emptyFile: () =>
		'is empty. Start it with ---, its fields and --- again; copy another file here as a model.',
	noFrontmatter: (start: string) =>
		`starts with ${quoted(start)}. The first line is ---, then come the fields, then --- again.`,
	unclosedFrontmatter: () => 'has no second --- line. Put --- on a line of its own after the last field.',
	notAMap: () => 'holds no fields. Write one field a line, such as title: What happened.',
	notAList: (name: string) =>
		`does not hold a list of ${name}. Start each entry with a dash, such as - id: some-id.`,
	missingFile: (name: string, what: string) => `is missing. ${name} holds ${what}.`,
	yaml: (written: string, message: string) =>
		`${quoted(written)} is not YAML that can be read (${message}). Put text that starts with a sign, or has a colon or # in it, in double quotes; write \\" for a quotation mark inside them.`,
	yamlColon: (written: string) =>
		`${quoted(written)} has a colon in it, which YAML takes for the end of a field's name. Put the text in double quotes${written.length > 60 ? '' : `: ${JSON.stringify(written)}`}.`,
	yamlQuote: (written: string) =>
		`${quoted(written)} stands after the closing quotation mark. Put all of the text in double quotes, and write \\" for a quotation mark inside them.`,
	yamlTab: () => 'is indented with a tab. Indent with spaces.',
	yamlAliases: () =>
		'repeats itself or other parts (&name, *name) without end. Write the text out where it is wanted.',
	yamlSign: (written: string) =>
		`${quoted(written)} starts with ${written.slice(0, 1)}, which YAML keeps for itself. Put the text in double quotes.`,
	yamlUnclosed: (written: string, closing: string) =>
		`opens with ${written.slice(0, 1)} at ${quoted(written.slice(1))} and never closes. Write ${closing} where it ends.`,
	duplicateKey: (firstLine: number) => `stands twice, first in line ${firstLine}. Keep one of the two.`,
	invalidJson: (message: string) =>
		`is not JSON that can be read (${message}). Run npm run publish:record, which writes it.`,
	notPublished: () =>
		'holds no list of published addresses ("events": {…}). Run npm run publish:record, which writes it.',
};

/** An example that is a sentence, for the end of another. */
function unended(example: string): string {
	return example.replace(/\.$/, '');
}

/** "a, b or c". */
function listChoices(choices: readonly string[]): string {
	if (choices.length < 2) return choices.join('');
	return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}

/**
 * The choice nearest to what was written, if any is near enough to be meant.
 * @returns a choice at most a third of its length away in edits, or undefined
 */
export function nearest(written: string, choices: Iterable<string>): string | undefined {
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

/** `peters-tina` is `tina-peters` in another order. */
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

/**
 * The report an editor reads: one line a problem, in file and line order, then the totals.
 * @param files how many files were read
 */
export function formatReport(problems: readonly LocatedProblem[], files: number): string {
	const lines = problems.map(({ file, line, field, says }) =>
		visible(`${file}:${line}  ${field ? `${field}: ` : ''}${says}`),
	);
	const bad = new Set(problems.map((problem) => problem.file)).size;
	return `${lines.join('\n')}\n\n${count(problems.length, 'problem')} in ${bad} of ${count(files, 'file')}.`;
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
