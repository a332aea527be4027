import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeQrCode } from './qr-code.ts';

const { size, path } = makeQrCode('https://timeline.example/events/2024-08-12-bridge-opens.html');
const dark = new Set<string>();
for (const [, y, row = ''] of path.matchAll(/M0 (\d+)\.5([^M]*)/g)) {
	let x = 0;
	for (const [, draws, length] of row.matchAll(/([hm])(\d+)/g))
		for (const end = x + Number(length); x < end; x++) if (draws === 'h') dark.add(`${x},${y}`);
}

test('the three corners are there, and nothing stands in the quiet zone', () => {
	const ring = (x: number, y: number) =>
		Array.from({ length: 7 }, (_, step) => [
			`${x + step},${y}`,
			`${x + step},${y + 6}`,
			`${x},${y + step}`,
			`${x + 6},${y + step}`,
		]).flat();
	for (const [x, y] of [
		[4, 4],
		[size - 11, 4],
		[4, size - 11],
	] as const)
		for (const cell of ring(x, y)) assert.ok(dark.has(cell), cell);
	for (const cell of dark)
		for (const at of cell.split(',').map(Number)) assert.ok(at >= 4 && at < size - 4, cell);
});

test('the same address gives the same code, another address another', () => {
	assert.equal(makeQrCode('https://timeline.example/').path, makeQrCode('https://timeline.example/').path);
	assert.notEqual(
		makeQrCode('https://timeline.example/a').path,
		makeQrCode('https://timeline.example/b').path,
	);
});
