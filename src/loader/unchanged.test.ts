import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ifChanged } from './unchanged.ts';

test('a text is read again only when it has changed', () => {
	let readings = 0;
	const read = (text: string) => ifChanged('a file', text, () => ({ text, reading: ++readings }));
	const first = read('one');
	assert.equal(read('one'), first);
	assert.deepEqual(read('two'), { text: 'two', reading: 2 });
	assert.deepEqual(read('one'), { text: 'one', reading: 3 });
});
