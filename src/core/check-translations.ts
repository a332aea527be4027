/** What only the whole set can tell of translations: what they translate, that they cite and quote the same. */
import { avoidedWordsPattern, matchAvoidedWords } from './avoided-words.ts';
import type { Unread } from './check-content.ts';
import { eventFile, FILES, pageFile, type Content } from './content.ts';
import type { TimelineEvent } from './event.ts';
import { isOlder } from './in-language.ts';
import { nearest } from './nearest.ts';
import {
	bodyProblems,
	referenceProblems,
	translationProblems as says,
	type Place,
	type Problem,
} from './problem.ts';
import type { Prose } from './prose.ts';
import { translatedFile, type EventTranslation, type Translation } from './translation.ts';

/**
 * Checks every translation against its original.
 * While an original is newer than its translation, which readers are told, the two may differ in what they cite and list.
 */
export function checkTranslations(content: Content, unread: Unread): Problem[] {
	return content.translations.flatMap((translation) => [
		...(unread.lists.has('site') ? [] : siteProblems(content, translation)),
		...translation.events.flatMap((own) => eventProblems(content, translation, own, unread)),
		...translation.pages.flatMap((own): Problem[] => {
			const page = content.pages.find(({ id }) => id === own.id);
			const file = translatedFile(pageFile(own), translation.id);
			if (!page) return unread.mentions(own.id) ? [] : [noOriginal(file, own.id, content.pages)];
			return [
				...citationProblems(content, file, own.prose, page.prose, unread),
				...linkProblems(content, file, own.prose, unread),
				...quotationProblems(textsOf(file, own), quotationsIn([page.title, page.summary ?? '', page.body])),
			];
		}),
		...avoidedWords(translation),
	]);
}

function eventProblems(
	content: Content,
	{ id: language }: Translation,
	own: EventTranslation,
	unread: Unread,
): Problem[] {
	const file = translatedFile(eventFile(own), language);
	const event = content.events.find(({ id }) => id === own.id);
	if (!event) return unread.events.has(own.id) ? [] : [noOriginal(file, own.id, content.events)];
	// What an original with a mistake says is not known.
	if (unread.events.has(own.id)) return [];
	const isCurrent = !isOlder(own, event);
	return [
		...(isCurrent
			? citationProblems(content, file, own.prose, event.prose, unread)
			: unknownSources(content, file, own.prose, unread)),
		...linkProblems(content, file, own.prose, unread),
		...(isCurrent ? quotationProblems(textsOf(file, own), quotationsIn(wordsOf(event))) : []),
		...(['disagreements', 'limits', 'media'] as const)
			.filter((field) => isCurrent && own[field].length !== event[field].length)
			.map((field) => ({
				at: { file, path: [field] },
				says: says.otherCount(own[field].length, event[field].length),
			})),
		...own.media
			.filter((medium, index) => {
				const original = event.media[index];
				return isCurrent && original && Boolean(original.transcript) !== Boolean(medium.transcript);
			})
			.map((medium) => ({
				at: { file, path: ['media', own.media.indexOf(medium)] },
				says: says.transcript(medium.transcript === undefined),
			})),
	];
}

function noOriginal(file: string, id: string, originals: readonly { id: string }[]): Problem {
	return {
		at: { file },
		says: says.noOriginal(
			id,
			nearest(
				id,
				originals.map((one) => one.id),
			),
		),
	};
}

function unknownSources({ sources }: Content, file: string, { citations }: Prose, unread: Unread): Problem[] {
	const ids = sources.map(({ id }) => id);
	return citations
		.filter(({ id }) => !unread.lists.has('sources') && !ids.includes(id))
		.map(({ id, line }) => ({
			at: { file, bodyLine: line },
			says: referenceProblems.unknownId(id, 'a source', nearest(id, ids), FILES.sources),
		}));
}

