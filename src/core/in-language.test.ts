import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../i18n/en.ts';
import { translateContent, untranslatedPaths } from './in-language.ts';
import { makeContent, makeEvent } from './testing.ts';
import { parseEventTranslation, translatedFile, type Translation } from './translation.ts';

const opens = makeEvent('opens', {
	limits: [{ text: "The 'toll' was not seen." }],
	corrections: [{ date: '2026-11-24', text: 'It was ten.' }],
	media: [{ file: 'toll.jpg', alt: 'The toll', credit: 'The town', licence: 'CC-BY-4.0' }],
});
const shuts = makeEvent('shuts', { title: `The "bridge" shuts` });
const { value } = parseEventTranslation(
	'opens',
	{
		title: 'Se abre',
		summary: 'Se abrió.',
		translated: '2026-11-23',
		limits: [{ text: 'No se vio el peaje.' }],
		media: [{ alt: 'El peaje' }],
	},
	'Se abrió. [@paper-one]',
);
assert.ok(value);
const translation: Translation = {
	id: 'es',
	site: {
		title: 'El puente',
		tagline: 'Qué ocurrió',
		categories: [{ id: 'court', label: 'Tribunales' }],
		eras: [],
		'avoid-words': [],
	},
	events: [value],
	pages: [],
};
const content = makeContent({ events: [opens, shuts], pages: { home: 'Text. [@paper-one]' } });
const translated = translateContent(content, translation, en);

test('a translated event has the words of its translation, and all else of the original', () => {
	const [event] = translated.events;
	assert.deepEqual(
		[event?.title, event?.body, event?.limits, event?.translated, event?.lang],
		['Se abre', 'Se abrió. [@paper-one]', [{ text: 'No se vio el peaje.' }], '2026-11-23', undefined],
	);
	assert.deepEqual([event?.id, event?.date, event?.added], [opens.id, opens.date, opens.added]);
	assert.equal(event?.corrections[0]?.text, 'It was ten.');
	const [medium] = event?.media ?? [];
	assert.deepEqual([medium?.file, medium?.alt, medium?.credit], ['toll.jpg', 'El peaje', 'The town']);
});

test('what is not translated says its language, and has its quotation marks', () => {
	const [, event] = translated.events;
	assert.deepEqual([event?.title, event?.lang, event?.translated], ['The “bridge” shuts', 'en', undefined]);
	assert.equal(translated.pages[0]?.lang, 'en');
	assert.deepEqual(untranslatedPaths(content, translation), ['events/shuts.html', 'index.html']);
});

test('a list that an older translation has no words for is in the original, and says so', () => {
	const grown = makeEvent('opens', {
		updated: '2026-11-25',
		limits: [{ text: "The 'toll' was not seen." }, { text: 'Nor was the bridge.' }],
		media: opens.media,
	});
	const [event] = translateContent(makeContent({ events: [grown] }), translation, {
		...en,
		dir: 'ltr',
	}).events;
	assert.deepEqual(event?.limits, [
		{ text: 'The ‘toll’ was not seen.', lang: 'en', dir: 'ltr' },
		{ text: 'Nor was the bridge.', lang: 'en', dir: 'ltr' },
	]);
	assert.deepEqual(
		[event?.lang, event?.media[0]?.lang, event?.media[0]?.alt],
		[undefined, undefined, 'El peaje'],
	);
});

test('the site in a language stands in its folder, under its own names', () => {
	const { address, language, title, categories } = translated.site;
	assert.deepEqual(
		[address, language, title, categories.map(({ label }) => label)],
		['https://timeline.example/es/', 'es', 'El puente', ['Tribunales']],
	);
	assert.equal(content.site.title, 'The river bridge');
	assert.equal(translatedFile('site.yaml', 'es'), 'site.es.yaml');
});
