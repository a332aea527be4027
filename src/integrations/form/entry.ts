/** An event's file as the form holds it, and back: only what was changed in the form is written anew. */
import { isMap, isScalar, parseDocument, stringify } from 'yaml';
import { parseEvent } from '../../core/event.ts';
import { makeEventId } from '../../core/event-id.ts';
import { parseDate } from '../../core/date.ts';
import { parseYaml, splitFrontmatter } from '../../loader/frontmatter.ts';
import { EVENT_SCHEMA } from './fields.ts';

/** Beside the fields of an event: its text, and what the form carries along without showing it. */
export interface Entry {
	[field: string]: unknown;
	body?: string;
	/** The file as it was read. */
	_file?: string;
	/** Why the form cannot hold it. */
	_unread?: string;
	/** What a new event is to be called. */
	_id?: string;
}

const CARRIED = ['_file', '_unread', '_id'];

/** A byte order mark, which some editors of Windows put in front, and the rest of a file. */
function splitMark(file: string): [mark: string, text: string] {
	return file.startsWith('\ufeff') ? ['\ufeff', file.slice(1)] : ['', file];
}

/** A file as fields of text. Where it cannot be read it is carried as it is, with the reason. */
export function fileToEntry(file: string): Entry {
	const parts = splitFrontmatter(splitMark(file)[1]);
	if ('problem' in parts) return { title: '', _file: file, _unread: parts.problem };
	const { value, problems } = parseYaml(parts.yaml, parts.yamlLine);
	const [problem] = problems;
	if (problem || typeof value !== 'object' || value === null || Array.isArray(value))
		return {
			title: '',
			_file: file,
			_unread: problem ? `line ${problem.line} ${problem.says}` : 'holds no fields',
		};
	return { ...value, body: unixLines(parts.body).trim(), _file: file };
}

/**
 * The file that an entry makes. What is as it was in the file it came from stays to the letter, comments, quotation
 * marks and unknown fields among it; a field that was changed is written anew, without comments inside it.
 */
export function entryToFile(entry: Entry): string {
	const { body = '', _file } = entry;
	const [mark, file] = _file === undefined ? ['', undefined] : splitMark(_file);
	const fields = Object.fromEntries(
		Object.entries(entry)
			.filter(([name]) => name !== 'body' && !CARRIED.includes(name))
			.map(([name, value]) => [name, withoutEmpty(name === 'media' ? withFileNames(value) : value)]),
	);
	const parts = file === undefined ? undefined : splitFrontmatter(file);
	if (file === undefined || !parts || 'problem' in parts)
		return `---\n${inOrder(fields)
			.map(([name, value]) => writeField(name, value))
			.join('')}---\n\n${body.trim()}\n`;
	const yamlStart = file.indexOf('\n') + 1;
	const head = file.slice(0, yamlStart);
	const between = file.slice(yamlStart + parts.yaml.length, file.length - parts.body.length);
	const isSame = unixLines(parts.body).trim() === unixLines(body).trim();
	return `${mark}${head}${changeYaml(parts.yaml, fields)}${between}${isSame ? parts.body : `\n${body.trim()}\n`}`;
}

