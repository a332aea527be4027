/** Reads every file of a content folder into records, and every problem of every file into one list. */
import { createHash } from 'node:crypto';
import { checkContent, findDrafts } from '../core/check-content.ts';
import { checkTranslations } from '../core/check-translations.ts';
import { parseClaim } from '../core/claim.ts';
import { FILES, type Content } from '../core/content.ts';
import { parseEvent } from '../core/event.ts';
import { parsePage, type Page } from '../core/page.ts';
import { parseOrganization, parsePerson } from '../core/people.ts';
import { nearest } from '../core/nearest.ts';
import { fieldProblems, fileProblems, translationProblems, type LocatedProblem } from '../core/problem.ts';
import type { BodyProblem } from '../core/prose.ts';
import { checkPublished, nothingPublished, parsePublished, type Published } from '../core/published.ts';
import { compareProblems, formatReport } from '../core/report.ts';
import type { Shaped, ShapeProblem } from '../core/shape.ts';
import { parseSite } from '../core/site.ts';
import { parseSource } from '../core/source.ts';
import {
	parseEventTranslation,
	parsePageTranslation,
	parseSiteTranslation,
	translatedFile,
	type SiteTranslation,
	type Translation,
} from '../core/translation.ts';
import { hasWords, LANGUAGES } from '../i18n/index.ts';
import { listFiles, nameToId, noteUnreadEvent, refuseStrays } from './folder.ts';
import { parseYaml, splitFrontmatter, type YamlFields } from './frontmatter.ts';
import { readMediaFiles } from './media-files.ts';
import { ifChanged } from './unchanged.ts';
import {
	addProblem,
	isFields,
	isStandIn,
	locate,
	noteUnread,
	readText,
	report,
	reportYaml,
	startReading,
	type Reading,
} from './reading.ts';

export interface ReadContent {
	/** The records; partial where there are problems. */
	content: Content;
	problems: LocatedProblem[];
	/** What drafts, and sources that only drafts cite, are still to be given before they can be published. */
	todo: LocatedProblem[];
	/** How many files were read. */
	files: number;
}

/** Thrown where content has problems: its message is the report for the editor. */
export class ContentError extends Error {
	override name = 'ContentError';
	constructor(problems: readonly LocatedProblem[], files: number) {
		super(formatReport(problems, files));
	}
}

/** Reads a folder that must be without problems. @throws ContentError with the whole report */
export async function loadContent(folder: string): Promise<Content> {
	const { content, problems, files } = await readContent(folder);
	if (problems.length > 0) throw new ContentError(problems, files);
	return content;
}

/**
 * Reads a content folder (design: one event a file, lists in YAML).
 * `SITE_ADDRESS` wins over the address in `site.yaml`.
 * `ALLOW_UNSOURCED=1` lets events stand that name no source.
 * @param folder path of the folder; its last part names it in reports
 */
export async function readContent(folder: string): Promise<ReadContent> {
	const reading = startReading(folder);
	const site = await readSite(reading, process.env['SITE_ADDRESS']?.trim());
	reading.languages = site.translations;
	await refuseStrays(reading);
	const lists = await readLists(reading);
	const events = await readMarkdown(
		reading,
		'events',
		(id, fields, body) => parseEvent(id, fields, body, reading.rules),
		(result) => result.event,
	);
	const claims = await readMarkdown(reading, 'claims', parseClaim, (result) => result.claim);
	const pages = await readMarkdown(reading, 'pages', parsePage, (result) => result.page);
	const content: Content = {
		site,
		...lists,
		events,
		claims,
		pages,
		media: await readMediaFiles(reading),
		published: await readPublished(reading),
		translations: await readTranslations(reading, pages),
	};
	const bodies = new Set(reading.problems.filter(({ field }) => field === 'body').map(({ file }) => file));
	const found = [
		...checkContent(content, reading.unread, reading.rules),
		...checkPublished(content, hashText, reading.unread),
		...checkTranslations(content, reading.unread),
	];
	for (const { at, ...problem } of found) {
		// What is missing from a whole file may be in what could not be read of it.
		const isWhole = at.path === undefined && at.bodyLine === undefined;
		const { file } = locate(reading, at, problem.says);
		if (!isStandIn(reading, at) && !(isWhole && bodies.has(file))) addProblem(reading, at, problem);
	}
	const drafts = findDrafts(content);
	const isTodo = (problem: LocatedProblem) => drafts.has(reading.lacking.get(problem) ?? '');
	const all = reading.problems.sort(compareProblems);
	return {
		content,
		problems: all.filter((problem) => !isTodo(problem)),
		todo: all.filter(isTodo),
		files: reading.files,
	};
}

