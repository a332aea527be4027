/** Writes a made-up case of any size: the same for the same size, and shaped like a real one. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CATEGORIES = [
	['council', 'circle', 'blue'],
	['works', 'diamond', 'red'],
	['inquiry', 'triangle', 'violet'],
	['court', 'square', 'ink'],
	['province', 'hexagon', 'green'],
	['state', 'star', 'amber'],
	['press', 'cross', 'pink'],
] as const;
const PEOPLE = 14;
const ORGANIZATIONS = 10;
/** As many as a case of sixty events with a hundred and fifty sources has. */
const SOURCES_PER_EVENT = 2.5;
const FIRST_YEAR = 2018;
const YEARS = 8;

const WORDS =
	'the a of and to in that was for on by with from council bridge harbour engineer report inquiry witness contract inspector river clerk hearing letter ruling court minister order payment survey foundation record account evidence statement day week office member question answer date decision appeal committee auditor granted refused signed found said asked gave heard read opened closed first second later before after two three several public local'.split(
		' ',
	);

/** Numbers from 0 to 1 that look random and are the same for a seed (mulberry32). */
function startRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Writes a content folder with as many events as asked for. It passes the gate. */
export function writeSyntheticCase(folder: string, events: number): void {
	const random = startRandom(events);
	const below = (limit: number) => Math.floor(random() * limit);
	const chance = (share: number) => random() < share;
	const words = (count: number) => Array.from({ length: count }, () => WORDS[below(WORDS.length)]).join(' ');
	const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
	const sentence = () => `${capital(words(10 + below(14)))}.`;
	const paragraph = () => Array.from({ length: 1 + below(4) }, sentence).join(' ');
	// No more of them than events, each of which names its own: the gate takes no one whom nothing names.
	const people = Math.min(PEOPLE, events);
	const organizations = Math.min(ORGANIZATIONS, events);
	const person = () => `person-${1 + below(people)}`;

	const sources = Math.floor(events * SOURCES_PER_EVENT);
	const sourceId = (index: number) => `source-${index + 1}`;
	const anySource = () => sourceId(below(sources));
	const two = (number: number) => String(number).padStart(2, '0');

	/** A date in order of the events, sharp or not in about the shares of a real case. */
	function date(index: number): string {
		const month = Math.floor((index / events) * YEARS * 12);
		const ym = `${FIRST_YEAR + Math.floor(month / 12)}-${two((month % 12) + 1)}`;
		const day = `${ym}-${two(1 + below(14))}`;
		const later = `${ym}-${two(15 + below(14))}`;
		const kind = random();
		if (kind < 0.78) return day;
		if (kind < 0.87) return ym;
		if (kind < 0.95) return `${day}/${later}`;
		return kind < 0.98 ? `${day}~` : `[${day}..${later}]`;
	}

	function event(index: number): string {
		// Each source is cited by the event it belongs to, so that none is left over.
		const first = Math.floor(index * SOURCES_PER_EVENT);
		const end = Math.floor((index + 1) * SOURCES_PER_EVENT);
		const own = Array.from({ length: end - first }, (_, offset) => sourceId(first + offset));
		const cite = (...ids: string[]) => `[${[...new Set(ids)].map((id) => `@${id}`).join('; ')}]`;
		const body = [
			`${paragraph()} ${cite(...own)}`,
			...Array.from({ length: 1 + below(3) }, () => `${paragraph()} ${cite(anySource(), anySource())}`),
		];
		return `---
date: ${date(index)}
title: ${capital(words(7))}
summary: ${capital(words(18))}.
category: ${CATEGORIES[below(CATEGORIES.length)]?.[0]}
importance: ${chance(0.13) ? 1 : 2 + below(2)}
status: ${chance(0.9) ? 'established' : chance(0.5) ? 'alleged' : 'disputed'}
people: [${[...new Set([`person-${1 + (index % people)}`, person()])].join(', ')}]
organizations: [organization-${1 + (index % organizations)}]
added: 2026-01-01
${index > 0 && chance(0.3) ? `relates: { responds-to: [event-${below(index) + 1}] }\n` : ''}${
			chance(0.4)
				? `quotes:\n  - { text: "${capital(words(12))}.", speaker: ${person()}, source: ${anySource()} }\n`
				: ''
		}${
			chance(0.35)
				? `disagreements:\n  - text: ${sentence()}\n    sources: [${anySource()}]\nlimits:\n  - text: ${sentence()}\n`
				: ''
		}---

${body.join('\n\n')}
`;
	}

	const list = (count: number, entry: (number: number) => string) =>
		Array.from({ length: count }, (_, index) => entry(index + 1)).join('\n');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(join(folder, 'events'), { recursive: true });
	mkdirSync(join(folder, 'pages'));
	const files: Record<string, string> = {
		'site.yaml': `slug: synthetic
title: The synthetic case
tagline: A case that never was, for measuring
address: https://timeline.example/
language: en
time-zone: UTC
coverage-to: ${FIRST_YEAR + YEARS}
corrections-contact: https://timeline.example/corrections
licence: CC0-1.0
categories:
${CATEGORIES.map(([id, pattern, colour]) => `  - { id: ${id}, label: ${capital(id)}, pattern: ${pattern}, colour: ${colour} }`).join('\n')}
eras:
  - { id: before, label: Before, from: ${FIRST_YEAR}, to: ${FIRST_YEAR + 3} }
  - { id: after, label: After, from: ${FIRST_YEAR + 4}, to: ${FIRST_YEAR + YEARS} }
`,
		'people.yaml': list(
			people,
			(number) =>
				`- id: person-${number}\n  name: Person ${number}\n  roles:\n    - { text: ${capital(words(6))}, sources: [${anySource()}] }`,
		),
		'organizations.yaml': list(
			organizations,
			(number) => `- id: organization-${number}\n  name: Organization ${number}\n  kind: publisher`,
		),
		'sources.yaml': `references:\n${list(
			sources,
			(number) => `  - id: ${sourceId(number - 1)}
    type: article-newspaper
    title: ${capital(words(9))}
    container-title: Paper ${1 + (number % ORGANIZATIONS)}
    issued: ${FIRST_YEAR + below(YEARS)}-${two(1 + below(12))}-${two(1 + below(28))}
    URL: https://news.example/${number}
    custom: { originator: organization-${1 + (number % organizations)}, read-as: ${chance(0.8) ? 'original' : 'repost'}, excerpt: "${capital(words(16))}." }`,
		)}\n`,
		'pages/home.md': `---\ntitle: Home\n---\n\n${paragraph()} [@source-1]\n\n## Where it stands\n\n${paragraph()} [@source-2]\n`,
		'pages/about.md': `---\ntitle: About\nspeaks-of: site\nmenu: 1\n---\n\n${paragraph()}\n`,
	};
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	for (let index = 0; index < events; index++)
		writeFileSync(join(folder, 'events', `event-${index + 1}.md`), event(index));
}
