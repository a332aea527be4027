/**
 * Shapes of what authors write, in zod, and their problems in our words.
 * Everything arrives as text, lists and maps of text: YAML's guesses at numbers, dates and booleans are never made.
 */
import { z } from 'zod';
import { isExactDay, parseDate, type TimelineDate } from './date.ts';
import { dateProblems, fieldProblems, findUnseen, nearest } from './problem.ts';

/** What is wrong at a path inside one file's fields. */
export interface ShapeProblem {
	path: (string | number)[];
	atKey: boolean;
	says: string;
	/** The field that an unknown one is likely meant to be. */
	meant?: string | undefined;
}

export interface Shaped<T> {
	/**
	 * The record. Where there are problems it stands without the fields that have them, with fallbacks for those it
	 * cannot do without: good for checking the rest against the whole set, never for publishing.
	 */
	value: T | undefined;
	problems: ShapeProblem[];
}

/** An id: letters of any script and digits, joined by hyphens. */
const ID = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{M}\p{N}]+)*$/u;

/** Small letters only, because some disks do not tell capitals apart. */
export function isId(text: string): boolean {
	return ID.test(text) && text === text.toLowerCase();
}

/** The id nearest to a text; nothing where it has no letter or digit. */
export function textToId(text: string): string {
	return text
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
		.replace(/^-+|-+$/g, '');
}

export const schemas = {
	/** One line of text, not empty. */
	line: (example: string, limit = Infinity) =>
		z
			.string()
			.superRefine((text, context) => {
				const length = [...text].length;
				if (text.trim() === '') context.addIssue(fieldProblems.empty(example));
				if (/[\r\n]/.test(text.trim())) context.addIssue(fieldProblems.multiline(text.trim()));
				if (length > limit) context.addIssue(fieldProblems.tooLong(text, length, limit));
				refuseUnseen(text, context);
			})
			.transform((text) => text.trim())
			.meta({ example }),

	id: (example: string) =>
		z
			.string()
			.superRefine((text, context) => {
				if (isId(text)) return;
				const wanted = 'an id (small letters, digits, hyphens between them)';
				context.addIssue(fieldProblems.wrongKind(text, wanted, textToId(text) || example));
			})
			.meta({ example }),

	date: (example: string) =>
		z
			.string()
			.transform((text, context): TimelineDate => {
				const parsed = parseDate(text);
				if (parsed.ok) return parsed.date;
				context.addIssue(parsed.problem);
				return z.NEVER;
			})
			.meta({ example }),

	/** One day, kept as its ISO text. */
	day: (example: string) =>
		z
			.string()
			.superRefine((text, context) => {
				const parsed = parseDate(text);
				if (parsed.ok && isExactDay(parsed.date)) return;
				const isDayShaped = /^(?:\d{4}-\d\d-\d\d)?$/.test(text.trim());
				context.addIssue(
					parsed.ok || !isDayShaped ? dateProblems.notExact(text) : dateProblems.onlyDay(parsed.problem),
				);
			})
			.meta({ example }),

	webAddress: (example: string) =>
		z
			.string()
			.superRefine((text, context) => {
				if (!isWebAddress(text)) context.addIssue(fieldProblems.notAnAddress(text));
			})
			.meta({ example }),

	choice: <const T extends readonly [string, ...string[]]>(choices: T) =>
		z.enum(choices).meta({ example: choices[0] }),

	flag: () =>
		z
			.enum(['true', 'false'])
			.transform((text) => text === 'true')
			.meta({ example: 'false' }),

	list: <T extends z.ZodType>(item: T, example: string) => z.array(item).meta({ example }),

	quotation: (limit: number, example: string) =>
		z
			.string()
			.superRefine((text, context) => {
				const words = text.trim().split(/\s+/).length;
				if (text.trim() === '') context.addIssue(fieldProblems.empty(example));
				if (words > limit) context.addIssue(fieldProblems.tooManyWords(text, words, limit));
				refuseUnseen(text, context);
			})
			.transform((text) => text.trim())
			.meta({ example }),

	/** Text that may run over several lines. */
	text: (example: string) => z.string().superRefine(refuseUnseen).meta({ example }),
};

function refuseUnseen(text: string, context: z.RefinementCtx): void {
	const found = findUnseen(text);
	if (found) context.addIssue(fieldProblems.unseen(text, found.names));
}

/** A check of several fields at once, which runs beside problems in single ones. */
export const BESIDE_OTHERS = { when: ({ value }: { value: unknown }) => isIndexable(value) };

/** A span given in two fields. Either may be missing, or text where it could not be read. */
export function refuseBackwards(
	{ from, to }: { from?: TimelineDate | undefined; to?: TimelineDate | undefined },
	context: z.RefinementCtx,
): void {
	if (typeof from?.start !== 'number' || typeof to?.end !== 'number' || to.end >= from.start) return;
	const message = fieldProblems.endsBeforeStart(to.edtf, from.edtf);
	context.addIssue({ code: 'custom', path: ['to'], message });
}

function isWebAddress(text: string): boolean {
	// `new URL`, on which the shape stands, takes white space out without a word.
	return /^https?:\/\/[^\s/]\S*$/.test(text) && !findUnseen(text) && URL_SHAPE.safeParse(text).success;
}
const URL_SHAPE = z.url({ protocol: /^https?$/ });

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
	);
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
					says: fieldProblems.unknown(ownerAt(path, thing), meant, known),
					meant,
				};
			});
		case 'invalid_type':
			if (found === undefined) return [at(fieldProblems.missing(ownerAt(path.slice(0, -1), thing), example))];
			if (found === '') return [at(fieldProblems.emptyList(example))];
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
	withdrawn: 'a withdrawal',
	roles: 'a role',
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

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, step) => (isIndexable(inner) ? inner[step] : undefined), value);
}

function isIndexable(value: unknown): value is Record<string | number, unknown> {
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
