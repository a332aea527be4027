/** A case made to harm: in every field that takes any text stands one that would run a script, if a page let it. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CSL_TYPES } from '../src/core/csl.ts';
import { checkProse } from '../src/core/prose.ts';
import { PATTERNS, COLOURS } from '../src/core/site.ts';
import { fillWith, HOSTILE, IN_MARKDOWN, KINDS } from '../src/core/testing-hostile.ts';
import { toYaml } from '../src/loader/write-yaml.ts';
import { SECOND_CONTENT } from './places.ts';

/** Without names of what every object has: as an id such a name would lead to no record, as an author's citeproc fails at it. */
const ALL = HOSTILE.filter((text) => !(text in {}));
/** One record of each kind has such a name. */
const idOf = (kind: string, index: number) => (index === 0 ? 'constructor' : `${kind}-${index}`);
/** Of the site, which has one of each field. */
const [SITE_TEXT = ''] = ALL.filter((text) => text.startsWith('"><img'));
/** Fields that take any text but are left as they are: the site would have another language, or words no one may use. */
const KEPT = new Set(['language', 'avoid-words']);
/** Files of the second case, in turn. */
const MEDIA = [
	{ file: 'lunar-orbit-rendezvous.png', kind: 'image' },
	{ file: 'four-steps.pdf', kind: 'document' },
	{ file: 'three-tones.wav', kind: 'audio' },
];
/** The language that the case is translated into. */
export const TRANSLATED = 'es';
const ADDRESSES = new Set(['URL', 'read-at', 'corrections-contact']);

/** The fields of each kind that take any text, or an address. */
const FREE = new Map(
	Object.entries(KINDS).map(([kind, record]) => {
		const { placed, refused } = fillWith('Any text', record);
		const addresses = refused.filter((path) => ADDRESSES.has(String(path.at(-1))));
		return [kind, [...placed, ...addresses].filter(([first]) => !KEPT.has(String(first)))];
	}),
);

/** Fields of a record of one kind, filled, with the ids of the case in place of the model's. */
function filled(kind: string, text: string, ids: Record<string, string>): Record<string, unknown> {
	const record = KINDS[kind];
	if (!record) throw new Error(`unknown kind: ${kind}`);
	const { fields } = fillWith(text, record, FREE.get(kind));
	return JSON.parse(JSON.stringify(fields), (_, value: unknown) =>
		typeof value === 'string' && Object.hasOwn(ids, value) ? ids[value] : value,
	) as Record<string, unknown>;
}

/** @param cited what each paragraph ends in */
function proseOf(text: string, cited: string): string {
	return [`Text.${cited}`, ...IN_MARKDOWN.map((write) => `Before ${write(text)} after.${cited}`)]
		.filter((paragraph) => checkProse(paragraph, { cited: cited !== '' }).problems.length === 0)
		.join('\n\n');
}

/**
 * Writes the content folder. It passes the gate.
 * @param every 1 for all texts, 2 for every second …
 * @returns how many texts it holds
 */
export function writeHostileCase(folder: string, every: number): number {
	const texts = ALL.filter((_, index) => index % every === 0);
	const write = (path: string, text: string) => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	const writeMarkdown = (path: string, fields: object, body: string) =>
		write(path, `---\n${toYaml(fields)}---\n\n${body}\n`);
	const lists = { sources: [] as object[], people: [] as object[] };
	const organizations: object[] = [{ id: 'the-paper', name: 'The Paper', kind: 'publisher' }];
	for (const [index, text] of texts.entries()) {
		const ids = {
			'paper-one': idOf('paper', index),
			person: idOf('person', index),
			organization: idOf('organization', index),
			'event-2': idOf('event', (index + 1) % texts.length),
			'bridge-opens': idOf('event', index),
			old: `old-${index}`,
			court: `category-${index % PATTERNS.length}`,
		};
		const cited = ` [@${idOf('paper', index)}]`;
		const date = `${2018 + (index % 7)}-${String(1 + (index % 12)).padStart(2, '0')}-11`;
		const event = filled('event', text, ids);
		const media = (event['media'] as object[]).map((one) => ({ ...one, ...MEDIA[index % MEDIA.length] }));
		writeMarkdown(`events/${idOf('event', index)}.md`, { ...event, date, media }, proseOf(text, cited));
		// Every third has none, and stands in the other language as it is in its own.
		if (index % 3 < 2)
			writeMarkdown(
				`events/${idOf('event', index)}.${TRANSLATED}.md`,
				filled('translated event', text, ids),
				proseOf(text, cited),
			);
		writeMarkdown(
			`events/withdrawn-${index}.md`,
			filled('withdrawn event', text, ids),
			index % 2 ? '' : `Text.${cited}`,
		);
		writeMarkdown(`claims/${idOf('claim', index)}.md`, filled('claim', text, ids), proseOf(text, cited));
		writeMarkdown(`pages/page-${index}.md`, filled('page', text, {}), proseOf(text, ''));
		writeMarkdown(
			`pages/page-${index}.${TRANSLATED}.md`,
			filled('translated page', text, {}),
			proseOf(text, ''),
		);
		lists.sources.push({
			...filled('source', text, ids),
			id: idOf('paper', index),
			type: CSL_TYPES[index % CSL_TYPES.length],
		});
		const person = filled('person', text, ids);
		lists.people.push({ ...person, id: idOf('person', index), aliases: [`old-person-${index}`] });
		const organization = filled('organization', text, ids);
		organizations.push({ ...organization, id: idOf('organization', index), aliases: [`old-body-${index}`] });
	}
	const categories = PATTERNS.map((pattern, index) => ({
		id: `category-${index}`,
		label: ALL[index],
		pattern,
		colour: COLOURS[index],
	}));
	const site = {
		...filled('site', SITE_TEXT, {}),
		categories,
		translations: [TRANSLATED],
		'corrections-contact': ALL.find((text) => text.startsWith('mailto:')),
	};
	write('site.yaml', toYaml(site));
	const labels = categories.map(({ id, label }) => ({ id, label }));
	write(
		`site.${TRANSLATED}.yaml`,
		toYaml({ ...filled('translated site', SITE_TEXT, {}), categories: labels }),
	);
	for (const { file } of MEDIA)
		cpSync(join(SECOND_CONTENT, 'media', file), join(folder, 'media', file), { recursive: true });
	const { menu: _, ...home } = filled('page', SITE_TEXT, {});
	writeMarkdown('pages/home.md', home, proseOf(SITE_TEXT, ''));
	write('sources.yaml', toYaml({ references: lists.sources }));
	write('people.yaml', toYaml(lists.people));
	write('organizations.yaml', toYaml(organizations));
	return texts.length;
}
