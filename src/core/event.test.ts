import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareEvents, eventSources, parseEvent } from './event.ts';
import { EVENT_FIELDS, makeEvent } from './testing.ts';

const BODY = 'The jury found so. [@paper-one]';

/** What is said of each field that has a problem, as `path: sentence`. */
function problemsOf(fields: Record<string, unknown>): string[] {
	const { problems } = parseEvent('verdict', { ...EVENT_FIELDS, ...fields }, BODY);
	return problems.map(({ path, says }) => `${path.join('.')}: ${says}`);
}

test('an event with its required fields alone is whole, and the rest has its defaults', () => {
	const event = makeEvent('verdict');
	assert.equal(event.date.edtf, '2024-08-12');
	assert.equal(event.importance, 1);
	assert.equal(event.status, 'established');
	assert.equal(event.draft, false);
	assert.equal(event.withdrawn, undefined);
	for (const list of [event.people, event.organizations, event.quotes, event.limits, event.aliases])
		assert.deepEqual(list, []);
});

test('every required field is missed by name', () => {
	for (const field of Object.keys(EVENT_FIELDS)) {
		const { [field]: _, ...rest } = EVENT_FIELDS;
		const { problems } = parseEvent('verdict', rest, BODY);
		assert.deepEqual(
			problems.map(({ path }) => path),
			[[field]],
			field,
		);
		assert.match(problems[0]?.says ?? '', /^is missing; an event needs it\. Write, for example, /, field);
	}
});

test('a wrong value is shown as written, with what to write instead', () => {
	const table: [fields: Record<string, unknown>, problem: string][] = [
		[
			{ date: '2021-02-30' },
			'date: "2021-02-30" is not a day: February has 28. Write 2021-02, or the day that is meant.',
		],
		[{ added: '2026-11' }, 'added: "2026-11" is not one day. Write a day such as 2026-11-23.'],
		[{ updated: '2026-11-23~' }, 'updated: "2026-11-23~" is not one day. Write a day such as 2026-11-23.'],
		[{ importance: '0' }, 'importance: "0" is not one of the choices. Write 1, 2 or 3.'],
		[
			{ status: 'aleged' },
			'status: "aleged" is not one of the choices. Did you mean alleged? Write established, alleged or disputed.',
		],
		[{ draft: 'yes' }, 'draft: "yes" is not one of the choices. Write true or false.'],
		[
			{ category: 'High Court' },
			'category: "High Court" is not an id (small letters, digits, hyphens between them). Write, for example, high-court.',
		],
		[{ people: 'jane-doe' }, 'people: "jane-doe" is not a list. Write people: [jane-doe].'],
		[
			{ limits: 'None.' },
			'limits: "None." is not a list. Write, for example, limits: [{text: What was not seen.}].',
		],
		[{ title: '' }, 'title: is empty. Write, for example, Bridge opens to traffic.'],
	];
	for (const [fields, problem] of table) assert.deepEqual(problemsOf(fields), [problem]);
});

test('a field that is none is refused, with the one that was meant', () => {
	assert.deepEqual(problemsOf({ peple: [] }), ['peple: is not a field of an event. Did you mean people?']);
	assert.match(
		problemsOf({ colour: 'red' })[0] ?? '',
		/^colour: is not a field of an event\. Its fields are date, title, /,
	);
	assert.match(
		problemsOf({ relates: { 'respond-to': ['a'] } })[0] ?? '',
		/^relates\.respond-to: .*Did you mean responds-to\?$/,
	);
});

test('a misspelt field is not missing too', () => {
	const { title, ...rest } = EVENT_FIELDS;
	const { problems } = parseEvent('verdict', { ...rest, titel: title }, BODY);
	assert.deepEqual(
		problems.map(({ says }) => says),
		['is not a field of an event. Did you mean title?'],
	);
});

test('all problems of an event are told at once', () => {
	const { problems, bodyProblems } = parseEvent(
		'verdict',
		{ ...EVENT_FIELDS, date: '?', status: '?', titel: 'x' },
		'No source.',
	);
	assert.deepEqual(problems.map(({ path }) => path.join('.')).sort(), ['date', 'status', 'titel']);
	assert.equal(bodyProblems.length, 1);
});

test('summaries end at 240 characters, as a reader counts them', () => {
	assert.deepEqual(problemsOf({ summary: '🗳'.repeat(240) }), []);
	assert.match(
		problemsOf({ summary: 'x'.repeat(243) })[0] ?? '',
		/is 243 characters long; the limit is 240\. Shorten it by 3\.$/,
	);
});

const quote = { text: 'I will.', speaker: 'jane-doe', source: 'paper-one' };

