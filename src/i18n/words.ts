/** The interface words of one language. Every language has them all: a missing one is a type error. */
import type { DateWords } from '../core/date-words.ts';
import type { Relation, Status } from '../core/event.ts';
import type { CitationForms } from '../core/cite-this.ts';
import type { Change } from '../core/changes.ts';
import type { MediaKind } from '../core/media.ts';
import type { ORGANIZATION_KINDS } from '../core/people.ts';
import type { QUALITY_SHARES } from '../core/quality.ts';
import type { ReadAs } from '../core/source.ts';
import type { SearchKind } from '../core/search-index.ts';
import type { QuoteMarks } from '../core/typography.ts';
import type { Column } from '../data/events-csv.ts';
import type { DataFile } from '../data/files.ts';
import type { FieldWords, ShapeName } from '../data/timeline-json.ts';

type Count = (number: number) => string;
type WithText = (text: string) => string;

export interface Words {
	direction: 'ltr' | 'rtl';
	date: DateWords;
	quoteMarks: QuoteMarks;
	/** Of pages that stand in several languages. A language is named as this one names it. */
	translation: Record<'name' | 'original', string> & {
		/** A mark beside what has not been translated. */
		only: WithText;
		missing: WithText;
		made: (language: string, day: string) => string;
		older: WithText;
	};
	skipToContent: string;
	skipChart: string;
	nav: Record<'label' | 'timeline' | 'claims' | 'people' | 'sources' | 'search', string>;
	asOf: WithText;
	asOfLong: WithText;
	lastChange: WithText;
	counts: Record<'events' | 'sources' | 'publishers' | 'rests', Count>;
	chart: {
		heading: string;
		label: string;
		/** The chart in a few sentences, for those who hear the page. */
		describe: (chart: {
			events: number;
			from: string;
			to: string;
			lanes: { label: string; count: number }[];
			/** All of them, in a row. */
			keyEvents: string;
		}) => string;
		solid: string;
		hollow: string;
		bar: string;
		small: string;
		overview: string;
		tools: Record<'label' | 'out' | 'in' | 'all' | 'year' | 'month', string>;
		/** What the script says; `{}` stands for a number or a name. */
		live: Record<'windowStart' | 'windowEnd' | 'cluster' | 'earlier' | 'failed', string>;
		/** Told where only the main events of a large case are there. */
		partial: string;
	};
	list: Record<'heading' | 'jump' | 'startUnknown', string> & {
		/** Leads to all events of a year. */
		ofYear: (count: number, year: string) => string;
	};
	scope: Record<'heading' | 'in' | 'out' | 'counting', string>;
	filters: Record<
		| 'label'
		| 'text'
		| 'submit'
		| 'more'
		| 'from'
		| 'to'
		| 'any'
		| 'anyone'
		| 'order'
		| 'oldest'
		| 'newest'
		| 'category'
		| 'status'
		| 'person'
		| 'shown'
		| 'nothing'
		| 'drop'
		| 'clear'
		| 'copy'
		| 'embed'
		| 'hiddenSelected'
		/** Before the text that is to be copied by hand. */
		| 'copyFailed',
		string
	>;
	/** The chart in other people's pages. */
	embed: Record<
		'heading' | 'about' | 'safe' | 'resize' | 'copy' | 'description' | 'choose' | 'from' | 'open',
		string
	>;
	status: Record<Status, string>;
	statusMeaning: Record<Status, string>;
	badges: Record<Badge, string>;
	badgeMeaning: Record<Badge, string>;
	event: Record<
		| 'limits'
		| 'disagreements'
		| 'quotes'
		| 'people'
		| 'organizations'
		| 'relations'
		| 'corrections'
		| 'notes'
		| 'note'
		| 'backToText'
		| 'previous'
		| 'next'
		| 'navigation'
		| 'address'
		| 'copy'
		| 'share'
		| 'passage'
		| 'copied'
		| 'copyFailed'
		| 'moved'
		| 'movedTo',
		string
	> &
		Record<'correctedOn' | 'added' | 'updated' | 'withdrawn', WithText>;
	media: Record<'heading' | 'transcript', string> & {
		/** Leads to a file that is not a picture. @param size with its unit */
		open: Record<Exclude<MediaKind, 'image'>, (size: string) => string>;
	};
	/** A work that nobody has rights in. */
	publicDomain: string;
	relations: Record<Relation, { forward: string; inverse: string }>;
	source: Record<'publishedAt' | 'entry' | 'excerpt' | 'founding' | 'usedInPages', string> & {
		readAs: Record<ReadAs, string>;
		originator: WithText;
	};
	people: Record<'heading' | 'groups' | 'others' | 'standfirst' | 'roles' | 'events', string>;
	sources: Record<'heading' | 'standfirst' | 'publishers', string>;
	cite: Record<'heading' | 'failed', string> & { names: Record<keyof CitationForms, string>; copy: WithText };
	claims: Record<
		'heading' | 'standfirst' | 'none' | 'answers' | 'record' | 'events' | 'link' | 'onEvent',
		string
	> & { saidBy: WithText; answerCount: Count };
	changes: Record<'heading' | 'standfirst' | 'feeds', string> & { kinds: Record<Change['kind'], string> };
	feeds: Record<'heading' | 'about' | 'atom' | 'json' | 'categories' | 'people' | 'person', string>;
	/** `{count}` and `{day}` stand for what the script knows. */
	news: Record<'line' | 'added' | 'changed' | 'all' | 'read', string>;
	onThisDay: Record<'heading' | 'standfirst' | 'calendar' | 'months' | 'none', string> & {
		began: WithText;
	};
	data: Record<
		| 'heading'
		| 'standfirst'
		| 'licence'
		| 'fields'
		| 'example'
		| 'exampleOf'
		| 'withdrawn'
		| 'toEvent'
		| 'schema'
		| 'cslVariable',
		string
	> & {
		headings: Record<ShapeName | 'row' | 'calendarEvent' | 'slide' | 'source', string>;
		about: Record<DataFile, string>;
		meanings: FieldWords;
		columns: Record<Column, string>;
		/** Fields that a format of others has, by their names in it. */
		others: Record<'calendarEvent' | 'slide' | 'source', Record<string, string>>;
		outsideCalendar: Count;
	};
	quality: Record<'heading' | 'standfirst' | 'which' | 'oldest', string> & {
		shares: Record<(typeof QUALITY_SHARES)[number], string>;
		of: (count: number, all: number) => string;
		/** @param words how many words are on the list */
		avoided: (words: number) => string;
	};
	organizations: Record<'heading' | 'standfirst' | 'publishers' | 'events' | 'all', string> & {
		kinds: Record<(typeof ORGANIZATION_KINDS)[number], string>;
		wrote: Count;
	};
	search: Record<
		'heading' | 'standfirst' | 'label' | 'shortcut' | 'needsScript' | 'results' | 'rest' | 'lists',
		string
	> & {
		/** What the script says; `{}` stands for a number. */
		live: Record<'hint' | 'found' | 'one' | 'nothing' | 'failed', string> & {
			kinds: Record<SearchKind, string>;
		};
	};
	footer: Record<'licence' | 'corrections' | 'noTracking', string>;
	offline: Record<
		| 'heading'
		| 'standfirst'
		| 'browser'
		| 'storesAll'
		| 'storesRead'
		| 'languages'
		| 'updates'
		| 'size'
		| 'pages'
		| 'needsScript'
		| 'save'
		| 'cancel'
		| 'remove'
		| 'progress'
		| 'disk'
		| 'diskHow'
		| 'diskSame',
		string
	> & { states: Record<OfflineState, string> };
	notFound: Record<'title' | 'text' | 'home' | 'unreached', string>;
	editions: Record<
		| 'heading'
		| 'copyHeading'
		| 'checksums'
		| 'online'
		| 'events'
		| 'notes'
		| 'chart'
		| 'contents'
		| 'accessibility'
		| 'accessibleWithPictures',
		string
	> & {
		/** Which edition this is: the day of its last change, and the digits that tell it from another. */
		stamp: (day: string, hash: string) => string;
		kinds: Record<EditionKind, { name: string; about: string }>;
	};
}

export type Badge = 'oneSource' | 'secondHand' | 'unsourced' | 'draft';

/** What the page on offline reading can find on a device. */
export type OfflineState =
	| 'disk'
	| 'unsupported'
	| 'off'
	| 'storing'
	| 'ready'
	| 'part'
	| 'newer'
	| 'saving'
	| 'stopped'
	| 'full'
	| 'failed';
/** Copies to keep, by the ending of their file. */
export const EDITION_KINDS = ['zip', 'html', 'epub', 'pdf'] as const;
export type EditionKind = (typeof EDITION_KINDS)[number];
