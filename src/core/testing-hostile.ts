/**
 * Texts that are made to run a script, for tests: the kinds of OWASP's XSS Filter Evasion Cheat Sheet, and what breaks
 * out of JSON, scripts, comments, XML, Markdown and data. Whichever runs sets `hit` on the window it runs in.
 */
import { parseClaim } from './claim.ts';
import { CSL_DATES, CSL_LINES, CSL_NAMES, CSL_TEXTS } from './csl.ts';
import { parseEvent } from './event.ts';
import { parsePage } from './page.ts';
import { parseOrganization, parsePerson } from './people.ts';
import { parseSite } from './site.ts';
import { parseSource } from './source.ts';
import { CLAIM_FIELDS, EVENT_FIELDS, SITE_FIELDS, SOURCE_FIELDS } from './testing.ts';
import { parseEventTranslation, parsePageTranslation, parseSiteTranslation } from './translation.ts';

const HIT = 'window.top.hit=1';

export const HOSTILE: readonly string[] = [
	// Elements that run, or load, by being there.
	`<script>${HIT}</script>`,
	`"><script>${HIT}</script>`,
	`<SCRIPT SRC=//xss.example/.j>`,
	`<SCRIPT/XSS SRC="https://xss.example/x.js"></SCRIPT>`,
	`<<SCRIPT>${HIT};//\\<</SCRIPT>`,
	`<IMG """><SCRIPT>${HIT}</SCRIPT>">`,
	`<img src=x onerror=${HIT}>`,
	`"><img src=x onerror="${HIT}">`,
	`'><img src=x onerror='${HIT}'>`,
	`<img src=x:x onerror&#61;${HIT}>`,
	`<IMG SRC=\`javascript:${HIT}\`>`,
	`<svg onload=${HIT}>`,
	`<svg/onload=${HIT}>`,
	`<svg><script href="data:text/javascript,${HIT}"/></svg>`,
	`<svg><animate onbegin=${HIT} attributeName=x dur=1s>`,
	`<svg><a xlink:href="javascript:${HIT}"><text>x</text></a></svg>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${HIT}&gt;">`,
	`<noscript><p title="</noscript><img src=x onerror=${HIT}>">`,
	`<template><script>${HIT}</script></template>`,
	`<iframe src="javascript:${HIT}"></iframe>`,
	`<iframe srcdoc="&lt;script&gt;${HIT}&lt;/script&gt;"></iframe>`,
	`<object data="javascript:${HIT}"></object>`,
	`<EMBED SRC="data:image/svg+xml,%3Csvg onload='${HIT}'/%3E">`,
	`<BODY ONLOAD=${HIT}>`,
	`<input onfocus=${HIT} autofocus>`,
	`<details open ontoggle=${HIT}>`,
	`<video><source onerror="${HIT}"></video>`,
	`<marquee onstart=${HIT}>`,
	`<custom-one onpointerenter=${HIT} style=display:block>x`,
	`<form action="javascript:${HIT}"><button>x</button></form>`,
	`<form><button formaction="javascript:${HIT}">x</button></form>`,
	`<LINK REL="stylesheet" HREF="https://xss.example/x.css">`,
	`<STYLE>@import'https://xss.example/x.css';</STYLE>`,
	`<DIV STYLE="background-image:url(https://xss.example/x.png)">`,
	`<META HTTP-EQUIV="refresh" CONTENT="0;url=javascript:${HIT}">`,
	`<BASE HREF="javascript:${HIT}//">`,
	`<a href="javascript:${HIT}">x</a>`,
	`<a onmouseover="${HIT}">x</a>`,
	// Out of an attribute, an element, a comment, a script, a style, XML.
	`" onmouseover="${HIT}" x="`,
	`' onfocus='${HIT}' autofocus='`,
	`x onerror=${HIT} `,
	`</title><script>${HIT}</script>`,
	`</textarea><script>${HIT}</script>`,
	`</script><script>${HIT}</script>`,
	`</style><script>${HIT}</script>`,
	`--><script>${HIT}</script><!--`,
	`<!--<script>`,
	`]]><script>${HIT}</script><![CDATA[`,
	`<?xml-stylesheet href="javascript:${HIT}"?>`,
	`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`,
	`';${HIT};//`,
	`\\";${HIT};//`,
	`*/;${HIT};/*`,
	`\u2028${HIT}//`,
	`$\{${HIT}}`,
	`{{constructor.constructor('${HIT}')()}}`,
	`{set:html:"<script>${HIT}</script>"}`,
	// Hidden from a filter by how it is written.
	`&lt;script&gt;${HIT}&lt;/script&gt;`,
	`&#60script&#62${HIT}&#60/script&#62`,
	`&#x3C;img src=x onerror=${HIT}&#x3E;`,
	`%3Cscript%3E${HIT}%3C/script%3E`,
	`\\u003cscript\\u003e${HIT}\\u003c/script\\u003e`,
	`\\x3Cscript\\x3E${HIT}\\x3C/script\\x3E`,
	`+ADw-script+AD4-${HIT}+ADw-/script+AD4-`,
	`\u00bcscript\u00be${HIT}\u00bc/script\u00be`,
	`\uff1cscript\uff1e${HIT}\uff1c/script\uff1e`,
	`<scr\u0000ipt>${HIT}</script>`,
	`<scr\u00adipt>${HIT}</script>`,
	`\ufeff<script>${HIT}</script>`,
	// Addresses.
	`javascript:${HIT}`,
	`JaVaScRiPt:${HIT}`,
	`java\tscript:${HIT}`,
	`\u0001javascript:${HIT}`,
	`&#106;avascript:${HIT}`,
	`javascript://example.org/%0A${HIT}`,
	`vbscript:${HIT}`,
	`data:text/html,<script>${HIT}</script>`,
	`data:text/html;base64,PHNjcmlwdD50b3AuaGl0PTE8L3NjcmlwdD4=`,
	`//xss.example/x.js`,
	`https://xss.example/"onmouseover="${HIT}`,
	`mailto:x@xss.example?subject="><script>${HIT}</script>`,
	// Markdown.
	`[x](javascript:${HIT})`,
	`[x](<javascript:${HIT}>)`,
	`[x](java&#115;cript:${HIT})`,
	`[x](https://xss.example/"onclick="${HIT})`,
	`[x](https://xss.example/ "\\" onclick=${HIT}")`,
	`![x](https://xss.example/x.png)`,
	`<javascript:${HIT}>`,
	`[x]: javascript:${HIT}`,
	// Data: out of a field of BibTeX, a line of iCalendar or RIS, a cell that a spreadsheet works out.
	`}, url = {javascript:${HIT}}, note = {`,
	`x\nURL:javascript:${HIT}\nUR  - javascript:${HIT}`,
	`=HYPERLINK("javascript:${HIT}","x")`,
	// Names of what every object has.
	'__proto__',
	'constructor',
	'toString',
];

