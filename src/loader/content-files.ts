/** Reads every file of a content folder into records, and every problem of every file into one list. */
import { createHash } from 'node:crypto';
import { checkContent, findDrafts } from '../core/check-content.ts';
import { checkTranslations } from '../core/check-translations.ts';
import { parseClaim } from '../core/claim.ts';
import { FILES, type Content } from '../core/content.ts';
import { parseEvent } from '../core/event.ts';
import { parsePage, type Page } from '../core/page.ts';
import { fieldProblems, fileProblems, translationProblems, type LocatedProblem } from '../core/problem.ts';
import { checkPublished, nothingPublished, parsePublished, type Published } from '../core/published.ts';
import { compareProblems, formatReport } from '../core/report.ts';
import type { ShapeProblem } from '../core/shape.ts';
import { parseSite } from '../core/site.ts';
import {
	parseEventTranslation,
	parsePageTranslation,
	parseSiteTranslation,
	translatedFile,
	type SiteTranslation,
	type Translation,
} from '../core/translation.ts';
import { hasWords, LANGUAGES } from '../i18n/index.ts';
import { refuseStrays } from './folder.ts';
import { readMediaFiles } from './media-files.ts';
import { readMarkdown } from './read-markdown.ts';
import { readLists, readYamlFile } from './read-yaml.ts';
import {
	addProblem,
	isFields,
	isStandIn,
	locate,
	readText,
	report,
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
	const categories = reading.unread.lists.has('site') ? [] : site.categories.map(({ id }) => id);
	const events = await readMarkdown(
		reading,
		'events',
		(id, fields, body) => parseEvent(id, fields, body, { ...reading.rules, categories }),
		(result) => result.event,
		undefined,
		() => categories.join(),
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
			(id) => speaksOfSite.has(id),
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
