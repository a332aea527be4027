/**
 * The case as an EPUB 3 book: a chapter a year, notes that readers show in place, a table of contents.
 * @see https://www.w3.org/TR/epub-33/ and https://www.w3.org/TR/epub-a11y-11/
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { formatYear } from '../../core/date-words.ts';
import type { TimelineEvent } from '../../core/event.ts';
import { yearOf } from '../../core/layout.ts';
import { mediaType } from '../../core/media.ts';
import { licenceAddress } from '../../core/licences.ts';
import { anchorOf, eventPath } from './bind.ts';
import { bindEvent, bindPage, byName, HOME, siteAddress, stampOf, type Book, type Cut } from './book.ts';
import { append, escapeHtml, findAll, hasClass, toXhtml, type Element } from './dom.ts';
import { ARCHIVE_TIME } from './site-zip.ts';

const STYLE = new URL('./epub.css', import.meta.url);

interface Chapter {
	file: string;
	title: string;
	/** XHTML of its body. */
	body: string;
	events: TimelineEvent[];
}

/** What a reading system has its own way of, or has no script for. */
const WITHOUT = ['copy-link', 'svg', 'filters', 'shown', 'nothing', 'view-actions', 'chart', 'list'];

export async function makeEpub(book: Book): Promise<Uint8Array> {
	const { timeline, words } = book;
	const years = [...Map.groupBy(timeline.events, (event) => yearOf(event.date))].map(([year, events]) => ({
		file: `year-${year ?? 'unknown'}.xhtml`,
		title: year === undefined ? '…' : formatYear(year, words.date),
		events,
	}));
	const fileOf = new Map([
		[HOME, 'front.xhtml'],
		...years.flatMap(({ file, events }) => events.map(({ id }) => [eventPath(id), file] as const)),
		...book.appendices.map((path) => [path, path.replace(/\.html$/, '.xhtml')] as const),
	]);
	const pictures = new Set<string>();
	const cut: Cut = {
		binding: {
			place: (path) => {
				const file = fileOf.get(path);
				return file && `${file}#${anchorOf(path)}`;
			},
			anchors: book.anchors,
			address: timeline.site.address,
		},
		without: WITHOUT,
		picture: (path) => {
			pictures.add(path);
			return path;
		},
		lower: 0,
	};
	const page = (path: string): Chapter => {
		const section = bindPage(book, path, 'page', cut);
		if (path === HOME) append(section, stampOf(book));
		const title = findAll(section, ({ name }) => name === 'h1')[0];
		return {
			file: fileOf.get(path) ?? '',
			title: title ? toText(title) : path,
			body: toBookXhtml(section),
			events: [],
		};
	};
	const chapters: Chapter[] = [
		page(HOME),
		...years.map(({ file, title, events }) => ({
			file,
			title,
			events,
			body: `<h1>${title}</h1>\n${events
				.map((event) => toBookXhtml(bindEvent(book, event, { ...cut, lower: 1 })))
				.join('\n')}`,
		})),
		...book.appendices.map(page),
	];
	return packBook(book, chapters, [...pictures].sort(), await readFile(STYLE, 'utf8'));
}

function toText(element: Element): string {
	return toXhtml(element)
		.replace(/<[^>]+>/g, '')
		.trim();
}

/** A bound section with the roles by which reading systems know notes (EPUB structural semantics, DPUB-ARIA). */
function toBookXhtml(section: Element): string {
	for (const element of findAll(section, () => true)) {
		const { attribs, parent } = element;
		const around = parent && 'attribs' in parent ? parent : undefined;
		if (hasClass(element, 'notes')) Object.assign(attribs, { 'epub:type': 'endnotes', role: 'doc-endnotes' });
		if (element.name === 'a' && around && hasClass(around, 'cites'))
			Object.assign(attribs, { 'epub:type': 'noteref', role: 'doc-noteref' });
		if (hasClass(element, 'note-back'))
			Object.assign(attribs, { 'epub:type': 'backlink', role: 'doc-backlink' });
		if (element.name === 'li' && attribs['id']?.includes('--note-')) attribs['epub:type'] = 'endnote';
		for (const name of Object.keys(attribs)) if (name.startsWith('data-')) delete attribs[name];
		if (element.name === 'event-timeline') element.name = 'div';
	}
	return toXhtml(section);
}

const FOLDER = 'EPUB';

