/**
 * `npm run new -- "Headline" --date 2026-06-01 --source https://…`: the file of a new event, as a draft, and an entry
 * for its source. Asks for what is missing in a terminal; elsewhere it says what is, and exits with 1.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { FILES, type Content } from '../src/core/content.ts';
import { parseDate } from '../src/core/date.ts';
import { makeEventId, titleToSlug } from '../src/core/event-id.ts';
import { eventTemplate } from '../src/core/event-template.ts';
import { nearest } from '../src/core/nearest.ts';
import { formatReport, listProblems } from '../src/core/report.ts';
import { isWebAddress } from '../src/core/schema.ts';
import type { Source } from '../src/core/source.ts';
import { readContent } from '../src/loader/content-files.ts';
import { writeWhole } from '../src/loader/write-whole.ts';
import { appendToYamlList, toYamlText } from '../src/loader/write-yaml.ts';
import { contentFolder, isMain, todayIn } from './paths.ts';

/** What an editor gives; text as typed. */
export interface Answers {
	title?: string | undefined;
	date?: string | undefined;
	category?: string | undefined;
	source?: string | undefined;
	importance?: string | undefined;
}

type Question = keyof Answers;

interface Rule {
	ask: string;
	/** Whether the file cannot be made without it. */
	needed: boolean;
	/** What is wrong with an answer, as the end of a sentence that names it. */
	refuse: (answer: string) => string | undefined;
}

/** The questions in their order; an answer that is wrong is asked for again. */
export function questions({ site }: Content): Record<Question, Rule> {
	const ids = site.categories.map(({ id }) => id);
	const list = site.categories.map(({ id, label }) => `  ${id}  ${label}`).join('\n');
	return {
		title: { ask: 'What happened, in a few words: ', needed: true, refuse: () => undefined },
		date: {
			ask: 'When (2026-06-01, 2026-06, 2026, 2026-06-01/2026-06-03, 2026-06-01~): ',
			needed: true,
			refuse: (answer) => {
				const parsed = parseDate(answer);
				return parsed.ok ? undefined : parsed.problem;
			},
		},
		category: {
			ask: `One of these:\n${list}\nWhich: `,
			needed: false,
			refuse: (answer) => {
				if (ids.includes(answer)) return undefined;
				const near = nearest(answer, ids);
				return `"${answer}" is not a category of site.yaml. ${near ? `Did you mean ${near}?` : `Write one of ${ids.join(', ')}.`}`;
			},
		},
		importance: {
			ask: '1 the case cannot be told without it, 2 a turning point, 3 context (Enter for 3): ',
			needed: false,
			refuse: (answer) => (/^[123]$/.test(answer) ? undefined : `"${answer}" is none of 1, 2 and 3.`),
		},
		source: {
			ask: 'Address of a source (Enter for none yet): ',
			needed: false,
			refuse: (answer) =>
				isWebAddress(answer)
					? undefined
					: `"${answer}" is not a web address. Write all of it, from https:// on.`,
		},
	};
}

const NAMES: Record<Question, string> = {
	title: 'the headline',
	date: '--date',
	category: '--category',
	importance: '--importance',
	source: '--source',
};

/**
 * Checks what was given and asks for the rest.
 * @param ask how an editor is asked; undefined where nobody can be
 * @returns the answers, or the sentence that says what is missing or wrong
 */
export async function complete(
	given: Answers,
	rules: Record<Question, Rule>,
	ask: ((question: string) => Promise<string>) | undefined,
	tell: (sentence: string) => void,
): Promise<Answers | string> {
	const answers: Answers = {};
	const missing: string[] = [];
	for (const [key, rule] of Object.entries(rules) as [Question, Rule][]) {
		let answer = given[key]?.trim() ?? '';
		for (;;) {
			const wrong = answer === '' ? undefined : rule.refuse(answer);
			if (wrong && !ask) return `${NAMES[key]}: ${wrong}`;
			if (wrong) tell(wrong);
			else if (answer !== '' || !ask) break;
			answer = (await ask?.(rule.ask))?.trim() ?? '';
			if (answer === '' && !rule.needed) break;
		}
		if (answer !== '') answers[key] = answer;
		else if (rule.needed) missing.push(NAMES[key]);
	}
	if (missing.length > 0)
		return `Missing: ${missing.join(' and ')}. Write, for example, npm run new -- "Bridge opens to traffic" --date 2026-06-01 --source https://example.org/story`;
	return answers;
}

/** The source with an address, wherever that stands in it. */
export function findSource(sources: readonly Source[], address: string): Source | undefined {
	const wanted = plainAddress(address);
	return sources.find((source) =>
		[source.URL, source.custom['read-at']].some((url) => url !== undefined && plainAddress(url) === wanted),
	);
}

/** An address without what does not change where it leads. */
function plainAddress(address: string): string {
	const { host, pathname, search } = new URL(address);
	return `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${search}`;
}

/** A citation key for a new source: its site and the first words of its address. */
export function makeKey(address: string, taken: (id: string) => boolean): string {
	const { hostname, pathname } = new URL(address);
	const site = hostname.replace(/^www\./, '').split('.')[0] ?? '';
	const last = pathname.split('/').findLast((part) => /\p{L}{3}/u.test(part)) ?? '';
	const words = titleToSlug(last.replace(/\.\w+$/, ''))
		.split('-')
		.slice(0, 4);
	const key = titleToSlug([site, ...words].join(' ')) || 'source';
	if (!taken(key)) return key;
	for (let number = 2; ; number++) if (!taken(`${key}-${number}`)) return `${key}-${number}`;
}

