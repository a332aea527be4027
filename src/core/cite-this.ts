/** "Cite this": a page of the site as others cite it, and the bibliography for reference managers. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { formatEntries, trimEntry, type CslItem, type CslStyle } from './bibliography.ts';
import { apaStyle, chicagoStyle, mlaStyle } from './cite-styles.ts';
import { sourceToCsl, type Source } from './source.ts';
import { literalPattern } from './written.ts';

/** Prose styles, which are HTML, and formats of reference managers, which are text. */
export const CITE_STYLES = ['apa', 'mla', 'chicago'] as const;
type CiteStyle = (typeof CITE_STYLES)[number];
const stylesFor = (named: 'english' | 'other'): Record<CiteStyle, CslStyle> => ({
	apa: { name: `apa-${named}`, xml: apaStyle(named) },
	mla: { name: `mla-${named}`, xml: mlaStyle(named) },
	chicago: { name: `chicago-${named}`, xml: chicagoStyle(named) },
});
const STYLES = { english: stylesFor('english'), other: stylesFor('other') };
export const CITE_FORMATS = ['bibtex', 'ris'] as const;
export type CitationForms = Record<CiteStyle | (typeof CITE_FORMATS)[number], string>;

/** A page that can be cited. It has no author: the site speaks. */
export interface Work {
	id: string;
	title: string;
	/** The language of its title where that is not the citation's, as a BCP 47 tag. */
	lang?: string;
	/** The canonical address. */
	address: string;
	/** Title of the site, where the work is a page of it. */
	site?: string;
	/** The day of the last change, as ISO text. */
	day: string;
}

/**
 * All forms of works.
 * @param language BCP 47 tag
 * @returns by the works' ids; the forms of one depend on no other
 */
export function citeWorks(works: readonly Work[], language: string): Map<string, CitationForms> {
	const items = works.map(toCsl);
	const styles = STYLES[language.split('-')[0] === 'en' ? 'english' : 'other'];
	const [apa, mla, chicago] = CITE_STYLES.map((style) => formatEntries(items, styles[style], language));
	const inProse = (work: Work, entries = new Map<string, string>()) =>
		markTitle(trimEntry(entries.get(work.id) ?? ''), work);
	return new Map(
		works.map((work) => {
			// BibTeX and RIS have no field for the site that holds a page; its publisher is the nearest.
			const { 'container-title': publisher, ...rest } = toCsl(work);
			const item = { ...rest, publisher };
			return [
				work.id,
				{
					apa: inProse(work, apa),
					mla: inProse(work, mla),
					chicago: inProse(work, chicago),
					bibtex: toBibtex([item]),
					ris: unfold(new Cite([item]).format('ris')),
				},
			];
		}),
	);
}

/** Tells the language of a title from that of the citation (WCAG 3.1.2), whatever case and quotes a style gave it. */
function markTitle(html: string, { title, lang }: Work): string {
	if (lang === undefined) return html;
	const written = title.replaceAll('&', '&#38;').replaceAll('<', '&#60;').replaceAll('>', '&#62;');
	const pattern = literalPattern(written).replace(/["'“”‘’]/g, `["'“”‘’«»]`);
	return html.replace(new RegExp(pattern, 'iu'), `<span lang="${lang}">$&</span>`);
}

/** All sources as BibTeX, each under the id with which a text cites it. */
export function sourcesToBibtex(sources: readonly Source[]): string {
	return `${toBibtex(sources.map(toPlainCsl))}\n`;
}

/** A source as CSL-JSON without what only this site knows of it, and without other names for it than its id. */
function toPlainCsl(source: Source): Record<string, unknown> {
	const { custom: _, 'citation-key': _key, 'citation-label': _label, ...csl } = sourceToCsl(source);
	return csl;
}

/** Braces end a field of BibTeX, escaped or not; these stand for them until the fields are written, which drops other signs. */
const BRACES = { '{': '(*lbrace*)', '}': '(*rbrace*)' } as const;
/** Letters that the formatter has no ASCII for, and would drop: today's BibTeX reads them as they are, in UTF-8. */
const OTHER_SCRIPTS = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu;
const toStandIn = (letter: string) => `(*u${letter.codePointAt(0)?.toString(16)}*)`;
const STAND_IN = /\(\*u([\da-f]+)\*\)/g;
/** Fields whose text is written as it is. */
const VERBATIM: ReadonlySet<string> = new Set(['URL', 'DOI']);

/** A value of CSL-JSON whose texts have stand-ins for what the formatter would misread or drop. */
function withStandIns(value: unknown, key = ''): unknown {
	if (typeof value === 'string')
		return value
			.replace(/[{}]/g, (brace) =>
				VERBATIM.has(key) ? encodeURIComponent(brace) : BRACES[brace as keyof typeof BRACES],
			)
			.replace(OTHER_SCRIPTS, toStandIn);
	if (Array.isArray(value)) return value.map((one) => withStandIns(one));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withStandIns(inner, name)]));
}

function toBibtex(items: readonly unknown[]): string {
	// Ids are letters, digits and hyphens, which BibTeX takes; its own labels would be another name for the same.
	Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false });
	const written = new Cite(items.map((item) => withStandIns(item)))
		.format('bibtex')
		.replaceAll(BRACES['{'], '\\textbraceleft{}')
		.replaceAll(BRACES['}'], '\\textbraceright{}')
		.replace(STAND_IN, (_, code: string) => String.fromCodePoint(parseInt(code, 16)));
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

function toCsl({ id, title, lang, address, site, day }: Work): CslItem {
	return {
		id,
		type: 'webpage',
		title,
		...(lang !== undefined && { language: lang }),
		...(site && { 'container-title': site }),
		issued: { 'date-parts': [day.split('-').map(Number)] },
		URL: address,
	};
}
