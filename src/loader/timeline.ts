/** The case, indexed once for a build and once for each change in dev. */
import type { ImageMetadata } from 'astro';
import { getCollection } from 'astro:content';
import { canonicalAddress } from '../core/address.ts';
import { findCards, type Card } from '../core/cards.ts';
import type { Content } from '../core/content.ts';
import { numberNotes } from '../core/citation.ts';
import type { CitationForms } from '../core/cite-this.ts';
import { formatDay } from '../core/day-words.ts';
import { lastWork } from '../core/event.ts';
import { translateContent, untranslatedPaths, type Foreign } from '../core/in-language.ts';
import type { ProseContext } from '../core/prose-html.ts';
import { layoutStrip, type StripLayout } from '../core/layout.ts';
import { directionOf, endTurns, type Direction } from '../core/direction.ts';
import { orientStrip } from '../core/orient.ts';
import { nothingPublished } from '../core/published.ts';
import { makeTimeline, type Timeline } from '../core/timeline.ts';
import { curlQuotes } from '../core/typography.ts';
import { wordsFor } from '../i18n/index.ts';
import type { Records } from './astro.ts';
import type { Words } from '../i18n/words.ts';
import { citationsOf, referencesOf } from './kept-case.ts';

/** A language in which the case can be read. */
export interface CaseLanguage {
	/** BCP 47 tag. */
	id: string;
	/** What it calls itself. */
	name: string;
	/** Folder of its pages, ending in a slash; empty for the case's own. */
	folder: string;
	/** Address of its home. */
	address: string;
	/** Pages, by their path from its home, whose text is not translated into it. */
	lacks: ReadonlySet<string>;
}

/** The case in one language. */
export interface Case {
	timeline: Timeline;
	words: Words;
	/** All languages, the case's own first. */
	languages: readonly CaseLanguage[];
	/** The one of these pages. */
	language: CaseLanguage;
	/** The case in its own language: this one, on most pages. */
	original: Case;
	/** Language of what stays in the original everywhere, such as quotations; undefined where that is the page's own. */
	originalLang: string | undefined;
	/** Its direction, where that is not the page's. */
	originalDir: Direction | undefined;
	/** A language as these pages name it, by its tag. */
	nameLanguage: (tag: string) => string;
	/** Formatted references by source id, as HTML. */
	references: Map<string, string>;
	/** How an event's page is cited, by its id. */
	citations: Map<string, CitationForms>;
	/** How the whole is cited. */
	citationOfAll: CitationForms | undefined;
	/** The line of time on every event's page. */
	strip: StripLayout;
	/** Pictures of events, by the names of their files. */
	pictures: Map<string, ImageMetadata>;
	/** The picture for links of the page at a path from the site's root. */
	cardOf: (path: string) => Card;
	/** A text with its quotation marks as the language prints them, which may stand before others on a line. */
	curl: (text: string) => string;
	/** The direction of a text that may be in any language, where it is not the page's: for `dir`. */
	ownDirection: (text: string) => Direction | undefined;
	/** A language that is not the site's: for `lang`. */
	ownLanguage: (language: string | undefined) => string | undefined;
	/** A day such as `2026-11-23` in words. */
	dayInWords: (day: string) => string;
	/**
	 * What a page knows of the texts on it.
	 * @param citations of the whole page, in the order a reader meets them
	 */
	proseContext: (citations: Iterable<string>) => ProseContext;
	/** The same for a text that may be in another language, or translated, in which case its quotations are not. */
	contextOf: (text: Foreign, context: ProseContext) => ProseContext;
}

/** A screen of 320 px less the page's edges. */
const STRIP_WIDTH = 288;

let made: { of: string; cases: Map<string, Case> } | undefined;
let built: Promise<Map<string, Case>> | undefined;

/**
 * The case in the language of a page.
 * @param pathname of the page, or the pattern of its route: its first folder may be a language
 * @throws where there is no good state of the content to show
 */
export async function getCase(pathname: string): Promise<Case> {
	// In dev the collections change under us; in a build they do not.
	const cases = await (import.meta.env.DEV ? makeCases() : (built ??= makeCases()));
	const found = cases.get(pathname.split('/')[1] ?? '') ?? cases.get('');
	if (!found) throw new Error('no case in its own language');
	return found;
}

