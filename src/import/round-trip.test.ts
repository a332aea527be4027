/** The site's own copy for TimelineJS, read back: what goes out comes in again. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { curlQuotes } from '../core/typography.ts';
import { makeTimeline } from '../core/timeline.ts';
import { toTimelineJs } from '../data/timelinejs.ts';
import { wordsFor } from '../i18n/index.ts';
import { loadContent } from '../loader/content-files.ts';
import { readTimeline } from './index.ts';

const CASES = ['content', 'e2e/fixtures/apollo', 'e2e/fixtures/deep-time'];

for (const folder of CASES) {
	const timeline = makeTimeline(await loadContent(resolve(folder)), { drafts: false });
	const words = wordsFor(timeline.site.language);
	const shown = (text: string) => curlQuotes(text, words.quoteMarks);
	const exported = toTimelineJs(timeline, words);
	const out = timeline.events.map((event) => ({
		date: event.date.edtf,
		title: shown(event.title),
		group: shown(timeline.category(event.category)?.label ?? event.category),
		alias: event.id,
	}));
	const readBack = (json: object) => {
		const bytes = new TextEncoder().encode(JSON.stringify(json, null, '\t'));
		const { events, losses, ...imported } = readTimeline('timelinejs.json', bytes, undefined);
		const back = events.map(({ date, title, group, alias }) => ({ date: date.edtf, title, group, alias }));
		return { ...imported, events, back, losses };
	};

	test(`${folder}: dates, titles, groups, addresses and eras come back, and nothing is lost`, () => {
		const { site, back, eras, losses } = readBack(exported);
		assert.deepEqual(losses, []);
		assert.deepEqual(back, out);
		assert.equal(site.title, shown(timeline.site.title));
		assert.deepEqual(
			eras.map(({ label, from, to }) => [label, from.edtf, to.edtf]),
			timeline.site.eras.map(({ label, from, to }) => [shown(label), from.edtf, to.edtf]),
		);
	});

	test(`${folder}: without edtf each date is equal, or in the report`, () => {
		const events = exported.events.map(({ edtf: _, ...slide }) => slide);
		const { events: imported, back, read, losses } = readBack({ ...exported, events });
		assert.equal(read, back.length + losses.filter(({ field }) => field === 'event').length);
		assert.equal(read, out.length);
		const told = new Set(losses.map(({ line }) => line));
		for (const [index, event] of imported.entries()) {
			const { date, ...others } = out.find(({ alias }) => alias === event.alias) ?? {};
			const { date: dateBack, ...othersBack } = back[index] ?? {};
			assert.deepEqual(othersBack, others);
			if (dateBack !== date) assert.ok(told.has(event.line), `${event.alias}: ${date} became ${dateBack}`);
		}
	});
}
