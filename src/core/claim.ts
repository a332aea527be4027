/** One public statement about the case, the answers to it, and what the record shows. */
import { z } from 'zod';
import { compareDates, type TimelineDate } from './date.ts';
import { isDay, QUOTE_WORDS } from './event.ts';
import type { Foreign } from './in-language.ts';
import { fieldProblems } from './problem.ts';
import { checkProse, type BodyProblem, type Prose } from './prose.ts';
import { BESIDE_OTHERS, schemas } from './schema.ts';
import { readShape, type ShapeProblem } from './shape.ts';
import { refuseSpeakers, speakerFields } from './speaker.ts';

/** Words that someone said or wrote in public. */
const utterance = {
	text: schemas.quotation(QUOTE_WORDS, 'the very words'),
	...speakerFields,
	date: schemas.date('2024-08-12'),
	source: schemas.id('source-id'),
};

/** The front matter of a claim's file. */
export const claimFields = z
	.strictObject({
		statement: z
			.strictObject({ ...utterance, place: schemas.line('Speech at the town hall').optional() })
			.superRefine(refuseSpeakers, BESIDE_OTHERS)
			.meta({ example: '{text: "the very words", speaker: person-id, date: 2024-08-12, source: source-id}' }),
		answers: schemas
			.list(
				z.strictObject(utterance).superRefine(refuseSpeakers, BESIDE_OTHERS),
				'- {text: "the very words", speaker: person-id, date: 2024-08-12, source: source-id}',
			)
			.default([]),
		events: schemas.list(schemas.id('event-id'), '[event-id]').superRefine((list, context) => {
			if (list.length === 0) context.addIssue(fieldProblems.empty('events: [event-id]'));
		}),
		added: schemas.day('2026-11-23'),
		updated: schemas.day('2026-11-23').optional(),
	})
	.superRefine(refuseOutOfOrder, BESIDE_OTHERS);

/** Fields as they may be where others have problems. */
interface Dated {
	statement?: { date?: TimelineDate | string } | undefined;
	answers?: readonly ({ date?: TimelineDate | string } | undefined)[];
	added?: unknown;
	updated?: unknown;
}

/** Nobody answers before the statement, and nothing is worked on before it was added. */
function refuseOutOfOrder(
	{ statement, answers = [], added, updated }: Dated,
	context: z.RefinementCtx,
): void {
	const said = readDate(statement?.date);
	for (const [index, answer] of answers.entries()) {
		const date = readDate(answer?.date);
		if (!said || !date || date.end === null || said.start === null || date.end >= said.start) continue;
		const message = fieldProblems.answersTooEarly(date.edtf, said.edtf);
		context.addIssue({ code: 'custom', path: ['answers', index, 'date'], message });
	}
	if (isDay(added) && isDay(updated) && updated < added) {
		const message = fieldProblems.beforeAdded(updated, added, 'the claim');
		context.addIssue({ code: 'custom', path: ['updated'], message });
	}
}

/** A date that could be read; one that could not is still text. */
function readDate(date: TimelineDate | string | undefined): TimelineDate | undefined {
	return typeof date === 'object' ? date : undefined;
}

type Fields = z.output<typeof claimFields>;
export type Statement = Fields['statement'];
export type Answer = Fields['answers'][number];

export interface Claim extends Fields, Pick<Foreign, 'lang' | 'dir'> {
	/** The file name without `.md`, and for ever its anchor on the page of claims. */
	id: string;
	/** What the record shows, in Markdown. */
	body: string;
	prose: Prose;
}

export interface ClaimReading {
	/** Partial where there are problems. */
	claim: Claim | undefined;
	problems: ShapeProblem[];
	/** Problems in the body, by line of the body from 1. */
	bodyProblems: BodyProblem[];
}

const FALLBACK = {
	statement: { text: '-', 'speaker-name': '-', date: '2000-01-01', source: '0' },
	events: ['0'],
	added: '2000-01-01',
};

/**
 * Reads one claim file's fields and body.
 * @param fields the front matter as text, lists and maps; undefined where it could not be read
 * @param body the Markdown below it
 */
export function parseClaim(id: string, fields: unknown, body: string): ClaimReading {
	const { value, problems } = readShape(claimFields, fields, 'a claim', FALLBACK);
	const { problems: bodyProblems, ...prose } = checkProse(body, { cited: true });
	return { claim: value && { ...value, id, body, prose }, problems, bodyProblems };
}

/** The statement and its answers, in the order a reader meets them, each with its path in the file. */
export function utterances(claim: Claim): { path: (string | number)[]; said: Statement | Answer }[] {
	return [
		{ path: ['statement'], said: claim.statement },
		...claim.answers.map((said, index) => ({ path: ['answers', index], said })),
	];
}

/** Ids of the people who speak in a claim, each once. */
export function claimSpeakers(claim: Claim): string[] {
	return [...new Set(utterances(claim).flatMap(({ said }) => said.speaker ?? []))];
}

/** Every source a claim rests on, in the order a reader meets them, each once. */
export function claimSources(claim: Claim): string[] {
	return [
		...new Set([
			...utterances(claim).map(({ said }) => said.source),
			...claim.prose.citations.map(({ id }) => id),
		]),
	];
}

/** Oldest statement first, then by id. */
export function compareClaims(a: Claim, b: Claim): number {
	return compareDates(a.statement.date, b.statement.date) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