test('a quotation has at most 30 words, a source, and one speaker', () => {
	const words = (count: number) => Array.from({ length: count }, () => 'so').join(' ');
	assert.deepEqual(problemsOf({ quotes: [quote, { ...quote, text: words(30) }] }), []);
	const table: [quote: Record<string, unknown>, path: string, says: RegExp][] = [
		[
			{ ...quote, text: words(31) },
			'quotes.0.text',
			/has 31 words; a quotation has at most 30\. Shorten it by 1,/,
		],
		[{ text: 'I will.', speaker: 'jane-doe' }, 'quotes.0.source', /^is missing;/],
		[{ text: 'I will.', source: 'paper-one' }, 'quotes.0.speaker', /^is missing, and so is speaker-name\./],
		[{ ...quote, 'speaker-name': 'Jane' }, 'quotes.0.speaker', /^stands beside speaker-name\./],
	];
	for (const [wrong, path, says] of table) {
		const { problems } = parseEvent('verdict', { ...EVENT_FIELDS, quotes: [wrong] }, BODY);
		assert.deepEqual(
			problems.map((problem) => problem.path.join('.')),
			[path],
		);
		assert.match(problems[0]?.says ?? '', says);
	}
});

test('a disagreement names its sources', () => {
	assert.deepEqual(problemsOf({ disagreements: [{ text: 'Ten or eleven.', sources: ['a', 'b'] }] }), []);
	assert.match(
		problemsOf({ disagreements: [{ text: 'Ten or eleven.', sources: [] }] })[0] ?? '',
		/^disagreements\.0\.sources: is empty\./,
	);
});

test('corrections stand newest first', () => {
	const correction = (date: string) => ({ date, text: 'Ten, not eleven.' });
	assert.deepEqual(
		problemsOf({ corrections: ['2026-12-02', '2026-12-02', '2026-11-30'].map(correction) }),
		[],
	);
	assert.deepEqual(problemsOf({ corrections: ['2026-11-30', '2026-12-02'].map(correction) }), [
		'corrections: are dated 2026-11-30, 2026-12-02, which is not newest first. Put the newest correction on top.',
	]);
});

test('no work on an event is older than the day it was added', () => {
	const added = '2026-11-23';
	const later = { updated: added, corrections: [{ date: '2026-11-24', text: 'Ten.' }] };
	assert.deepEqual(problemsOf({ added, ...later }), []);
	const says = (day: string) =>
		`"${day}" is before the day the event was added, 2026-11-23. Write that day or a later one, or correct added.`;
	assert.deepEqual(problemsOf({ added, updated: '2026-11-22' }), [`updated: ${says('2026-11-22')}`]);
	assert.deepEqual(problemsOf({ added, corrections: [{ date: '2025-01-01', text: 'Ten.' }] }), [
		`corrections.0.date: ${says('2025-01-01')}`,
	]);
	assert.deepEqual(problemsOf({ added, withdrawn: { date: '2026-11-01', reason: 'An error.' } }), [
		`withdrawn.date: ${says('2026-11-01')}`,
	]);
	assert.equal(problemsOf({ added: '2026-13-01', updated: '2026-11-22' }).length, 1);
});

test('a withdrawal with a mistake in it is a withdrawal still', () => {
	for (const withdrawn of ['true', '', { date: '2026-02-30' }, { reason: 'An error.' }]) {
		const { event, bodyProblems } = parseEvent('verdict', { ...EVENT_FIELDS, withdrawn }, '');
		assert.ok(event?.withdrawn, JSON.stringify(withdrawn));
		assert.deepEqual(bodyProblems, []);
	}
	assert.ok(parseEvent('verdict', { ...EVENT_FIELDS, witdrawn: 'true' }, '').event?.withdrawn);
});

test('the text of a withdrawn event may be gone, that of any other may not', () => {
	const withdrawn = { date: '2026-11-24', reason: 'It was about someone else.' };
	assert.deepEqual(parseEvent('verdict', { ...EVENT_FIELDS, withdrawn }, '').bodyProblems, []);
	assert.equal(parseEvent('verdict', EVENT_FIELDS, '').bodyProblems.length, 1);
});

test('sources of an event come in reading order, each once', () => {
	const event = makeEvent(
		'verdict',
		{
			quotes: [
				{ ...quote, source: 'd' },
				{ ...quote, source: 'a' },
			],
			disagreements: [{ text: 'Ten or eleven.', sources: ['e', 'b'] }],
		},
		'One. [@b; @a]\n\nTwo. [@c; @b]',
	);
	assert.deepEqual(eventSources(event), ['b', 'a', 'c', 'd', 'e']);
});

test('of events on one day the id decides', () => {
	const ids = ['b', 'a', 'a-1', 'c']
		.map((id) => makeEvent(id))
		.sort(compareEvents)
		.map(({ id }) => id);
	assert.deepEqual(ids, ['a', 'a-1', 'b', 'c']);
});

test('fields that are not fields at all are refused, not thrown over', () => {
	for (const fields of [undefined, null, '', 'text', [], [1], 7])
		assert.ok(parseEvent('verdict', fields, BODY).problems.length > 0, JSON.stringify(fields));
	const { event } = parseEvent(
		'verdict',
		{ ...EVENT_FIELDS, people: { a: { b: [] } }, quotes: ['x', null] },
		BODY,
	);
	assert.equal(event?.title, EVENT_FIELDS['title']);
});