/** As often as the original cites it, each source is cited; in what order is for the language to say. */
function citationProblems(
	content: Content,
	file: string,
	own: Prose,
	original: Prose,
	unread: Unread,
): Problem[] {
	const unknown = unknownSources(content, file, own, unread);
	if (unknown.length > 0) return unknown;
	const left = original.citations.map(({ id }) => id);
	const more = own.citations.filter(({ id }) => {
		const at = left.indexOf(id);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
	return [
		...more.map(({ id, line }) => ({ at: { file, bodyLine: line }, says: says.citesMore(id) })),
		...[...new Set(left)].map((id) => ({ at: { file, bodyLine: 1 }, says: says.citesLess(id) })),
	];
}

function linkProblems({ events }: Content, file: string, { links }: Prose, unread: Unread): Problem[] {
	const ids = events.map(({ id }) => id);
	return links
		.filter(({ id }) => !ids.includes(id) && !unread.events.has(id))
		.map(({ id, line }) => ({
			at: { file, bodyLine: line },
			says: referenceProblems.unknownEvent(id, nearest(id, ids), '.md'),
		}));
}

interface OwnText {
	at: Place;
	text: string;
}

function textsOf(
	file: string,
	own: { title: string; summary?: string | undefined; prose: Prose } & Partial<
		Pick<EventTranslation, 'limits' | 'disagreements' | 'media'>
	>,
): OwnText[] {
	return [
		{ at: { file, path: ['title'] }, text: own.title },
		{ at: { file, path: ['summary'] }, text: own.summary ?? '' },
		...(['disagreements', 'limits'] as const).flatMap((field) =>
			(own[field] ?? []).map(({ text }, index) => ({ at: { file, path: [field, index, 'text'] }, text })),
		),
		...(own.media ?? []).flatMap((medium, index) =>
			(['alt', 'transcript'] as const).map((field) => ({
				at: { file, path: ['media', index, field] },
				text: medium[field] ?? '',
			})),
		),
		...own.prose.blocks.map(({ line, text }) => ({ at: { file, bodyLine: line }, text })),
	];
}

function wordsOf({ title, summary, body, quotes, disagreements, limits, media }: TimelineEvent): string[] {
	return [
		...[title, summary, body],
		...quotes.map(({ text }) => `"${text}"`),
		...[...disagreements, ...limits].map(({ text }) => text),
		...media.flatMap(({ alt, transcript = '' }) => [alt, transcript]),
	];
}

/** Words in quotation marks, white space folded. */
const QUOTATION = /"([^"]+)"|“([^”]+)”|«([^»]+)»/g;

function quotationsIn(texts: readonly string[]): string[] {
	return texts.flatMap((text) =>
		[...text.replace(/\s+/g, ' ').matchAll(QUOTATION)].map(
			(found) => found.slice(1).find(Boolean)?.trim() ?? '',
		),
	);
}

/** A quotation is never translated without a word: in quotation marks stands only what the original has in them. */
function quotationProblems(own: readonly OwnText[], original: readonly string[]): Problem[] {
	return own.flatMap(({ at, text }) =>
		quotationsIn([text])
			.filter((quotation) => !original.some((words) => words.includes(quotation)))
			.map((quotation) => ({ at, says: says.quotes(quotation) })),
	);
}

function siteProblems({ site }: Content, { id: language, site: own }: Translation): Problem[] {
	const file = translatedFile(FILES.site, language);
	return [
		...(['categories', 'eras'] as const).flatMap((field): Problem[] => {
			const ids = site[field].map(({ id }) => id);
			const given = own[field].map(({ id }) => id);
			return [
				...own[field].flatMap(({ id }, index) =>
					ids.includes(id) && given.indexOf(id) === index
						? []
						: [
								{
									at: { file, path: [field, index, 'id'] },
									says: says.noLabelOf(id, field, nearest(id, ids)),
								},
							],
				),
				...ids
					.filter((id) => !given.includes(id))
					.map((id) => ({ at: { file, path: [field] }, says: says.lacksLabel(id) })),
			];
		}),
		...(Boolean(site.scope) === Boolean(own.scope)
			? []
			: [{ at: { file, path: ['scope'] }, says: says.scope(Boolean(site.scope)) }]),
	];
}

function avoidedWords({ id: language, site, events, pages }: Translation): Problem[] {
	const pattern = avoidedWordsPattern(site['avoid-words']);
	if (!pattern) return [];
	const siteFile = translatedFile(FILES.site, language);
	return [
		...events.flatMap((own) => textsOf(translatedFile(eventFile(own), language), own)),
		...pages.flatMap((own) => textsOf(translatedFile(pageFile(own), language), own)),
		{ at: { file: siteFile, path: ['title'] }, text: site.title },
		{ at: { file: siteFile, path: ['tagline'] }, text: site.tagline },
		...Object.entries(site.scope ?? {}).map(([key, text]) => ({
			at: { file: siteFile, path: ['scope', key] },
			text,
		})),
	].flatMap(({ at, text }) =>
		matchAvoidedWords(text, pattern).map(({ word, context, line }) => ({
			at: 'bodyLine' in at ? { ...at, bodyLine: at.bodyLine + line - 1 } : at,
			says: bodyProblems.avoidedWord(word, context),
		})),
	);
}
