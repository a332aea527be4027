/**
 * Every sentence an author can read, but for those about dates (`date-problems.ts`).
 * A sentence says what was written, what is wrong with it, and what to write instead.
 */
import { quoted } from './written.ts';

/** Where in the content a problem stands; the loader knows the file and line. */
export interface Place {
	/** The file, relative to the content folder: `events/2024-08-12-bridge-opens.md`. */
	file: string;
	/** Keys and list positions inside the file's YAML; `body` lines are counted from the body's first. */
	path?: readonly (string | number)[];
	/** True when the problem is with the key itself rather than its value. */
	atKey?: boolean;
	/** Line of the Markdown body, from 1. */
	bodyLine?: number;
}

/** An id, and where it was written. */
export interface Reference {
	id: string;
	at: Place;
}

export interface Problem {
	at: Place;
	/** The sentence, without file, line and field. */
	says: string;
	/** Whether something is still to be written there. */
	lacking?: boolean;
}

/** A problem with its place found. */
export interface LocatedProblem {
	file: string;
	line: number;
	field: string;
	says: string;
}

export const fieldProblems = {
	homeInMenu: 'has no place here: the timeline always comes first in the menu. Take it out.',
	/** @param listed where the fields are listed, if they are too many for a sentence */
	unknown: (thing: string, near: string | undefined, known: readonly string[], listed?: string) =>
		near
			? `is not a field of ${thing}. Did you mean ${near}?`
			: listed
				? `is not a field of ${thing}. See ${listed}.`
				: `is not a field of ${thing}. ${known.length === 1 ? 'Its only field is' : 'Its fields are'} ${known.join(', ')}.`,
	missing: (thing: string, example: string) =>
		`is missing; ${thing} needs it. Write, for example, ${unended(example)}.`,
	wrongKind: (value: unknown, wanted: string, example: string) =>
		`${quoted(value)} is not ${wanted}. Write, for example, ${unended(example)}.`,
	notAList: (value: string, field: string) => `${quoted(value)} is not a list. Write ${field}: [${value}].`,
	notOneOf: (value: unknown, choices: readonly string[], near: string | undefined) =>
		value === ''
			? `is empty. Write ${listChoices(choices)}.`
			: `${quoted(value)} is not one of the choices. ${near ? `Did you mean ${near}?` : ''}${near && choices.length > 12 ? '' : `${near ? ' ' : ''}Write ${listChoices(choices)}.`}`,
	empty: (example: string) => `is empty. Write, for example, ${unended(example)}.`,
	emptyList: (example: string) => `is empty. Write, for example, ${unended(example)}, or take the line out.`,
	tooLong: (value: string, length: number, limit: number) =>
		`${quoted(value)} is ${length} characters long; the limit is ${limit}. Shorten it by ${length - limit}.`,
	marksAround: (value: string) =>
		`${quoted(value)} has quotation marks of its own around it, and the page sets them. Leave the outer ones out.`,
	tooManyWords: (value: string, words: number, limit: number) =>
		`${quoted(value)} has ${words} words; a quotation has at most ${limit}. Shorten it by ${words - limit}, or make it two quotations.`,
	notAnAddress: (value: string) =>
		`${quoted(value)} is not a web address. Write all of it, from https:// or http:// on.`,
	notASiteAddress: (value: string) =>
		`${quoted(value)} is not an address that pages can stand under. Write all of it, from https:// or http:// on, without ?, # or a password: https://example.org/case/.`,
	/** @param says what is wrong with it */
	siteAddressVariable: (says: string) => `is set by SITE_ADDRESS: ${says}`,
	notAContact: (value: string) =>
		`${quoted(value)} is not an address that a reader can write to. Write one that starts with https://, http:// or mailto:.`,
	notALanguage: (value: string) =>
		`${quoted(value)} is not a language code. Write one such as en, es or pt-BR.`,
	noWords: (language: string, languages: readonly string[]) =>
		`${quoted(language)} has no interface words yet, so pages would mix languages. Write ${listChoices(languages)}, or add src/i18n/${language}.ts with the words.`,
	notATimeZone: (value: string) =>
		`${quoted(value)} is not a time zone. Write one such as Europe/Paris or UTC.`,
	needsOneOf: (a: string, b: string) =>
		`is missing, and so is ${b}. Write one of them: ${a}: with an id, or ${b}: with a name in words.`,
	notBoth: (a: string, b: string) =>
		`stands beside ${b}. Keep one of them: ${a}: with an id, or ${b}: with a name in words.`,
	multiline: (value: string) => `${quoted(value)} has a line break in it. Write it on one line.`,
	unseen: (value: string, names: readonly string[]) =>
		`${quoted(value)} has characters in it that no reader can see (${names.join(', ')}). Delete them, or type the text anew.`,
	beforeAdded: (day: string, added: string, thing: string) =>
		`${quoted(day)} is before the day ${thing} was added, ${added}. Write that day or a later one, or correct added.`,
	answersTooEarly: (date: string, said: string) =>
		`${quoted(date)} is before the statement, ${said}; nobody answers what is still to be said. Write that day or a later one, or correct the date of the statement.`,
	endsBeforeStart: (to: string, from: string) =>
		`${quoted(to)} is before the start, ${from}. Write a date after it, or change the start.`,
};

