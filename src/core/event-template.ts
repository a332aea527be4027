/** A new event's file, with every field explained where it is filled in. */
import type { eventFields } from './event.ts';
import type { Category } from './site.ts';

export interface NewEvent {
	/** EDTF. */
	date: string;
	title: string;
	/** Left open where it is not known yet. */
	category: string | undefined;
	importance: string;
	/** Id of the source that the text rests on, if one was named. */
	source: string | undefined;
	/** The day the file is made. */
	today: string;
	/** Summary and text, where they are there already; without them the file is a draft. */
	written?: { summary: string; body: string };
}

type Field = keyof typeof eventFields.shape;

/** What every event needs, each with how it is written; the choices of a category are the case's. */
export const NEEDED_FIELDS = {
	date: [
		'EDTF, as precise as a source gives it: 2024-08-12 · 2024-08 · 2024 · 2024-08-12/2024-08-14 (it lasted) ·',
		'2024-08-12~ (about) · [2024-08-12..2024-08-31] (one unknown day between)',
	],
	title: ['what happened, in a few words'],
	summary: ['one or two sentences, at most 240 characters'],
	importance: ['1 the case cannot be told without it · 2 a turning point · 3 context'],
	added: ['the day it is published'],
} as const satisfies Partial<Record<Field, readonly string[]>>;

/** What can be left out, each with a comment and, commented out, how it is written. */
export const OPTIONAL_FIELDS = {
	status: ['established, alleged or disputed; established if left out', 'status: alleged'],
	people: ['ids of people.yaml', 'people: [person-id]'],
	organizations: ['ids of organizations.yaml', 'organizations: [organization-id]'],
	updated: ['the day of the last change, once it is published', 'updated: 2026-12-01'],
	relates: [
		'other events, by file name without .md: responds-to, part-of, follows-from, reverses',
		'relates: {follows-from: [event-id]}',
	],
	quotes: [
		'at most thirty words, to the letter; speaker: a person id, or speaker-name: in words',
		'quotes: [{text: "the very words", speaker: person-id, source: source-id}]',
	],
	disagreements: [
		'where sources differ',
		'disagreements: [{text: "One report says ten, another eleven.", sources: [one-source, another]}]',
	],
	limits: ['what was not seen or could not be verified', 'limits: [{text: The ruling itself was not read.}]'],
	corrections: [
		'newest first, shown to readers',
		'corrections: [{date: 2026-12-01, text: "The count was given as eleven; it was ten."}]',
	],
	media: [
		'pictures, PDFs and recordings that lie in media/; for the last two also transcript: what is said in them',
		'media: [{file: bridge.jpg, alt: What it shows., credit: Who made it, licence: CC-BY-4.0}]',
	],
	aliases: ['earlier ids, whose addresses lead here', 'aliases: [its-earlier-id]'],
	withdrawn: [
		'takes the text back; the address stays, as a dated notice',
		'withdrawn: {date: 2026-12-01, reason: Why it was taken back.}',
	],
} as const satisfies Partial<Record<Field, readonly [why: string, example: string]>>;

/**
 * The file of a draft that passes the gate and lacks only what its author is to write.
 * @param quote makes a text safe to stand as a value in YAML
 */
export function eventTemplate(
	event: NewEvent,
	categories: readonly Category[],
	quote: (text: string) => string,
): string {
	const choices = categories.map(({ id, label }) => `${id} (${label})`).join(', ');
	const optional = Object.entries(OPTIONAL_FIELDS).flatMap(([, [why, example]]) => [
		`# ${why}`,
		`# ${example}`,
	]);
	return `---
${comment(NEEDED_FIELDS.date)}
date: ${event.date}
${comment(NEEDED_FIELDS.title)}
title: ${quote(event.title)}
${comment(NEEDED_FIELDS.summary)}
summary:${event.written ? ` ${quote(event.written.summary)}` : ''}
# ${oneLine(choices)}
category:${event.category === undefined ? '' : ` ${event.category}`}
${comment(NEEDED_FIELDS.importance)}
importance: ${event.importance}
${comment(NEEDED_FIELDS.added)}
added: ${event.today}
# shown by npm run dev and left out of builds; ${event.written ? 'take the # away for that' : 'take this line out to publish'}
${event.written ? '# ' : ''}draft: true

# May be left out; take the # away to use one.
${optional.join('\n')}
---

${event.written ? `${event.written.body} ` : ''}${event.source === undefined ? '' : `[@${event.source}]\n`}`;
}

function comment(lines: readonly string[]): string {
	return lines.map((line) => `# ${line}`).join('\n');
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}
