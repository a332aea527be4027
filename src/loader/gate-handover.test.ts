import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeContent } from '../core/testing.ts';
import { handOver, takeOver } from './gate-handover.ts';

test('what the gate has read is taken once, for its own folder only', () => {
	const content = makeContent();
	handOver('/a/content', content);
	assert.equal(takeOver('/b/content'), undefined);
	assert.equal(takeOver('/a/content'), content);
	assert.equal(takeOver('/a/content'), undefined);
});
