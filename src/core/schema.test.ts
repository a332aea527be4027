import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId } from './schema.ts';

test('an id is small letters of any script, digits, and hyphens between them', () => {
	for (const id of ['2024-08-12-verdict', 'a', 'ärger-2024', 'हिन्दी', '判決-2024', '2018-11'])
		assert.ok(isId(id), id);
	for (const id of ['', '-a', 'a-', 'a--b', 'A', 'a b', 'a_b', 'a.b', '../a', 'a/b', 'É', 'a\n'])
		assert.ok(!isId(id), id);
});
