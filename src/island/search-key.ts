/**
 * Ctrl+K or Cmd+K, on every page: to the page of search, and there into its box.
 * A page of its own rather than a dialog: it has an address to share, Back leads out of it, a screen reader meets it as
 * any other page, it is there without script, and other pages carry these few lines only.
 */
const link = document.querySelector<HTMLAnchorElement>('.masthead a[href$="search.html"]');
link?.setAttribute('aria-keyshortcuts', 'Control+K Meta+K');

addEventListener('keydown', (event) => {
	const isAsked = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
	if (!isAsked || event.altKey || event.shiftKey || !link) return;
	event.preventDefault();
	const box = document.querySelector<HTMLInputElement>('site-search input');
	if (box) box.select();
	else link.click();
});

export {};
