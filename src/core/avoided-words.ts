/** Words that a newsroom does not want in its own voice. */
import { claimFile, eventFile, FILES, pageFile, type Content } from './content.ts';
import { bodyProblems, type Place, type Problem } from './problem.ts';
import type { Prose } from './prose.ts';
import { literalPattern, wordsAround } from './written.ts';

/** Where the site speaks in its own voice. */
type OwnVoice = Pick<Content, 'site' | 'events' | 'claims' | 'pages' | 'people' | 'organizations'>;

interface OwnText {
	at: Place;
	text: string | undefined;
}

/** Words to avoid, wherever the site speaks in its own voice. Titles of sources, names and quotations are others' words. */
export function findAvoidedWords(content: OwnVoice): Problem[] {
	const pattern = avoidedWordsPattern(content.site['avoid-words']);
	if (!pattern) return [];
	return ownTexts(content).flatMap(({ at, text = '' }) =>
		matchAvoidedWords(text, pattern).map(({ word, context, line }) => ({
			at: at.bodyLine === undefined ? at : { ...at, bodyLine: at.bodyLine + line - 1 },
			says: bodyProblems.avoidedWord(word, context),
		})),
	);
}

function ownTexts({ site, events, claims, pages, people, organizations }: OwnVoice): OwnText[] {
	const inSite = (text: string | undefined, ...path: (string | number)[]): OwnText => ({
		at: { file: FILES.site, path },
		text,
	});
	return [
		...events.flatMap((event): OwnText[] => {
			const file = eventFile(event);
			return [
				{ at: { file, path: ['title'] }, text: event.title },
				{ at: { file, path: ['summary'] }, text: event.summary },
				...(['disagreements', 'limits', 'corrections'] as const).flatMap((field) =>
					event[field].map(({ text }, index) => ({ at: { file, path: [field, index, 'text'] }, text })),
				),
				...event.media.map(({ alt }, index) => ({ at: { file, path: ['media', index, 'alt'] }, text: alt })),
				{ at: { file, path: ['withdrawn', 'reason'] }, text: event.withdrawn?.reason },
				...inProse(file, event.prose),
			];
		}),
		...claims.flatMap((claim): OwnText[] => {
			const file = claimFile(claim);
			return [
				{ at: { file, path: ['statement', 'place'] }, text: claim.statement.place },
				...inProse(file, claim.prose),
			];
		}),
		...pages.flatMap((page): OwnText[] => {
			const file = pageFile(page);
			return [
				{ at: { file, path: ['title'] }, text: page.title },
				{ at: { file, path: ['summary'] }, text: page.summary },
				...inProse(file, page.prose),
			];
		}),
		...people.flatMap((person, index) =>
			person.roles.map(({ text }, role) => ({
				at: { file: FILES.people, path: [index, 'roles', role, 'text'] },
				text,
			})),
		),
		...organizations.map(({ note }, index) => ({
			at: { file: FILES.organizations, path: [index, 'note'] },
			text: note,
		})),
		inSite(site.title, 'title'),
		inSite(site.tagline, 'tagline'),
		...Object.entries(site.scope ?? {}).map(([key, text]) => inSite(text, 'scope', key)),
		...site.categories.map(({ label }, index) => inSite(label, 'categories', index, 'label')),
		...site.eras.map(({ label }, index) => inSite(label, 'eras', index, 'label')),
	];
}

function inProse(file: string, prose: Prose): OwnText[] {
	return prose.blocks.map(({ line, text }) => ({ at: { file, bodyLine: line }, text }));
}

/**
 * One pattern for a list of words to avoid, whole words in any case.
 * @returns undefined for an empty list
 */
export function avoidedWordsPattern(words: readonly string[]): RegExp | undefined {
	if (words.length === 0) return undefined;
	const choices = words.map((word) => literalPattern(word).replaceAll(' ', '\\s+'));
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${choices.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

/** Stands for a quotation: no list of words can hold it, so that none is found across one. */
const BLANK = '\u0000';

/**
 * Words to avoid that stand outside quotation marks in a text.
 * @returns each with some of the text around it and its line in the text, from 1
 */
export function matchAvoidedWords(
	text: string,
	pattern: RegExp,
): { word: string; context: string; line: number }[] {
	const quotations = /"[^"]*"|“[^”]*”|«[^»]*»/g;
	const own = text.replace(quotations, (quotation) => BLANK.repeat(quotation.length));
	return [...own.matchAll(pattern)].map(({ 0: word, index }) => ({
		word: word.replace(/\s+/g, ' '),
		context: wordsAround(text, index, word.length),
		line: text.slice(0, index).split('\n').length,
	}));
}
