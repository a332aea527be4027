/**
 * The part of an address that leads to words on a page and lights them up (https://wicg.github.io/scroll-to-text-fragment/).
 * A browser without it shows the page from its start.
 * @param text as the page shows it
 * @example textFragment('Stop-gap, “now”') // '#:~:text=Stop%2Dgap%2C%20%E2%80%9Cnow%E2%80%9D'
 */
export function textFragment(text: string): string {
	// Commas, hyphens and ampersands part the directive; a hyphen alone is left by the platform's encoding.
	const words = text.replace(/\s+/g, ' ').trim().toWellFormed();
	return `#:~:text=${encodeURIComponent(words).replaceAll('-', '%2D')}`;
}
