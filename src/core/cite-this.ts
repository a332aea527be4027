/** "Cite this": a page of the site as others cite it, and the bibliography for reference managers. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { localeFor, trimEntry } from './citation.ts';
import { CHICAGO_STYLE, MLA_STYLE } from './cite-styles.ts';
import { sourceToCsl, type Source } from './source.ts';

/** Prose styles, which are HTML, and formats of reference managers, which are text. */
export const CITE_STYLES = ['apa', 'mla', 'chicago'] as const;
export const CITE_FORMATS = ['bibtex', 'ris'] as const;
export type CitationForms = Record<(typeof CITE_STYLES)[number] | (typeof CITE_FORMATS)[number], string>;

/** A page that can be cited. It has no author: the site speaks. */
export interface Work {
	id: string;
	title: string;
	/** The canonical address. */
	address: string;
	/** Title of the site, where the work is a page of it. */
	site?: string;
	/** The day of the last change, as ISO text. */
	day: string;
}

/**
 * All forms of many works at once, because citeproc's start costs more than a thousand entries.
 * @param language BCP 47 tag; English where there is no locale for it
 * @returns by the works' ids
 */
export function citeWorks(works: readonly Work[], language: string): Map<string, CitationForms> {
	if (works.length === 0) return new Map();
	const { styles } = plugins.config.get('@csl');
	styles.add('mla', MLA_STYLE);
	styles.add('chicago', CHICAGO_STYLE);
	const inProse = new Cite(works.map(toCsl));
	const [apa, mla, chicago] = CITE_STYLES.map((style) => {
		const options = { format: 'html', style, lang: localeFor(language), asEntryArray: true } as const;
		return new Map(inProse.format('bibliography', options).map(([id, html]) => [id, trimEntry(html)]));
	});
	return new Map(
		works.map((work) => {
			// BibTeX and RIS have no field for the site that holds a page; its publisher is the nearest.
			const { 'container-title': publisher, ...rest } = toCsl(work);
			const item = { ...rest, publisher };
			return [
				work.id,
				{
					apa: apa?.get(work.id) ?? '',
					mla: mla?.get(work.id) ?? '',
					chicago: chicago?.get(work.id) ?? '',
					bibtex: toBibtex([item]),
					ris: unfold(new Cite([item]).format('ris')),
				},
			];
		}),
	);
}

/** All sources as BibTeX, each under the id with which a text cites it. */
export function sourcesToBibtex(sources: readonly Source[]): string {
	return `${toBibtex(sources.map(toPlainCsl))}\n`;
}

/** A source as CSL-JSON without what only this site knows of it. */
function toPlainCsl(source: Source): Record<string, unknown> {
	const { custom: _, ...csl } = sourceToCsl(source);
	return csl;
}

function toBibtex(items: readonly unknown[]): string {
	// Ids are letters, digits and hyphens, which BibTeX takes; its own labels would be another name for the same.
	Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });
	const written = new Cite(items).format('bibtex');
	// The address stands in `url`; a second time, with its signs escaped, it is no address.
	return written.replace(/^\thowpublished = .*\n/gm, '').trim();
}

/**
 * One line a field: the formatter breaks lines at 70 characters, in the middle of addresses, which readers of RIS do
 * not join. Without its ID, which the format cuts at 20 characters, so that two events would share one.
 */
function unfold(ris: string): string {
	return ris
		.replace(/\n(?![A-Z][A-Z\d] {2}-)/g, '')
		.replace(/^ID {2}- .*\n/m, '')
		.trim();
}

function toCsl({ id, title, address, site, day }: Work): Record<string, unknown> {
	return {
		id,
		type: 'webpage',
		title,
		...(site && { 'container-title': site }),
		issued: { 'date-parts': [day.split('-').map(Number)] },
		URL: address,
	};
}
