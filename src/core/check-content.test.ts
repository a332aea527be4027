import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkContent } from './check-content.ts';
import type { Content } from './content.ts';
import { makeContent, makeEvent, makeSource } from './testing.ts';

/** Problems as `file path sentence`; `:n` is a line of the body. */
function problemsOf(content: Content): string[] {
	return checkContent(content).map(({ at, says }) => {
		const place = at.bodyLine === undefined ? ` ${(at.path ?? []).join('.')}` : `:${at.bodyLine}`;
		return `${at.file}${place} ${says}`;
	});
}

const verdict = makeEvent('verdict');
const withdrawn = { date: '2026-11-24', reason: 'An error.' };

test('a whole case without mistakes has no problems', () => {
	const content = makeContent({
		events: [
			verdict,
			makeEvent('appeal', { date: '2024-10', relates: { 'responds-to': ['verdict'] }, people: ['jane-doe'] }),
		],
		people: [{ id: 'jane-doe', name: 'Jane Doe', roles: [{ text: 'Clerk', sources: ['paper-one'] }] }],
		pages: { home: 'See [the verdict](verdict.md). [@paper-one]' },
	});
	assert.deepEqual(problemsOf(content), []);
});

test('every id that leads nowhere is told where it stands, with what was likely meant', () => {
	const broken = makeEvent(
		'appeal',
		{
			category: 'cuort',
			people: ['jane-do'],
			organizations: ['a-firm'],
			quotes: [{ text: 'No.', speaker: 'jon-roe', source: 'paper-two' }],
			disagreements: [{ text: 'Ten or eleven.', sources: ['paper-one', 'radio'] }],
			relates: { 'part-of': ['verdit'] },
		},
		'One. [@paper-one]\n\nTwo\nlines. [@paper-on]\n\nThree, [see](nowhere.md). [@paper-one]',
	);
	const people = [{ id: 'jane-doe', name: 'Jane Doe' }];
	const named = makeEvent('verdict', { people: ['jane-doe'] });
	const at = 'events/appeal.md';
	assert.deepEqual(problemsOf(makeContent({ events: [named, broken], people })).sort(), [
		`${at} category "cuort" is not the id of a category. Did you mean court? If not, add it to site.yaml.`,
		`${at} disagreements.0.sources.1 "radio" is not the id of a source. Add it to sources.yaml.`,
		`${at} organizations.0 "a-firm" is not the id of an organization. Add it to organizations.yaml.`,
		`${at} people.0 "jane-do" is not the id of a person. Did you mean jane-doe? If not, add it to people.yaml.`,
		`${at} quotes.0.source "paper-two" is not the id of a source. Did you mean paper-one? If not, add it to sources.yaml.`,
		`${at} quotes.0.speaker "jon-roe" is not the id of a person. Add it to people.yaml.`,
		`${at} relates.part-of.0 "verdit" is not an event. Did you mean verdict? If not, write the name of a file in events/, without .md.`,
		`${at}:4 "paper-on" is not the id of a source. Did you mean paper-one? If not, add it to sources.yaml.`,
		`${at}:6 "nowhere.md" is not an event. Write the name of a file in events/.`,
	]);
});

test('media are named by events and lie beside them, both or neither', () => {
	const medium = (file: string) => ({ file, alt: 'A bridge.', credit: 'Ann', licence: 'CC0-1.0' });
	const shows = makeEvent('verdict', { media: [medium('bridge.jpg'), medium('bridge-2.jpg')] });
	const media = ['bridge.jpg', 'bridge-3.jpg'].map((id) => ({ id, bytes: 9 }));
	assert.deepEqual(problemsOf(makeContent({ events: [shows], media })), [
		'events/verdict.md media.1.file "bridge-2.jpg" is not a file in media/. Did you mean bridge-3.jpg? If not, put it there.',
		'media/bridge-3.jpg  "bridge-3.jpg" is shown by no event. Name it under media: of one, or take it away.',
	]);
	// What could not be read may be what names it.
	const unread = {
		lists: new Set<never>(),
		events: new Set<string>(),
		mentions: (id: string) => id === 'bridge-3',
	};
	const told = checkContent(makeContent({ events: [makeEvent('verdict')], media: media.slice(1) }), unread);
	assert.deepEqual(told, []);
});

