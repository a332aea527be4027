/** What was read from elsewhere, as the files of a content folder. */
import { toMarkdown } from 'mdast-util-to-markdown';
import type { BlockContent, Nodes, Paragraph } from 'mdast';
import { eventFile, FILES } from '../core/content.ts';
import { formatDate, type DateWords } from '../core/date-words.ts';
import { SUMMARY_LENGTH } from '../core/event.ts';
import { makeEventId, titleToSlug } from '../core/event-id.ts';
import { isId } from '../core/schema.ts';
import { COLOURS, PATTERNS } from '../core/site.ts';
import { toYaml } from '../loader/write-yaml.ts';
import type { Imported, ImportedEvent, ImportedSource, Loss } from './model.ts';
import { firstSentences, shorten } from './shorten.ts';
import { blocksToText, findLinks } from './links.ts';

export interface WrittenContent {
	/** Text by path inside the content folder. */
	files: Map<string, string>;
	/** Those of the reader, and those of fitting what it read into fields. */
	losses: Loss[];
	/** What was filled in because the file says nothing of it, in sentences. */
	filledIn: string[];
}

const TITLE_LENGTH = 120;
/** How many categories can be told apart. */
const MOST_CATEGORIES = Math.min(PATTERNS.length, COLOURS.length);

/**
 * Fits an imported timeline into a content folder.
 * @param words those of English, for what has no headline
 * @param today the day of the import
 */
export function toContent(imported: Imported, words: DateWords, today: string): WrittenContent {
	const losses = [...imported.losses];
	const sources = collectSources(imported.events);
	const categories = groupsToCategories(imported.events, losses);
	const files = new Map<string, string>();
	const ids = new Names();
	const named = imported.events.map((event) => ({
		event,
		id: ids.give(makeEventId(event.date, event.title, () => false)),
	}));
	for (const { event, id } of named) {
		const fields = eventToFields(event, { ids, words, today, losses, category: categories.of(event) });
		const body = blocksToBody(event, fields.title, sources.keysOf);
		files.set(eventFile({ id }), `---\n${toYaml(fields)}---\n\n${body}`);
	}
	const title = shorten(imported.site.title, TITLE_LENGTH) || 'A timeline';
	const tagline = firstSentences(blocksToText(imported.site.blocks), SUMMARY_LENGTH) || title;
	files.set(
		FILES.site,
		toYaml({
			slug: titleToSlug(title) || 'timeline',
			title,
			tagline,
			address: 'https://timeline.example/',
			language: 'en',
			'time-zone': 'UTC',
			'coverage-to': today,
			'corrections-contact': 'https://timeline.example/corrections',
			licence: 'terms that are not stated',
			categories: categories.list,
			eras: imported.eras.map(({ label, from, to }, index) => ({
				id: `${titleToSlug(label) || 'era'}-${index + 1}`,
				label,
				from: from.edtf,
				to: to.edtf,
			})),
		}),
	);
	files.set(FILES.sources, toYaml({ references: sources.references }));
	files.set(FILES.organizations, toYaml(sources.organizations));
	files.set(FILES.people, toYaml([]));
	files.set(
		'pages/home.md',
		`---\n${toYaml({ title: 'Home', 'speaks-of': 'site' })}---\n\n${markdown([...imported.site.blocks, ...(imported.site.media ?? [])]) || `${escaped(tagline)}\n`}`,
	);
	return {
		files,
		losses,
		filledIn: [
			'site.yaml: slug, address, language, time zone, "as of", contact and licence are stand-ins.',
			'Every event: importance 2, status established, added today; a summary is the start of its text.',
			...(sources.references.length > 0
				? ['sources.yaml: sources are credits and links, titled as they were; none was read.']
				: []),
		],
	};
}

/** Names that are in use; each is given once. */
class Names {
	#used = new Set<string>();
	/** Where to go on counting for a name that was given before. */
	#next = new Map<string, number>();

