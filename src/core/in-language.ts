/** A case as it is read in another of its languages: translated words where there are some, the original's where not. */
import { pagePath, paths } from './address.ts';
import type { Content } from './content.ts';
import { lastWork, type TimelineEvent } from './event.ts';
import type { Page } from './page.ts';
import type { Site } from './site.ts';
import type { Direction } from './direction.ts';
import type { EventTranslation, PageTranslation, SiteTranslation, Translation } from './translation.ts';
import { curlQuotes, type QuoteMarks } from './typography.ts';

/** Of a record that is read in a language which may not be its own. */
export interface Foreign {
	/** The language of its words where that is not the page's. */
	lang?: string;
	/** The way its lines run, where that is not the page's. */
	dir?: Direction | undefined;
	/** The day of the translation, of one that is translated. */
	translated?: string;
}

/**
 * The whole case in a language. Its address is the folder of that language, so that whatever names a page names the one
 * in the same language.
 * @param original how its language is set: its words stay in its quotation marks
 */
export function translateContent(
	content: Content,
	translation: Translation,
	{ quoteMarks, dir }: { quoteMarks: QuoteMarks; dir?: Direction | undefined },
): Content {
	const { site } = content;
	const foreign: Foreign = { lang: site.language, ...(dir && { dir }) };
	const curl = (text: string) => curlQuotes(text, quoteMarks);
	const curlAll = <T extends { text: string }>(list: readonly T[]): T[] =>
		list.map((item) => ({ ...item, text: curl(item.text) }));
	const events = new Map(translation.events.map((event) => [event.id, event]));
	const pages = new Map(translation.pages.map((page) => [page.id, page]));
	return {
		...content,
		site: translateSite(site, translation.site, translation.id),
		events: content.events.map((event) => {
			const own = events.get(event.id);
			const original: TimelineEvent = {
				...event,
				...foreign,
				title: curl(event.title),
				summary: curl(event.summary),
				disagreements: curlAll(event.disagreements).map((item) => ({ ...item, ...foreign })),
				limits: curlAll(event.limits).map((item) => ({ ...item, ...foreign })),
				media: event.media.map((medium) => ({
					...medium,
					...foreign,
					alt: curl(medium.alt),
					credit: curl(medium.credit),
				})),
				corrections: curlAll(event.corrections),
				...(event.withdrawn && { withdrawn: { ...event.withdrawn, reason: curl(event.withdrawn.reason) } }),
			};
			return own && !event.withdrawn ? translateEvent(original, own) : original;
		}),
		pages: content.pages.map((page) => {
			const own = pages.get(page.id);
			return own
				? translatePage(page, own)
				: {
						...page,
						...foreign,
						title: curl(page.title),
						...(page.summary && { summary: curl(page.summary) }),
					};
		}),
		claims: content.claims.map((claim) => ({ ...claim, ...foreign })),
		people: content.people.map((person) => ({
			...person,
			...foreign,
			roles: curlAll(person.roles),
			...(person.group !== undefined && { group: curl(person.group) }),
		})),
		organizations: content.organizations.map((organization) => ({
			...organization,
			...foreign,
			...(organization.note !== undefined && { note: curl(organization.note) }),
		})),
	};
}

function translateSite(site: Site, own: SiteTranslation, language: string): Site {
	const relabel = <T extends { id: string; label: string }>(
		list: readonly T[],
		texts: typeof own.eras,
	): T[] => {
		const found = new Map(texts.map(({ id, label }) => [id, label]));
		return list.map((item) => ({ ...item, label: found.get(item.id) ?? item.label }));
	};
	return {
		...site,
		title: own.title,
		tagline: own.tagline,
		language,
		address: `${site.address}${language}/`,
		categories: relabel(site.categories, own.categories),
		eras: relabel(site.eras, own.eras),
		...(own.scope && { scope: own.scope }),
	};
}

/** Paths of the pages whose text a translation lacks, from the home of its language. */
export function untranslatedPaths({ events, pages }: Content, translation: Translation): string[] {
	const has = (list: readonly { id: string }[], id: string) => list.some((own) => own.id === id);
	return [
		...events.filter(({ id }) => !has(translation.events, id)).map(({ id }) => pagePath(paths.event(id))),
		...pages
			.filter(({ id }) => !has(translation.pages, id))
			.map(({ id }) => (id === 'home' ? pagePath(paths.home()) : `${id}.html`)),
	];
}

/** Whether the original has changed since it was translated. */
export function isOlder({ translated }: { translated: string }, original: TimelineEvent): boolean {
	return lastWork(original) > translated;
}

/** Lists that no longer have as many entries as the original's stay in the original. */
function translateEvent(event: TimelineEvent, own: EventTranslation): TimelineEvent {
	const retell = <T extends object>(list: readonly (T & Foreign)[], told: readonly Partial<T>[]) =>
		list.length === told.length ? list.map((item, index) => ({ ...asOwn(item), ...told[index] })) : [...list];
	return {
		...asOwn(event),
		title: own.title,
		summary: own.summary,
		body: own.body,
		prose: own.prose,
		translated: own.translated,
		disagreements: retell(event.disagreements, own.disagreements),
		limits: retell(event.limits, own.limits),
		media: retell(event.media, own.media),
	};
}

/** Without what says that its words are in another language. */
function asOwn<T extends Foreign>({ lang: _, dir: __, ...rest }: T): Omit<T, 'lang' | 'dir'> {
	return rest;
}

function translatePage(page: Page, own: PageTranslation): Page {
	return {
		...page,
		title: own.title,
		...(own.summary !== undefined && { summary: own.summary }),
		body: own.body,
		prose: own.prose,
		translated: own.translated,
	};
}
