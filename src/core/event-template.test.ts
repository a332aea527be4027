import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYaml, splitFrontmatter } from '../loader/frontmatter.ts';
import { eventFields, parseEvent } from './event.ts';
import { eventTemplate, OPTIONAL_FIELDS } from './event-template.ts';
import { makeContent } from './testing.ts';

const { categories } = makeContent().site;
const file = eventTemplate(
	{
		date: '[2026-03-04..2026-05-15]',
		title: 'Title: "quoted"',
		category: 'court',
		importance: '2',
		source: 'paper-one',
		today: '2026-11-23',
	},
	categories,
	JSON.stringify,
);

function read(text: string) {
	const parts = splitFrontmatter(text);
	if ('problem' in parts) throw new Error(parts.problem);
	const { value, problems } = parseYaml(parts.yaml);
	assert.deepEqual(problems, []);
	return { fields: value as Record<string, unknown>, body: parts.body };
}

test('a fresh file lacks its summary and text, and nothing else', () => {
	const { fields, body } = read(file);
	const { event, problems, bodyProblems } = parseEvent('2026-title', fields, body);
	assert.deepEqual(
		problems.map(({ path, lacking }) => [path, lacking]),
		[[['summary'], true]],
	);
	assert.deepEqual(
		bodyProblems.map(({ says, lacking }) => [says.split('.')[0], lacking]),
		[['has no text', true]],
	);
	assert.equal(event?.title, 'Title: "quoted"');
	assert.equal(event?.date.edtf, '[2026-03-04..2026-05-15]');
	assert.equal(event?.draft, true);
});

test('every field of an event is explained, and each example is taken when its # goes', () => {
	const uncommented = file.replace(/^# (?=[a-z-]+: [[{\w])/gm, (mark, at: number) => {
		const key = /^# ([a-z-]+)/.exec(file.slice(at))?.[1] ?? '';
		return key in OPTIONAL_FIELDS ? '' : mark;
	});
	const { fields } = read(uncommented.replace('summary:', 'summary: It ended.'));
	assert.deepEqual(Object.keys(fields).sort(), Object.keys(eventFields.shape).sort());
	const later = { ...fields, added: '2026-11-23', updated: '2026-12-01' };
	assert.deepEqual(parseEvent('2026-title', later, 'It ended. [@paper-one]').problems, []);
});