const SOURCE_COMMENT = `To be filled in before the event is published: title, as the source has it; originator, the organization that
wrote it (an id of organizations.yaml); read-as: original, extract, repost or summary. Also issued and author, where
they are known.`;

/** Why the files cannot be written, as a sentence. */
export class NotWritten extends Error {
	override name = 'NotWritten';
}

/**
 * Writes the event's file, and its source's entry.
 * @returns the sentences that tell what was done, and the file
 * @throws NotWritten where something in the folder stands in the way; then neither is written
 */
export async function writeEvent(
	folder: string,
	content: Content,
	{ title = '', date = '', category, source, importance = '3' }: Answers,
): Promise<{ file: string; told: string[] }> {
	const parsed = parseDate(date);
	if (!parsed.ok) throw new Error(parsed.problem);
	const told: string[] = [];
	const known = source === undefined ? undefined : findSource(content.sources, source);
	const key =
		source && (known?.id ?? makeKey(source, (id) => content.sources.some((other) => other.id === id)));
	const ids = new Set(content.events.flatMap((event) => [event.id, ...event.aliases]));
	const id = makeEventId(parsed.date, title, (other) => ids.has(other) || other in content.published.events);
	const file = join(folder, 'events', `${id}.md`);
	await mkdir(join(folder, 'events'), { recursive: true });
	const only = content.site.categories.length === 1 ? content.site.categories[0]?.id : undefined;
	const text = eventTemplate(
		{
			date,
			title,
			category: category ?? only,
			importance,
			source: key,
			today: todayIn(content.site['time-zone']),
		},
		content.site.categories,
		toYamlText,
	);
	const list = join(folder, FILES.sources);
	// All that can go wrong with the list is found out before anything is written.
	const sources = source && key && !known ? await withSource(list, key, source) : undefined;
	await writeFile(file, text, { flag: 'wx' }).catch((error: unknown) => {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		throw new NotWritten(
			`There is a file ${file} already, which could not be read as an event. Mend it or give it another name; npm run check says what is wrong with it.`,
		);
	});
	if (sources !== undefined) {
		await writeWhole(list, sources).catch(async (error: unknown) => {
			await rm(file);
			throw error;
		});
		told.push(`${key} was added to ${FILES.sources}: fill in its title and its originator.`);
	} else if (known) told.push(`The source is on file as ${known.id}, and is cited.`);
	return { file, told };
}

/** The list of sources with one more. */
async function withSource(list: string, key: string, source: string): Promise<string> {
	const before = existsSync(list) ? await readFile(list, 'utf8') : 'references: []\n';
	const entry = {
		id: key,
		type: 'webpage',
		title: '',
		URL: source,
		custom: { originator: '', 'read-as': 'original' },
	};
	const appended = appendToYamlList(before, 'references', entry, SOURCE_COMMENT);
	if (appended !== undefined) return appended;
	throw new NotWritten(
		`${list} holds no list under references:, to which the source could be added. Write references: [] there, or mend it; npm run check says what is wrong with it.`,
	);
}

/** Asks on the terminal. */
async function withTerminal<T>(use: (ask: (question: string) => Promise<string>) => Promise<T>): Promise<T> {
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	// Ctrl+C and Ctrl+D close it, and no answer would ever come.
	const stop = () => process.exit(130);
	terminal.once('close', stop);
	const result = await use((question) => terminal.question(question));
	terminal.off('close', stop).close();
	return result;
}

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			date: { type: 'string' },
			source: { type: 'string' },
			category: { type: 'string' },
			importance: { type: 'string' },
		},
	});
	const folder = resolve(contentFolder());
	const { content, problems, todo, files } = await readContent(folder);
	if (!existsSync(join(folder, FILES.site))) {
		console.error(formatReport(problems, files));
		return 1;
	}
	const given = { ...values, title: positionals.join(' ') };
	const tell = (sentence: string) => console.log(sentence);
	const rules = questions(content);
	const answers = await (process.stdin.isTTY
		? withTerminal((ask) => complete(given, rules, ask, tell))
		: complete(given, rules, undefined, tell));
	if (typeof answers === 'string') {
		console.error(answers);
		return 1;
	}
	const { file, told } = await writeEvent(folder, content, answers);
	const name = relative(process.cwd(), file);
	for (const sentence of told) console.log(sentence);
	console.log(
		`\n${name}\n\nIt is a draft: npm run dev shows it, builds leave it out. Still to be written:\n`,
	);
	const after = await readContent(folder);
	const earlier = new Set(todo.map((problem) => listProblems([problem])));
	console.log(listProblems(after.todo.filter((problem) => !earlier.has(listProblems([problem])))));
	console.log('\nThen take draft: true out, and run npm run check.');
	if (after.problems.length === 0) return 0;
	console.error(`\n${formatReport(after.problems, after.files)}`);
	return 1;
}

if (isMain(import.meta))
	try {
		process.exitCode = await main();
	} catch (error) {
		if (!isWrongOption(error) && !(error instanceof NotWritten)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}

function isWrongOption(error: unknown): error is Error {
	return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
