/** The case as one document for paper: title page, the chart on a spread, every event with its notes, people, sources. */
import { readFile } from 'node:fs/promises';
import { formatYear } from '../../core/date-words.ts';
import { yearOf } from '../../core/layout.ts';
import { anchorOf, eventPath, leadLinks } from './bind.ts';
import { bindAppendices, bindEvent, bindPage, HOME, stampOf, type Book, type Cut } from './book.ts';
import {
	append,
	escapeHtml,
	findAll,
	hasClass,
	need,
	remove,
	toHtml,
	type Element,
	type Tree,
} from './dom.ts';
import { inlineSheets, linkedSheets, toDataUri } from './inline.ts';

const STYLE = new URL('./print.css', import.meta.url);
/** Paper has no buttons and no way back. */
const WITHOUT = ['copy-link', 'note-back', 'event-timeline'];

/** @param front the page with the chart across a spread, and its path */
export async function makePrint(book: Book, front: { path: string; page: Tree }): Promise<string> {
	const { timeline, words, files } = book;
	const { site } = timeline;
	const isPlaced = new Set([HOME, ...book.appendices, ...timeline.events.map(({ id }) => eventPath(id))]);
	const cut: Cut = {
		binding: {
			place: (path) => (isPlaced.has(path) ? `#${anchorOf(path)}` : undefined),
			anchors: book.anchors,
			address: site.address,
		},
		without: WITHOUT,
		picture: (path) => toDataUri(files, path),
		lower: 1,
	};
	const home = bindPage(book, HOME, 'title', { ...cut, lower: 0 });
	// The title page is one page: what follows the standfirst comes after the chart.
	const after = findAll(home, (element) => hasClass(element, 'standing', 'notes'));
	remove(...after);
	append(home, stampOf(book));
	const spread = need(front.page, { tag: 'main' });
	leadLinks(spread, front.path, cut.binding);
	const appendices = bindAppendices(book, cut);
	appendices.forEach(openAll);
	const years = Map.groupBy(timeline.events, (event) => yearOf(event.date));

	const body = [
		toHtml(home),
		`<section class="spread">${spread.children.map((node) => toHtml(node)).join('')}</section>`,
		`<section class="standing-pages">${after.map(toHtml).join('')}</section>`,
		...[...years].map(
			([year, events]) =>
				`<section class="print-year"><h2>${year === undefined ? '…' : formatYear(year, words.date)}</h2>${events
					.map((event) => toHtml(openAll(bindEvent(book, event, { ...cut, lower: 2 }))))
					.join('\n')}</section>`,
		),
		...appendices.map(toHtml),
	].join('\n');
	const styledPages = [
		HOME,
		...timeline.events.slice(0, 1).map(({ id }) => eventPath(id)),
		...book.appendices,
	];
	const sheets = linkedSheets(styledPages.map((path) => [path, book.page(path)]));
	return `<!doctype html>
<html data-kept lang="${escapeHtml(site.language)}" dir="${words.direction}">
<head><meta charset="utf-8"><title>${escapeHtml(book.curl(site.title))}</title>
<style>${inlineSheets(files, sheets)}</style><style>${await readFile(STYLE, 'utf8')}</style></head>
<body>${body}</body></html>`;
}

/** Paper has nothing that opens. */
function openAll(section: Element): Element {
	for (const details of findAll(section, ({ name }) => name === 'details')) details.attribs['open'] = '';
	return section;
}
