import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkTranslations } from './check-translations.ts';
import type { Content } from './content.ts';
import { makeContent, makeEvent, makeSource } from './testing.ts';
import { parseEventTranslation, parsePageTranslation, type Translation } from './translation.ts';

const NOTHING_UNREAD = { lists: new Set<never>(), events: new Set<string>(), mentions: () => false };
const FIELDS = { title: 'Se abre el puente', summary: 'El puente se abrió.', translated: '2026-11-23' };
const BODY = 'La alcaldesa dijo "it is done" (está hecho). [@paper-one]';

const ORIGINAL = makeEvent(
	'bridge-opens',
	{
		limits: [{ text: 'The toll was not seen.' }],
		quotes: [{ text: 'We walked across', 'speaker-name': 'A walker', source: 'paper-one' }],
	},
	'The mayor said "it is done". [@paper-one]',
);

const translate = (fields: Record<string, unknown> = {}, body = BODY, id = 'bridge-opens') => {
	const given = { ...FIELDS, limits: [{ text: 'No se vio el peaje.' }], ...fields };
	const { value, problems, bodyProblems } = parseEventTranslation(id, given, body);
	assert.deepEqual([...problems, ...bodyProblems], []);
	assert.ok(value);
	return value;
};

const caseWith = (changes: Partial<Translation>, events = [ORIGINAL]): Content =>
	makeContent({
		events,
		pages: { method: 'How it is "counted". [@paper-one]' },
		sources: [makeSource('paper-one'), makeSource('paper-two')],
		translations: [
			{
				id: 'es',
				site: {
					title: 'El puente',
					tagline: 'Qué ocurrió',
					categories: [{ id: 'court', label: 'Tribunales' }],
					eras: [],
					'avoid-words': ['supuesto'],
				},
				events: [],
				pages: [],
				...changes,
			},
		],
	});

/** Places as `file:path or line`. */
const told = (content: Content) =>
	checkTranslations(content, NOTHING_UNREAD).map(({ at, says }) => [
		`${at.file}:${at.bodyLine ?? at.path?.join('.') ?? ''}`,
		says,
	]);

test('a faithful translation is no problem', () => {
	assert.deepEqual(told(caseWith({ events: [translate()] })), []);
	assert.deepEqual(told(caseWith({ events: [translate({}, `Dijo «We walked across». [@paper-one]`)] })), []);
});

const REFUSED: [string, Partial<Translation>, [place: string, says: string][]][] = [
	[
		'one of nothing',
		{ events: [translate({}, BODY, 'bridge-open')] },
		[
			[
				'events/bridge-open.es.md:',
				'translates "bridge-open", which is not there. Did you mean bridge-opens? If not, name the file after what it translates.',
			],
		],
	],
	[
		'another source',
		{ events: [translate({}, 'Se abrió. [@paper-two]')] },
		[
			[
				'events/bridge-opens.es.md:1',
				'"paper-two" is not cited here by the original. Cite what the original cites; if the original is newer, write the day of the translation under translated:.',
			],
			[
				'events/bridge-opens.es.md:1',
				'"paper-one" is cited more often by the original. Cite what the original cites; if the original is newer, write the day of the translation under translated:.',
			],
		],
	],
	[
		'a source that is none',
		{ events: [translate({}, 'Se abrió. [@paper-tow]')] },
		[
			[
				'events/bridge-opens.es.md:1',
				'"paper-tow" is not the id of a source. Did you mean paper-two? If not, add it to sources.yaml.',
			],
		],
	],
	[
		'a quotation in other words',
		{ events: [translate({}, 'Dijo "está hecho". [@paper-one]')] },
		[
			[
				'events/bridge-opens.es.md:1',
				`"está hecho" is not a quotation of the original. Quote the original's words and say what they mean beside them, without quotation marks.`,
			],
		],
	],
	[
		'a list that is shorter',
		{ events: [translate({ limits: [] })] },
		[
			[
				'events/bridge-opens.es.md:limits',
				'has 0 entries; the original has 1. Translate each, in the same order.',
			],
		],
	],
	[
		'a link that leads nowhere, and a word to avoid',
		{ events: [translate({}, 'El supuesto [cierre](bridge-shuts.md). [@paper-one]')] },
		[
			[
				'events/bridge-opens.es.md:1',
				'"bridge-shuts.md" is not an event. Did you mean bridge-opens.md? If not, write the name of a file in events/.',
			],
			[
				'events/bridge-opens.es.md:1',
				`"supuesto" is on the list of words to avoid, in "El supuesto cierre.". Use a neutral word, or put a speaker's own words in quotation marks.`,
			],
		],
	],
	[
		'a page that cites otherwise',
		{
			pages: [
				parsePageTranslation(
					'method',
					{ title: 'Método', translated: '2026-11-23' },
					'Cómo se cuenta. [@paper-one] [@paper-one]',
					true,
				).value ?? assert.fail(),
			],
		},
		[
			[
				'pages/method.es.md:1',
				'"paper-one" is not cited here by the original. Cite what the original cites; if the original is newer, write the day of the translation under translated:.',
			],
		],
	],
	[
		'labels of other things, and a scope that is none',
		{
			site: {
				title: 'El puente',
				tagline: 'Qué ocurrió',
				categories: [{ id: 'cuort', label: 'Tribunales' }],
				eras: [],
				scope: { in: 'Todo.', out: 'Nada.', counting: 'Uno a uno.' },
				'avoid-words': [],
			},
		},
		[
			[
				'site.es.yaml:categories.0.id',
				'"cuort" is not the id of one of categories in site.yaml, or stands twice. Did you mean court?',
			],
			['site.es.yaml:categories', 'has no label for court. Add - {id: court, label: …}.'],
			['site.es.yaml:scope', 'is not in site.yaml. Take it out.'],
		],
	],
];
for (const [what, changes, problems] of REFUSED)
	test(`refused: ${what}`, () => assert.deepEqual(told(caseWith(changes)), problems));

test('a translation older than its original may differ from it, but names no source that is not there', () => {
	const updated = makeEvent('bridge-opens', { updated: '2026-12-01' }, 'All is other. [@paper-two]');
	assert.deepEqual(told(caseWith({ events: [translate()] }, [updated])), []);
	assert.equal(told(caseWith({ events: [translate({}, 'Se abrió. [@paper-tow]')] }, [updated])).length, 1);
});

test('what a medium shows and says is translated with the event', () => {
	const medium = { file: 'toll.pdf', alt: 'The toll', credit: 'The town', licence: 'CC-BY-4.0' };
	const original = makeEvent(
		'bridge-opens',
		{ media: [{ ...medium, transcript: 'One coin.' }] },
		'It opened. [@paper-one]',
	);
	const toldOf = (media: unknown) =>
		told(caseWith({ events: [translate({ limits: [], media }, 'Se abrió. [@paper-one]')] }, [original]));
	assert.deepEqual(toldOf([{ alt: 'El peaje', transcript: 'Una moneda.' }]), []);
	assert.deepEqual(toldOf([{ alt: 'El peaje' }]), [
		['events/bridge-opens.es.md:media.0', 'has no transcript; the original has one. Translate it.'],
	]);
	assert.deepEqual(toldOf([]), [
		[
			'events/bridge-opens.es.md:media',
			'has 0 entries; the original has 1. Translate each, in the same order.',
		],
	]);
	assert.deepEqual(toldOf([{ alt: 'El "peaje"', transcript: 'Una moneda.' }]).length, 1);
});
