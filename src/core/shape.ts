/** Reads a value against a shape, and puts zod's issues in our words. */
import { z } from 'zod';
import { nearest } from './nearest.ts';
import { fieldProblems } from './problem.ts';

/** What is wrong at a path inside one file's fields. */
export interface ShapeProblem {
	path: (string | number)[];
	atKey: boolean;
	says: string;
	/** The field that an unknown one is likely meant to be. */
	meant?: string | undefined;
	/** Whether nothing is written there yet. */
	lacking?: boolean;
}

export interface Shaped<T> {
	/**
	 * The record. Where there are problems it stands without the fields that have them, with fallbacks for those it
	 * cannot do without: good for checking the rest against the whole set, never for publishing.
	 */
	value: T | undefined;
	problems: ShapeProblem[];
}

/**
 * Reads fields against a shape.
 * @param thing how a sentence names the whole, with its article: "an event"
 * @param fallback for required fields, so that one mistake does not hide another
 */
export function readShape<T extends z.ZodType>(
	schema: T,
	value: unknown,
	thing: string,
	fallback: Record<string, unknown>,
): Shaped<z.output<T>> {
	const result = schema.safeParse(value);
	if (result.success) return { value: result.data, problems: [] };
	const problems = withoutMeant(
		result.error.issues.flatMap((issue) => toProblems(issue, schema, value, thing)),
		value,
	).map((problem) => (isBlank(valueAt(value, problem.path)) ? { ...problem, lacking: true } : problem));
	const paths = problems.map((problem) => problem.path);
	const mended = schema.safeParse({ ...fallback, ...mend(schema, value, paths) });
	if (mended.success) return { value: mended.data, problems };
	const sound = Object.entries(isIndexable(value) ? value : {}).filter(
		([key]) => !paths.some(([wrong]) => wrong === key),
	);
	return { value: schema.safeParse({ ...fallback, ...Object.fromEntries(sound) }).data, problems };
}

/** A field that is only misspelt is not missing too. */
function withoutMeant(problems: ShapeProblem[], value: unknown): ShapeProblem[] {
	const meant = problems.flatMap((problem) =>
		problem.meant === undefined ? [] : [[...problem.path.slice(0, -1), problem.meant].join('\n')],
	);
	return problems.filter(
		({ path }) => valueAt(value, path) !== undefined || !meant.includes(path.join('\n')),
	);
}

/**
 * The fields without what is wrong at some paths. Inside a list the field's example stands in,
 * so that what is sound beside it keeps its place.
 */
function mend(schema: z.ZodType, value: unknown, paths: readonly (string | number)[][]): object {
	const isWrong = (mended: unknown, path: readonly (string | number)[]) =>
		schema.safeParse(mended).error?.issues.some((issue) => issue.path.join('\n') === path.join('\n'));
	let mended = isIndexable(value) ? value : {};
	for (const path of paths) {
		const without = replaceAt(mended, path, undefined);
		const field = path.length > 1 && isWrong(without, path) ? schemaAt(schema, path) : undefined;
		mended = field ? replaceAt(mended, path, z.globalRegistry.get(field)?.['example']) : without;
	}
	return mended;
}

/** A copy with another value at a path; undefined takes a field out. */
function replaceAt(
	value: Record<string | number, unknown>,
	[key, ...rest]: readonly (string | number)[],
	replacement: unknown,
): Record<string | number, unknown> {
	if (key === undefined) return value;
	const copy = Array.isArray(value) ? ([...value] as unknown as typeof value) : { ...value };
	const inner = copy[key];
	if (rest.length > 0) copy[key] = isIndexable(inner) ? replaceAt(inner, rest, replacement) : inner;
	else if (replacement === undefined && !Array.isArray(copy)) delete copy[key];
	else copy[key] = replacement;
	return copy;
}

