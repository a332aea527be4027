import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseYaml, splitFrontmatter, type SplitFile } from './frontmatter.ts';

fc.configureGlobal({ seed: 20_261_123, numRuns: 500 });

function split(text: string): SplitFile {
	const parts = splitFrontmatter(text);
	assert.ok(!('problem' in parts), `${JSON.stringify(text)}: ${'problem' in parts && parts.problem}`);
	return parts;
}

test('front matter and body are parted at the second line of three hyphens', () => {
	const table: [text: string, yaml: string, body: string, bodyLine: number][] = [
		['---\na: b\n---\nbody', 'a: b\n', 'body', 4],
		['---\na: b\n---\n\nbody', 'a: b\n', '\nbody', 4],
		['---\r\na: b\r\n---\r\nbody\r\n', 'a: b\r\n', 'body\r\n', 4],
		['---\na: b\n---', 'a: b\n', '', 3],
		['---\n---\n', '', '', 3],
		['--- \na: b\n---\t\nbody', 'a: b\n', 'body', 4],
		['---\na: b\n---\none\n\n---\n\ntwo', 'a: b\n', 'one\n\n---\n\ntwo', 4],
		['---\na: b\n----\n---\nbody', 'a: b\n----\n', 'body', 5],
		['---\na: |\n  ---\n---\nbody', 'a: |\n  ---\n', 'body', 5],
	];
	for (const [text, yaml, body, bodyLine] of table)
		assert.deepEqual(split(text), { yaml, yamlLine: 2, body, bodyLine }, text);
});

test('a file that has no front matter is told so', () => {
	const table: [text: string, says: RegExp][] = [
		['a: b\n---\n', /^starts with "a: b"\. The first line is ---,/],
		[' ---\na: b\n---\n', /^starts with " ---"/],
		['\n---\na: b\n---\n', /^starts with ""/],
		['---\na: b\n', /^has no second --- line\./],
		['---', /The first line is ---|no second ---/],
		['', /The first line is ---/],
	];
	for (const [text, says] of table) {
		const parts = splitFrontmatter(text);
		assert.match('problem' in parts ? parts.problem : 'no problem', says, text);
	}
});

test('every value is the text that was written: no numbers, days or yes and no are guessed', () => {
	const written = [
		'-0044',
		'0099',
		'1914',
		'1914-02-31',
		'2024-08-12',
		'true',
		'no',
		'null',
		'~',
		'1_000',
		'0x1f',
		'1e3',
		'.inf',
		'12:30',
	];
	for (const text of written) assert.deepEqual(parseYaml(`value: ${text}`).value, { value: text }, text);
	assert.deepEqual(parseYaml('value:').value, { value: '' });
});

test('a date keeps its source text, brackets and all, quoted or not', () => {
	const table: [yaml: string, date: string][] = [
		['date: [2026-03-04..2026-05-15]', '[2026-03-04..2026-05-15]'],
		['date: [2021,2022] # or later', '[2021,2022]'],
		['date: "[2021,2022]"', '[2021,2022]'],
		['date: {2021,2022}', '{2021,2022}'],
		['date: [..2024]', '[..2024]'],
		['date: ../2024', '../2024'],
		['date: /2024', '/2024'],
		['date: 2024/..', '2024/..'],
		['date: 2025-05-06~', '2025-05-06~'],
		['date: 2025?', '2025?'],
		['date: 2025% # both', '2025%'],
		["date: '-0044'", '-0044'],
		['date: -0044', '-0044'],
	];
	for (const [yaml, date] of table) {
		const { value, problems } = parseYaml(yaml);
		assert.deepEqual([value, problems], [{ date }, []], yaml);
	}
	assert.deepEqual(parseYaml('roles:\n  - from: [..2018]\n    to: [2020,2021]').value, {
		roles: [{ from: '[..2018]', to: '[2020,2021]' }],
	});
});

test('lists that are lists stay lists', () => {
	assert.deepEqual(parseYaml('people: [a, b]\nsources:\n  - c').value, {
		people: ['a', 'b'],
		sources: ['c'],
	});
	assert.deepEqual(parseYaml('- id: a\n- id: b').value, [{ id: 'a' }, { id: 'b' }]);
});

const EVENT = [
	'title: "Jury: convicts"', // line 2 of the file
	'summary: >',
	'  Two',
	'  lines.',
	'people: [a, b]',
	'quotes:',
	'  - text: "One."',
	'    source: s',
	'  - {text: "Two.", source: t}',
	'relates: {responds-to: [x,',
	'    y]}',
].join('\n');

test('every field knows its line in the file', () => {
	const { lineOf } = parseYaml(EVENT, 2);
	const table: [path: (string | number)[], line: number][] = [
		[['title'], 2],
		[['summary'], 3],
		[['people'], 6],
		[['people', 1], 6],
		[['quotes'], 7],
		[['quotes', 0], 8],
		[['quotes', 0, 'source'], 9],
		[['quotes', 1], 10],
		[['quotes', 1, 'text'], 10],
		[['relates', 'responds-to', 0], 11],
		[['relates', 'responds-to', 1], 12],
	];
	for (const [path, line] of table) assert.equal(lineOf(path), line, path.join('.'));
	assert.equal(lineOf(['quotes', 1, 'text'], true), 10);
	assert.equal(lineOf(['quotes', 0, 'speaker']), 8, 'a missing field stands where its parent does');
	assert.equal(lineOf(['quotes', 9, 'text']), 7);
});

test('lines are the same with Windows line ends', () => {
	assert.equal(parseYaml(EVENT.replaceAll('\n', '\r\n'), 2).lineOf(['quotes', 0, 'source']), 9);
});

test('YAML that cannot be read is a problem with its line, never a throw or a guess', () => {
	const table: [yaml: string, line: number][] = [
		['title: one: two', 2],
		['a: b\ntitle: "open', 3],
		['a: b\ntitle: @handle', 3],
		['a: b\ntitle: *stressed*', 3],
		['title: *stressed', 2],
		['a: [b', 2],
		['\ta: b', 2],
		['a: &x {b: *x}', 2],
		['a: b\na: c', 3],
	];
	for (const [yaml, line] of table) {
		const [problem] = parseYaml(yaml, 2).problems;
		assert.equal(problem?.line, line, yaml);
		assert.match(problem?.says ?? '', /\.$/, yaml);
	}
});

test('anchors that multiply themselves are refused', () => {
	const levels = Array.from({ length: 12 }, (_, level) => {
		const items = level === 0 ? 'x' : `*a${level - 1}`;
		return `a${level}: &a${level} [${Array.from({ length: 12 }, () => items).join(', ')}]`;
	});
	const { value, problems } = parseYaml(levels.join('\n'));
	assert.equal(value, undefined);
	assert.equal(problems.length, 1);
});

test('no text, however wild, is thrown over', () => {
	const signs = [...'-:?[]{},#&*!|>\'"%@`~ \t\n\r', 'a', 'date', ': ', '\n  - ', '---\n', 'é', '🗳', '\u0000'];
	const wild = fc.oneof(
		fc.string({ unit: fc.constantFrom(...signs), maxLength: 40 }),
		fc.string({ unit: 'binary' }),
	);
	fc.assert(
		fc.property(wild, (text) => {
			splitFrontmatter(text);
			const { value, problems, lineOf } = parseYaml(text, 2);
			assert.ok(problems.every(({ line, says }) => line >= 2 && says.endsWith('.')));
			assert.ok(Number.isInteger(lineOf(['date', 0, 'a'])));
			assert.doesNotThrow(() => JSON.stringify(value));
		}),
	);
});