	/** @returns the name, with a number where it is in use */
	give(base: string): string {
		let name = base;
		for (let number = this.#next.get(base) ?? 2; this.#used.has(name); number++) {
			name = `${base}-${number}`;
			this.#next.set(base, number + 1);
		}
		this.#used.add(name);
		return name;
	}

	/** Takes a name that must stay as it is. @returns why it cannot be had; undefined where it is taken from here on */
	take(id: string): string | undefined {
		if (!isId(id)) return 'cannot be an id here (small letters, digits, single hyphens); left out';
		if (this.#used.has(id)) return 'is the address of another event; left out';
		this.#used.add(id);
		return undefined;
	}
}

interface Fitting {
	ids: Names;
	words: DateWords;
	today: string;
	losses: Loss[];
	category: string;
}

function eventToFields(event: ImportedEvent, { ids, words, today, losses, category }: Fitting) {
	const lose = (field: string, value: string, why: string) =>
		losses.push({ line: event.line, field, value, why });
	const text = blocksToText(event.blocks);
	const headline = event.title || firstSentences(text, TITLE_LENGTH) || formatDate(event.date, words);
	if (!event.title) lose('headline', '', `is missing; "${headline}" is written`);
	const title = shorten(headline, TITLE_LENGTH);
	if (title !== headline)
		lose('headline', headline, `is longer than ${TITLE_LENGTH} characters; all of it stands in the text`);
	const alias = event.alias === undefined ? undefined : `event-${event.alias}`;
	const refused = alias === undefined ? undefined : ids.take(alias);
	if (alias !== undefined && refused !== undefined) lose('address', `#${alias}`, refused);
	if (event.summary && shorten(event.summary, SUMMARY_LENGTH) !== event.summary)
		lose('summary', event.summary, `is longer than ${SUMMARY_LENGTH} characters; the rest is left out`);
	const summary = event.summary
		? shorten(event.summary, SUMMARY_LENGTH)
		: firstSentences(text, SUMMARY_LENGTH);
	return {
		date: event.date.edtf,
		title,
		summary: summary || title,
		category,
		importance: 2,
		added: today,
		...(alias !== undefined && refused === undefined && { aliases: [alias] }),
	};
}

/**
 * The text, each paragraph with its links as sources, or those of the whole event where it has none. What no paragraph
 * cites then is cited by the last.
 */
function blocksToBody(
	event: ImportedEvent,
	title: string,
	keysOf: (sources: ImportedSource[]) => string[],
): string {
	const cutTitle = event.title.length > title.length ? [paragraphOf(event.title)] : [];
	const blocks = [...cutTitle, ...event.blocks, ...(event.media ?? [])];
	const all = keysOf([...event.sources, ...findLinks(blocks)]);
	const whole = blocks.length > 0 ? blocks : [paragraphOf(title)];
	const paragraphs = findParagraphs(whole);
	const cited = new Map(
		paragraphs.map((paragraph) => {
			const own = keysOf(findLinks([paragraph]));
			return [paragraph, own.length > 0 ? own : all] as const;
		}),
	);
	const there = new Set([...cited.values()].flat());
	const last = paragraphs.at(-1);
	if (last) cited.set(last, [...(cited.get(last) ?? []), ...all.filter((key) => !there.has(key))]);
	return markdown(whole.map((block) => cite(block, cited)));
}

function findParagraphs(nodes: readonly Nodes[]): Paragraph[] {
	return nodes.flatMap((node) =>
		node.type === 'paragraph' ? [node] : 'children' in node ? findParagraphs(node.children) : [],
	);
}

function paragraphOf(text: string): Paragraph {
	return { type: 'paragraph', children: [{ type: 'text', value: text }] };
}

function cite<T extends BlockContent | Nodes>(node: T, cited: ReadonlyMap<Paragraph, string[]>): T {
	if (node.type === 'paragraph') {
		const keys = cited.get(node) ?? [];
		if (keys.length === 0) return node;
		// As HTML, which is written as it stands: brackets in a text would be escaped.
		const citation = { type: 'html', value: ` [${keys.map((key) => `@${key}`).join('; ')}]` } as const;
		return { ...node, children: [...node.children, citation] };
	}
	return 'children' in node ? { ...node, children: node.children.map((child) => cite(child, cited)) } : node;
}

function markdown(blocks: readonly BlockContent[]): string {
	if (blocks.length === 0) return '';
	return toMarkdown(
		{ type: 'root', children: blocks.map(withoutTitles) },
		{
			bullet: '-',
			emphasis: '*',
			// A line of bars and hyphens would be taken for part of a table.
			unsafe: [{ character: '|', inConstruct: 'phrasing' }],
		},
	);
}

function withoutTitles<T extends Nodes>(node: T): T {
	if (node.type === 'link') return { ...node, title: null };
	return 'children' in node
		? { ...node, children: node.children.map((child) => withoutTitles(child)) }
		: node;
}

function escaped(text: string): string {
	return markdown([paragraphOf(text)]).trimEnd();
}

/** Sources by their address, or by their title where they have none, and who stands behind them. */
function collectSources(events: readonly ImportedEvent[]) {
	const keys = new Map<string, string>();
	const names = new Names();
	const references: object[] = [];
	const organizations = new Map<string, string>();
	const keyed = ({ url, title }: ImportedSource) => url ?? `title:${title}`;
	for (const event of events)
		for (const source of [...event.sources, ...findLinks([...event.blocks, ...(event.media ?? [])])]) {
			const known = keyed(source);
			if (keys.has(known)) continue;
			const originator = source.url ? new URL(source.url).hostname.replace(/^www\./, '') : source.title;
			const organization = titleToSlug(originator.replaceAll('.', '-')) || 'unnamed';
			organizations.set(organization, shorten(originator, TITLE_LENGTH));
			const path = source.url ? decodePath(new URL(source.url).pathname) : '';
			const key = names.give(titleToSlug(`${organization} ${path}`) || 'source');
			keys.set(known, key);
			references.push({
				id: key,
				type: source.url ? 'webpage' : 'document',
				title: source.title || (source.url ?? ''),
				...(source.url && { URL: source.url }),
				custom: { originator: organization, 'read-as': 'summary' },
				note: 'Named in the timeline that was brought along; not read.',
			});
		}
	return {
		references,
		organizations: [...organizations].map(([id, name]) => ({ id, name, kind: 'publisher' })),
		keysOf: (sources: ImportedSource[]) => [
			...new Set(sources.flatMap((source) => keys.get(keyed(source)) ?? [])),
		],
	};
}

function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** A category for each group, the largest ones where there are more than can be told apart. */
function groupsToCategories(events: readonly ImportedEvent[], losses: Loss[]) {
	const counts = new Map<string, number>();
	for (const { group = '' } of events) counts.set(group, (counts.get(group) ?? 0) + 1);
	const largest = [...counts].sort((a, b) => b[1] - a[1]).map(([group]) => group);
	const fits = counts.size <= MOST_CATEGORIES;
	const kept = fits
		? [...counts.keys()]
		: largest.filter((group) => group !== '').slice(0, MOST_CATEGORIES - 1);
	const ids = new Map<string, string>();
	const names = new Names();
	names.give('other');
	for (const group of kept) {
		if (group === '') continue;
		ids.set(group, names.give(titleToSlug(group) || 'group'));
	}
	for (const { group, line } of events)
		if (group && !ids.has(group))
			losses.push({
				line,
				field: 'group',
				value: group,
				why: `is one of more than ${MOST_CATEGORIES} groups; written as "Other"`,
			});
	const labels = [...ids].map(([label, id]) => ({ id, label }));
	const hasOther = counts.size === 0 || [...counts.keys()].some((group) => !ids.has(group));
	const list = [...labels, ...(hasOther ? [{ id: 'other', label: ids.size > 0 ? 'Other' : 'Events' }] : [])];
	return {
		list: list.map((category, index) => ({ ...category, pattern: PATTERNS[index], colour: COLOURS[index] })),
		of: ({ group = '' }: ImportedEvent) => ids.get(group) ?? 'other',
	};
}
