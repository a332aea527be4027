import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseYaml } from './frontmatter.ts';
import { appendToYamlList, toYaml, toYamlText } from './write-yaml.ts';

const ENTRY = { id: 'new-one', URL: 'https://example.org/a#b', title: '' };
const references = (text: string) => {
	const { value, problems } = parseYaml(text);
	assert.deepEqual(problems, []);
	return (value as { references: unknown[] }).references;
};

test('an entry goes behind the last one, and all that stands above is as it was', () => {
	const text =
		'# about\nreferences:\n  - id: one   # first\n    title: "One: two"\n\n  # second\n  - id: two\n';
	const after = appendToYamlList(text, 'references', ENTRY, 'to be\nfilled in') ?? '';
	assert.ok(after.startsWith(text));
	assert.deepEqual(references(after), [{ id: 'one', title: 'One: two' }, { id: 'two' }, ENTRY]);
	assert.match(after, /\n {2}# to be\n {2}# filled in\n {2}- id: new-one\n/);
});

test('an entry goes into a list that is empty, or not at the end', () => {
	for (const text of ['# about\nreferences: []\n', '# about\nreferences:\n  - id: one\nother: x\n']) {
		const after = appendToYamlList(text, 'references', ENTRY, 'to be filled in') ?? '';
		assert.match(after, /^# about\n/);
		assert.match(after, /# to be filled in\n/);
		assert.deepEqual(references(after).at(-1), ENTRY);
	}
	for (const text of ['references: none\n', 'references:\n', '', '- a\n', 'references: [\n'])
		assert.equal(appendToYamlList(text, 'references', ENTRY, ''), undefined, text);
});

const TEXTS = [
	'plain',
	'- dash',
	'a: b',
	'# no',
	'"both\' kinds"',
	'2024',
	'true',
	'[a..b]',
	' padded ',
	'',
	'ä\u202e',
	'\ttab',
	'two\nlines',
	'@at',
	'~',
];

test('every text is read back as it was written', () => {
	for (const text of TEXTS) {
		assert.deepEqual(parseYaml(toYaml({ title: text, list: [text] })).value, { title: text, list: [text] });
		assert.deepEqual(parseYaml(`title: ${toYamlText(text)}\n`).value, { title: text });
	}
});
