import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { CARD_SIZE } from '../../core/cards.ts';
import { makeContent, makeEvent } from '../../core/testing.ts';
import { makeTimeline } from '../../core/timeline.ts';
import { wordsFor } from '../../i18n/index.ts';
import { makeCards } from './make-cards.ts';
import { parseRanges, readCoverage } from './typeface.ts';

const scratch = mkdtempSync(join(tmpdir(), 'timeline-cards-'));
after(() => rmSync(scratch, { recursive: true }));

const TITLES = {
	'bridge-opens': 'Bridge opens',
	'long-one': 'A title '.repeat(14).trim(),
	arabic: 'افتتاح الجسر',
	polish: 'Zażółć gęślą jaźń: “Łódź”',
};
const build = (titles: Record<string, string>, name: string) =>
	makeCards(
		makeTimeline(
			makeContent({ events: Object.entries(titles).map(([id, title]) => makeEvent(id, { title })) }),
			{ drafts: false },
		),
		wordsFor('en'),
		{ folder: join(scratch, name), cache: join(scratch, 'cache') },
	);
const read = (name: string, card: string) => readFileSync(join(scratch, name, `${card}.png`));

test('cards have their size; the second build makes none and gives the same bytes; a change makes its own anew', async () => {
	const first = await build(TITLES, 'first');
	assert.deepEqual(first, { made: 5, kept: 0, untitled: ['arabic'] });
	assert.deepEqual(await build(TITLES, 'second'), { made: 0, kept: 5, untitled: ['arabic'] });
	for (const card of [...Object.keys(TITLES), 'page--home']) {
		const { width, height, format } = await sharp(read('first', card)).metadata();
		assert.deepEqual({ width, height, format }, { ...CARD_SIZE, format: 'png' }, card);
		assert.ok(read('first', card).length <= 60_000, card);
		assert.deepEqual(read('second', card), read('first', card));
	}
	const { arabic: _, ...rest } = TITLES;
	const third = await build({ ...rest, 'bridge-opens': 'Bridge opens at last' }, 'third');
	// All are of one day, whose line in the drawing of the whole stays where one of them goes.
	assert.deepEqual(third, { made: 1, kept: 3, untitled: [] });
	assert.equal(readdirSync(join(scratch, 'cache')).length, 4);
});

test('made again with nothing kept, a card is the same to the byte', async () => {
	await build(TITLES, 'before');
	rmSync(join(scratch, 'cache'), { recursive: true });
	await build(TITLES, 'again');
	for (const card of Object.keys(TITLES)) assert.deepEqual(read('again', card), read('before', card), card);
});

test('a title that the typeface cannot draw is left out, not drawn as empty boxes', async () => {
	await build({ arabic: TITLES.arabic }, 'arabic');
	await build({ arabic: '漢字' }, 'han');
	assert.deepEqual(read('han', 'arabic'), read('arabic', 'arabic'));
});

test('which characters the typeface has', async () => {
	const canDraw = await readCoverage();
	for (const text of ['José’s “jury” – 8 May', 'Łódź', '']) assert.ok(canDraw(text), text);
	for (const text of ['שלום', '漢', 'Bridge 🌉', 'Киев']) assert.ok(!canDraw(text), text);
	assert.deepEqual(parseRanges('@font-face{src:url(./files/x.woff2);unicode-range:U+0-FF,U+131}', 'x'), [
		[0, 0xff],
		[0x131, 0x131],
	]);
});