/** That an address is wrong which is not the one in the file. */
function nameVariable(problem: ShapeProblem): ShapeProblem {
	return problem.path[0] === 'address'
		? { ...problem, says: fieldProblems.siteAddressVariable(problem.says) }
		: problem;
}

/** @param override the address to take in place of the one that is written; empty for none */
async function readSite(reading: Reading, override: string | undefined): Promise<Content['site']> {
	const fields = await readYamlFile(reading, FILES.site, 'the title, address and categories of the case');
	const written = fields?.value ?? {};
	const { value, problems } = parseSite(
		override && isFields(written) ? { ...written, address: override } : written,
	);
	if (fields) report(reading, FILES.site, override ? problems.map(nameVariable) : problems);
	if (!fields || problems.some(({ path }) => concernsIds(path))) reading.unread.lists.add('site');
	if (!value) throw new Error('the fallback of a site is not a site');
	const refuse = (path: (string | number)[], says: string) =>
		report(reading, FILES.site, [{ path, atKey: false, says }]);
	if (!hasWords(value.language)) refuse(['language'], fieldProblems.noWords(value.language, LANGUAGES));
	const translations = value.translations.filter((language, index) => {
		const path = ['translations', index];
		if (!hasWords(language)) refuse(path, fieldProblems.noWords(language, LANGUAGES));
		else if (language === value.language) refuse(path, translationProblems.isOriginal(language));
		else return value.translations.indexOf(language) === index;
		return false;
	});
	return { ...value, translations };
}

/** The languages that a case has beside its own; none where `site.yaml` cannot be read. */
export async function readLanguages(folder: string): Promise<string[]> {
	return (await readSite(startReading(folder), undefined)).translations;
}

async function readTranslations(reading: Reading, pages: readonly Page[]): Promise<Translation[]> {
	const speaksOfSite = new Set(pages.flatMap((page) => (page['speaks-of'] === 'site' ? [page.id] : [])));
	const read = async (language: string): Promise<Translation> => ({
		id: language,
		site: await readSiteTranslation(reading, language),
		events: await readMarkdown(reading, 'events', parseEventTranslation, (result) => result.value, language),
		pages: await readMarkdown(
			reading,
			'pages',
			(id, fields, body) => parsePageTranslation(id, fields, body, !speaksOfSite.has(id)),
			(result) => result.value,
			language,
		),
	});
	const translations: Translation[] = [];
	for (const language of reading.languages) translations.push(await read(language));
	return translations;
}

async function readSiteTranslation(reading: Reading, language: string): Promise<SiteTranslation> {
	const file = translatedFile(FILES.site, language);
	const fields = await readYamlFile(reading, file, `the title, the labels and the scope in ${language}`);
	const { value, problems } = parseSiteTranslation(fields?.value ?? {});
	if (fields) report(reading, file, problems);
	if (!fields || problems.length > 0) reading.unread.lists.add('site');
	if (!value) throw new Error('the fallback of a translated site is not one');
	return value;
}

/** Whether a problem leaves open which categories there are. */
function concernsIds([field, , key]: readonly (string | number)[]): boolean {
	return field === 'categories' && (key === undefined || key === 'id');
}

async function readLists(reading: Reading): Promise<Pick<Content, 'sources' | 'people' | 'organizations'>> {
	return {
		sources: await readList(reading, 'sources', 'references', parseSource),
		people: await readList(reading, 'people', undefined, parsePerson),
		organizations: await readList(reading, 'organizations', undefined, parseOrganization),
	};
}

/** @param under the key that holds the list, or undefined where the file is the list */
async function readList<T extends { id: string }>(
	reading: Reading,
	noun: 'sources' | 'people' | 'organizations',
	under: string | undefined,
	parse: (fields: unknown) => Shaped<T>,
): Promise<T[]> {
	const file = `${noun}.yaml`;
	const fields = await readYamlFile(reading, file, `the ${noun}`);
	const list = under && isFields(fields?.value) ? fields.value[under] : fields?.value;
	const misspelt = under ? refuseOtherKeys(reading, file, fields?.value, under) : false;
	if (!Array.isArray(list)) {
		reading.unread.lists.add(noun);
		const says = fileProblems.notAList(noun);
		if (fields && !misspelt)
			reading.problems.push(locate(reading, { file, path: under ? [under] : [] }, says));
		return [];
	}
	const lines = reading.lines.get(file);
	if (lines)
		lines.labels = list.map((entry) =>
			isFields(entry) && typeof entry['id'] === 'string' ? entry['id'] : undefined,
		);
	const parsed = ifChanged(`${reading.folder}/${file} entries`, fields?.text ?? '', () => list.map(parse));
	return parsed.flatMap(({ value, problems }, index) => {
		const entry: unknown = list[index];
		const prefix = under ? [under, index] : [index];
		report(
			reading,
			file,
			problems.map((problem) => ({ ...problem, path: [...prefix, ...problem.path] })),
			value?.id,
		);
		if (!value) return [];
		// An entry with a mistake elsewhere is still there for those who name it.
		const id = isFields(entry) && typeof entry['id'] === 'string' ? entry['id'].normalize('NFC') : value.id;
		return [{ ...value, id }];
	});
}