/** @param pictures paths in the site, which are theirs in the book too */
function packBook(
	book: Book,
	chapters: readonly Chapter[],
	pictures: readonly string[],
	style: string,
): Uint8Array {
	const { language } = book.timeline.site;
	const text: [string, string][] = [
		['book.css', style],
		['nav.xhtml', toNav(book, chapters)],
		...chapters.map(({ file, title, body }): [string, string] => [file, toPage(book, title, body)]),
	];
	const images = pictures.map((path): [string, Uint8Array] => [
		path,
		book.files.get(path) ?? new Uint8Array(),
	]);
	const identifier = toUuid(text, images, language);
	const files: [string, Uint8Array][] = [
		['META-INF/container.xml', strToU8(CONTAINER)],
		[`${FOLDER}/book.opf`, strToU8(toPackage(book, chapters, pictures, identifier))],
		...text.map(([name, content]): [string, Uint8Array] => [`${FOLDER}/${name}`, strToU8(content)]),
		...images.map(([path, bytes]): [string, Uint8Array] => [`${FOLDER}/${path}`, bytes]),
	];
	// The type comes first and as it is, so that it can be read at a fixed place (EPUB OCF 3.3, 4.2.2).
	const entries: Zippable = {
		mimetype: [strToU8('application/epub+zip'), { level: 0, mtime: ARCHIVE_TIME }],
	};
	for (const [name, content] of files.sort(byName)) entries[name] = [content, { mtime: ARCHIVE_TIME }];
	return zipSync(entries, { level: 9 });
}

/** The same content has the same identifier: a version 8 UUID (RFC 9562, 5.8) of its SHA-256. */
function toUuid(
	text: readonly (readonly [string, string])[],
	images: readonly (readonly [string, Uint8Array])[],
	language: string,
): string {
	const hash = createHash('sha256').update(JSON.stringify([language, text]));
	for (const [, bytes] of images) hash.update(bytes);
	const hex = hash.digest('hex');
	const variant = ((parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
	<rootfiles><rootfile full-path="${FOLDER}/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

function toPage({ timeline, words }: Book, title: string, body: string): string {
	const language = escapeHtml(timeline.site.language);
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}" dir="${words.direction}">
<head><title>${title}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>
${body}
</body>
</html>
`;
}

function toNav(book: Book, chapters: readonly Chapter[]): string {
	const { words, curl } = book;
	const items = chapters.map(({ file, title, events }) => {
		const inner = events.map(
			({ id, title: name }) =>
				`<li><a href="${file}#${anchorOf(eventPath(id))}">${escapeHtml(curl(name))}</a></li>`,
		);
		return `<li><a href="${file}">${title}</a>${inner.length > 0 ? `<ol>${inner.join('\n')}</ol>` : ''}</li>`;
	});
	const contents = escapeHtml(words.editions.contents);
	const body = `<nav epub:type="toc" role="doc-toc" id="toc"><h1>${contents}</h1>\n<ol>\n${items.join('\n')}\n</ol></nav>`;
	return toPage(book, contents, body);
}

function toPackage(
	book: Book,
	chapters: readonly Chapter[],
	pictures: readonly string[],
	identifier: string,
): string {
	const { timeline, words, edition, curl } = book;
	const { site } = timeline;
	const text = (written: string) => escapeHtml(curl(written));
	const rights = licenceAddress(site.licence) ?? site.licence;
	const meta = (property: string, value: string) =>
		`<meta property="${property}">${escapeHtml(value)}</meta>`;
	const idOf = (file: string) => file.replace(/\W/g, '-');
	return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeHtml(site.language)}" dir="${words.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:${identifier}</dc:identifier>
<dc:title>${text(site.title)}</dc:title>
<dc:language>${escapeHtml(site.language)}</dc:language>
<dc:description>${text(site.tagline)}</dc:description>
<dc:date>${edition.iso}</dc:date>
<dc:source>${escapeHtml(siteAddress(book))}</dc:source>
<dc:rights>${escapeHtml(rights)}</dc:rights>
${meta('dcterms:modified', `${edition.iso}T00:00:00Z`)}
${['textual', ...(pictures.length > 0 ? ['visual'] : [])].map((mode) => meta('schema:accessMode', mode)).join('\n')}
${meta('schema:accessModeSufficient', 'textual')}
${['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability', ...(pictures.length > 0 ? ['alternativeText'] : [])].map((feature) => meta('schema:accessibilityFeature', feature)).join('\n')}
${meta('schema:accessibilityHazard', 'none')}
${meta('schema:accessibilitySummary', pictures.length > 0 ? words.editions.accessibleWithPictures : words.editions.accessibility)}
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
${chapters.map(({ file }) => `<item id="${idOf(file)}" href="${file}" media-type="application/xhtml+xml"/>`).join('\n')}
${pictures.map((path) => `<item id="${idOf(path)}" href="${encodeURI(path)}" media-type="${mediaType(path)?.type}"/>`).join('\n')}
</manifest>
<spine${words.direction === 'rtl' ? ' page-progression-direction="rtl"' : ''}>
<itemref idref="${idOf(chapters[0]?.file ?? '')}"/>
<itemref idref="nav"/>
${chapters
	.slice(1)
	.map(({ file }) => `<itemref idref="${idOf(file)}"/>`)
	.join('\n')}
</spine>
</package>
`;
}