/** Where a text stands in a record. */
export type Path = readonly (string | number)[];
type Fields = Record<string, unknown>;

/** A record of each kind with all its fields filled, and its reader. */
export const KINDS: Record<
	string,
	{ fields: Fields; parse: (fields: Fields) => { problems: readonly { path: Path }[] } }
> = {
	event: {
		fields: {
			...EVENT_FIELDS,
			status: 'disputed',
			people: ['person'],
			organizations: ['organization'],
			updated: '2026-11-23',
			relates: { 'part-of': ['event-2'] },
			quotes: [{ text: 'Done.', 'speaker-name': 'A clerk', source: 'paper-one' }],
			disagreements: [{ text: 'Ten or eleven.', sources: ['paper-one'] }],
			limits: [{ text: 'Not seen.' }],
			corrections: [{ date: '2026-11-23', text: 'It was ten.' }],
			media: [
				{
					file: 'bridge.jpg',
					alt: 'The bridge.',
					credit: 'Jane Doe',
					licence: 'CC-BY-4.0',
					kind: 'image',
					transcript: 'Open.',
				},
			],
			aliases: ['old'],
		},
		parse: (fields) => parseEvent('event', fields, 'Text. [@paper-one]'),
	},
	'withdrawn event': {
		fields: { ...EVENT_FIELDS, withdrawn: { date: '2026-11-23', reason: 'It was another.' } },
		parse: (fields) => parseEvent('event', fields, ''),
	},
	claim: {
		fields: {
			...CLAIM_FIELDS,
			statement: { ...(CLAIM_FIELDS['statement'] as Fields), place: 'The town hall' },
			answers: [{ text: 'It is not.', 'speaker-name': 'A clerk', date: '2024-08-11', source: 'paper-one' }],
			updated: '2026-11-23',
		},
		parse: (fields) => parseClaim('claim', fields, 'Text. [@paper-one]'),
	},
	source: {
		fields: {
			...SOURCE_FIELDS,
			URL: 'https://paper.example/one',
			...Object.fromEntries([...CSL_LINES, ...CSL_TEXTS].map((key) => [key, 'as given'])),
			...Object.fromEntries(CSL_NAMES.map((key) => [key, [{ family: 'Doe', given: 'Jane' }]])),
			...Object.fromEntries(CSL_DATES.map((key) => [key, '2024-08-12'])),
			custom: {
				originator: 'the-paper',
				'read-as': 'repost',
				'read-at': 'https://other.example/one',
				excerpt: 'It opened.',
			},
		},
		parse: parseSource,
	},
	person: {
		fields: {
			id: 'person',
			name: 'Jane Doe',
			roles: [{ text: 'Clerk', from: '2020', to: '2024', sources: ['paper-one'] }],
			group: 'Courts',
			page: 'true',
			aliases: ['old'],
		},
		parse: parsePerson,
	},
	organization: {
		fields: {
			id: 'organization',
			name: 'The Council',
			kind: 'government',
			note: 'It decides.',
			aliases: ['old'],
		},
		parse: parseOrganization,
	},
	page: {
		fields: { title: 'About', 'speaks-of': 'site', summary: 'What it is.', menu: '1' },
		parse: (fields) => parsePage('about', fields, 'Text.'),
	},
	site: {
		fields: {
			...SITE_FIELDS,
			eras: [{ id: 'first', label: 'The first', from: '2023', to: '2024' }],
			scope: { in: 'All.', out: 'Nothing.', counting: 'One each.' },
			'avoid-words': ['shockingly'],
		},
		parse: parseSite,
	},
	'translated event': {
		fields: {
			title: 'El puente se abre',
			summary: 'El puente se abre al tráfico.',
			translated: '2026-11-23',
			disagreements: [{ text: 'Diez u once.' }],
			limits: [{ text: 'No se vio.' }],
			media: [{ alt: 'El puente.', transcript: 'Abierto.' }],
		},
		parse: (fields) => parseEventTranslation('event', fields, 'Texto. [@paper-one]'),
	},
	'translated page': {
		fields: { title: 'Sobre el sitio', summary: 'Lo que es.', translated: '2026-11-23' },
		parse: (fields) => parsePageTranslation('about', fields, 'Texto.', false),
	},
	'translated site': {
		fields: {
			title: 'El puente del río',
			tagline: 'Qué ocurrió, y quién lo dice',
			categories: [{ id: 'court', label: 'Tribunales' }],
			eras: [{ id: 'first', label: 'La primera' }],
			scope: { in: 'Todo.', out: 'Nada.', counting: 'Uno a uno.' },
			'avoid-words': ['sorprendentemente'],
		},
		parse: parseSiteTranslation,
	},
};