async function makeCases(): Promise<Map<string, Case>> {
	const [sites, wholes] = await Promise.all([getCollection('site'), getCollection('whole')]);
	const [site, whole] = [sites[0]?.data, wholes[0]?.data];
	if (!site || !whole)
		throw new Error(
			'The content has problems and there is no earlier state to show. The report is in the terminal; npm run check prints it again.',
		);
	const entriesOf = <K extends keyof Records>(kind: K) =>
		whole.filled.includes(kind) ? getCollection(kind) : [];
	const lists = await Promise.all([
		entriesOf('events'),
		entriesOf('claims'),
		entriesOf('pages'),
		entriesOf('sources'),
		entriesOf('people'),
		entriesOf('organizations'),
		entriesOf('media'),
		entriesOf('translations'),
	]);
	// Every component of a page asks, and an index with formatted references takes longer than the page.
	const of = [sites, wholes, ...lists]
		.flatMap((entries) => entries.map(({ id, digest }) => `${id} ${digest}`))
		.join('\n');
	if (made?.of === of) return made.cases;
	const [events, claims, pages, sources, people, organizations, media, translations] = lists;
	const data = <T>(entries: { data: T }[]): T[] => entries.map((entry) => entry.data);
	const content: Content = {
		site,
		events: data(events),
		claims: data(claims),
		pages: data(pages),
		sources: data(sources),
		people: data(people),
		organizations: data(organizations),
		media: data(media),
		published: { ...nothingPublished(), ...whole.published },
		translations: data(translations),
	};
	const pictures = data(media).flatMap(({ id, picture }) => (picture ? [[id, picture] as const] : []));
	made = { of, cases: describeCases(content, new Map(pictures)) };
	return made.cases;
}

function describeCases(content: Content, pictures: Case['pictures']): Map<string, Case> {
	const { site, translations } = content;
	const describe = (id: string, folder: string, lacks: readonly string[]): CaseLanguage => ({
		id,
		folder,
		name: wordsFor(id).translation.name,
		address: site.address + folder,
		lacks: new Set(lacks),
	});
	const languages = [
		describe(site.language, '', []),
		...translations.map((translation) =>
			describe(translation.id, `${translation.id}/`, untranslatedPaths(content, translation)),
		),
	];
	const own = describeCase(content, pictures, languages);
	const { quoteMarks } = own.words;
	return new Map([
		['', own],
		...translations.map((translation): [string, Case] => {
			const dir = turnedFrom(own, wordsFor(translation.id));
			const told = translateContent(content, translation, { quoteMarks, dir });
			return [translation.id, describeCase(told, pictures, languages, own)];
		}),
	]);
}

/** The direction of the original, where a language runs the other way. */
function turnedFrom(own: Case | undefined, { direction }: Words): Direction | undefined {
	return own?.words.direction === direction ? undefined : own?.words.direction;
}

function languageOf(languages: readonly CaseLanguage[], wanted: string): CaseLanguage {
	const found = languages.find(({ id }) => id === wanted);
	if (!found) throw new Error(`no such language: ${wanted}`);
	return found;
}

/** @param own the case in its own language, where this is another */
function describeCase(
	content: Content,
	pictures: Case['pictures'],
	languages: readonly CaseLanguage[],
	own?: Case,
): Case {
	const timeline = makeTimeline(content, { drafts: import.meta.env.DEV });
	const { language, address, title, slug } = timeline.site;
	const words = wordsFor(language);
	const whole = { id: slug, title, address, day: timeline.lastChange };
	const names = new Intl.DisplayNames(language, { type: 'language' });
	const described: Omit<Case, 'original'> = {
		timeline,
		words,
		languages,
		language: languageOf(languages, language),
		originalLang: own?.language.id,
		originalDir: turnedFrom(own, words),
		nameLanguage: (tag) => names.of(tag) ?? tag,
		// A source is cited as it was published.
		references: own?.references ?? referencesOf(timeline.sources, language),
		citations: citationsOf(
			timeline.events.map((event) => ({
				id: event.id,
				title: event.title,
				...(event.lang !== undefined && { lang: event.lang }),
				address: canonicalAddress(address, `events/${event.id}.html`),
				site: title,
				day: lastWork(event),
			})),
			language,
		),
		citationOfAll: timeline.lastChange ? citationsOf([whole], language).get(whole.id) : undefined,
		strip: orientStrip(
			layoutStrip(
				timeline.events.map(({ date }) => date),
				STRIP_WIDTH,
			),
			words.direction,
		),
		pictures,
		cardOf: own?.cardOf ?? findCards(timeline),
		curl: (text) => endTurns(curlQuotes(text, words.quoteMarks)),
		ownDirection(text) {
			const direction = directionOf(text);
			return direction === words.direction ? undefined : direction;
		},
		ownLanguage: (other = own?.language.id ?? language) =>
			other.split('-')[0] === language.split('-')[0] ? undefined : other,
		dayInWords: (day) => formatDay(day, words.date),
		proseContext: (citations) => ({
			notes: numberNotes(citations),
			cited: new Map(),
			noteWord: words.event.note,
			quoteMarks: words.quoteMarks,
			direction: words.direction,
		}),
		contextOf: ({ lang, translated }, context) => ({
			...context,
			// The name of a note's link stands in the text, so it is in its language, too.
			...(lang !== undefined && {
				quoteMarks: wordsFor(lang).quoteMarks,
				noteWord: wordsFor(lang).event.note,
			}),
			...(translated !== undefined && own && { quotedIn: own.language.id }),
		}),
	};
	return Object.assign(described, { original: own ?? (described as Case) });
}
