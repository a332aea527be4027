/** Who says what is quoted: a person of `people.yaml` by id, or anyone else by name. */
import type { z } from 'zod';
import { fieldProblems } from './problem.ts';
import { schemas } from './schema.ts';

/** The two fields, of which a quotation has one. */
export const speakerFields = {
	speaker: schemas.id('person-id').optional(),
	'speaker-name': schemas.line('Joint statement of both offices').optional(),
};

export interface Spoken {
	speaker?: string | undefined;
	'speaker-name'?: string | undefined;
}

/** A check of a quotation's fields: one speaker, neither none nor two. */
export function refuseSpeakers(quote: Spoken, context: z.RefinementCtx): void {
	const given = [quote.speaker, quote['speaker-name']].filter((name) => name !== undefined);
	if (given.length === 1) return;
	const says = given.length === 0 ? fieldProblems.needsOneOf : fieldProblems.notBoth;
	context.addIssue({ code: 'custom', path: ['speaker'], message: says('speaker', 'speaker-name') });
}
