/** The chart in other people's pages: the frame that shows it, and what frame and page say to each other. */

/** Enough for the chart and the card of an event on most widths; what is more scrolls within. */
export const EMBED_HEIGHT = 640;
const EMBED_WIDTH = 800;
const PAGE = 'embed.html';
const CACHE_SECONDS = 86_400;

/** What the framed page tells the page around it, with its `height` in pixels. */
export const HEIGHT_MESSAGE = 'timeline:height';

/**
 * For the page around: gives each frame the height that it asks for. A sandboxed frame has no origin to compare, so the
 * window that speaks says which frame it is.
 */
export const RESIZE_SCRIPT = `addEventListener('message', ({ source, data }) => {
  const frame = [...document.querySelectorAll('iframe')].find((one) => one.contentWindow === source);
  if (frame && data?.type === '${HEIGHT_MESSAGE}') frame.height = Math.min(Number(data.height) || ${EMBED_HEIGHT}, 3000);
});`;

/** The script as it is copied into a page; here, because tools that look for scripts take it for one of the page that shows it. */
export const RESIZE_SNIPPET = `<script>\n${RESIZE_SCRIPT}\n</script>`;

/**
 * The element that shows a view in another page, whole without a script around it.
 * Without `allow-same-origin` the framed page can store nothing; without `allow-top-navigation` it cannot lead away
 * the page around it. What it opens are pages like any other, free of the sandbox.
 * @param address of the site, ending in a slash
 * @param view as an address has it, `?query#event`; empty for the whole
 * @param width in pixels; the whole width where left out
 */
export function embedSnippet(address: string, title: string, view = '', width?: number): string {
	const attributes = {
		src: address + PAGE + view,
		title,
		width: width ?? '100%',
		height: EMBED_HEIGHT,
		loading: 'lazy',
		sandbox: 'allow-scripts allow-popups allow-popups-to-escape-sandbox',
		style: 'border:0',
	};
	const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeValue(value)}"`);
	return `<iframe ${written.join(' ')}></iframe>`;
}

const escapeValue = (value: string | number): string =>
	String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** Where programs that turn a link into a frame find `oembed.json`; discovery wants it absolute. */
export const oembedAddress = (address: string): string => `${address}oembed.json`;

/** The whole chart as a `rich` response (oEmbed 1.0, 2.3.4): one for the site, because a file cannot read a query. */
export function makeOembed({ title, address }: { title: string; address: string }) {
	return {
		version: '1.0',
		type: 'rich',
		title,
		provider_name: title,
		provider_url: address,
		cache_age: CACHE_SECONDS,
		html: embedSnippet(address, title, '', EMBED_WIDTH),
		width: EMBED_WIDTH,
		height: EMBED_HEIGHT,
	} as const;
}
