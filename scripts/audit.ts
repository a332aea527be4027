/**
 * `npm run audit -- FOLDER`: compares the case with the research notes it was written from: quotations letter by
 * letter, who is cited for what, dates and marks. Exit 1 where a quotation, a citation or a field differs.
 */
import { basename, resolve } from 'node:path';
import { claimSources, utterances } from '../src/core/claim.ts';
import { claimFile, eventFile, type Content } from '../src/core/content.ts';
import { formatDate } from '../src/core/date-words.ts';
import { eventSources, type TimelineEvent } from '../src/core/event.ts';
import { withoutCitations } from '../src/core/prose.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { literalPattern } from '../src/core/written.ts';
import { ContentError, loadContent } from '../src/loader/content-files.ts';
import { isFields } from '../src/loader/reading.ts';
import { contentFolder, isMain } from './paths.ts';
import { readNotes, type NotedEvent, type Notes } from './research-notes.ts';

export interface Quotation {
	file: string;
	text: string;
	/** Where it should stand word for word. */
	among: readonly string[];
}

/** An event of both sides, or of one. */
interface Pair {
	event: TimelineEvent;
	noted: NotedEvent;
}

/** What is left of a text when only its letters and stops count: one kind of mark, single spaces. */
export function normalizeQuotation(text: string): string {
	return text
		.replace(/["“”„«»‘’‚`´]/g, "'")
		.replace(/\s+/g, ' ')
		.trim();
}

/** Whether a quotation stands in one of the texts, letter by letter and not inside a longer word. */
export function standsIn(quotation: string, texts: readonly string[]): boolean {
	const wanted = literalPattern(normalizeQuotation(quotation));
	const whole = new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u');
	return texts.some((text) => whole.test(normalizeQuotation(text)));
}

/** What stands between quotation marks in a text, citations taken out. */
export function findQuotations(text: string): string[] {
	const found = withoutCitations(text).matchAll(/"([^"]+)"|“([^”]+)”|«([^»]+)»/g);
	return [...found].map(([, straight, curly, angular]) => straight ?? curly ?? angular ?? '');
}

/** Every quotation of a case, with the texts of the notes it may come from. */
export function collectQuotations(content: Content, notes: Notes): Quotation[] {
	const wordsOf = (sources: readonly string[]) => sources.flatMap((id) => notes.words.get(id) ?? []);
	const wholeCase = [
		...[...notes.events.values()].flatMap(({ texts }) => texts),
		...wordsOf([...notes.words.keys()]),
	];
	const quoted = (file: string, texts: readonly string[], among: readonly string[]): Quotation[] =>
		texts.flatMap(findQuotations).map((text) => ({ file, text, among }));
	return [
		...content.events.flatMap((event) => {
			const file = eventFile(event);
			const among = [...(notes.events.get(event.id)?.texts ?? []), ...wordsOf(eventSources(event))];
			const own = [
				event.title,
				event.summary,
				...event.prose.blocks.map(({ text }) => text),
				...[...event.disagreements, ...event.limits].map(({ text }) => text),
			];
			return [...event.quotes.map(({ text }) => ({ file, text, among })), ...quoted(file, own, among)];
		}),
		...content.claims.flatMap((claim) => {
			const file = claimFile(claim);
			// A statement must stand in the words of its own source; the text around it, in what it cites and in its events.
			const said = utterances(claim).map(({ said: { text, source } }) => ({
				file,
				text,
				among: wordsOf([source]),
			}));
			const texts = claim.prose.blocks.map(({ text }) => text);
			const among = claim.events.flatMap((id) => notes.events.get(id)?.texts ?? []);
			return [...said, ...quoted(file, texts, [...among, ...wordsOf(claimSources(claim))])];
		}),
		...content.pages.flatMap((page) => {
			const own = page['speaks-of'] === 'site' ? ownWords(content) : [];
			const texts = page.prose.blocks.map(({ text }) => text);
			return quoted(`pages/${page.id}.md`, texts, [...wholeCase, ...own]);
		}),
		...content.sources.flatMap(({ id, custom: { excerpt } }) =>
			excerpt ? [{ file: `sources.yaml ${id}`, text: excerpt, among: wordsOf([id]) }] : [],
		),
	];
}

/** What the site itself says on its pages, for a page about the site that quotes it: labels, and dates in words. */
function ownWords({ site, events }: Content): string[] {
	const words = wordsFor(site.language);
	const labels = (value: unknown): string[] =>
		typeof value === 'string' ? [value] : isFields(value) ? Object.values(value).flatMap(labels) : [];
	const dates = events.map(({ date }) => formatDate(date, words.date));
	return [...labels(words), ...dates, ...dates.map((date) => date.charAt(0).toUpperCase() + date.slice(1))];
}

/** Sources an event cites that the notes do not give it. */
export function citedBeyondNotes({ event, noted }: Pair): string[] {
	return eventSources(event).filter((id) => !noted.sources.includes(id));
}

/** Sources the notes give a fact of the event, and that it never cites. */
export function notedButNotCited({ event, noted }: Pair): string[] {
	const cited = new Set(eventSources(event));
	return noted.factSources.filter((id) => !cited.has(id));
}

/** Fields that say something else than the notes, with both values. */
export function differingFields({ event, noted }: Pair): string[] {
	const fields = [
		['date', event.date.edtf, noted.date],
		['status', event.status, noted.status],
		['category', event.category, noted.category],
		['importance 1', event.importance === 1 ? 'yes' : 'no', noted.key ? 'yes' : 'no'],
	] as const;
	return fields
		.filter(([, here, there]) => here !== there)
		.map(([field, here, there]) => `${field}: ${here} here, ${there} in the notes`);
}

/** Prints one comparison. @returns how many lines it has */
function show(lines: readonly string[], total: string): number {
	console.log([...lines, total, ''].join('\n'));
	return lines.length;
}

async function audit(folder: string): Promise<boolean> {
	const contentPath = resolve(contentFolder());
	const [content, notes] = await Promise.all([loadContent(contentPath), readNotes(resolve(folder))]);
	const shown = (file: string) => `${basename(contentPath)}/${file}`;
	const line = (event: { id: string }, says: string) => `${shown(eventFile(event))}  ${says}`;
	const pairs = content.events.flatMap((event): Pair[] => {
		const noted = notes.events.get(event.id);
		return noted ? [{ event, noted }] : [];
	});

	const quotations = collectQuotations(content, notes);
	const changed = quotations.filter(({ text, among }) => !standsIn(text, among));
	const beyond = pairs.flatMap((pair) => citedBeyondNotes(pair).map((id) => line(pair.event, id)));
	const citations = pairs.flatMap(({ event }) => eventSources(event)).length;
	const missing = pairs.flatMap((pair) => notedButNotCited(pair).map((id) => line(pair.event, id)));
	const ids = new Set(content.events.map(({ id }) => id));
	const unwritten = [...notes.events.keys()].filter((id) => !ids.has(id));
	const unnoted = content.events.filter(({ id }) => !notes.events.has(id));
	const fields = pairs.flatMap((pair) => differingFields(pair).map((says) => line(pair.event, says)));

	const wrong = [
		show(
			changed.map(({ file, text }) => `${shown(file)}  "${text}"`),
			`${quotations.length} quotations, ${changed.length} differ`,
		),
		show(beyond, `${citations} citations, ${beyond.length} not in the notes`),
		show(fields, `${pairs.length} events compared, ${fields.length} dates and marks differ`),
	];
	show(missing, `${missing.length} sources of facts in the notes that their event does not cite`);
	show(
		[
			...unwritten.map((id) => `${id}  has no file`),
			...unnoted.map((event) => line(event, 'is not in the notes')),
		],
		`${unwritten.length} events of the notes without a file, ${unnoted.length} files without an event in the notes`,
	);
	return wrong.every((count) => count === 0);
}

if (isMain(import.meta)) {
	const folder = process.argv[2];
	try {
		if (!folder) throw new Error('Name the folder of the notes: npm run audit -- FOLDER');
		process.exitCode = (await audit(folder)) ? 0 : 1;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		console.error(
			error instanceof ContentError ? `${error.message}\n\nNothing was compared.` : error.message,
		);
		process.exitCode = 1;
	}
}
