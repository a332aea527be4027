/**
 * Kinds of field that authors write, in zod, with an example of each.
 * Everything arrives as text, lists and maps of text: YAML's guesses at numbers, dates and booleans are never made.
 */
import { z } from 'zod';
import { isExactDay, parseDate, type TimelineDate } from './date.ts';
import { dateProblems } from './date-problems.ts';
import { fieldProblems } from './problem.ts';
import { isIndexable } from './shape.ts';
import { isQuoted } from './typography.ts';
import { findUnseen } from './written.ts';

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

	/** An id, in the one form in which file names are compared too. */
	id: (example: string) =>
		z
			.string()
			.normalize('NFC')
			.superRefine((text, context) => {
				if (isId(text)) return;
				if (text.trim() === '') return context.addIssue(fieldProblems.empty(example));
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
				refuseMarksAround(text, context);
				if (words > limit) context.addIssue(fieldProblems.tooManyWords(text, words, limit));
				refuseUnseen(text, context);
			})
			.transform((text) => text.trim())
			.meta({ example }),

	/** The very words of a source. */
	excerpt: (example: string) =>
		z.string().superRefine(refuseMarksAround).superRefine(refuseUnseen).meta({ example }),

	/** Text that may run over several lines. */
	text: (example: string) => z.string().superRefine(refuseUnseen).meta({ example }),
};

function refuseMarksAround(text: string, context: z.RefinementCtx): void {
	if (isQuoted(text)) context.addIssue(fieldProblems.marksAround(text));
}

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

export function isWebAddress(text: string): boolean {
	// `new URL`, on which the shape stands, takes white space out without a word.
	return /^https?:\/\/[^\s/]\S*$/.test(text) && !findUnseen(text) && URL_SHAPE.safeParse(text).success;
}
const URL_SHAPE = z.url({ protocol: /^https?$/ });
