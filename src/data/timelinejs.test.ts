import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from '../core/date.ts';
import { CASES, HOSTILE, words } from './testing.ts';
import { toSlideDates, toTimelineJs } from './timelinejs.ts';

/** EDTF, and the first and last date of a slide as far as sources give them. */
const SLIDES = [
	['2024-08-12', [2024, 8, 12]],
	['2024-08', [2024, 8]],
	['2024', [2024]],
	['2021-05-23/2021-05-26', [2021, 5, 23], [2021, 5, 26]],
	['2024-11-28/2024-12', [2024, 11, 28], [2024, 12]],
	['2024/..', [2024]],
	['../1969-07', [1969, 7]],
	['[2026-03-04..2026-05-15]', [2026, 3, 4], [2026, 5, 15]],
	['[1969,1971-02]', [1969], [1971, 2]],
	['196X', [1960], [1969]],
	['2001-21', [2001]],
	['-0043-03-15', [-44, 3, 15]],
	['-0269~', [-270]],
	['0000', [-1]],
	['-0043/0014', [-44], [14]],
] as const;

for (const [edtf, from, to] of SLIDES)
	test(`${edtf} has no month or day that it does not give`, () => {
		const parsed = parseDate(edtf);
		assert.ok(parsed.ok);
		const { start_date, end_date } = toSlideDates(parsed.date);
		assert.deepEqual(Object.values(start_date), from);
		assert.deepEqual(end_date && Object.values(end_date), to);
	});

for (const [name, timeline] of CASES)
	test(`${name}: a title slide, a slide for each event, the eras, all text as HTML`, () => {
		const { title, events, eras } = toTimelineJs(timeline, words);
		assert.deepEqual(
			events.map(({ unique_id, edtf }) => [unique_id, edtf]),
			timeline.events.map(({ id, date }) => [id, date.edtf]),
		);
		assert.ok(title.text.headline);
		assert.equal(eras.length, timeline.site.eras.length);
		for (const { text, group } of events) {
			const left = `${text.headline}${group}${text.text?.replace(/<\/?(?:p|a)(?: href="[^"<]*")?>/g, '')}`;
			assert.doesNotMatch(left, /[<]|&(?!(?:amp|lt|gt|quot|apos|#\w+);)/);
		}
		if (name === 'a hard case') assert.ok(!JSON.stringify(events).includes(HOSTILE.slice(0, 8)));
	});