/** Where the texts of a value stand. */
function findTexts(value: unknown, at: Path = []): Path[] {
	if (typeof value === 'string') return [at];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		findTexts(inner, [...at, Array.isArray(value) ? Number(key) : key]),
	);
}

/**
 * Puts one text in every field of a record that the gate lets it stand in.
 * @param paths of the fields to try
 * @returns the record, which has no problems, and where the text stands and was refused
 */
export function fillWith(
	text: string,
	{ fields, parse }: (typeof KINDS)[string],
	paths: readonly Path[] = findTexts(fields),
): { fields: Fields; placed: readonly Path[]; refused: readonly Path[] } {
	let placed = paths;
	for (;;) {
		const filled = placed.reduce((filling, path) => replaceText(filling, path, text), fields);
		const { problems } = parse(filled);
		if (problems.length === 0)
			return { fields: filled, placed, refused: paths.filter((path) => !placed.includes(path)) };
		const left = placed.filter(
			(path) => !problems.some(({ path: wrong }) => wrong.every((step, index) => step === path[index])),
		);
		if (left.length === placed.length) throw new Error(`refused elsewhere: ${JSON.stringify(problems)}`);
		placed = left;
	}
}

function replaceText(fields: Fields, path: Path, text: string): Fields {
	const copy = JSON.parse(JSON.stringify(fields)) as Fields;
	const parent = path.slice(0, -1).reduce<unknown>((value, key) => (value as Fields)[key], copy);
	(parent as Fields)[String(path.at(-1))] = text;
	return copy;
}

/** Ways to write a text in Markdown: as it is, with its signs made plain, as code. */
export const IN_MARKDOWN: readonly ((text: string) => string)[] = [
	(text) => text,
	(text) => text.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
	(text) => `\`\`\` ${text} \`\`\``,
];
