/** Pages as search engines are told of them (https://www.sitemaps.org/protocol.html). */
import { toHtml } from 'hast-util-to-html';
import { Parser } from 'htmlparser2';

export interface ListedPage {
	address: string;
	/** Of its last change, as ISO 8601. */
	day: string | undefined;
	/** The same page by language, itself among them; empty where there is but one. */
	languages: { language: string; address: string }[];
}

/** What a page says of itself; undefined where it asks not to be listed. */
export function readPage(html: string): ListedPage | undefined {
	let address: string | undefined;
	const languages: ListedPage['languages'] = [];
	let isListed = true;
	let data: string | undefined;
	const parser = new Parser({
		onopentag(tag, { rel, href, hreflang, name, content, type }) {
			if (tag === 'link' && rel === 'canonical') address = href;
			if (tag === 'link' && hreflang && href) languages.push({ language: hreflang, address: href });
			if (tag === 'meta' && name === 'robots' && content?.includes('noindex')) isListed = false;
			if (tag === 'script' && type === 'application/ld+json') data = '';
			// All of it stands in the head.
			if (tag === 'body') parser.pause();
		},
		ontext(text) {
			if (data !== undefined) data += text;
		},
		onclosetag(tag) {
			if (tag !== 'script' || data === undefined) return;
			({ dateModified: day } = JSON.parse(data) as { dateModified?: string });
			data = undefined;
		},
	});
	let day: string | undefined;
	parser.write(html);
	return address !== undefined && isListed ? { address, day, languages } : undefined;
}

/** @returns XML, in the order of the addresses */
export function makeSitemap(pages: readonly ListedPage[]): string {
	const text = (value: string) => toHtml({ type: 'text', value });
	const entries = pages
		.toSorted((a, b) => (a.address < b.address ? -1 : 1))
		.map(({ address, day, languages }) => {
			const lastmod = day ? `<lastmod>${day}</lastmod>` : '';
			const links = languages.map(
				(one) => `<xhtml:link rel="alternate" hreflang="${text(one.language)}" href="${text(one.address)}"/>`,
			);
			return `\t<url><loc>${text(address)}</loc>${lastmod}${links.join('')}</url>\n`;
		});
	// Only where a page stands in several languages (https://developers.google.com/search/docs/specialty/international/localized-versions).
	const xhtml = pages.some(({ languages }) => languages.length > 0)
		? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'
		: '';
	return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${xhtml}>
${entries.join('')}</urlset>
`;
}
