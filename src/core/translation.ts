/** The words of a case in another of its languages: what its files hold. */
import { z } from 'zod';
import { SUMMARY_LENGTH } from './event.ts';
import { checkProse, type BodyProblem, type Prose } from './prose.ts';
import { schemas } from './schema.ts';
import { readShape, type Shaped, type ShapeProblem } from './shape.ts';

/** A list of texts, each in the place of one of the original. */
const texts = schemas
	.list(z.strictObject({ text: schemas.line('El informe mismo no se leyó.') }), '- {text: In its words.}')
	.default([]);
/** What is said of each medium of the original, in its place. */
const media = schemas
	.list(
		z.strictObject({
			alt: schemas.line('Lo que muestra, para quien no lo ve.', 400),
			transcript: schemas.text('Lo que se dice o está escrito en él.').optional(),
		}),
		'- {alt: What it shows.}',
	)
	.default([]);
/** The day on which the words were last compared with the original. */
const translated = schemas.day('2026-11-23');

export const eventTranslationFields = z.strictObject({
	title: schemas.line('El puente se abre al tráfico', 120),
	summary: schemas.line('Qué ocurrió y quién lo hizo, en una o dos frases.', SUMMARY_LENGTH),
	translated,
	disagreements: texts,
	limits: texts,
	media,
});

export const pageTranslationFields = z.strictObject({
	title: schemas.line('Sobre esta cronología'),
	summary: schemas.line('Qué dice la página, en una frase.', 240).optional(),
	translated,
});

const labels = (example: string) =>
	schemas.list(z.strictObject({ id: schemas.id('council'), label: schemas.line('Ayuntamiento') }), example);

/** `site.<language>.yaml`: what readers see of `site.yaml`, and the words to avoid in that language. */
export const siteTranslationFields = z.strictObject({
	title: schemas.line('El puente del río'),
	tagline: schemas.line('Qué ocurrió, cuándo y quién lo dice'),
	categories: labels('- {id: council, label: Ayuntamiento}'),
	eras: labels('- {id: building, label: Construcción}').default([]),
	scope: z
		.strictObject({
			in: schemas.line('Qué se cuenta.'),
			out: schemas.line('Qué queda fuera.'),
			counting: schemas.line('Cómo se cuenta.'),
		})
		.meta({ example: '{in: …, out: …, counting: …}' })
		.optional(),
	'avoid-words': schemas.list(schemas.line('sorprendentemente'), '[sorprendentemente]').default([]),
});

interface Body {
	/** Of the event or page that is translated. */
	id: string;
	body: string;
	prose: Prose;
}

export type EventTranslation = z.output<typeof eventTranslationFields> & Body;
export type PageTranslation = z.output<typeof pageTranslationFields> & Body;
export type SiteTranslation = z.output<typeof siteTranslationFields>;

/** All that is translated into one language. */
export interface Translation {
	/** BCP 47 tag, and the folder of its pages. */
	id: string;
	site: SiteTranslation;
	events: EventTranslation[];
	pages: PageTranslation[];
}

export interface TranslationReading<T> {
	/** Partial where there are problems. */
	value: T | undefined;
	problems: ShapeProblem[];
	bodyProblems: BodyProblem[];
}

/**
 * Reads `events/<id>.<language>.md`. That its paragraphs are cited as the original's are is for the whole set to tell.
 * @param fields the front matter; undefined where it could not be read
 */
export function parseEventTranslation(
	id: string,
	fields: unknown,
	body: string,
): TranslationReading<EventTranslation> {
	return withBody(id, body, readShape(eventTranslationFields, fields, 'a translated event', FALLBACK), true);
}

/** Reads `pages/<id>.<language>.md`. @param cited whether every paragraph must end in a citation */
export function parsePageTranslation(
	id: string,
	fields: unknown,
	body: string,
	cited: boolean,
): TranslationReading<PageTranslation> {
	return withBody(id, body, readShape(pageTranslationFields, fields, 'a translated page', FALLBACK), cited);
}

export function parseSiteTranslation(fields: unknown): Shaped<SiteTranslation> {
	return readShape(siteTranslationFields, fields, 'the translated site', {
		title: '-',
		tagline: '-',
		categories: [],
	});
}

const FALLBACK = { title: '-', summary: '-', translated: '2000-01-01' };

function withBody<T extends object>(
	id: string,
	body: string,
	{ value, problems }: Shaped<T>,
	cited: boolean,
): TranslationReading<T & Body> {
	const { problems: bodyProblems, ...prose } = checkProse(body, { cited });
	return { value: value && { ...value, id, body, prose }, problems, bodyProblems };
}

/** `events/x.md` in another language: `events/x.es.md`. */
export function translatedFile(file: string, language: string): string {
	return file.replace(/(?=\.\w+$)/, `.${language}`);
}
