import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { oneAtATime } from './one-at-a-time.ts';

/** Work whose runs end when told, in order. */
function slowWork() {
	const ends: ((error?: Error) => void)[] = [];
	let running = 0;
	let most = 0;
	const failed: unknown[] = [];
	const ask = oneAtATime(
		async () => {
			most = Math.max(most, ++running);
			await new Promise<void>((resolve, reject) =>
				ends.push((error) => (error ? reject(error) : resolve())),
			).finally(() => running--);
		},
		(error) => failed.push(error),
	);
	return { ask, ends, failed, most: () => most };
}

test('what is asked for many times during a run runs once more, after it', async () => {
	const { ask, ends, most } = slowWork();
	ask();
	ask();
	ask();
	await setImmediate();
	assert.equal(ends.length, 1);
	ends[0]?.();
	await setImmediate();
	assert.equal(ends.length, 2);
	ends[1]?.();
	await setImmediate();
	assert.deepEqual([ends.length, most()], [2, 1]);
});

test('after a run that fails the next one runs', async () => {
	const { ask, ends, failed } = slowWork();
	const error = new Error('no disk');
	ask();
	ends[0]?.(error);
	await setImmediate();
	assert.deepEqual(failed, [error]);
	ask();
	assert.equal(ends.length, 2);
});