/** A file's YAML with other values in some fields. */
function changeYaml(yaml: string, fields: Readonly<Record<string, unknown>>): string {
	const before = parseYaml(yaml).value as Record<string, unknown>;
	const document = parseDocument(yaml, { schema: 'failsafe', keepSourceTokens: true });
	if (!isMap(document.contents)) return yaml;
	const pairs = document.contents.items.flatMap(({ key, value }) => {
		const start = isScalar(key) ? key.range?.[0] : undefined;
		const end = (value as { range?: [number, number, number] } | null)?.range?.[1];
		return isScalar(key) && start !== undefined
			? [{ name: String(key.value), start, end: end ?? start + String(key.value).length + 1 }]
			: [];
	});
	let changed = yaml;
	// From the end on, so that the places before stay.
	for (const { name, start, end } of pairs.toReversed()) {
		if (isEqual(before[name], fields[name])) continue;
		const old = yaml.slice(start, end);
		// A list's range may run on over the lines below it.
		const own = old.replace(/(?:\s*\n[ \t]*(?:#[^\n]*)?)*\s*$/, '');
		const value = fields[name];
		const stop = start + own.length;
		changed =
			value === undefined
				? changed.slice(0, start) + changed.slice(stop).replace(/^[^\n]*\n?/, '')
				: changed.slice(0, start) + writeField(name, value).trimEnd() + changed.slice(stop);
	}
	const known = new Set(pairs.map(({ name }) => name));
	const added = inOrder(fields).filter(([name]) => !known.has(name));
	const end = changed === '' || changed.endsWith('\n') ? '' : '\n';
	return (
		changed + (added.length > 0 ? end : '') + added.map(([name, value]) => writeField(name, value)).join('')
	);
}

function writeField(name: string, value: unknown): string {
	// Of the failsafe schema, as files are read: a number or a day needs no quotation marks to stay text.
	return stringify({ [name]: value }, { schema: 'failsafe', lineWidth: 0 });
}

/** Fields that hold something, in the order of the gate. */
function inOrder(fields: Readonly<Record<string, unknown>>): [string, unknown][] {
	const order = Object.keys(EVENT_SCHEMA.properties ?? {});
	const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
	return Object.entries(fields)
		.filter(([, value]) => value !== undefined)
		.sort(([a], [b]) => place(a) - place(b));
}

/** As text, without what was left open; undefined where nothing is left. */
function withoutEmpty(value: unknown): unknown {
	if (value === null || value === undefined) return undefined;
	if (Array.isArray(value)) {
		const items = value.map(withoutEmpty).filter((item) => item !== undefined);
		return items.length > 0 ? items : undefined;
	}
	if (typeof value === 'object') {
		const entries = Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)] as const);
		const kept = entries.filter(([, inner]) => inner !== undefined);
		return kept.length > 0 ? Object.fromEntries(kept) : undefined;
	}
	const text = unixLines(String(value)).trim();
	return text === '' ? undefined : text;
}

/** The form's picker gives a path; an event names the file alone. */
function withFileNames(media: unknown): unknown {
	if (!Array.isArray(media)) return media;
	return media.map((medium: unknown) => {
		const file = (medium as { file?: unknown } | null)?.file;
		const isPath = typeof file === 'string' && !/^[a-z]+:/i.test(file);
		return isPath ? { ...(medium as object), file: file.replace(/^.*\//, '') } : medium;
	});
}

function isEqual(a: unknown, b: unknown): boolean {
	return JSON.stringify(withoutEmpty(a)) === JSON.stringify(b);
}

function unixLines(text: string): string {
	return text.replaceAll('\r\n', '\n');
}

/**
 * What the gate says of an entry by itself, before it is saved; what only the whole set can tell, it says after.
 * @returns sentences, each with its field
 */
export function judgeEntry(
	entry: Entry,
	rules: { allowUnsourced: boolean; categories: readonly string[] },
): string[] {
	if (entry._unread !== undefined)
		return [`The form cannot read this file: it ${entry._unread} Mend it in a text editor first.`];
	const parts = splitFrontmatter(splitMark(entryToFile(entry))[1]);
	if ('problem' in parts) return [parts.problem];
	const { value } = parseYaml(parts.yaml);
	const { event, problems, bodyProblems } = parseEvent('event', value, parts.body, rules);
	const isOpen = ({ lacking }: { lacking?: boolean | undefined }) =>
		event?.draft === true && lacking === true;
	return [
		...problems.filter((problem) => !isOpen(problem)).map(({ path, says }) => `${path.join(' ')}: ${says}`),
		...bodyProblems.filter((problem) => !isOpen(problem)).map(({ says }) => `text: ${says}`),
	];
}

/** What a new event is called, as `npm run new` would call it. @param taken ids and aliases in use */
export function nameEntry(entry: Entry, taken: ReadonlySet<string>): string {
	const parsed = parseDate(String(entry['date'] ?? ''));
	return parsed.ok ? makeEventId(parsed.date, String(entry['title'] ?? ''), (id) => taken.has(id)) : 'event';
}
