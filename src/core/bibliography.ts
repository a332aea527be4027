/** CSL items as entries of a bibliography: the only asker of citeproc. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';

export interface CslItem extends Record<string, unknown> {
	id: string;
}

/** A style by name, with its text where it is not one of the formatter's own. */
export interface CslStyle {
	name: string;
	xml?: string;
}

/** citeproc holds on to all that it has last formatted, and to much more about each than its entry. */
const AT_ONCE = 500;

/**
 * Formats many items at once, because citeproc's start costs more than a thousand entries. An entry depends on its own
 * item alone.
 * @param language BCP 47 tag; English where there is no locale for it
 * @returns HTML by the items' ids, in citeproc's box
 */
export function formatEntries(
	items: readonly CslItem[],
	{ name, xml }: CslStyle,
	language: string,
): Map<string, string> {
	if (xml !== undefined) plugins.config.get('@csl').styles.add(name, xml);
	const form = { format: 'html', style: name, lang: localeFor(language), asEntryArray: true } as const;
	const entries = new Map<string, string>();
	for (let from = 0; from < items.length; from += AT_ONCE) {
		const some = items.slice(from, from + AT_ONCE).map((item) => ({ ...item, id: ID_PREFIX + item.id }));
		for (const [id, html] of new Cite(some).format('bibliography', form))
			entries.set(id.slice(ID_PREFIX.length), html);
	}
	return entries;
}

/** citeproc keeps ids as keys of a plain object, in which there is a `constructor` already. */
const ID_PREFIX = '@';

/** The formatter's locale for a BCP 47 tag; English where it has none. */
function localeFor(language: string): string {
	const [wanted] = language.split('-');
	const { locales } = plugins.config.get('@csl');
	return locales.list().find((locale) => locale.split('-')[0] === wanted) ?? 'en-US';
}

/** Without citeproc's box, and without quotation marks round a title in brackets: that describes, it does not quote. */
export function trimEntry(html: string): string {
	return html
		.replace(/<\/?(?:div|span)[^>]*>/g, '')
		.replace(/[“‘](\[[^\]]*\])[”’]/, '$1')
		.trim();
}
