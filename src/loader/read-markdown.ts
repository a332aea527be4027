/** The files of a folder of Markdown, each read into a record. */
import { fileProblems } from '../core/problem.ts';
import type { BodyProblem } from '../core/prose.ts';
import type { ShapeProblem } from '../core/shape.ts';
import { translatedFile } from '../core/translation.ts';
import { listFiles, nameToId, noteUnreadEvent } from './folder.ts';
import { linesOf, readYaml, splitFrontmatter, type ReadYaml, type SplitFile } from './frontmatter.ts';
import {
	addProblem,
	isFields,
	locate,
	noteUnread,
	readText,
	report,
	reportYaml,
	type Reading,
} from './reading.ts';
import { ifChanged } from './unchanged.ts';

interface MarkdownResult {
	problems: ShapeProblem[];
	bodyProblems: BodyProblem[];
}

/**
 * @param record what a result holds, where it holds one
 * @param language of translations; none for the originals
 * @param besides what the result depends on beside the file, by its id
 */
export async function readMarkdown<R extends MarkdownResult, T>(
	reading: Reading,
	folder: string,
	parse: (id: string, fields: unknown, body: string) => R,
	record: (result: R) => T | undefined,
	language?: string,
	besides: (id: string) => unknown = () => undefined,
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
		const read =
			'problem' in parts
				? undefined
				: ifChanged(
						`${reading.folder}/${file} ${reading.rules.allowUnsourced}`,
						`${String(besides(id))}\n${text}`,
						() => readParts(parts, (fields) => parse(id, fields, parts.body)),
						isSound,
					);
		if ('problem' in parts || !read?.result) {
			const says = 'problem' in parts ? parts.problem : fileProblems.notAMap();
			reading.problems.push(locate(reading, { file }, text.trim() ? says : fileProblems.emptyFile()));
			noteUnreadOriginal(id);
			noteUnread(reading, text);
			continue;
		}
		const { yaml, result } = read;
		const { yamlLine, bodyLine } = parts;
		reading.lines.set(file, { lineOf: linesOf(parts.yaml, yamlLine), bodyLine, labels: [] });
		reportYaml(reading, file, yaml);
		// Where the YAML could not be read, what its fields lack is not known.
		if (yaml.readable) report(reading, file, result.problems);
		if (yaml.problems.length > 0 || result.problems.length > 0) noteUnread(reading, text);
		if (yaml.problems.length + result.problems.length + result.bodyProblems.length > 0)
			noteUnreadOriginal(id);
		for (const { line, ...problem } of result.bodyProblems)
			addProblem(reading, { file, bodyLine: line }, problem);
		const value = record(result);
		if (value) records.push(value);
	}
	return records;
}

interface PartsRead<R> {
	yaml: Pick<ReadYaml, 'readable' | 'problems'>;
	/** None where the fields are no map. */
	result: R | undefined;
}

function readParts<R>({ yaml, yamlLine }: SplitFile, parse: (fields: unknown) => R): PartsRead<R> {
	const { value, ...read } = readYaml(yaml, yamlLine);
	return { yaml: read, result: read.readable && !isFields(value) ? undefined : parse(value) };
}

/** What has a problem may have none on another day: some are of days that are still to come. */
function isSound({ yaml, result }: PartsRead<MarkdownResult>): boolean {
	return [yaml.problems, result?.problems, result?.bodyProblems].every((problems) => problems?.length === 0);
}
