/** Marks in the list what is new since the edition last read, and says how much, until the reader has seen it. */
import sheet from '../styles/news.css?url';
import { newsSince } from '../core/news.ts';
import type { ChangesData } from '../data/changes-script.ts';
import { loadScript } from './load-script.ts';
import { loadSheet } from './load-sheet.ts';
import { takeFocus } from './take-focus.ts';
import { YEAR_CAME } from './year-came.ts';

/**
 * @param since the day of the edition last read
 * @param remember takes the present edition as read
 */
export async function showNews(root: HTMLElement, since: string, remember: () => void): Promise<void> {
	const [{ days, words }] = await Promise.all([loadChanges(), loadSheet(sheet)]);
	const news = newsSince(days, since);
	if (news.size === 0) return remember();
	const marked = new AbortController();
	/** Of a large case some of the years come later, each with its list made anew. */
	const mark = () => {
		for (const [id, kind] of news) {
			const meta = document.getElementById(id)?.querySelector('.entry-meta');
			if (!meta || meta.querySelector('.badge-news')) continue;
			const badge = document.createElement('span');
			badge.className = 'badge badge-news';
			badge.textContent = words[kind];
			meta.append(badge);
		}
	};
	mark();
	root.addEventListener(YEAR_CAME, mark, { signal: marked.signal });

	const line = document.createElement('p');
	line.className = 'news';
	const day = days.find((one) => one.day === since)?.inWords ?? since;
	const link = document.createElement('a');
	link.href = 'changes.html';
	link.textContent = words.all;
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = words.read;
	button.addEventListener('click', () => {
		remember();
		marked.abort();
		for (const badge of root.querySelectorAll('.badge-news')) badge.remove();
		line.remove();
		takeFocus(heading);
	});
	line.append(words.line.replace('{count}', String(news.size)).replace('{day}', day), ' ', link, ' ', button);
	const heading = root.querySelector<HTMLElement>('#list-heading');
	heading?.after(line);
}

/** @throws where it does not load */
async function loadChanges(): Promise<ChangesData> {
	await loadScript('data/changes.js');
	return (globalThis as unknown as { caseChanges: ChangesData }).caseChanges;
}
