import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProse, isSafeAddress, linkToEventId, parseCitations } from './prose.ts';

/** Citations of a text as `line id locator`. */
function cited(markdown: string): string[] {
	return checkProse(markdown, { cited: false }).citations.map(({ id, locator, line }) =>
		[line, id, ...(locator ? [locator] : [])].join(' '),
	);
}

/** Problems of a text as `line sentence`. */
function problems(markdown: string, rules = { cited: true }): string[] {
	return checkProse(markdown, rules).problems.map(({ line, says }) => `${line} ${says}`);
}

test('a citation group is a list of keys, each with its locator', () => {
	const table: [inside: string, citations: [id: string, locator?: string][] | undefined][] = [
		['@a', [['a']]],
		['@ap-2024-08-12', [['ap-2024-08-12']]],
		['@one; @two', [['one'], ['two']]],
		['@one, p. 3', [['one', 'p. 3']]],
		['@one,p. 3', [['one', 'p. 3']]],
		['@one p. 3', [['one', 'p. 3']]],
		[
			'@one, pp. 3–4, 7; @two, § 12',
			[
				['one', 'pp. 3–4, 7'],
				['two', '§ 12'],
			],
		],
		['@one,\n  p.\n3', [['one', 'p. 3']]],
		['-@one', [['one']]],
		['@año-2024', [['año-2024']]],
		['@', undefined],
		['@@one', undefined],
		['@one;', undefined],
		['@one; two', undefined],
		['see @one', undefined],
		['@one-', undefined],
		['mail me@paper.example', undefined],
	];
	for (const [inside, citations] of table) {
		const expected = citations?.map(([id, locator]) => ({ id, locator }));
		assert.deepEqual(parseCitations(inside), expected, inside);
	}
});

test('citations are found wherever they stand, with their line', () => {
	const table: [markdown: string, citations: string[]][] = [
		['He was charged [@a, p. 3] and pleaded. [@b; @c, § 2]', ['1 a p. 3', '1 b', '1 c § 2']],
		['One. [@a]\n\nTwo\nlines. [@b;\n@c]', ['1 a', '4 b', '4 c']],
		['- one [@a]\n- two [@b]', ['1 a', '2 b']],
		['> quoted\n> words [@a]', ['2 a']],
		['*Stressed [@a]* and [linked [@b]](https://paper.example)', ['1 a', '1 b']],
		['## Heading [@a]', ['1 a']],
		['Hard  \nbreak [@a]', ['2 a']],
		['One. [@a][@b] [@c]', ['1 a', '1 b', '1 c']],
		['Mail me@paper.example or [@a](https://paper.example)', []],
	];
	for (const [markdown, citations] of table) assert.deepEqual(cited(markdown), citations, markdown);
});

test('every paragraph, list item and block quote ends in a citation', () => {
	const sound = [
		'One. [@a]',
		'One [@a].',
		'“One,” he said [@a].”',
		'One. [@a]\n\nTwo. [@a]',
		'- one [@a]\n- two [@a]\n\n> three [@a]',
		'## A heading needs none\n\nOne. [@a]',
	];
	for (const markdown of sound) assert.deepEqual(problems(markdown), [], markdown);
	const notCited = (words: string) =>
		`"${words}" does not end in a citation. End it with [@source-id], or with several: [@one; @two, p. 3].`;
	const table: [markdown: string, problems: string[]][] = [
		['One.', [`1 ${notCited('One.')}`]],
		['One [@a] and more.', [`1 ${notCited('One [@a] and more.')}`]],
		['One. [@a]\n\nTwo\nlines.', [`3 ${notCited('Two lines.')}`]],
		['- one\n- two [@a]\n  - three', [`1 ${notCited('one')}`, `3 ${notCited('three')}`]],
		['> one\n\nTwo. [@a]', [`1 ${notCited('one')}`]],
		['One. [@a](https://paper.example)', [`1 ${notCited('One. @a')}`]],
	];
	for (const [markdown, expected] of table) assert.deepEqual(problems(markdown), expected, markdown);
});

test('a text that speaks of the site itself needs no citations, but must be there', () => {
	assert.deepEqual(problems('Write to us.', { cited: false }), []);
	assert.deepEqual(problems('', { cited: false }), problems('  \n'));
	assert.match(problems('')[0] ?? '', /^1 has no text\. /);
	assert.deepEqual(checkProse('', { cited: true, mayBeEmpty: true }).problems, []);
});

test('what looks like a citation and is none is shown as written, once', () => {
	for (const written of ['[@]', '[see @a]', '[@a; b]', '[@a;]'])
		assert.deepEqual(
			problems(`One.\nTwo ${written}`),
			[`2 "${written}" is not a citation. Write [@source-id], [@one; @two] or [@source-id, p. 3].`],
			written,
		);
});

test('a citation that markup cuts apart is not passed over', () => {
	for (const markdown of ['One. [@a, *p. 3*]', 'One. `[@a, p. 3]`', 'One. [**@a**, p. 3]'])
		assert.deepEqual(
			problems(markdown),
			[
				'1 "[@a, p. 3]" has markup in it or is marked as code, so it would be printed as it stands. Write the citation plainly.',
			],
			markdown,
		);
});