export const referenceProblems = {
	unknownId: (id: string, what: string, near: string | undefined, where: string) =>
		`${quoted(id)} is not the id of ${what}. ${near ? `Did you mean ${near}? If not, add` : 'Add'} it to ${where}.`,
	/** @param ending `.md` in links of a text, nothing in fields */
	unknownEvent: (id: string, near: string | undefined, ending: '' | '.md') =>
		`${quoted(`${id}${ending}`)} is not an event. ${near ? `Did you mean ${near}${ending}? If not, write` : 'Write'} the name of a file in events/${ending ? '' : ', without .md'}.`,
	itself: (id: string, ending: '' | '.md') =>
		`${quoted(`${id}${ending}`)} is this event itself. Name another event, or take the ${ending ? 'link' : 'line'} out.`,
	isDraft: (id: string, ending: '' | '.md') =>
		`${quoted(`${id}${ending}`)} is a draft, which readers cannot reach. Take draft out of it, or take this ${ending ? 'link' : 'line'} out.`,
	noCategory: (isThere: boolean, choices: readonly string[]) =>
		`${isThere ? 'is empty' : 'is missing; an event needs it'}. Write ${listChoices(choices)}, or add another to site.yaml.`,
	unknownCategory: (id: string, near: string | undefined, choices: readonly string[]) => {
		const others = listChoices(choices.filter((choice) => choice !== near));
		const offer = `${others && `write ${others}, or `}add it to site.yaml.`;
		return `${quoted(id)} is not the id of a category. ${near ? `Did you mean ${near}? If not, ${offer}` : capital(offer)}`;
	},
	duplicateId: (id: string, other: string) =>
		`${quoted(id)} is already the id of ${other}. Give one of them another id.`,
	reservedPage: (id: string) =>
		`${quoted(id)} is the name of a page that the site has of its own. Name the file otherwise, such as the-${id}.md.`,
	reservedId: (id: string) =>
		`${quoted(id)} is a name that pages give to parts of their own, so it would lead elsewhere. Choose another id, such as the-${id}.`,
	/** @param where a field of events */
	namedNowhere: (id: string, where: string) =>
		`${quoted(id)} is named nowhere. Add it to ${where} of an event, or take the entry out.`,
	noEvents: () =>
		'holds no event that readers can see. Add one, or take draft out of one; CONTRIBUTING.md shows what it may hold.',
	samePattern: (pattern: string, other: string) =>
		`${quoted(pattern)} is the pattern of ${other} too; patterns tell categories apart for those who do not see colours. Write another one.`,
	aliasIsId: (alias: string, what: string) =>
		`${quoted(alias)} is ${what} itself. An alias is an earlier address that ${what.replace(/^an? /, 'no ')} has any more; take it out.`,
	aliasTwice: (alias: string, other: string) =>
		`${quoted(alias)} is already an alias of ${other}. An old address can lead to one event only; take it out of one of them.`,
	sourceNotCited: (id: string) =>
		`${quoted(id)} is cited nowhere. Write [@${id}] where it is used, or take the source out.`,
	noSource: () =>
		'cites no source. Write at least one paragraph that ends in a citation, such as [@source-id].',
	correctionsOrder: (dates: readonly string[]) =>
		`are dated ${dates.join(', ')}, which is not newest first. Put the newest correction on top.`,
};

