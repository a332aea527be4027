/** What other programs get of a case, read as they read it: well-formed, and without markup that others do not have. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import ICAL from 'ical.js';
import { XmlDocument, XmlElement } from 'libxml2-wasm';

/** What the files of a site hold, each told with its form: elements, attributes, properties, schemes. */
export interface FileKinds {
	kinds: Set<string>;
	files: number;
}

const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
/** Texts of data that are HTML to those who read them: oEmbed 1.0, 2.3.4, and the texts of TimelineJS. */
const IN_HTML: Record<string, RegExp> = {
	'oembed.json': /^html$/,
	'timelinejs.json': /^(?:headline|text|group|caption|credit)$/,
};
const ADDRESSES = /^(?:@id|url|uri|href|address|home_page_url|feed_url|read[-_]at)$/i;

/** @throws where a file is not well-formed */
export function readFileKinds(folder: string): FileKinds {
	const kinds = new Set<string>();
	const readers: [name: RegExp, read: (text: string, form: string) => void][] = [
		[/\.xml$/, (text, form) => readXml(text, form, kinds)],
		[/\.(?:json|webmanifest)$/, (text, form) => readJson(JSON.parse(text) as unknown, form, '', kinds)],
		[/\.ics$/, (text, form) => readCalendar(text, form, kinds)],
		[/\.csv$/, (text) => readTable(text)],
		[/\.bib$/, (text, form) => readBibliography(text, form, kinds)],
	];
	let files = 0;
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const name = path.replaceAll('\\', '/');
		const [, read] = /^(?:_offline|assets)\//.test(name)
			? []
			: (readers.find(([ending]) => ending.test(name)) ?? []);
		if (!read) continue;
		// All feeds are of one form, and so is each file in each language.
		const form = /(?:^|\/)feeds\//.test(name) ? 'feed.xml' : basename(name);
		read(readFileSync(join(folder, path), 'utf8'), form);
		files++;
	}
	return { kinds, files };
}

function readXml(text: string, form: string, kinds: Set<string>): void {
	const document = XmlDocument.fromString(text);
	try {
		const read = (element: XmlElement) => {
			kinds.add(`${form} <${element.name}>`);
			for (const { name, value } of element.attrs) {
				kinds.add(`${form} <${element.name} ${name}>`);
				if (/^(?:href|src|uri|scheme)$/.test(name)) addScheme(value, form, kinds);
				// Text, and no HTML that a program would show.
				if (name === 'type' && element.name !== 'link') kinds.add(`${form} type=${value}`);
			}
			for (let child = element.firstChild; child; child = child.next)
				if (child instanceof XmlElement) read(child);
		};
		read(document.root);
	} finally {
		document.dispose();
	}
}

function readJson(value: unknown, form: string, key: string, kinds: Set<string>): void {
	if (Array.isArray(value)) for (const one of value as unknown[]) readJson(one, form, key, kinds);
	else if (typeof value === 'object' && value !== null)
		for (const [name, inner] of Object.entries(value)) {
			// What a record can hold is a closed list; that a text of it is HTML is told by its name.
			if (/html/i.test(name)) kinds.add(`${form} ${name}`);
			readJson(inner, form, name, kinds);
		}
	else if (typeof value === 'string') {
		if (ADDRESSES.test(key)) addScheme(value, form, kinds);
		if (IN_HTML[form]?.test(key)) readHtml(fromHtml(value, { fragment: true }), form, kinds);
	}
}

function readHtml(node: Nodes, form: string, kinds: Set<string>): void {
	if (node.type === 'element') {
		kinds.add(`${form} <${node.tagName}>`);
		for (const [name, value] of Object.entries(node.properties)) {
			kinds.add(`${form} <${node.tagName} ${name}>`);
			if (/^(?:href|src)$/.test(name)) addScheme(String(value), form, kinds);
		}
	}
	if ('children' in node) for (const child of node.children) readHtml(child, form, kinds);
}

function readCalendar(text: string, form: string, kinds: Set<string>): void {
	const read = (component: ICAL.Component) => {
		kinds.add(`${form} ${component.name}`);
		for (const property of component.getAllProperties()) {
			kinds.add(`${form} ${property.name}`);
			if (property.type === 'uri' || property.name === 'url')
				addScheme(String(property.getFirstValue()), form, kinds);
		}
		for (const inner of component.getAllSubcomponents()) read(inner);
	};
	read(new ICAL.Component(ICAL.parse(text) as unknown[]));
}

/** The parser throws where a line has more or fewer cells than the first. */
function readTable(text: string): void {
	parseCsv(text, { columns: true, record_delimiter: '\r\n' });
}

function readBibliography(text: string, form: string, kinds: Set<string>): void {
	for (const { URL } of new Cite(text).data as { URL?: string }[]) if (URL) addScheme(URL, form, kinds);
	// An entry more than there are would be one that a text has written.
	const entries = text.match(/^@\w+\{/gm)?.length ?? 0;
	if (new Cite(text).data.length !== entries) throw new Error(`${form} does not read back as its entries`);
}

function addScheme(address: string, form: string, kinds: Set<string>): void {
	const [, scheme] = SCHEME.exec(address) ?? [];
	if (scheme) kinds.add(`${form} ${scheme.toLowerCase()}:`);
}
