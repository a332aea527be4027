/** What all editions are made of: the finished pages, and the case that says in which order they go. */
import { createHash } from 'node:crypto';
import { canonicalAddress, pagePath, paths } from '../../core/address.ts';
import { formatDay } from '../../core/day-words.ts';
import type { TimelineEvent } from '../../core/event.ts';
import type { Timeline } from '../../core/timeline.ts';
import { curlQuotes } from '../../core/typography.ts';
import type { Words } from '../../i18n/words.ts';
import {
	anchorOf,
	bindElement,
	type Binding,
	eventPath,
	leaveOut,
	lowerHeadings,
	readAnchors,
} from './bind.ts';
import {
	type Element,
	escapeHtml,
	findAll,
	hasClass,
	need,
	parse,
	setText,
	toHtml,
	type Tree,
} from './dom.ts';
import { choose, fill } from './downloads.ts';
import { resolvePath } from './inline.ts';

/** Files of a site by their path from its root. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Which state of the site this is. */
export interface Edition {
	/** The newest day anything in it changed, as ISO 8601 and in words. */
	iso: string;
	day: string;
	/** Of every page and every other file in it. */
	hash: string;
}

export interface Book {
	timeline: Timeline;
	words: Words;
	edition: Edition;
	files: Files;
	/** Quotation marks as printed. */
	curl: (text: string) => string;
	/** A page, parsed anew each time, so that every edition may cut its own. @throws where there is none */
	page: (path: string) => Tree;
	anchors: Binding['anchors'];
	/** Pages after the events, in order, by path. */
	appendices: string[];
}

export const HOME = pagePath(paths.home());
/** Directories worth binding, where a site has them. */
const DIRECTORIES = ['claims.html', 'people.html', 'organizations.html', 'sources.html'];

export function makeBook(files: Files, timeline: Timeline, words: Words): Book {
	const text = (path: string) => {
		const bytes = files.get(path);
		if (!bytes) throw new Error(`no such page: ${path}`);
		return Buffer.from(bytes).toString('utf8');
	};
	const appendices = [
		...DIRECTORIES.filter((path) => files.has(path)),
		...timeline.pages.map(({ id }) => `${id}.html`).filter((path) => files.has(path)),
	];
	const edition: Edition = {
		iso: timeline.lastChange,
		day: formatDay(timeline.lastChange, words.date),
		hash: hashFiles(files),
	};
	return {
		timeline,
		words,
		edition,
		files,
		curl: (written) => curlQuotes(written, words.quoteMarks),
		page(path) {
			const page = parse(fill(text(path), edition));
			choose(page, 'copy');
			return page;
		},
		anchors: new Map([HOME, ...appendices].map((path) => [path, readAnchors(parse(text(path)))])),
		appendices,
	};
}

/** Twelve hexadecimal digits of SHA-256 over names and contents, in the order of the names. */
function hashFiles(files: Files): string {
	const hash = createHash('sha256');
	for (const [path, bytes] of [...files].sort(byName))
		hash.update(`${path}\0${bytes.length}\0`).update(bytes);
	return hash.digest('hex').slice(0, 12);
}

/** Order of names by code unit, which no locale changes. */
export function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** The site's address, which a copy names as where it comes from. */
export function siteAddress({ timeline }: Book): string {
	return canonicalAddress(timeline.site.address, HOME);
}

/** Which edition this is and where the site itself stands, as HTML and XHTML. */
export function stampOf(book: Book): string {
	const address = escapeHtml(siteAddress(book));
	const { day, hash } = book.edition;
	const dir = book.words.direction === 'rtl' ? ' dir="ltr"' : '';
	return `<p class="edition-stamp">${escapeHtml(book.words.editions.stamp(day, hash))} <a href="${address}"${dir}>${address}</a></p>`;
}

/** How one edition cuts the pages it binds. */
export interface Cut {
	binding: Binding;
	/** Elements with no use in it, by class or tag. */
	without: readonly string[];
	/** Where a picture stands in it, by its path from the site's root. */
	picture: (path: string) => string;
	/** How many levels a page's headings are lowered. */
	lower: number;
}

/** What is of use on a page of its own and nowhere else. */
const PAGE_ALONE = ['neighbours', 'strip', 'skip', 'script', 'passage', 'print-code', 'source', 'audio'];

/** An event's text with its notes, bound, as a section. */
export function bindEvent(book: Book, event: TimelineEvent, cut: Cut): Element {
	return bindPage(book, eventPath(event.id), 'event', cut);
}

/** What a page says between masthead and foot, bound, as a section. */
export function bindPage(book: Book, path: string, kind: string, cut: Cut): Element {
	const main = need(book.page(path), { tag: 'main' });
	leaveOut(main, [...PAGE_ALONE, ...cut.without]);
	delete main.attribs['id'];
	delete main.attribs['tabindex'];
	bindElement(main, path, cut.binding);
	bindPictures(main, path, cut);
	lowerHeadings(main, cut.lower);
	// On a page of its own a named section is a landmark; sixty of one name would be no help.
	for (const section of findAll(main, ({ name }) => name === 'section' || name === 'aside')) {
		section.name = 'section';
		delete section.attribs['aria-labelledby'];
	}
	const notes = findAll(main, (element) => hasClass(element, 'notes'))[0];
	const heading = notes && findAll(notes, ({ name }) => /^h[1-6]$/.test(name))[0];
	// No page of its own any more.
	if (heading) setText(heading, kind === 'event' ? book.words.editions.notes : book.words.sources.heading);
	main.name = 'section';
	main.attribs = { class: `bound bound-${kind}`, id: anchorOf(path) };
	return main;
}

/** A copy holds one form of each picture, there from the start. */
function bindPictures(main: Element, path: string, { picture }: Cut): void {
	for (const { attribs } of findAll(main, ({ name }) => name === 'img')) {
		attribs['src'] = picture(resolvePath(path, attribs['src'] ?? ''));
		delete attribs['loading'];
		delete attribs['decoding'];
	}
}

export function bindAppendices(book: Book, cut: Cut): Element[] {
	return book.appendices
		.filter((path) => cut.binding.place(path) !== undefined)
		.map((path) => bindPage(book, path, 'page', cut));
}

/** Every event of the case in its order, bound. @returns HTML */
export function bindEvents(book: Book, cut: Cut): string {
	return book.timeline.events.map((event) => toHtml(bindEvent(book, event, cut))).join('\n');
}