export const translationProblems = {
	isOriginal: (language: string) =>
		`${quoted(language)} is the language of the case itself. Write the others only, or take the line out.`,
	language: (name: string, language: string, original: string) =>
		`${quoted(name)} is a translation into ${quoted(language)}, which site.yaml does not name. Write translations: [${language}] there, or name the file ${original}.`,
	noOriginal: (id: string, near: string | undefined) =>
		`translates ${quoted(id)}, which is not there. ${near ? `Did you mean ${near}? If not, name` : 'Name'} the file after what it translates.`,
	citesMore: (id: string) =>
		`${quoted(id)} is not cited here by the original. Cite what the original cites; if the original is newer, write the day of the translation under translated:.`,
	citesLess: (id: string) =>
		`${quoted(id)} is cited more often by the original. Cite what the original cites; if the original is newer, write the day of the translation under translated:.`,
	otherCount: (count: number, wanted: number) =>
		`has ${count} ${count === 1 ? 'entry' : 'entries'}; the original has ${wanted}. Translate each, in the same order.`,
	transcript: (isLacking: boolean) =>
		isLacking
			? 'has no transcript; the original has one. Translate it.'
			: 'has a transcript; the original has none. Take it out, or give the original one.',
	quotes: (words: string) =>
		`${quoted(words)} is not a quotation of the original. Quote the original's words and say what they mean beside them, without quotation marks.`,
	noLabelOf: (id: string, field: string, near: string | undefined) =>
		`${quoted(id)} is not the id of one of ${field} in site.yaml, or stands twice. ${near ? `Did you mean ${near}?` : 'Take it out.'}`,
	lacksLabel: (id: string) => `has no label for ${id}. Add - {id: ${id}, label: …}.`,
	scope: (wanted: boolean) =>
		wanted ? 'is missing; site.yaml has it. Translate its three texts.' : 'is not in site.yaml. Take it out.',
};

export const publishedProblems = {
	eventGone: (id: string) =>
		`${quoted(id)} was published and is gone. Put the file back, add the id under aliases: of the event that replaces it, or keep the file with withdrawn: {date, reason}.`,
	draft: (id: string) =>
		`${quoted(id)} was published, so it cannot become a draft. Take draft out, or write withdrawn: {date, reason}.`,
	/** @param updated the day of the last change that is noted, if any */
	changed: (updated: string | undefined, added: string) => {
		const parts =
			'what readers were given (date, title, summary, status, quotations, media or text) has changed';
		const correction = `corrections: [{date: ${updated ?? added}, text: It was ten, not eleven.}]`;
		return updated === undefined
			? `is missing, and ${parts}. Write the day of the change, updated: ${added} or later; if something was wrong, say so under ${correction}; or undo the change.`
			: `${quoted(updated)} is the day of an earlier change, and ${parts} again. Write the day of this change, a later one; if something was wrong, say so under ${correction}; or undo the change.`;
	},
	correctionGone: (count: number) =>
		`are fewer than were published (${count}). Put back what is missing; a correction stays for readers to see.`,
	pageGone: (id: string, address: string, list: string, near: string | undefined) =>
		`${quoted(id)} was published as ${address} and is gone. Put its entry back in ${list}, or add aliases: [${id}] to the entry that replaces it${near ? `, perhaps ${near}` : ''}.`,
	pageTurnedOff: (address: string) =>
		`is false, but ${address} was published, and others may lead to it. Take page: false out; if the page must go for the person's sake, take the id out of published.json too.`,
};