test('HTML is refused, in a line and as a block; a lone < is text', () => {
	for (const html of [
		'<script>alert(1)</script>',
		'<img src=x onerror=alert(1)>',
		'<!-- hidden -->',
		'<b>bold</b>',
	]) {
		assert.match(problems(`One ${html} two. [@a]`).join(), /^1 ".*" is HTML, which is not read here\./, html);
		assert.match(problems(`One. [@a]\n\n${html}`).join(), /3 ".*" is HTML, which is not read here\./, html);
	}
	assert.deepEqual(problems('Fewer < than 5 & more > 3. [@a]'), []);
});

test('what a page cannot show is refused by its name', () => {
	const table: [markdown: string, what: RegExp][] = [
		['# One', /^1 "# One" is a first-level heading/],
		['![x](a.png) [@a]', /"!\[x\]\(a\.png\)" is a picture/],
		['One. [@a]\n\n---\n\nTwo. [@a]', /^3 "---" is a rule/],
		['```\ncode\n```', /is a code block/],
		['One. [@a]\n\n    indented', /is a code block \(four spaces/],
		['[b]: https://paper.example\n\nOne. [@a]', /^1 .* is a link definition/],
	];
	for (const [markdown, what] of table) assert.match(problems(markdown).join(), what, markdown);
});

test('links lead to events by file name, or out by a safe scheme', () => {
	const links = (markdown: string) => checkProse(markdown, { cited: true }).links;
	assert.deepEqual(links('As\n[told](2024-08-12-verdict.md). [@a]'), [{ id: '2024-08-12-verdict', line: 2 }]);
	assert.deepEqual(links('[caf](caf%C3%A9.md), [ext](https://paper.example/a.md) [@a]'), [
		{ id: 'café', line: 1 },
	]);
	for (const address of ['https://paper.example', 'HTTP://paper.example/a', 'mailto:a@paper.example']) {
		assert.ok(isSafeAddress(address), address);
		assert.deepEqual(problems(`[x](${address}) [@a]`), [], address);
	}
	for (const address of [
		'javascript:alert(1)',
		'JavaScript:x.md',
		'data:text/html,x',
		'vbscript:x',
		'//paper.example',
		'#top',
		'a/b.md',
		'../b.md',
		'',
	])
		assert.match(
			problems(`[x](<${address}>) [@a]`).join(),
			/is not an address that a reader can be sent to\./,
			address,
		);
	assert.match(problems('<javascript:x> [@a]').join(), /"javascript:x" is not an address/);
});

test('only a plain file name with .md names an event', () => {
	const table: [address: string, id: string | undefined][] = [
		['verdict.md', 'verdict'],
		['%E0%A4%A.md', '%E0%A4%A'],
		['verdict.md#part', undefined],
		['events/verdict.md', undefined],
		['verdict.html', undefined],
		['.md', undefined],
	];
	for (const [address, id] of table) assert.equal(linkToEventId(address), id, address);
});

test('a citation key is not text of the author', () => {
	const [block] = checkProse('One. [@shockingly-late]', { cited: true }).blocks;
	assert.deepEqual(block, { line: 1, text: 'One. ' });
});

test('a text that markup makes deep is read to the end', () => {
	const deep = `${'> '.repeat(200)}One. [@a]`;
	assert.deepEqual(cited(deep), ['1 a']);
	assert.deepEqual(cited(`${'['.repeat(2000)}@a${']'.repeat(2000)}`).length, 1);
});

test('an empty list item or block quote is told, and what stands beside it read', () => {
	assert.deepEqual(problems('- One. [@a]\n-\n- Three.'), [
		'2 has an empty list item. Write its text, or delete the line.',
		'3 "Three." does not end in a citation. End it with [@source-id], or with several: [@one; @two, p. 3].',
	]);
	assert.deepEqual(problems('>\n\nOne. [@a]'), [
		'1 has an empty block quote. Write its text, or delete the line.',
	]);
});

test('a table is named as one, with or without its outer lines', () => {
	for (const table of ['|A|B|\n|---|---|\n|1|2|', 'A | B\n--- | :-:\n1 | 2', '|A|\n|-|'])
		assert.match(problems(table).join(), /^1 ".*" is a table, which is not used here\.[^"]*$/, table);
	for (const text of ['A | B [@a]', 'One – two. [@a]', 'A\nB | C\nD [@a]'])
		assert.deepEqual(problems(text), [], text);
});

test('headings go down one level at a time, and no deeper than a page shows them', () => {
	const check = (...levels: number[]) =>
		problems(levels.map((level) => `${'#'.repeat(level)} Part\n\nOne. [@a]`).join('\n\n'));
	for (const levels of [[2], [2, 3, 4, 4, 2, 3], [2, 2, 3, 2]]) assert.deepEqual(check(...levels), []);
	assert.deepEqual(check(3), [
		'1 "### Part" is too deep a heading here: levels go down one at a time, from ## to ####. Write ## in its place.',
	]);
	assert.match(check(2, 4).join(), /^5 "#### Part" .* Write ### in its place\.$/);
	assert.match(check(2, 3, 4, 5).join(), /^13 "##### Part" .* Write #### in its place\.$/);
	assert.equal(check(2, 4, 4, 4).length, 1, 'what follows from one mistake is not told');
});
