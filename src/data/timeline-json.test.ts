import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parseDate } from '../core/date.ts';
import { formatDate } from '../core/date-words.ts';
import { CASES, WITHDRAWN, words } from './testing.ts';
import { DATA_FILES } from './files.ts';
import { makeTimelineSchema, SHAPES, type TimelineJson } from './timeline-json.ts';

const schema = makeTimelineSchema('A case', 'https://timeline.example/', words.data.meanings);

for (const [name, timeline] of CASES) {
	const data = JSON.parse(DATA_FILES['timeline.json'](timeline, words)) as TimelineJson;

	test(`${name}: the file is as its published schema says`, () => {
		const validator = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
		const published = JSON.parse(DATA_FILES['timeline.schema.json'](timeline, words)) as object;
		assert.ok(validator.validate(published, data), validator.errorsText());
		assert.ok(!validator.validate(published, { ...data, events: [{}] }));
		assert.ok(!validator.validate(published, { ...data, surprise: true }));
	});

	test(`${name}: every event is in it, in order, with the date of its file`, () => {
		assert.deepEqual(
			data.events.map(({ id }) => id),
			timeline.events.map(({ id }) => id),
		);
		for (const { date } of data.events) {
			const parsed = parseDate(date.edtf);
			assert.ok(parsed.ok);
			assert.equal(date.words, formatDate(parsed.date, words.date));
		}
	});

	test(`${name}: every id it names is one it has`, () => {
		const has = (list: readonly { id: string }[]) => new Set(list.map(({ id }) => id));
		const [events, people, categories] = [has(data.events), has(data.people), has(data.categories)];
		const sources = has(timeline.sources);
		for (const event of data.events) {
			assert.ok(categories.has(event.category), event.id);
			for (const person of event.people) assert.ok(people.has(person), event.id);
			for (const source of event.sources) assert.ok(sources.has(source), event.id);
			for (const other of Object.values(event.relates).flat()) assert.ok(events.has(other), event.id);
		}
	});

	test(`${name}: of what was withdrawn it has the notice alone`, () => {
		assert.deepEqual(
			data.withdrawn.map(({ id, date, reason }) => ({ id, date, reason })),
			timeline.withdrawn.map(({ id, withdrawn }) => ({ id, ...withdrawn })),
		);
		const text = JSON.stringify(data);
		for (const event of timeline.withdrawn)
			for (const gone of [event.title, event.summary]) assert.ok(!text.includes(gone), gone);
	});
}

test('what was withdrawn is related to nothing', () => {
	const [, hard] = CASES[0] ?? [];
	assert.ok(hard);
	const data = JSON.parse(DATA_FILES['timeline.json'](hard, words)) as TimelineJson;
	assert.equal(data.withdrawn[0]?.reason, WITHDRAWN.reason);
	assert.deepEqual(data.events.find(({ id }) => id === 'hostile')?.relates, { 'part-of': ['event-1'] });
});

test('the schema says of every field what it means, and of none what another means', () => {
	const { $defs, ...whole } = schema as Described & { $defs: Record<string, Described> };
	for (const [shape, { properties }] of Object.entries({ ...$defs, timeline: whole }))
		assert.deepEqual(
			Object.fromEntries(Object.entries(properties).map(([field, { description }]) => [field, description])),
			words.data.meanings[shape as keyof typeof SHAPES],
		);
	assert.deepEqual(
		Object.keys($defs).sort(),
		Object.keys(SHAPES)
			.filter((name) => name !== 'timeline')
			.sort(),
	);
});

interface Described {
	properties: Record<string, { description?: string }>;
}