export const bodyProblems = {
	notCited: (start: string) =>
		`${quoted(start)} does not end in a citation. End it with [@source-id], or with several: [@one; @two, p. 3].`,
	emptyItem: (what: string) => `has an empty ${what}. Write its text, or delete the line.`,
	badCitation: (written: string) =>
		`${quoted(written)} is not a citation. Write [@source-id], [@one; @two] or [@source-id, p. 3].`,
	cutCitation: (written: string) =>
		`${quoted(written)} has markup in it or is marked as code, so it would be printed as it stands. Write the citation plainly.`,
	html: (written: string) =>
		`${quoted(written)} is HTML, which is not read here. Write Markdown; for a literal < write \\<.`,
	unsafeLink: (address: string) =>
		`${quoted(address)} is not an address that a reader can be sent to. Write one that starts with https://, http:// or mailto:, or the file name of an event, such as 2024-08-12-bridge-opens.md.`,
	notHere: (written: string, what: string) =>
		`${quoted(written)} is ${what}, which is not used here. Write paragraphs, lists, block quotes and headings from ## on.`,
	/** @param mark the deepest heading that can stand there */
	headingTooDeep: (written: string, mark: string) =>
		`${quoted(written)} is too deep a heading here: levels go down one at a time, from ## to ####. Write ${mark} in its place.`,
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
	/** @param ending a slash where it is a folder */
	stray: (name: string, ending: '' | '/', near: string | undefined) =>
		`${quoted(`${name}${ending}`)} is not read here, so it would be left out. ${near ? `Did you mean ${near}? If not, move` : 'Move'} it away.`,
	strayMarkdown: (name: string) =>
		`${quoted(name)} is not read here, so it would be left out. Move it to events/, claims/ or pages/, or away.`,
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
		`is not JSON that can be read (${message}). Put back the file as it was last committed; npm run publish:record alone writes it.`,
	notPublished: () =>
		'is not as npm run publish:record writes it. Put back the file as it was last committed, and leave it to that command.',
};

export const mediaProblems = {
	/** @param endings of files that can be shown */
	notShown: (name: string, endings: readonly string[]) =>
		`${quoted(name)} is not a picture, document or recording that every browser shows. Save it as ${listChoices(endings.map((ending) => `.${ending}`))}.`,
	badName: (name: string, better: string) =>
		`${quoted(name)} cannot be an address for ever. Name the file with small letters, digits and hyphens: ${better}.`,
	elsewhere: (address: string) =>
		`${quoted(address)} is elsewhere, and readers are sent there by links alone. Write one in the text, [what it is](address), or put a copy in media/ where its licence allows that.`,
	outside: (file: string, name: string | undefined) =>
		`${quoted(file)} leads out of media/. Put the file there, and write its name alone${name ? `: ${name}` : ''}.`,
	unknown: (file: string, near: string | undefined) =>
		`${quoted(file)} is not a file in media/. ${near ? `Did you mean ${near}? If not, put` : 'Put'} it there.`,
	otherKind: (kind: string, file: string, right: string) =>
		`${quoted(kind)} is not what ${file} is. Write kind: ${right}, or leave it out.`,
	/** @param name what the file is, with its article */
	wordless: (file: string, name: string) =>
		`is missing; ${file} is ${name}, which not everyone can open, see or hear. Write in words what is said in it, in full or in substance.`,
	tooLarge: (file: string, bytes: number, limit: number) =>
		`${quoted(file)} has ${(bytes / 1_000_000).toFixed(1)} MB; the limit is ${limit / 1_000_000} MB. Save it smaller, or link to it where it stands.`,
	/** @param found what it is instead, and what it would be called */
	otherwise: (file: string, name: string, found: { name: string; file: string } | undefined) =>
		`${quoted(file)} is not ${name}${found ? `; it is ${found.name}. Name it ${found.file}, here and in the event.` : ', or is damaged. Save it anew from where it came from.'}`,
	damaged: (file: string) =>
		`${quoted(file)} cannot be read to its end as a picture: it is cut off or damaged. Save it anew from where it came from.`,
	unused: (file: string) =>
		`${quoted(file)} is shown by no event. Name it under media: of one, or take it away.`,
};

/** An example that is a sentence, for the end of another. */
function unended(example: string): string {
	return example.replace(/\.$/, '');
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b or c". */
function listChoices(choices: readonly string[]): string {
	if (choices.length < 2) return choices.join('');
	return `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`;
}
