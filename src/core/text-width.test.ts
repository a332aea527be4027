import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureText, wrapText } from './text-width.ts';

test('lines break at spaces and hold the room given', () => {
	assert.deepEqual(wrapText('one two', 1000, 12), ['one two']);
	assert.deepEqual(wrapText('one two three', 60, 12), ['one two', 'three']);
	assert.deepEqual(wrapText('incomprehensibilities', 10, 12), ['incomprehensibilities']);
	assert.deepEqual(wrapText('', 10, 12), ['']);
});

test('a text is never measured narrower than in DejaVu Sans', () => {
	// As Chromium's canvas measured them in 12 px DejaVu Sans.
	const MEASURED = [
		['Trial jury convicts on seven of ten counts', 245.77],
		['23–26 May 2021', 99.52],
		['WWW mmm', 74.48],
		['abcdefghijklmnopqrstuvwxyz', 175.75],
		['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 209.66],
	] as const;
	for (const [text, width] of MEASURED) assert.ok(measureText(text, 12) >= width, text);
});
