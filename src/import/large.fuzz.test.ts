/**
 * Files of many events: read to the last one, in bounded memory and in time that grows with them. Of 10 MB and of
 * 100,000 events in `npm run soak`, a quarter of one and 1,000 in the tests.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '../i18n/index.ts';
import { toContent } from './content.ts';
import { readTimeline } from './index.ts';
import { processorSeconds } from './testing.ts';

const BYTES = process.env['SOAK_RUNS'] ? 10_000_000 : 250_000;
const MOST_MEMORY = 1_500_000_000;
const NOTE = 'A long note of the register. ';

/** A file's name, how it starts, and its event with a number. */
const FORMS: [name: string, start: string, event: (number: number) => string][] = [
	[
		'table.csv',
		'Year,Month,Day,Display Date,Headline,Text,Media,Media Credit,Group\n',
		(number) =>
			`${1500 + (number % 500)},${(number % 12) + 1},,,Entry ${number},"${NOTE.repeat(9)}",https://pictures.example/${number % 50},Archive ${number % 20},Shelf ${number % 30}\n`,
	],
	[
		'lines.mw',
		'title: The register\n',
		(number) =>
			`${number % 40 === 0 ? `# Shelf ${number}\n` : ''}${1500 + (number % 500)}-07: Entry ${number}\n${NOTE.repeat(9)}[page](https://pictures.example/${number % 50})\n`,
	],
	[
		'slides.json',
		'[',
		(number) =>
			`${number === 0 ? '' : ','}${JSON.stringify({ start_date: { year: 1500 + (number % 500) }, text: { headline: `Entry ${number}`, text: `<p>${NOTE.repeat(9)}</p>` }, group: `Shelf ${number % 30}` })}\n`,
	],
];

for (const [name, start, event] of FORMS)
	test(`${name}: ${BYTES / 1e6} MB of events, all of them read`, () => {
		const parts = [start];
		for (let length = 0; length < BYTES; length += parts.at(-1)?.length ?? 0)
			parts.push(event(parts.length - 1));
		if (name.endsWith('.json')) parts.push(']');
		const imported = readTimeline(name, new TextEncoder().encode(parts.join('')), undefined);
		const events = parts.filter((part) => part.includes('Entry')).length;
		assert.deepEqual([imported.read, imported.events.length], [events, events]);
		const { files } = toContent(imported, wordsFor('en').date, '2026-11-23');
		assert.equal([...files.keys()].filter((path) => path.startsWith('events/')).length, events);
		assert.ok(process.memoryUsage().rss < MOST_MEMORY);
	});

const EVENTS = process.env['SOAK_RUNS'] ? 100_000 : 1000;
/** Texts made to harm, and names, addresses and headlines that all want to be the same. */
const HOSTILE = [
	'<script>alert(1)</script>',
	'<img src=x onerror=alert(1)>',
	'<a href="javascript:alert(1)">x</a>',
	'../../../etc/passwd',
	'---\ndraft: true\n---',
	'[@key] ![x](javascript:y)',
	'__proto__',
	'\u202e\u0000',
	'|---|',
];

function hostileSlide(number: number): object {
	const text = HOSTILE[number % HOSTILE.length];
	return {
		start_date: { year: 2000 },
		text: { headline: number % 3 === 0 ? text : 'Fire!', text },
		media: { url: text, link: `https://video.example/watch?v=${number}`, credit: text },
		group: text,
		unique_id: number % 2 === 0 ? '' : text,
	};
}

test(`${EVENTS} small hostile events in time that grows with their number`, (t) => {
	const seconds = (count: number) => {
		const json = JSON.stringify({
			events: Array.from({ length: count }, (_, number) => hostileSlide(number)),
		});
		const bytes = new TextEncoder().encode(json);
		const before = processorSeconds();
		const imported = readTimeline('slides.json', bytes, undefined);
		const { files } = toContent(imported, wordsFor('en').date, '2026-11-23');
		const taken = processorSeconds() - before;
		assert.deepEqual([imported.read, imported.events.length], [count, count]);
		assert.equal([...files.keys()].filter((path) => path.startsWith('events/')).length, count);
		return taken;
	};
	seconds(100);
	const [quarter, whole] = [seconds(EVENTS / 4), seconds(EVENTS)];
	// Four times as long, or sixteen where each event looked at all before it.
	assert.ok(whole < 8 * quarter + 2, `${quarter} s for a quarter, ${whole} s for all`);
	t.diagnostic(
		`count: import of ${EVENTS} hostile events in ${whole.toFixed(1)} s, a quarter in ${quarter.toFixed(1)} s`,
	);
	assert.ok(process.memoryUsage().rss < MOST_MEMORY);
});
