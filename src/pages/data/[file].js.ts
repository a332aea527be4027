import type { APIRoute, GetStaticPaths } from 'astro';
import { findChoices } from '../../core/choices.ts';
import { formatDate } from '../../core/date-words.ts';
import { isLarge } from '../../core/large-case.ts';
import { describeMark, spanOf } from '../../core/layout.ts';
import { listAliases, makeRows, packLook, type LargeCase, type Said } from '../../core/rows.ts';
import { latePart } from '../../core/late-part.ts';
import { getCase } from '../../loader/timeline.ts';

/** Only a case too large for its home page has this file. */
export const getStaticPaths = (async ({ routePattern }) => {
	const { timeline } = await getCase(routePattern);
	return isLarge(timeline.events) ? [{ params: { file: 'timeline' } }] : [];
}) satisfies GetStaticPaths;

/** What the page's script knows of every event, as a script, because a disk lets no page fetch. */
export const GET: APIRoute = async ({ url }) => {
	const { timeline, words, curl } = await getCase(url.pathname);
	const { events } = timeline;
	const [first] = spanOf(events.map(({ date }) => date)) ?? [0];
	const aliases = listAliases(events);
	const whole: LargeCase = {
		rows: makeRows(events, findChoices(timeline, events), first),
		said: events.map(({ id, title, date, importance, lang }): Said => [
			id,
			curl(title),
			formatDate(date, words.date),
			packLook(importance, describeMark(date)),
			...((lang === undefined ? [] : [lang]) as [lang?: string]),
		]),
		...(aliases.length > 0 && { aliases }),
	};
	return new Response(latePart('timeline', whole));
};
