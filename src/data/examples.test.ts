import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bibtexExample, describeFile, findExample } from './examples.ts';
import { DATA_FILES, type DataFile } from './files.ts';
import { CASES, words } from './testing.ts';

const files = Object.keys(DATA_FILES) as DataFile[];

for (const [name, timeline] of CASES)
	test(`${name}: every field of every file has its meaning, and an example that stands in the file`, () => {
		assert.ok(findExample(timeline));
		for (const file of files) {
			const text = DATA_FILES[file](timeline, words).replaceAll('\r\n ', '');
			const squeezed = text.replace(/\s+/g, '').replaceAll('""', '"').replaceAll('\\', '');
			for (const { fields, heading } of describeFile(file, timeline, words)) {
				assert.ok(heading && fields.length > 0, file);
				for (const { name: field, meaning, example } of fields) {
					assert.ok(meaning, `${file} ${field}`);
					if (example === undefined) continue;
					const sought = example.replace(/ …$/, '').replace(/\s+/g, '').replaceAll('\\', '');
					assert.ok(squeezed.includes(sought), `${file} ${field}: ${example}`);
				}
			}
		}
		assert.ok(DATA_FILES['sources.bib'](timeline, words).includes(bibtexExample(timeline) ?? '-'));
	});

test('no slide has a field that is not described', () => {
	for (const [, timeline] of CASES) {
		const { events } = JSON.parse(DATA_FILES['timelinejs.json'](timeline, words)) as { events: object[] };
		for (const field of events.flatMap(Object.keys)) assert.ok(words.data.others.slide[field], field);
	}
});
