import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ifChanged, onlyChanged } from './unchanged.ts';

test('a text is read again only when it has changed', () => {
	let readings = 0;
	const read = (text: string) => ifChanged('a file', text, () => ({ text, reading: ++readings }));
	const first = read('one');
	assert.equal(read('one'), first);
	assert.deepEqual(read('two'), { text: 'two', reading: 2 });
	assert.deepEqual(read('one'), { text: 'one', reading: 3 });
});

test('of many items only those that changed are made again, and those that went are forgotten', () => {
	const memory = new Map<string, string>();
	const asked: string[][] = [];
	const make = (items: { id: string; title: string }[]) => {
		asked.push(items.map(({ id }) => id));
		return new Map(items.map(({ id, title }) => [id, title.toUpperCase()]));
	};
	const [a, b] = [
		{ id: 'a', title: 'one' },
		{ id: 'b', title: 'two' },
	];
	onlyChanged(memory, [a, b], make);
	const second = onlyChanged(memory, [{ ...a, title: 'three' }, b], make);
	assert.deepEqual(
		[...second],
		[
			['a', 'THREE'],
			['b', 'TWO'],
		],
	);
	assert.deepEqual(asked, [['a', 'b'], ['a']]);
	assert.equal(memory.size, 2);
});
