/** What of a case can be found: its events, people, organizations, statements, pages and sources, as documents. */
import { paths } from './address.ts';
import type { Claim } from './claim.ts';
import { formatDate, type DateWords } from './date-words.ts';
import { eventPeople, type Importance, type Status, type TimelineEvent } from './event.ts';
import type { SearchEntry, SearchKind } from './search-index.ts';
import { sourceOutlet, type Source } from './source.ts';
import type { Timeline } from './timeline.ts';
import { curlQuotes, quoteText, type QuoteMarks } from './typography.ts';

interface SearchWords {
	date: DateWords;
	quoteMarks: QuoteMarks;
	claims: { saidBy: (name: string) => string };
	status: Record<Status, string>;
}

/** A page that the site makes itself, such as the list of people. */
export type OwnPage = Pick<SearchEntry, 'address' | 'title' | 'text'>;

/** Who types a word that many events have looks first for what the case cannot be told without. */
const EVENT_WEIGHTS: Record<Importance, number> = { 1: 3, 2: 1.2, 3: 1 };
const WEIGHTS: Record<Exclude<SearchKind, 'event'>, number> = {
	person: 3,
	organization: 1,
	claim: 1,
	page: 1,
	source: 0.3,
};

/**
 * @param timeline without drafts and withdrawn events: what is in it can be found
 * @param ownPages beside those of running text
 * @param languageOf tells a source's language where that is not the site's
 */
export function makeSearchEntries(
	timeline: Timeline,
	words: SearchWords,
	ownPages: readonly OwnPage[],
	languageOf: (source: Source) => string | undefined = () => undefined,
): SearchEntry[] {
	const curl = (text: string) => curlQuotes(text, words.quoteMarks);
	const entry = (
		kind: SearchKind,
		path: string,
		title: string,
		texts: readonly (string | undefined)[],
		rest: Partial<SearchEntry> = {},
		lang?: string,
	): SearchEntry => ({
		kind,
		address: path.slice(1),
		title: curl(title),
		text: texts
			.filter((text) => text !== undefined && text !== '')
			.map((text) => curl(text ?? ''))
			.join(' ')
			.replace(/\s+/g, ' '),
		weight: kind === 'event' ? 1 : WEIGHTS[kind],
		names: '',
		...rest,
		...(lang !== undefined && { lang }),
	});
	/** Of those with a page of their own; a bystander is not found by name. */
	const nameOf = (id: string | undefined) => {
		const person = timeline.person(id ?? '');
		return person?.page ? person.name : undefined;
	};
	const say = (date: Parameters<typeof formatDate>[0]) => formatDate(date, words.date);

	return [
		...timeline.events.map((event) => {
			const category = timeline.category(event.category);
			const names = [
				...eventPeople(event).map(nameOf),
				...event.organizations.map((id) => timeline.organization(id)?.name),
			];
			const shown: Partial<SearchEntry> = {
				when: say(event.date),
				...(category && { category: curl(category.label) }),
				...(event.status !== 'established' && { doubt: words.status[event.status] }),
				weight: EVENT_WEIGHTS[event.importance],
				names: names.filter((name) => name !== undefined).join(' '),
			};
			const texts = eventTexts(event, words.quoteMarks);
			return entry('event', paths.event(event.id), event.title, texts, shown, event.lang);
		}),
		...timeline.people
			.filter(({ id, page }) => page && timeline.eventsOf.person(id).length > 0)
			.map(({ id, name, roles, lang }) =>
				entry('person', paths.person(id), name, [roles.map(({ text }) => text).join('; ')], {}, lang),
			),
		...timeline.organizations
			.filter(({ id }) => timeline.eventsOf.organization(id).length > 0)
			.map(({ id, name, note, lang }) =>
				entry('organization', paths.organization(id), name, [note], {}, lang),
			),
		...timeline.claims.map((claim) => {
			const { speaker, date, ...statement } = claim.statement;
			const who = timeline.person(speaker ?? '')?.name ?? statement['speaker-name'] ?? '';
			const title = words.claims.saidBy(who);
			const texts = claimTexts(claim, words.quoteMarks);
			return entry('claim', paths.claim(claim.id), title, texts, { when: say(date) }, claim.lang);
		}),
		...timeline.pages.map(({ id, title, summary, prose, lang }) =>
			entry(
				'page',
				id === 'home' ? paths.home() : `/${encodeURIComponent(id)}.html`,
				id === 'home' ? timeline.site.title : title,
				[summary, ...prose.blocks.map(({ text }) => text)],
				{},
				lang,
			),
		),
		...ownPages.map(({ address, title, text }) => entry('page', `/${address}`, title, [text])),
		...timeline.sources.map((source) => {
			const originator = timeline.organization(source.custom.originator)?.name;
			const rest: Partial<SearchEntry> = {
				...(source.issued && { when: say(source.issued) }),
				names: originator ?? '',
			};
			return entry(
				'source',
				paths.source(source.id),
				source.title,
				[sourceOutlet(source)],
				rest,
				languageOf(source),
			);
		}),
	];
}

function eventTexts(event: TimelineEvent, marks: QuoteMarks): string[] {
	return [
		event.summary,
		...event.prose.blocks.map(({ text }) => text),
		...event.quotes.map(({ text }) => quoteText(text, marks)),
		...event.disagreements.map(({ text }) => text),
		...event.limits.map(({ text }) => text),
	];
}

function claimTexts({ statement, answers, prose }: Claim, marks: QuoteMarks): string[] {
	return [
		quoteText(statement.text, marks),
		...answers.map(({ text }) => quoteText(text, marks)),
		...prose.blocks.map(({ text }) => text),
	];
}
