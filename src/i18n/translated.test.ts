import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { LANGUAGES, wordsFor } from './index.ts';
import { ENGLISH as NOTICES, noticesOf } from './notices.ts';

/** What is written alike in other languages: names of forms and firms, and what no reader sees as a word. */
const SAME_EVERYWHERE = new Set([
	...['APA', 'MLA', 'Chicago', 'BibTeX', 'RIS', 'Atom', 'JSON Feed'],
	// Directions of writing.
	...['ltr', 'rtl'],
	// Templates of nothing but places to fill.
	'{}',
]);

/** No language but English has these as words of a sentence. */
const ENGLISH =
	/(?<!\p{L})(?:the|of|and|with|for|from|is|are|was|were|has|have|this|that|these|which|what|where|when|who|all|not|its|be|been|by|on|as)(?!\p{L})/giu;
/** As programs write them, explained beside them; names of others' formats; places to fill. */
const TERMS =
	/\b(?:sha256sum -c|index\.html|on-this-day|read-as|read-at|JSON Schema|established|alleged|disputed)\b|\{\w*\}/g;

/** A word for each kind of argument that the tables' functions take. */
const CHART = { events: 2, from: 'X', to: 'Y', lanes: [{ label: 'Z', count: 2 }], keyEvents: ['W'] };
const ARGUMENTS: Record<string, unknown[]> = { describe: [CHART], of: [1, 4], ofYear: [2, '2001'] };
const NUMBERED = new Set([
	...['events', 'sources', 'publishers', 'rests', 'answerCount', 'wrote', 'avoided', 'outsideCalendar'],
]);

/** Every text of a table by its path; functions as what they say. */
function textsOf(value: unknown, path: string): [path: string, text: string][] {
	if (typeof value === 'string') return [[path, value]];
	if (typeof value === 'function') {
		const name = path.split('.').at(-1) ?? '';
		const rounds = NUMBERED.has(name) ? [[1], [2]] : [ARGUMENTS[name] ?? ['X', 'Y']];
		return rounds.map((given) => [path, String((value as (...given: unknown[]) => string)(...given))]);
	}
	assert.ok(typeof value === 'object' && value !== null, path);
	return Object.entries(value).flatMap(([key, inner]) =>
		textsOf(inner, path === '' ? key : `${path}.${key}`),
	);
}

const keysOf = (table: unknown) => new Set(textsOf(table, '').map(([path]) => path));

for (const language of LANGUAGES.filter((code) => code !== 'en')) {
	const words = wordsFor(language);

	test(`${language} has every word that English has`, () => {
		// An article is what a language may have or lack.
		const optional = new Set(['date.within']);
		const missing = [...keysOf(en)].filter((path) => !keysOf(words).has(path));
		const extra = [...keysOf(words)].filter((path) => !keysOf(en).has(path) && !optional.has(path));
		assert.deepEqual({ missing, extra }, { missing: [], extra: [] });
	});

	test(`${language} says nothing in English`, () => {
		const english = new Map(textsOf(en, ''));
		const same = textsOf(words, '').filter(
			([path, text]) => english.get(path) === text && /\p{L}/u.test(text) && !SAME_EVERYWHERE.has(text),
		);
		assert.deepEqual(same, []);
		const left = textsOf(words, '').filter(([, text]) => text.replace(TERMS, '').match(ENGLISH));
		assert.deepEqual(left, []);
		const notices: Record<string, string> = { ...noticesOf(language) };
		assert.deepEqual(Object.keys(notices), Object.keys(NOTICES));
		for (const [key, text] of Object.entries(NOTICES)) assert.notEqual(notices[key], text);
	});
}

test('the list of English words finds English', () => {
	const found = textsOf(en, '').filter(([, text]) => text.match(ENGLISH));
	assert.ok(found.length > 150, String(found.length));
});
