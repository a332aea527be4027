import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseYaml, splitFrontmatter } from '../../loader/frontmatter.ts';
import { entryToFile, fileToEntry, judgeEntry, nameEntry, type Entry } from './entry.ts';

const RULES = { allowUnsourced: false, categories: ['court', 'council'] };
const FILE = `---
# A note of the editor's.
date: [2026-03-04..2026-05-15]   # one unknown day
title: 'Bridge: "opens"'
summary: It opened.
category: court
importance: 1

# Who was there.
people: [ada,   bob]
added: 2026-11-23
limits:
  - text: The ruling was not read.   # by us

# May be left out; take the # away to use one.
# aliases: [its-earlier-id]
colour: red
---

It opened.   [@paper-one]
`;

function read(file: string) {
	const parts = splitFrontmatter(file);
	if ('problem' in parts) throw new Error(parts.problem);
	return parseYaml(parts.yaml).value;
}

test('a file that is not changed in the form stays to the byte', () => {
	const folders = ['content/events', 'e2e/fixtures/apollo/events', 'e2e/fixtures/deep-time/events'];
	let count = 0;
	for (const folder of folders)
		for (const name of readdirSync(folder)) {
			const file = readFileSync(join(folder, name), 'utf8');
			assert.equal(entryToFile(fileToEntry(file)), file, name);
			// The form adds what it shows empty, and an object for every group.
			const shown = { relates: {}, withdrawn: { date: '', reason: null }, quotes: [], updated: undefined };
			assert.equal(entryToFile({ ...shown, ...fileToEntry(file) }), file, name);
			count++;
		}
	assert.ok(count > 80);
	for (const file of [FILE, FILE.replaceAll('\n', '\r\n'), `\ufeff${FILE}`])
		assert.equal(entryToFile(fileToEntry(file)), file);
});

test('what was changed is written anew, and nothing else moves', () => {
	const change = (changes: Entry) => entryToFile({ ...fileToEntry(FILE), ...changes });
	const table: [changes: Entry, from: string, to: string][] = [
		[{ date: '2026-03~' }, '[2026-03-04..2026-05-15]', '2026-03~'],
		[{ date: '[2026-03-04..2026-03-05]' }, '[2026-03-04..2026-05-15]', '"[2026-03-04..2026-03-05]"'],
		[{ title: 'It opens' }, `'Bridge: "opens"'`, 'It opens'],
		[{ importance: '2' }, 'importance: 1', 'importance: 2'],
		[{ people: ['ada'] }, 'people: [ada,   bob]', 'people:\n  - ada'],
		[{ people: [] }, 'people: [ada,   bob]\n', ''],
		[{ status: 'alleged' }, 'colour: red\n', 'colour: red\nstatus: alleged\n'],
		[{ body: 'It did.  [@paper-two]' }, 'It opened.   [@paper-one]', 'It did.  [@paper-two]'],
		[
			{ limits: [{ text: 'Two were not read.' }] },
			'limits:\n  - text: The ruling was not read.   # by us',
			'limits:\n  - text: Two were not read.',
		],
		[
			{ limits: [{ text: 'One: not read.' }, { text: 'Two.' }] },
			'limits:\n  - text: The ruling was not read.   # by us',
			'limits:\n  - text: "One: not read."\n  - text: Two.',
		],
	];
	for (const [changes, from, to] of table) {
		const changed = change(changes);
		assert.equal(changed, FILE.replace(from, to), JSON.stringify(changes));
		for (const [name, value] of Object.entries(changes))
			if (name !== 'body' && !(Array.isArray(value) && value.length === 0))
				assert.deepEqual((read(changed) as Entry)[name], value);
	}
	// As some editors of Windows leave it, which the gate reads as well.
	const marked = fileToEntry(`\ufeff${FILE}`);
	assert.equal(marked['title'], 'Bridge: "opens"');
	assert.equal(
		entryToFile({ ...marked, importance: '2' }),
		`\ufeff${FILE.replace('importance: 1', 'importance: 2')}`,
	);
	assert.deepEqual(judgeEntry({ ...marked, colour: undefined }, RULES), []);
	assert.match(change({ title: 'A\r\nB' }), /^title: \|-\n {2}A\n {2}B$/m);
});

test('a new event is written in the order of the gate, without what was left open', () => {
	const entry = {
		draft: 'true',
		title: 'Bridge opens',
		date: '1969',
		relates: {},
		quotes: [{ text: '', speaker: null }],
		media: [{ file: '/media/bridge.jpg', alt: 'A bridge.', transcript: 'One.\n\nTwo.' }],
		withdrawn: { date: '' },
		importance: '3',
		body: '\nIt opened. [@paper-one]\n\n',
		_id: '1969-bridge-opens',
	};
	assert.equal(
		entryToFile(entry),
		`---
date: 1969
title: Bridge opens
importance: 3
media:
  - file: bridge.jpg
    alt: A bridge.
    transcript: |-
      One.

      Two.
draft: true
---

It opened. [@paper-one]
`,
	);
});

test('no text turns into anything else on its way', () => {
	for (const title of [
		'true',
		'null',
		'~',
		'1969',
		'0099',
		'-0044',
		'1e3',
		'# not',
		'[x]',
		"it's",
		'a: b',
		'- a',
		'“ä€😀”',
		'---',
	])
		assert.deepEqual(read(entryToFile({ title, date: title, body: 'x' })), { date: title, title });
});

test('a file that the form cannot read is carried as it is and never saved', () => {
	for (const file of [
		'',
		'no fields',
		'---\ntitle: [\n---\n\nText.',
		'---\ntitle: a\ntitle: b\n---\n',
		'---\n- a\n---\n',
	]) {
		const entry = fileToEntry(file);
		assert.equal(entry._file, file);
		const [says = ''] = judgeEntry(entry, RULES);
		assert.match(says, /^The form cannot read this file: it .*Mend it in a text editor first\.$/s);
	}
});

test('the gate is asked before anything is saved', () => {
	const sound = fileToEntry(FILE.replace('colour: red\n', ''));
	assert.deepEqual(judgeEntry(sound, RULES), []);
	assert.deepEqual(judgeEntry({ ...sound, date: '2021-02-30', body: 'Not cited.' }, RULES), [
		'date: "2021-02-30" is not a day: February has 28. Write 2021-02, or the day that is meant.',
		'text: "Not cited." does not end in a citation. End it with [@source-id], or with several: [@one; @two, p. 3].',
	]);
	assert.match(judgeEntry(fileToEntry(FILE), RULES).join(), /^colour: is not a field of an event/);
	// A draft may lack what is still to be written, and nothing else.
	const draft = { ...sound, summary: '', body: '', draft: 'true' };
	assert.deepEqual(judgeEntry(draft, RULES), []);
	assert.equal(judgeEntry({ ...draft, draft: 'false' }, RULES).length, 2);
	assert.equal(judgeEntry({ ...draft, date: '?' }, RULES).length, 1);
});

test('a new event is named as from the command line', () => {
	const entry = { date: '[2026-03-04..2026-05-15]', title: 'Größe: "zwei"' };
	assert.equal(nameEntry(entry, new Set()), '2026-grosse-zwei');
	assert.equal(nameEntry(entry, new Set(['2026-grosse-zwei'])), '2026-grosse-zwei-2');
});
