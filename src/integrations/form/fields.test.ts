import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventFields } from '../../core/event.ts';
import { makeContent, makeEvent } from '../../core/testing.ts';
import {
	CHOICES,
	CHOSEN_FROM,
	EVENT_SCHEMA,
	makeFormFields,
	WIDGETS,
	type Choices,
	type FieldSchema,
	type FormField,
} from './fields.ts';
import { makeSettings } from './settings.ts';

const choices = Object.fromEntries(
	CHOICES.map((list) => [list, [{ label: `One of ${list}`, value: `one-${list}` }]]),
) as Choices;
const fields = makeFormFields(choices, '2026-11-23').filter(({ name }) => name !== 'body');

/** Every field with its path, those inside others too. */
function walk(list: readonly FormField[], path = ''): [path: string, field: FormField][] {
	return list.flatMap((field) => {
		const at = path ? `${path}.${field.name}` : field.name;
		return [[at, field] as [string, FormField], ...walk(field.fields ?? [], at)];
	});
}

function walkSchema(schema: FieldSchema, path = ''): [path: string, field: FieldSchema, needed: boolean][] {
	return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
		const at = path ? `${path}.${name}` : name;
		const needed = schema.required?.includes(name) ?? false;
		return [[at, field, needed] as [string, FieldSchema, boolean], ...walkSchema(field.items ?? field, at)];
	});
}

test('every field of the gate is in the form, in its order, and no other', () => {
	assert.deepEqual(
		fields.map(({ name }) => name),
		Object.keys(eventFields.shape),
	);
	assert.deepEqual(
		walk(fields).map(([path]) => path),
		walkSchema(EVENT_SCHEMA).map(([path]) => path),
	);
});

test('what the gate needs the form needs, but inside what may be left out as a whole', () => {
	const form = new Map(walk(fields));
	for (const [path, , needed] of walkSchema(EVENT_SCHEMA)) {
		const parent = form.get(path.replace(/\.[^.]+$/, ''));
		const mayGo = path.includes('.') && parent?.widget === 'object';
		assert.equal(form.get(path)?.required, needed && !mayGo, path);
	}
	// The schema the form is made of is the gate's: what it needs, the gate misses.
	for (const name of EVENT_SCHEMA.required ?? [])
		assert.ok(
			eventFields.safeParse({}).error?.issues.some(({ path }) => path.join() === name),
			name,
		);
});

test('a choice has the same values in both', () => {
	const form = new Map(walk(fields));
	let count = 0;
	for (const [path, { enum: values }] of walkSchema(EVENT_SCHEMA)) {
		if (!values) continue;
		count++;
		const field = form.get(path);
		assert.equal(field?.widget, 'select', path);
		assert.deepEqual(
			field?.options?.map(({ value }) => value),
			values,
			path,
		);
	}
	assert.equal(count, 4);
});

test('lists are lists, groups are groups, and what is named by an id is chosen', () => {
	const form = new Map(walk(fields));
	for (const [path, schema] of walkSchema(EVENT_SCHEMA)) {
		const { widget, multiple = false, options } = form.get(path) ?? {};
		if (schema.type === 'array') assert.ok(widget === 'list' || (widget === 'select' && multiple), path);
		else if (schema.type === 'object') assert.equal(widget, 'object', path);
		else assert.ok(!multiple && widget !== 'list' && widget !== 'object', path);
		if (widget === 'select') assert.ok((options?.length ?? 0) > 0, path);
	}
	// No entry of the tables is about a field that is gone.
	for (const path of [...Object.keys(CHOSEN_FROM), ...Object.keys(WIDGETS)])
		assert.ok(form.has(path.replace('*', 'part-of')), path);
	for (const path of ['relates.part-of', 'relates.reverses', 'people', 'quotes.source'])
		assert.equal(form.get(path)?.widget, 'select', path);
});

test('the choices are those of the case, and a new event has no name that is taken', () => {
	const content = makeContent({
		events: [makeEvent('bridge-opens', { aliases: ['bridge'] })],
		people: [{ id: 'ada', name: 'Ada' }],
	});
	const { config, taken } = makeSettings(
		content,
		{
			backend: { name: 'proxy', proxy_url: '/edit/api' },
			folder: 'content',
			address: 'http://127.0.0.1:4321/',
			today: '2026-11-23',
		},
		{ allowUnsourced: false },
	);
	assert.deepEqual(taken, ['bridge-opens', 'bridge']);
	const { collections, media_folder: media } = config as {
		collections: { folder: string; delete: boolean; fields: FormField[] }[];
		media_folder: string;
	};
	assert.equal(collections[0]?.folder, 'content/events');
	assert.equal(collections[0]?.delete, false);
	assert.equal(media, 'content/media');
	const form = new Map(walk(collections[0]?.fields ?? []));
	assert.deepEqual(form.get('people')?.options, [{ label: 'Ada', value: 'ada' }]);
	assert.deepEqual(form.get('category')?.options, [{ label: 'Courts', value: 'court' }]);
	assert.deepEqual(form.get('quotes.source')?.options, [
		{ label: 'paper-one: Bridge opens at last', value: 'paper-one' },
	]);
	assert.deepEqual(form.get('relates.part-of')?.options, [
		{ label: '2024-08-12 Bridge opens', value: 'bridge-opens' },
	]);
	assert.equal(form.get('added')?.default, '2026-11-23');
});
