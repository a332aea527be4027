import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvent, type TimelineEvent } from '../src/core/event.ts';
import { parseSite } from '../src/core/site.ts';
import type { Content } from '../src/core/content.ts';
import { nothingPublished } from '../src/core/published.ts';
import {
	citedBeyondNotes,
	collectQuotations,
	differingFields,
	findQuotations,
	notedButNotCited,
	standsIn,
} from './audit.ts';
import { parseNotes } from './research-notes.ts';

const notes = parseNotes(
	[
		{
			id: 'bridge-opens',
			date: '1890-03-04',
			status: 'established',
			category: 'works',
			key: 'true',
			headline: 'The bridge opens',
			facts: [
				{
					text: "The prince called it 'one of the wonders' and drove the last rivet.",
					sources: ['times', 'herald'],
				},
				{ text: 'It cost three million pounds.', sources: ['ledger'] },
			],
			quotes: [{ text: 'It will\nstand for ages.', speaker: 'engineer', source: 'times' }],
			discrepancies: [{ text: 'The toll was a penny or two.', sources: ['almanac'] }],
		},
	],
	[
		{ id: 'times', title: 'A "wonder" in steel', snippet: 'a crowd of many thousands' },
		{ id: 'herald', title: 'Opening day', snippet: '' },
	],
);
const noted = notes.events.get('bridge-opens');
assert.ok(noted);

function event(fields: Record<string, unknown>, body = 'It opened. [@times; @herald]'): TimelineEvent {
	const whole = {
		date: '1890-03-04',
		title: 'The bridge is opened',
		summary: 'It is open.',
		category: 'works',
		importance: '1',
		added: '2026-11-23',
		...fields,
	};
	const { event: parsed, problems } = parseEvent('bridge-opens', whole, body);
	assert.deepEqual(problems, []);
	assert.ok(parsed);
	return parsed;
}

const STANDS: [quotation: string, text: string, stands: boolean][] = [
	['stand for ages', 'It will stand for ages.', true],
	['stand  for\nages', 'It will stand for ages.', true],
	['the “wonder” of it', "the 'wonder' of it", true],
	['it’s here', "it's here", true],
	['Stand for ages', 'It will stand for ages.', false],
	['stand for ages!', 'It will stand for ages.', false],
	['stand for age', 'It will stand for ages.', false],
	['stand … ages', 'It will stand for ages.', false],
	['(a+b)', 'so (a+b) it is', true],
];
for (const [quotation, text, stands] of STANDS)
	test(`"${quotation}" ${stands ? 'stands' : 'does not stand'} in "${text}"`, () => {
		assert.equal(standsIn(quotation, [text]), stands);
	});

const QUOTATIONS: [text: string, found: string[]][] = [
	['He said "one" and “two”. [@times, "page" 3]', ['one', 'two']],
	["The jury's 'view' was plain.", []],
	['«Ja», he said.', ['Ja']],
];
for (const [text, found] of QUOTATIONS)
	test(`quotations of ${text}`, () => {
		assert.deepEqual(findQuotations(text), found);
	});

const quote = (text: string) => ({ quotes: [{ text, speaker: 'engineer', source: 'times' }] });
const CHANGED: [what: string, event: TimelineEvent, changed: string[]][] = [
	['a quote of the notes', event(quote('It will stand for ages.')), []],
	['a quote with another word', event(quote('It shall stand for ages.')), ['It shall stand for ages.']],
	['words quoted in a fact', event({}, 'It was "one of the wonders". [@herald]'), []],
	['words of a snippet', event({}, '"A crowd"? "a crowd of many thousands". [@times]'), ['A crowd']],
	[
		'words of a source not cited',
		event({}, 'There was "a crowd of many thousands". [@herald]'),
		['a crowd of many thousands'],
	],
	[
		'a disagreement and a summary',
		event({
			disagreements: [{ text: 'A "penny" or "four".', sources: ['almanac'] }],
			summary: 'It was "open".',
		}),
		['open', 'four'],
	],
];
const { value: site } = parseSite({});
assert.ok(site);
const empty: Content = {
	site,
	events: [],
	claims: [],
	pages: [],
	sources: [],
	people: [],
	organizations: [],
	media: [],
	published: nothingPublished(),
	translations: [],
};
for (const [what, one, changed] of CHANGED)
	test(`quotations of an event: ${what}`, () => {
		const quotations = collectQuotations({ ...empty, events: [one] }, notes);
		const differ = quotations.filter(({ text, among }) => !standsIn(text, among));
		assert.deepEqual(
			differ.map(({ text }) => text),
			changed,
		);
	});

const SOURCES: [body: string, beyond: string[], uncited: string[]][] = [
	['All. [@times; @herald; @ledger; @almanac]', [], []],
	['Less. [@times; @herald]', [], ['ledger']],
	['Other. [@times; @herald; @ledger; @gazette]', ['gazette'], []],
];
for (const [body, beyond, uncited] of SOURCES)
	test(`sources of ${body}`, () => {
		const pair = { event: event({}, body), noted };
		assert.deepEqual(citedBeyondNotes(pair), beyond);
		assert.deepEqual(notedButNotCited(pair), uncited);
	});

const FIELDS: [fields: Record<string, string>, differ: string[]][] = [
	[{}, []],
	[{ date: '1890-03' }, ['date: 1890-03 here, 1890-03-04 in the notes']],
	[
		{ status: 'alleged', category: 'court' },
		['status: alleged here, established in the notes', 'category: court here, works in the notes'],
	],
	[{ importance: '2' }, ['importance 1: no here, yes in the notes']],
];
for (const [fields, differ] of FIELDS)
	test(`fields that differ: ${JSON.stringify(fields)}`, () => {
		assert.deepEqual(differingFields({ event: event(fields), noted }), differ);
	});
