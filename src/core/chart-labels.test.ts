import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stackTexts } from './chart-labels.ts';

test('labels stand as near as what is there lets them', () => {
	const label = (offset: number, width: number) => ({ offset, width, height: 15 });
	assert.deepEqual(stackTexts([label(0, 50), label(100, 50)]), [0, 0]);
	assert.deepEqual(stackTexts([label(0, 150), label(100, 50)]), [21, 0]);
	assert.deepEqual(stackTexts([]), []);
});
