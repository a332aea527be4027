/** What stands in every page's head beside its title. */
import { createHash } from 'node:crypto';

/**
 * Nothing from elsewhere, nothing inline (CSP level 3); the pages that carry their style allow it by its hash
 * (`integrations/inline-sheets`). On a disk, `'self'` is the folder.
 * `frame-ancestors` has no effect in a `<meta>`; hosts get it from `_headers`.
 */
export const CONTENT_SECURITY_POLICY = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data:",
	"media-src 'self'",
	"font-src 'self'",
	"connect-src 'self'",
	"manifest-src 'self'",
	"worker-src 'self'",
	"base-uri 'none'",
	"form-action 'self'",
].join('; ');

/** The source expression that allows one inline script or style (CSP level 3, 6.7.3.3). */
export function hashForPolicy(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Of the paper, for the browser's own frame; the same as in `styles/tokens.css`. */
export const THEME_COLOUR = '#fbfaf6';

/** A feed as a page's head names it, for browsers and readers that look for one. */
export interface FeedLink {
	type: string;
	/** From the site's root. */
	href: string;
}

export const atomLink = (href: string): FeedLink => ({ type: 'application/atom+xml', href });
/** Both forms of the feed of all. */
export const FEEDS: readonly FeedLink[] = [
	atomLink('/feed.xml'),
	{ type: 'application/feed+json', href: '/feed.json' },
];

/** What a page that programs may show in a frame says of it (oEmbed 1.0, 4). */
export const OEMBED = 'application/json+oembed';

/**
 * Open Graph names a language with a place: the one where most of its readers are.
 * @returns undefined where it is what Open Graph takes for granted
 * @example toOgLocale('es') // 'es_ES'
 */
export function toOgLocale(tag: string): string | undefined {
	const { language, region } = new Intl.Locale(tag).maximize();
	return language === 'en' && region === 'US' ? undefined : `${language}_${region}`;
}
