/** Cases for the tests of what is made of one: every kind of date, hostile text, something withdrawn. */
import { resolve } from 'node:path';
import { makeContent, makeEvent } from '../core/testing.ts';
import { makeTimeline, type Timeline } from '../core/timeline.ts';
import { wordsFor } from '../i18n/index.ts';
import { loadContent } from '../loader/content-files.ts';

export const words = wordsFor('en');

const DATES = [
	'2024-08-12',
	'2024-08',
	'2024',
	'2021-05-23/2021-05-26',
	'2024/..',
	'../1969-07',
	'2025-05-06~',
	'2025-05?',
	'[2026-03-04..2026-05-15]',
	'[1969,1971-02]',
	'196X',
	'19XX',
	'2001-21',
	'2020-02-29',
	'0099-01-01',
	'-0269~',
	'-0043-03-15',
	'1609-11~/1609-12~',
	'2024-11-28/2024-12',
];

/** Signs that mean something in CSV, iCalendar, XML or HTML, and letters of more than one byte. */
export const HOSTILE = `<b>"Ends", a; b\\c</b> & 'd' ${'ä€😀'.repeat(20)} <script>alert(1)</script>`.slice(
	0,
	118,
);

export const WITHDRAWN = { title: 'Gone title', summary: 'Gone summary.', reason: 'No source was found.' };

/** A made-up case. */
export function makeHardCase(): Timeline {
	const events = [
		...DATES.map((date, index) => makeEvent(`event-${index + 1}`, { date, people: ['ada'] })),
		makeEvent('hostile', { title: HOSTILE, summary: HOSTILE, relates: { 'part-of': ['gone', 'event-1'] } }),
		makeEvent('corrected', {
			updated: '2026-11-25',
			corrections: [
				{ date: '2026-11-26', text: 'It was ten, not eleven.' },
				{ date: '2026-11-26', text: 'The bridge has a name.' },
			],
		}),
		makeEvent(
			'gone',
			{
				date: '1815-06-18',
				title: WITHDRAWN.title,
				summary: WITHDRAWN.summary,
				people: ['ada'],
				withdrawn: { date: '2026-11-27', reason: WITHDRAWN.reason },
			},
			'',
		),
	];
	const content = makeContent({
		events,
		people: [
			{ id: 'ada', name: 'Ada' },
			{ id: 'bob', name: 'Bob', page: 'false' },
		],
		site: { eras: [{ id: 'first', label: 'First & last', from: '-0100', to: '2024-08' }] },
	});
	return makeTimeline(content, { drafts: false });
}

/** The made-up case, the case of this project and the second one. */
export const CASES: readonly (readonly [name: string, timeline: Timeline])[] = [
	['a hard case', makeHardCase()],
	['this case', makeTimeline(await loadContent(resolve('content')), { drafts: false })],
	['the second case', makeTimeline(await loadContent(resolve('e2e/fixtures/apollo')), { drafts: false })],
];
