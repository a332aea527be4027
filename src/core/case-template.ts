/** An empty case: a content folder that passes the gate, with one event to change into the first. */
import { eventFile, FILES } from './content.ts';
import { parseDate } from './date.ts';
import { makeEventId, titleToSlug } from './event-id.ts';
import { eventTemplate } from './event-template.ts';
import type { Category } from './site.ts';

export interface NewCase {
	title: string;
	/** ISO text. */
	today: string;
	/** As the tz database names it. */
	timeZone: string;
}

const CATEGORIES: Category[] = [
	{ id: 'first', label: 'First category', pattern: 'circle', colour: 'blue' },
	{ id: 'second', label: 'Second category', pattern: 'square', colour: 'ink' },
];
const FIRST = 'This timeline is started';

/**
 * The files of a new case, by path.
 * @param quote makes a text safe to stand as a value in YAML
 */
export function caseTemplate(
	{ title, today, timeZone }: NewCase,
	quote: (text: string) => string,
): Map<string, string> {
	const parsed = parseDate(today);
	if (!parsed.ok) throw new Error(parsed.problem);
	const event = eventTemplate(
		{
			date: today,
			title: FIRST,
			category: 'first',
			importance: '1',
			source: 'first-source',
			today,
			written: {
				summary: 'An editor set up an empty case. Change this event into the first one of yours.',
				body: 'Write here what happened, in your own words. Every paragraph ends in its source.',
			},
		},
		CATEGORIES,
		quote,
	);
	const categories = CATEGORIES.map(
		({ id, label, pattern, colour }) =>
			`  - { id: ${id}, label: ${label}, pattern: ${pattern}, colour: ${colour} }`,
	);
	return new Map([
		[
			FILES.site,
			`# What the site is about.
slug: ${quote(titleToSlug(title) || 'timeline')}
title: ${quote(title)}
tagline: What happened, when, and who says so
# The published address, path allowed. The build variable SITE_ADDRESS overrides it.
address: https://timeline.example/
language: en
time-zone: ${timeZone}
# The "as of" that readers see.
coverage-to: ${today}
corrections-contact: mailto:corrections@timeline.example
licence: CC-BY-4.0

# What events are sorted into: at most eight, each with its own pattern (circle, square, diamond, triangle, hexagon,
# star, cross, ring) and colour (blue, red, violet, ink, green, amber, pink, teal).
categories:
${categories.join('\n')}

# Periods, drawn behind the chart. May stay empty.
eras: []

# What is counted; may be left out.
# scope:
#   in: What is counted.
#   out: What is left out.
#   counting: How it is counted.

# Words that may stand only inside quotation marks.
avoid-words: []
`,
		],
		[eventFile({ id: makeEventId(parsed.date, FIRST, () => false) }), event],
		[
			FILES.sources,
			`# Sources: CSL data in YAML, as Zotero and pandoc write it. custom.originator: who wrote it (an id of
# organizations.yaml). custom.read-as: original, extract, repost or summary.
references:
  - id: first-source
    type: document
    title: Notes of the editors
    issued: ${today}
    custom:
      originator: the-editors
      read-as: original
`,
		],
		[
			FILES.organizations,
			`# Organizations of the events, and those that wrote the sources. kind: government, court, law-enforcement,
# legislature, party, association, company, publisher, research, media or other.
- id: the-editors
  name: The editors
  kind: other
`,
		],
		[FILES.people, '# People of the events: id, name, roles with their sources.\n[]\n'],
		[
			'pages/home.md',
			`---
title: Home
# Take this line out once the text speaks of the case: then every paragraph ends in a citation.
speaks-of: site
---

What this case is about, in two or three sentences. They stand above the chart.
`,
		],
	]);
}
