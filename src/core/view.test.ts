import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toDay } from './calendar.ts';
import {
	countChoices,
	dropFilter,
	filterToDrop,
	findShown,
	parseEdge,
	parseView,
	viewToPairs,
	WHOLE,
	type ViewedEvent,
} from './view.ts';

const KNOWN = {
	events: new Set(['first', 'second', 'drei-ü']),
	aliases: new Map([['event-drei', 'drei-ü']]),
	categories: new Set(['court', 'federal']),
	people: new Set(['jane-doe', 'jan-novák']),
	statuses: new Set(['established', 'alleged']),
};

const event = (id: string, change: Partial<ViewedEvent>): ViewedEvent => ({
	id,
	start: toDay(2024, 0, 10),
	end: toDay(2024, 0, 12),
	category: 'court',
	people: [],
	status: 'established',
	title: '',
	summary: '',
	names: [],
	...change,
});

const ADDRESSES = [
	['', '', WHOLE],
	['?from=2024&to=2025-06', '', { ...WHOLE, from: '2024', to: '2025-06' }],
	['?category=federal&category=court&category=court', '', { ...WHOLE, categories: ['federal', 'court'] }],
	['?person=jan-nov%C3%A1k&status=alleged', '', { ...WHOLE, people: ['jan-novák'], statuses: ['alleged'] }],
	['?q=%20grand%20jury%20&order=newest', '', { ...WHOLE, query: 'grand jury', newestFirst: true }],
	['', '#drei-%C3%BC', { ...WHOLE, selected: 'drei-ü' }],
	['', '#event-drei', { ...WHOLE, selected: 'drei-ü' }],
	['?from=2024-13&to=soon&category=%3Cscript%3E&order=up&x=1', '#%E0%A4%A', WHOLE],
	['?from=2023-02-29&to=2024-02-29', '#nowhere', { ...WHOLE, to: '2024-02-29' }],
] as const;

for (const [search, hash, view] of ADDRESSES)
	test(`an address is read as what it can mean: ${search}${hash}`, () => {
		assert.deepEqual(parseView([...new URLSearchParams(search)], hash, KNOWN), view);
	});

const anyView = fc.record(
	{
		from: fc.constantFrom(undefined, '2024', '2024-02', '2024-02-29', '-0044'),
		to: fc.constantFrom(undefined, '2025', '2025-12-31'),
		categories: fc.subarray(['court', 'federal']),
		people: fc.subarray(['jan-novák', 'jane-doe']),
		statuses: fc.subarray(['alleged', 'established']),
		query: fc.string({ maxLength: 40 }).map((text) => text.trim()),
		newestFirst: fc.boolean(),
		selected: fc.constantFrom(undefined, 'first', 'drei-ü'),
	},
	{ noNullPrototype: true },
);

test('a view is the same after a trip through the address', () => {
	fc.assert(
		fc.property(anyView, (view) => {
			const query = new URLSearchParams(viewToPairs(view)).toString();
			const back = parseView([...new URLSearchParams(query)], encodeURIComponent(view.selected ?? ''), KNOWN);
			assert.deepEqual(back, view);
		}),
	);
});

test('no address, however wild, throws or names what is not there', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), (search, hash) => {
			const view = parseView([...new URLSearchParams(search)], hash, KNOWN);
			assert.ok(view.categories.every((value) => KNOWN.categories.has(value)));
			assert.ok(view.selected === undefined || KNOWN.events.has(view.selected));
		}),
	);
});

const EDGES = [
	['2024', '2024-01-01', '2024-12-31'],
	['2024-02', '2024-02-01', '2024-02-29'],
	['2023-02-28', '2023-02-28', '2023-02-28'],
	['-0044', '-0044-01-01', '-0044-12-31'],
	['-10000', '-10000-01-01', '-10000-12-31'],
	['12000-02', '12000-02-01', '12000-02-29'],
] as const;

for (const [text, first, last] of EDGES)
	test(`both ends of a range are inclusive: ${text}`, () => {
		assert.deepEqual(parseEdge(text), { first: parseEdge(first)?.first, last: parseEdge(last)?.last });
	});

for (const text of ['02024', '-00044', '999999', '-271821', '2024-1', '1e9', '+2024', '20240-13'])
	test(`what no address of this site would say is no edge: ${text}`, () => {
		assert.equal(parseEdge(text), undefined);
	});

test('an event is in a range when any of its days is', () => {
	const events = [event('january', {}), event('open', { end: null }), event('since ever', { start: null })];
	const shown = (from: string | undefined, to: string | undefined) => [
		...findShown(events, { ...WHOLE, from, to }),
	];
	assert.deepEqual(shown('2024-01-12', undefined), ['january', 'open', 'since ever']);
	assert.deepEqual(shown('2024-01-13', undefined), ['open']);
	assert.deepEqual(shown(undefined, '2024-01-09'), ['since ever']);
	assert.deepEqual(shown('2024-01-01', '2024-01-31'), ['january', 'open', 'since ever']);
});

const CASE = [
	event('a', { category: 'court', people: ['jane-doe'], title: 'Jury convicts José' }),
	event('b', { category: 'federal', people: ['jane-doe', 'jan-novák'], status: 'alleged' }),
	event('c', { category: 'federal', people: ['jan-novák'] }),
];

const FILTERS = [
	[{ categories: ['court', 'federal'] }, ['a', 'b', 'c'], 'choices of one filter are "or"'],
	[{ categories: ['federal'], people: ['jane-doe'] }, ['b'], 'filters are "and"'],
	[{ query: 'jose JURY' }, ['a'], 'words are found without case, accents or order'],
	[{ query: 'nothing' }, [], 'a word that is nowhere finds nothing'],
] as const;

for (const [change, ids, promise] of FILTERS)
	test(promise, () => {
		assert.deepEqual([...findShown(CASE, { ...WHOLE, ...change })], ids);
	});

test('a choice is counted with the other filters standing and its own laid aside', () => {
	const view = { ...WHOLE, categories: ['court'], people: ['jan-novák'] };
	assert.deepEqual(Object.fromEntries(countChoices(CASE, view, 'category')), { federal: 2 });
	assert.deepEqual(Object.fromEntries(countChoices(CASE, view, 'person')), { 'jane-doe': 1 });
});

test('the filter to drop is the one without which most is shown', () => {
	const view = { ...WHOLE, categories: ['federal'], people: ['jane-doe'], query: 'convicts' };
	assert.equal(findShown(CASE, view).size, 0);
	assert.equal(filterToDrop(CASE, view), 'category');
	assert.deepEqual([...findShown(CASE, dropFilter(view, 'category'))], ['a']);
	assert.equal(filterToDrop(CASE, WHOLE), undefined);
});
