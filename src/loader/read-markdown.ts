/** The files of a folder of Markdown, each read into a record. */
import { fileProblems } from '../core/problem.ts';
import type { BodyProblem } from '../core/prose.ts';
import type { ShapeProblem } from '../core/shape.ts';
import { translatedFile } from '../core/translation.ts';
import { listFiles, nameToId, noteUnreadEvent } from './folder.ts';
import { parseYaml, splitFrontmatter } from './frontmatter.ts';
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
 */
export async function readMarkdown<R extends MarkdownResult, T>(
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
