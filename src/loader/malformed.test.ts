/**
 * Fifteen inputs on which timelines are compared: each is told with its file and line and what to write instead, or, where
 * it is no mistake, shown as the text it is. None becomes a date that was not written, or costs another event.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readContent } from './content-files.ts';

const fixture = fileURLToPath(new URL('../../e2e/fixtures/apollo', import.meta.url));
const EVENT = '1961-05-25-kennedy-sets-the-goal';
const folder = mkdtempSync(join(tmpdir(), 'malformed-'));
after(() => rmSync(folder, { recursive: true }));

const file = (content: string) => join(content, 'events', `${EVENT}.md`);
/** One change of one event's file. */
const change = (from: RegExp, to: string) => (content: string) => {
	const text = readFileSync(file(content), 'utf8');
	const changed = text.replace(from, () => to);
	assert.notEqual(changed, text);
	writeFileSync(file(content), changed);
};
const date = (written: string) => change(/^date: .*$/m, `date: ${written}`);
const title = (written: string) => change(/^title: .*$/m, `title: ${written}`);
const body = (written: string) => change(/\n---\n[^]*$/, `\n---\n\n${written}\n`);

/** What is done to the case, and what its editor is told, or the title that readers see where it is text. */
const INPUTS: [name: string, spoil: (content: string) => void, told: RegExp | { title: string }][] = [
	['no date', change(/^date: .*\n/m, ''), /date: is missing; an event needs it\./],
	['30 February', date('2021-02-30'), /date: "2021-02-30" is not a day: February has 28\./],
	['a date in words', date('sometime in 2023'), /date: "sometime in 2023" is not a date\. Write EDTF/],
	['the end before the start', date('2021-05-26/2021-05-23'), /date: .* ends before it starts\./],
	['the year 12021', date('12021'), /date: "12021" is too long for a year/],
	['the year −44', date('-44'), /date: "-44" is too short for a year/],
	[
		'an element that runs, in a title',
		title('"<img src=x onerror=alert(1)> landing"'),
		{ title: '<img src=x onerror=alert(1)> landing' },
	],
	[
		'elements that run, in the text',
		body('<script>alert(1)</script> <svg onload=alert(1)> <iframe src="x"> [@kennedy-1961]'),
		/body: "<script>.* is HTML, which is not read here\./,
	],
	[
		'a title of 100 kB',
		title('x'.repeat(100_000)),
		/title: .* is 100000 characters long; the limit is 120\./,
	],
	[
		'emoji, right to left, and an override',
		title('"🚀 הנחיתה \\u202E and back"'),
		{ title: '🚀 הנחיתה \u202e and back' },
	],
	[
		'the same id twice',
		(content) => {
			const people = join(content, 'people.yaml');
			const text = readFileSync(people, 'utf8');
			writeFileSync(people, `${text}\n- id: john-f-kennedy\n  name: Another\n`);
		},
		/"john-f-kennedy" is already the id of/,
	],
	['nothing in any field', change(/^(\w+): .*$/gm, ''), /date: is missing/],
	[
		'no event at all',
		(content) => {
			for (const name of readdirSync(join(content, 'events'))) rmSync(join(content, 'events', name));
		},
		/events:1 {2}holds no event that readers can see\./,
	],
	[
		'an address that runs',
		body('[Told](javascript:alert) in words. [@kennedy-1961]'),
		/body: "javascript:alert" is not an address that a reader can be sent to\./,
	],
	[
		'a file cut off',
		change(/quotes:[^]*$/, 'quotes:\n  - text: "commit its'),
		/has no second --- line|closing|never closes/,
	],
];

let events: string[];
before(async () => {
	events = (await readContent(fixture)).content.events.map(({ id }) => id);
});

const counts = { told: 0, text: 0 };
for (const [name, spoil, told] of INPUTS)
	test(name, async () => {
		const content = join(folder, name.replace(/\W+/g, '-'), 'apollo');
		cpSync(fixture, content, { recursive: true });
		spoil(content);
		const { content: read, problems } = await readContent(content);
		const sentences = problems.map(
			({ file: at, line, field, says }) => `${at}:${line}  ${field && `${field}: `}${says}`,
		);
		if (told instanceof RegExp) {
			assert.ok(
				sentences.some((sentence) => told.test(sentence)),
				sentences.join('\n'),
			);
			assert.ok(problems.every(({ line }) => line >= 1));
			counts.told++;
		} else {
			assert.deepEqual(sentences, []);
			assert.equal(read.events.find(({ id }) => id === EVENT)?.title, told.title);
			counts.text++;
		}
		if (name === 'no event at all') return;
		const others = events.filter((id) => id !== EVENT);
		const left = read.events.map(({ id }) => id).filter((id) => id !== EVENT);
		assert.deepEqual(left, others, 'no other event is lost');
	});

test('of the fifteen', (t) => {
	assert.equal(counts.told + counts.text, 15);
	t.diagnostic(
		`count: 15 malformed inputs: ${counts.told} told with file and line, ${counts.text} shown as the text it is, 0 wrong dates, 0 lost, 0 scripts`,
	);
});
