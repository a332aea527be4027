import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimSources, compareClaims, parseClaim } from './claim.ts';
import { CLAIM_FIELDS, makeClaim } from './testing.ts';

const statement = CLAIM_FIELDS['statement'] as Record<string, unknown>;
const answer = {
	text: 'It is not.',
	'speaker-name': 'A councillor',
	date: '2024-08-11',
	source: 'paper-two',
};

const PROBLEMS: [what: string, fields: Record<string, unknown>, problems: [path: string, says: RegExp][]][] =
	[
		['as it should be', {}, []],
		['with an answer of the same day', { answers: [{ ...answer, date: '2024-08-10' }] }, []],
		['with an answer known by its month', { answers: [{ ...answer, date: '2024-08' }] }, []],
		[
			'with an answer from before',
			{ answers: [answer, { ...answer, date: '2024-08-09' }] },
			[['answers.1.date', /^"2024-08-09" is before the statement, 2024-08-10/]],
		],
		[
			'without a speaker',
			{ statement: { ...statement, 'speaker-name': undefined } },
			[['statement.speaker', /^is missing, and so is speaker-name/]],
		],
		[
			'with two speakers',
			{ statement: { ...statement, speaker: 'the-mayor' } },
			[['statement.speaker', /^stands beside speaker-name/]],
		],
		[
			'in too many words',
			{ statement: { ...statement, text: 'word '.repeat(31) } },
			[['statement.text', /has 31 words/]],
		],
		['without events', { events: [] }, [['events', /^is empty/]]],
		[
			'updated before it was added',
			{ updated: '2026-11-22' },
			[['updated', /before the day the claim was added/]],
		],
		['with a misspelt field', { anwers: [] }, [['anwers', /not a field of a claim. Did you mean answers\?/]]],
	];
for (const [what, fields, problems] of PROBLEMS)
	test(`a claim ${what}`, () => {
		const reading = parseClaim('it-is-finished', { ...CLAIM_FIELDS, ...fields }, 'It was. [@paper-one]');
		assert.deepEqual(reading.bodyProblems, []);
		assert.equal(reading.problems.length, problems.length);
		for (const [index, [path, says]] of problems.entries()) {
			assert.equal(reading.problems[index]?.path.join('.'), path);
			assert.match(reading.problems[index]?.says ?? '', says);
		}
	});

test('what the record shows must cite', () => {
	const { bodyProblems } = parseClaim('it-is-finished', CLAIM_FIELDS, 'It was.');
	assert.deepEqual(
		bodyProblems.map(({ line }) => line),
		[1],
	);
});

test('sources are listed as a reader meets them, each once', () => {
	const claim = makeClaim('it-is-finished', { answers: [answer] }, 'It was. [@paper-three; @paper-one]');
	assert.deepEqual(claimSources(claim), ['paper-one', 'paper-two', 'paper-three']);
});

test('claims stand in the order in which they were made', () => {
	const dated = (id: string, date: string) => makeClaim(id, { statement: { ...statement, date } });
	const claims = [dated('b', '2024-08-10'), dated('c', '2023'), dated('a', '2024-08-10')];
	assert.deepEqual(
		claims.toSorted(compareClaims).map(({ id }) => id),
		['c', 'a', 'b'],
	);
});