/** @returns whether one of the keys is likely the one that is wanted */
function refuseOtherKeys(reading: Reading, file: string, value: unknown, wanted: string): boolean {
	if (!isFields(value)) return false;
	const others = Object.keys(value).filter((key) => key !== wanted);
	for (const key of others) {
		const says = fieldProblems.unknown(file, nearest(key, [wanted]), [wanted]);
		reading.problems.push(locate(reading, { file, path: [key], atKey: true }, says));
	}
	return others.some((key) => nearest(key, [wanted]) !== undefined);
}

interface MarkdownResult {
	problems: ShapeProblem[];
	bodyProblems: BodyProblem[];
}

async function readMarkdown<R extends MarkdownResult, T>(
	reading: Reading,
	folder: string,
	parse: (id: string, fields: unknown, body: string) => R,
	record: (result: R) => T | undefined,
	language?: string,
): Promise<T[]> {
	const records: T[] = [];
	// An original is there whatever is wrong with its translation.
	const noteUnreadOriginal = (id: string) => {
		if (language === undefined) noteUnreadEvent(reading, folder, id);
	};
	for (const name of await listFiles(reading, folder, language)) {
		const id = nameToId(name, language);
		const original = `${folder}/${id}.md`;
		const file = language === undefined ? original : translatedFile(original, language);
		const text = await readText(reading, file, { storedAs: `${folder}/${name}` });
		if (text === undefined) {
			noteUnreadOriginal(id);
			continue;
		}
		const parts = splitFrontmatter(text);
		const fields =
			'problem' in parts
				? undefined
				: ifChanged(`${reading.folder}/${file}`, text, () => parseYaml(parts.yaml, parts.yamlLine));
		if ('problem' in parts || !fields || (fields.readable && !isFields(fields.value))) {
			const says = 'problem' in parts ? parts.problem : fileProblems.notAMap();
			reading.problems.push(locate(reading, { file }, text.trim() ? says : fileProblems.emptyFile()));
			noteUnreadOriginal(id);
			noteUnread(reading, text);
			continue;
		}
		reading.lines.set(file, { lineOf: fields.lineOf, bodyLine: parts.bodyLine, labels: [] });
		reportYaml(reading, file, fields);
		const result = ifChanged(`${reading.folder}/${file} ${reading.rules.allowUnsourced}`, text, () =>
			parse(id, fields.value, parts.body),
		);
		// Where the YAML could not be read, what its fields lack is not known.
		if (fields.readable) report(reading, file, result.problems);
		if (fields.problems.length > 0 || result.problems.length > 0) noteUnread(reading, text);
		if (fields.problems.length + result.problems.length + result.bodyProblems.length > 0)
			noteUnreadOriginal(id);
		for (const { line, ...problem } of result.bodyProblems)
			addProblem(reading, { file, bodyLine: line }, problem);
		const value = record(result);
		if (value) records.push(value);
	}
	return records;
}

async function readPublished(reading: Reading): Promise<Published> {
	const file = FILES.published;
	const text = await readText(reading, file);
	if (text === undefined) return nothingPublished();
	const lineOf = (path: readonly (string | number)[]) =>
		text.slice(0, text.indexOf(JSON.stringify(path.at(-1)))).split('\n').length;
	reading.lines.set(file, { lineOf, bodyLine: 1, labels: [] });
	const refuse = (says: string) => {
		reading.problems.push(locate(reading, { file }, says));
		return nothingPublished();
	};
	try {
		return parsePublished(JSON.parse(text)) ?? refuse(fileProblems.notPublished());
	} catch (error) {
		return refuse(fileProblems.invalidJson(error instanceof Error ? error.message : ''));
	}
}

/** As `published.json` has it. */
export function hashText(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}

async function readYamlFile(
	reading: Reading,
	file: string,
	what: string,
): Promise<(YamlFields & { text: string }) | undefined> {
	const onMissing = () =>
		reading.problems.push(locate(reading, { file }, fileProblems.missingFile(file, what)));
	const text = await readText(reading, file, { onMissing });
	if (text === undefined) return undefined;
	const fields = ifChanged(`${reading.folder}/${file}`, text, () => parseYaml(text));
	reading.lines.set(file, { lineOf: fields.lineOf, bodyLine: 1, labels: [] });
	reportYaml(reading, file, fields);
	if (fields.problems.length > 0) noteUnread(reading, text);
	return fields.readable ? { ...fields, text } : undefined;
}
