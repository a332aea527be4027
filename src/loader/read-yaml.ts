/** The files of a case that are YAML: lists of records, and fields. */
import type { Content } from '../core/content.ts';
import { nearest } from '../core/nearest.ts';
import { parseOrganization, parsePerson } from '../core/people.ts';
import { fieldProblems, fileProblems } from '../core/problem.ts';
import type { Shaped } from '../core/shape.ts';
import { parseSource } from '../core/source.ts';
import { linesOf, readYaml, type ReadYaml } from './frontmatter.ts';
import { isFields, locate, noteUnread, readText, report, reportYaml, type Reading } from './reading.ts';
import { ifChanged } from './unchanged.ts';

/** Those that events name by id. */
export async function readLists(
	reading: Reading,
): Promise<Pick<Content, 'sources' | 'people' | 'organizations'>> {
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
	const parsed = ifChanged(
		`${reading.folder}/${file} entries`,
		fields?.text ?? '',
		() => list.map(parse),
		(entries) => entries.every(({ problems }) => problems.length === 0),
	);
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

/**
 * @param what it holds, for a report that it is missing
 * @returns undefined where it is missing or could not be read
 */
export async function readYamlFile(
	reading: Reading,
	file: string,
	what: string,
): Promise<(ReadYaml & { text: string }) | undefined> {
	const onMissing = () =>
		reading.problems.push(locate(reading, { file }, fileProblems.missingFile(file, what)));
	const text = await readText(reading, file, { onMissing });
	if (text === undefined) return undefined;
	const fields = ifChanged(
		`${reading.folder}/${file}`,
		text,
		() => readYaml(text),
		({ problems }) => problems.length === 0,
	);
	reading.lines.set(file, { lineOf: linesOf(text), bodyLine: 1, labels: [] });
	reportYaml(reading, file, fields);
	if (fields.problems.length > 0) noteUnread(reading, text);
	return fields.readable ? { ...fields, text } : undefined;
}
