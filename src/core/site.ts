/** What `site.yaml` says of the whole: names, address, categories, eras, scope. */
import { z } from 'zod';
import { parseSiteAddress } from './address.ts';
import { fieldProblems } from './problem.ts';
import { isSafeAddress } from './prose.ts';
import { BESIDE_OTHERS, isWebAddress, refuseBackwards, schemas } from './schema.ts';
import { readShape, type Shaped } from './shape.ts';

/** Marks that differ in shape, so that no category is told by colour alone (WCAG 2.2, 1.4.1). */
export const PATTERNS = [
	'circle',
	'square',
	'diamond',
	'triangle',
	'hexagon',
	'star',
	'cross',
	'ring',
] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Colours with a light and a dark value of enough contrast each, in `styles/tokens.css`. */
export const COLOURS = ['blue', 'red', 'violet', 'ink', 'green', 'amber', 'pink', 'teal'] as const;

const era = z
	.strictObject({
		id: schemas.id('building'),
		label: schemas.line('Building'),
		from: schemas.date('2023-04'),
		to: schemas.date('2024-08'),
	})
	.superRefine(refuseBackwards, BESIDE_OTHERS);

/** Ends in a slash, however it is written. */
const siteAddress = z
	.string()
	.superRefine((text, context) => {
		if (!isWebAddress(text) || parseSiteAddress(text) === undefined)
			context.addIssue(fieldProblems.notASiteAddress(text));
	})
	.transform((text) => parseSiteAddress(text) ?? text)
	.meta({ example: 'https://timeline.example/' });

/** Whether the language tools of the platform take a code; they throw where they do not. */
function isTaken(use: () => unknown): boolean {
	try {
		use();
		return true;
	} catch {
		return false;
	}
}

const language = schemas.line('en').superRefine((code, context) => {
	if (!isTaken(() => Intl.getCanonicalLocales(code))) context.addIssue(fieldProblems.notALanguage(code));
});

export const siteFields = z.strictObject({
	slug: schemas.id('river-bridge'),
	title: schemas.line('The river bridge'),
	tagline: schemas.line('What happened, when, and who says so'),
	address: siteAddress,
	language,
	/** Others in which the case can be read, each in a folder of its name. */
	translations: schemas.list(language, '[es]').default([]),
	'time-zone': schemas.line('Europe/Paris').superRefine((zone, context) => {
		if (!isTaken(() => new Intl.DateTimeFormat('en', { timeZone: zone })))
			context.addIssue(fieldProblems.notATimeZone(zone));
	}),
	'coverage-to': schemas.date('2026-06'),
	'corrections-contact': schemas
		.line('https://timeline.example/corrections')
		.superRefine((address, context) => {
			if (!isSafeAddress(address)) context.addIssue(fieldProblems.notAContact(address));
		})
		.meta({ example: 'https://timeline.example/corrections or mailto:corrections@timeline.example' }),
	licence: schemas.line('CC-BY-4.0'),
	categories: schemas.list(
		z.strictObject({
			id: schemas.id('council'),
			label: schemas.line('City council'),
			pattern: schemas.choice(PATTERNS),
			colour: schemas.choice(COLOURS),
		}),
		'- {id: council, label: City council, pattern: square, colour: ink}',
	),
	eras: schemas.list(era, '- {id: building, label: Building, from: 2023-04, to: 2024-08}').default([]),
	scope: z
		.strictObject({
			in: schemas.line('What is counted.'),
			out: schemas.line('What is left out.'),
			counting: schemas.line('How it is counted.'),
		})
		.meta({ example: '{in: …, out: …, counting: …}' })
		.optional(),
	'avoid-words': schemas.list(schemas.line('shockingly'), '[shockingly]').default([]),
});

export type Site = z.output<typeof siteFields>;
export type Category = Site['categories'][number];

export function parseSite(fields: unknown): Shaped<Site> {
	return readShape(siteFields, fields, 'the site', {
		slug: '0',
		title: '-',
		tagline: '-',
		address: 'https://timeline.example/',
		language: 'en',
		'time-zone': 'UTC',
		'coverage-to': '2000',
		'corrections-contact': 'https://timeline.example/',
		licence: '-',
		categories: [],
	});
}
