import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventToJsonLd, siteToJsonLd } from './structured-data.ts';
import { makeContent, makeEvent, makeSource } from './testing.ts';
import { makeTimeline } from './timeline.ts';

const timelineOf = (dates: string[]) =>
	makeTimeline(makeContent({ events: dates.map((date, index) => makeEvent(`e-${index}`, { date })) }), {
		drafts: false,
	});

const COVERAGES: [dates: string[], coverage: string][] = [
	[['2020-01-01', '2021-05'], '2020-01-01/2021-05-31'],
	[['2020-01-01/2024-02-03', '2021-05'], '2020-01-01/2024-02-03'],
	[['2020-01-01', '2019/..', '2021'], '2019-01-01/..'],
	[['../2019', '2021'], '../2021-12-31'],
	[['2020-01-01'], '2020-01-01'],
];
for (const [dates, coverage] of COVERAGES)
	test(`the case of ${dates.join(' and ')} covers ${coverage}`, () => {
		assert.equal(siteToJsonLd(timelineOf(dates))['temporalCoverage'], coverage);
	});

const ISSUED: [issued: string | undefined, published: string | undefined][] = [
	['2024-08-12', '2024-08-12'],
	['2024-08', '2024-08'],
	['2024', '2024'],
	['2024-08~', undefined],
	['2024?', undefined],
	['202X', undefined],
	['[2024-01..2024-03]', undefined],
	['2024-21', undefined],
	['2024-08-12/2024-08-14', undefined],
	[undefined, undefined],
];
for (const [issued, published] of ISSUED)
	test(`a source issued ${issued} was published ${published} to a machine`, () => {
		const event = makeEvent('verdict');
		const sources = [makeSource('paper-one', issued ? { issued } : {})];
		const timeline = makeTimeline(makeContent({ events: [event], sources }), { drafts: false });
		const { citation } = eventToJsonLd(event, timeline, 'https://timeline.example/events/verdict.html');
		assert.equal((citation as { datePublished?: string }[])[0]?.datePublished, published);
	});