function toProblems(
	issue: z.core.$ZodIssue,
	schema: z.ZodType,
	root: unknown,
	thing: string,
): ShapeProblem[] {
	const path = issue.path.filter((step) => typeof step !== 'symbol');
	const found = valueAt(root, path);
	const example = exampleAt(schema, path);
	const at = (says: string): ShapeProblem => ({ path, atKey: false, says });
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => {
				const known = keysAt(schema, path);
				const meant = nearest(key, known);
				return {
					path: [...path, key],
					atKey: true,
					says: fieldProblems.unknown(ownerAt(path, thing), meant, known, listedAt(schema, path)),
					meant,
				};
			});
		case 'invalid_type':
			if (found === undefined) return [at(fieldProblems.missing(ownerAt(path.slice(0, -1), thing), example))];
			if (found === '') return [at(fieldProblems.emptyList(example))];
			if (issue.expected === 'array' && isPlain(found) && isListOfTexts(schema, path))
				return [at(fieldProblems.notAList(found, String(path.findLast((step) => typeof step === 'string'))))];
			return [at(fieldProblems.wrongKind(found, KINDS[issue.expected] ?? issue.expected, example))];
		case 'invalid_value': {
			const choices = issue.values.map(String);
			if (found === undefined) return [at(fieldProblems.missing(ownerAt(path.slice(0, -1), thing), example))];
			return [at(fieldProblems.notOneOf(found, choices, nearest(String(found), choices)))];
		}
		case 'invalid_union':
			return [at(fieldProblems.wrongKind(found, 'a date', example))];
		case 'custom':
			return [at(issue.message)];
		default:
			return [at(fieldProblems.wrongKind(found, 'what is wanted here', example))];
	}
}

/** How a sentence names the group of fields at a path. */
function ownerAt(path: readonly (string | number)[], thing: string): string {
	const key = path.findLast((step) => typeof step === 'string');
	return key === undefined ? thing : (PARTS[key] ?? key);
}

const PARTS: Record<string, string> = {
	quotes: 'a quotation',
	disagreements: 'a disagreement',
	limits: 'a limit',
	corrections: 'a correction',
	media: 'an entry of media',
	withdrawn: 'a withdrawal',
	roles: 'a role',
	statement: 'a statement',
	answers: 'an answer',
	author: 'a name',
	editor: 'a name',
	categories: 'a category',
	eras: 'an era',
};

const KINDS: Record<string, string> = {
	string: 'one text',
	array: 'a list',
	object: 'a group of fields',
	record: 'a group of fields',
};

function isBlank(value: unknown): boolean {
	return value === undefined || (typeof value === 'string' && value.trim() === '');
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, step) => (isIndexable(inner) ? inner[step] : undefined), value);
}

export function isIndexable(value: unknown): value is Record<string | number, unknown> {
	return typeof value === 'object' && value !== null;
}

/** The example kept with the schema at a path. */
function exampleAt(schema: z.ZodType, path: readonly (string | number)[]): string {
	if (path.length === 0) return '- id: some-id';
	const field = schemaAt(schema, path);
	const example = field && z.globalRegistry.get(field)?.['example'];
	const key = path.findLast((step) => typeof step === 'string');
	const value = typeof example === 'string' ? example : '…';
	return `${key ?? ''}${key ? ': ' : ''}${value.startsWith('- ') ? `[${value.slice(2)}]` : value}`;
}

function keysAt(schema: z.ZodType, path: readonly (string | number)[]): string[] {
	const found = schemaAt(schema, path);
	const inner = found && unwrap(found);
	return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** What a sentence refers to in place of a long list of fields. */
function listedAt(schema: z.ZodType, path: readonly (string | number)[]): string | undefined {
	const found = schemaAt(schema, path);
	const fields = found && z.globalRegistry.get(found)?.['fields'];
	return typeof fields === 'string' ? fields : undefined;
}

/** Whether a text can stand in a YAML list as it is. */
function isPlain(value: unknown): value is string {
	return typeof value === 'string' && /^[\p{L}\p{N}][^[\]{}:#"\r\n]{0,60}$/u.test(value);
}

function isListOfTexts(schema: z.ZodType, path: readonly (string | number)[]): boolean {
	const found = schemaAt(schema, path);
	const list = found && unwrap(found);
	return list instanceof z.ZodArray && unwrap(list.element as z.ZodType) instanceof z.ZodString;
}

function schemaAt(schema: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
	let current: z.ZodType | undefined = schema;
	for (const step of path) {
		const inner: z.ZodType | undefined = current && unwrap(current);
		if (inner instanceof z.ZodObject) current = inner.shape[step] as z.ZodType | undefined;
		else if (inner instanceof z.ZodArray) current = inner.element as z.ZodType;
		else if (inner instanceof z.ZodRecord) current = inner.valueType as z.ZodType;
		else return undefined;
	}
	return current && (hasExample(current) ? current : unwrap(current));
}

function hasExample(schema: z.ZodType): boolean {
	return z.globalRegistry.get(schema)?.['example'] !== undefined;
}

/** The schema inside optional, default and transformed ones, as far as the first that has an example. */
function unwrap(schema: z.ZodType): z.ZodType {
	let current = schema;
	for (;;) {
		if (current instanceof z.ZodOptional || current instanceof z.ZodDefault)
			current = current.def.innerType as z.ZodType;
		else if (current instanceof z.ZodPipe && !hasExample(current)) current = current.def.in as z.ZodType;
		else return current;
	}
}