test('sources, people and pages are checked as events are', () => {
	const content = makeContent({
		events: [makeEvent('verdict', { people: ['jane-doe'] })],
		sources: [
			makeSource('paper-one'),
			makeSource('radio', { custom: { originator: 'the-papers', 'read-as': 'original' } }),
		],
		people: [{ id: 'jane-doe', name: 'Jane Doe', roles: [{ text: 'Clerk', sources: ['gone'] }] }],
		pages: { about: 'One [link](gone.md). [@radio]\n\nTwo. [@gone]' },
	});
	assert.deepEqual(
		problemsOf(content)
			.map((problem) => problem.split(' "')[0])
			.sort(),
		[
			'pages/about.md:1',
			'pages/about.md:3',
			'people.yaml 0.roles.0.sources.0',
			'sources.yaml references.1.custom.originator',
		],
	);
});

test('a source nobody cites is told; one that only a quotation, a page or a role cites is not', () => {
	const sources = ['paper-one', 'quoted', 'paged', 'role', 'lonely'].map((id) => makeSource(id));
	const content = makeContent({
		events: [makeEvent('verdict', { quotes: [{ text: 'No.', speaker: 'jane-doe', source: 'quoted' }] })],
		sources,
		people: [{ id: 'jane-doe', name: 'Jane Doe', roles: [{ text: 'Clerk', sources: ['role'] }] }],
		pages: { about: 'One. [@paged]' },
	});
	assert.deepEqual(problemsOf(content), [
		'sources.yaml references.4.id "lonely" is cited nowhere. Write [@lonely] where it is used, or take the source out.',
	]);
});

test('an event without a source is told, unless it is withdrawn', () => {
	const content = makeContent({
		events: [verdict, makeEvent('bare', {}, '## Only a heading'), makeEvent('gone', { withdrawn }, '')],
	});
	assert.deepEqual(problemsOf(content), [
		'events/bare.md  cites no source. Write at least one paragraph that ends in a citation, such as [@source-id].',
	]);
});

test('ids that stand twice and aliases that clash are told', () => {
	const content = makeContent({
		events: [
			makeEvent('verdict', { aliases: ['old'], people: ['jane-doe'] }),
			makeEvent('appeal', { aliases: ['old', 'verdict'] }),
		],
		sources: [makeSource('paper-one'), makeSource('paper-one')],
		people: [
			{ id: 'jane-doe', name: 'Jane Doe' },
			{ id: 'jane-doe', name: 'Jane Doe' },
		],
	});
	assert.deepEqual(problemsOf(content), [
		'sources.yaml references.1.id "paper-one" is already the id of entry 1. Give one of them another id.',
		'people.yaml 1.id "jane-doe" is already the id of entry 1. Give one of them another id.',
		'events/appeal.md aliases.0 "old" is already an alias of verdict. An old address can lead to one event only; take it out of one of them.',
		'events/appeal.md aliases.1 "verdict" is an event itself. An alias is an earlier address that no event has any more; take it out.',
	]);
});

test('an event cannot relate to itself, and one that has moved is named by its new id', () => {
	const events = [
		makeEvent('verdict', { relates: { reverses: ['verdict'] }, aliases: ['the-jury-decides'] }),
		makeEvent('appeal', { relates: { reverses: ['the-jury-decides'] } }),
	];
	assert.deepEqual(
		problemsOf(makeContent({ events })).map((problem) => problem.split('. ').slice(0, 2).join('. ')),
		[
			'events/verdict.md relates.reverses.0 "verdict" is this event itself. Name another event, or take the line out.',
			'events/appeal.md relates.reverses.0 "the-jury-decides" is not an event. Did you mean verdict? If not, write the name of a file in events/, without .md.',
		],
	);
});

test('an unknown category is told with those there are', () => {
	const category = (id: string) => ({ id, label: id });
	const site = {
		categories: [
			{ ...category('court'), pattern: 'square', colour: 'ink' },
			{ ...category('council'), pattern: 'circle', colour: 'red' },
		],
	};
	const check = (written: string) =>
		problemsOf(makeContent({ site, events: [makeEvent('verdict', { category: written })] }));
	assert.deepEqual(check('cuort'), [
		'events/verdict.md category "cuort" is not the id of a category. Did you mean court? If not, write council, or add it to site.yaml.',
	]);
	assert.deepEqual(check('weather'), [
		'events/verdict.md category "weather" is not the id of a category. Write court or council, or add it to site.yaml.',
	]);
});

test('two categories with one pattern are told: not everyone sees colours', () => {
	const category = (id: string, pattern: string) => ({ id, label: id, pattern, colour: 'ink' });
	const categories = [category('court', 'square'), category('a', 'circle'), category('b', 'square')];
	assert.deepEqual(problemsOf(makeContent({ site: { categories }, events: [verdict] })), [
		'site.yaml categories.2.pattern "square" is the pattern of court too; patterns tell categories apart for those who do not see colours. Write another one.',
	]);
});

