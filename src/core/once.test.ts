import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oncePerPair } from './once.ts';

test('a pair of objects has its result made once, another pair its own', () => {
	const asked: string[] = [];
	const join = oncePerPair((a: { of: string }, b: { of: string }) => {
		asked.push(a.of + b.of);
		return { of: a.of + b.of };
	});
	const [one, two] = [{ of: '1' }, { of: '2' }];
	assert.equal(join(one, two), join(one, two));
	assert.deepEqual([join(one, two), join(two, one)], [{ of: '12' }, { of: '21' }]);
	assert.deepEqual(asked, ['12', '21']);
});
