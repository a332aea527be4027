import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutRange } from './worker/range.ts';

const kept = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });

for (const [range, text, place] of [
	['bytes=0-', '0123456789', 'bytes 0-9/10'],
	['bytes=3-5', '345', 'bytes 3-5/10'],
	['bytes=8-99', '89', 'bytes 8-9/10'],
	['bytes=-4', '6789', 'bytes 6-9/10'],
	['bytes=-40', '0123456789', 'bytes 0-9/10'],
] as const)
	test(`${range} is that part of the file`, async () => {
		const response = await cutRange(kept(), range);
		assert.equal(response.status, 206);
		assert.equal(await response.text(), text);
		assert.equal(response.headers.get('content-range'), place);
		assert.equal(response.headers.get('content-length'), String(text.length));
		assert.equal(response.headers.get('content-type'), 'audio/mpeg');
	});

for (const range of ['bytes=10-', 'bytes=-0'])
	test(`${range} is no part of it`, async () => {
		const response = await cutRange(kept(), range);
		assert.equal(response.status, 416);
		assert.equal(response.headers.get('content-range'), 'bytes */10');
	});

for (const range of [null, '', 'bytes=-', 'bytes=5-3', 'bytes=1-2,4-5', 'lines=1-2'])
	test(`${range} gets the whole`, async () => {
		const response = await cutRange(kept(), range);
		assert.equal(response.status, 200);
		assert.equal(await response.text(), '0123456789');
	});
