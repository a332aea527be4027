/** Marks in the list what is new since the edition last read, and says how much, until the reader has seen it. */
import sheet from '../styles/news.css?url';
import { newsSince } from '../core/news.ts';
import type { ChangesData } from '../data/changes-script.ts';
import { loadSheet } from './load-sheet.ts';

/**
 * @param since the day of the edition last read
 * @param remember takes the present edition as read
 */
export async function showNews(root: HTMLElement, since: string, remember: () => void): Promise<void> {
	const [{ days, words }] = await Promise.all([loadChanges(), loadSheet(sheet)]);
	const marks = [...newsSince(days, since)].flatMap(([id, news]) => {
		const meta = document.getElementById(id)?.querySelector('.entry-meta');
		if (!meta) return [];
		const mark = document.createElement('span');
		mark.className = 'badge badge-news';
		mark.textContent = words[news];
		meta.append(mark);
		return [mark];
	});
	if (marks.length === 0) return remember();

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
		for (const mark of marks) mark.remove();
		line.remove();
		heading?.focus();
	});
	line.append(
		words.line.replace('{count}', String(marks.length)).replace('{day}', day),
		' ',
		link,
		' ',
		button,
	);
	const heading = root.querySelector<HTMLElement>('#list-heading');
	// Takes the focus of the button that goes.
	heading?.setAttribute('tabindex', '-1');
	heading?.after(line);
}

/** @throws where it does not load */
async function loadChanges(): Promise<ChangesData> {
	const script = document.createElement('script');
	script.src = 'data/changes.js';
	await new Promise((resolve, reject) => {
		script.onload = resolve;
		script.onerror = () => reject(new Error(`${script.src} did not load`));
		document.head.append(script);
	});
	return (globalThis as unknown as { caseChanges: ChangesData }).caseChanges;
}
