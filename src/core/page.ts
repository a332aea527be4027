/** One page of running text: home's standfirst, about, method. */
import { z } from 'zod';
import type { Foreign } from './in-language.ts';
import { fieldProblems } from './problem.ts';
import { checkProse, type BodyProblem, type Prose } from './prose.ts';
import { schemas } from './schema.ts';
import { readShape, type ShapeProblem } from './shape.ts';

/** The page whose text stands above the timeline. */
const HOME = 'home';

export const pageFields = z.strictObject({
	title: schemas.line('About this timeline'),
	/** `case`: every paragraph cites, as in an event. `site`: it speaks of this site itself and needs no source. */
	'speaks-of': schemas.choice(['case', 'site']).default('case'),
	summary: schemas.line('What the page says, in one sentence.', 240).optional(),
	/** Place in the menu, from 1; without it the page is linked from the foot only. */
	menu: z
		.string()
		.superRefine((text, context) => {
			if (!/^[1-9]\d*$/.test(text))
				context.addIssue(fieldProblems.wrongKind(text, 'a whole number from 1 on', 'menu: 1'));
		})
		.transform(Number)
		.meta({ example: '1' })
		.optional(),
});

export interface Page extends z.output<typeof pageFields>, Foreign {
	id: string;
	body: string;
	prose: Prose;
}

export interface PageReading {
	/** Partial where there are problems. */
	page: Page | undefined;
	problems: ShapeProblem[];
	bodyProblems: BodyProblem[];
}

/**
 * Reads one file of `content/pages`.
 * @param fields the front matter; undefined where it could not be read
 */
export function parsePage(id: string, fields: unknown, body: string): PageReading {
	const { value, problems } = readShape(pageFields, fields, 'a page', { title: '-' });
	if (id === HOME && value?.menu !== undefined)
		problems.push({ path: ['menu'], atKey: true, says: fieldProblems.homeInMenu });
	const { problems: bodyProblems, ...prose } = checkProse(body, {
		// What a page speaks of that could not be read is not known.
		cited:
			fields !== undefined &&
			value?.['speaks-of'] !== 'site' &&
			!problems.some(({ path }) => path[0] === 'speaks-of'),
	});
	return { page: value && { ...value, id, body, prose }, problems, bodyProblems };
}