test('what is published leads to no draft; drafts and withdrawn events may', () => {
	const relates = { 'part-of': ['draft'] };
	const body = 'See [it](draft.md). [@paper-one]';
	const check = (fields: Record<string, unknown>) =>
		problemsOf(
			makeContent({
				events: [
					makeEvent('draft', { draft: 'true' }),
					makeEvent('verdict', { relates, ...fields }, body),
					makeEvent('appeal'),
				],
				pages: { home: 'See [it](verdict.md). [@paper-one]' },
			}),
		);
	assert.deepEqual(check({}), [
		'events/verdict.md relates.part-of.0 "draft" is a draft, which readers cannot reach. Take draft out of it, or take this line out.',
		'events/verdict.md:1 "draft.md" is a draft, which readers cannot reach. Take draft out of it, or take this link out.',
	]);
	assert.deepEqual(check({ withdrawn }), []);
	assert.match(check({ draft: 'true' }).join(), /^pages\/home\.md:1 "verdict\.md" is a draft,[^,]+,[^,]+$/);
});

test('an event does not link to itself', () => {
	const events = [makeEvent('verdict', {}, 'See [it](verdict.md). [@paper-one]')];
	assert.deepEqual(problemsOf(makeContent({ events })), [
		'events/verdict.md:1 "verdict.md" is this event itself. Name another event, or take the link out.',
	]);
});

test('people and organizations that nothing names are told; a speaker and a publisher are named', () => {
	const people = ['jane', 'jon', 'joe'].map((id) => ({ id, name: id }));
	const organizations = ['the-paper', 'a-firm', 'a-court'].map((id) => ({ id, name: id, kind: 'other' }));
	const quotes = [{ text: 'No.', speaker: 'jon', source: 'paper-one' }];
	const events = [makeEvent('verdict', { people: ['jane'], quotes, organizations: ['a-court'] })];
	assert.deepEqual(problemsOf(makeContent({ events, people, organizations })), [
		'people.yaml 2.id "joe" is named nowhere. Add it to people: of an event, or take the entry out.',
		'organizations.yaml 1.id "a-firm" is named nowhere. Add it to organizations: of an event, or take the entry out.',
	]);
});

test('names that pages use themselves are no ids', () => {
	const reserved = ['people', 'index', '404', 'note-1', 'year-2024', 'list', 'content', 'timeline-data'];
	for (const id of reserved) {
		const person = { id, name: 'Jane' };
		const content = makeContent({
			events: [makeEvent(id, { people: [id] }, 'One. [@paper-one] Two. [@' + id + ']')],
			sources: [makeSource('paper-one'), makeSource(id)],
			people: [person],
		});
		assert.deepEqual(
			problemsOf(content).map((problem) => problem.split('"')[0]),
			[`events/${id}.md  `, 'people.yaml 0.id ', 'sources.yaml references.1.id '],
		);
	}
	assert.deepEqual(problemsOf(makeContent({ events: [verdict], pages: { sources: 'A. [@paper-one]' } })), [
		'pages/sources.md  "sources" is the name of a page that the site has of its own. Name the file otherwise, such as the-sources.md.',
	]);
	for (const id of ['peoples', 'note-to-all', 'year-one', 'listing'])
		assert.deepEqual(problemsOf(makeContent({ events: [makeEvent(id)] })), []);
});

test('a case that would show no event is told', () => {
	const none =
		'events  holds no event that readers can see. Add one, or take draft out of one; CONTRIBUTING.md shows what it may hold.';
	const sources = { sources: [], organizations: [] };
	assert.deepEqual(problemsOf(makeContent(sources)), [none]);
	assert.deepEqual(problemsOf(makeContent({ events: [makeEvent('a', { draft: 'true' })] })), [none]);
	assert.deepEqual(problemsOf(makeContent({ ...sources, events: [makeEvent('a', { withdrawn }, '')] })), [
		none,
	]);
});

test('one id is the same however its accents are stored', () => {
	const apart = 'zu\u0308rich';
	const id = apart.normalize('NFC');
	assert.notEqual(apart, id);
	const content = makeContent({
		events: [
			makeEvent(id, { people: [apart] }, `One. [@${apart}]`),
			makeEvent('b', { relates: { 'part-of': [apart] } }, `[It](${apart}.md). [@${id}]`),
		],
		sources: [makeSource(apart)],
		people: [{ id, name: 'Jane' }],
	});
	assert.deepEqual(problemsOf(content), []);
});
