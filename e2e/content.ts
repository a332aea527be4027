/** The case as the tests expect to see it, read from its files and not from the built pages. */
import { resolve } from 'node:path';
import { formatDate } from '../src/core/date-words.ts';
import { compareEvents } from '../src/core/event.ts';
import { curlQuotes } from '../src/core/typography.ts';
import { wordsFor } from '../src/i18n/index.ts';
import { loadContent } from '../src/loader/content-files.ts';

export const content = await loadContent(resolve('content'));
export const words = wordsFor(content.site.language);

export const published = content.events
	.filter((event) => !event.draft && !event.withdrawn)
	.sort(compareEvents)
	.map((event) => ({
		...event,
		shownTitle: curlQuotes(event.title, words.quoteMarks),
		shownDate: formatDate(event.date, words.date),
	}));
