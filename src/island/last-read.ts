/**
 * Which edition this browser last showed, so that the next one can say what is new in it. The day stays in the browser
 * and goes nowhere; where storage is refused, nothing is remembered and nothing said.
 */
const script = document.currentScript;
// In a copy that is one file there are no days of change to load.
const isInPage = script instanceof HTMLScriptElement && script.src === '';
const root = document.querySelector<HTMLElement>('event-timeline');
const isDay = (text: unknown): text is string => typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text);

/** @throws where storage is refused */
function compareEditions(timeline: HTMLElement): void {
	const key = `last-read ${timeline.dataset['address']}`;
	const data = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '{}';
	const { dateModified: edition } = JSON.parse(data) as { dateModified?: unknown };
	if (!isDay(edition)) return;
	const remember = () => localStorage.setItem(key, edition);
	const since = localStorage.getItem(key);
	if (!isDay(since)) remember();
	else if (since < edition)
		import('./news.ts')
			.then(({ showNews }) => showNews(timeline, since, remember))
			// The list is whole without it.
			.catch(() => undefined);
}

if (root && !isInPage)
	try {
		compareEditions(root);
	} catch {
		// Private windows and strict settings refuse storage.
	}
