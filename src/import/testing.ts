/** For tests: a file as the content that is made of it. */
import assert from 'node:assert/strict';
import { checkContent } from '../core/check-content.ts';
import { parseEvent } from '../core/event.ts';
import { parsePage } from '../core/page.ts';
import { parseOrganization } from '../core/people.ts';
import { nothingPublished } from '../core/published.ts';
import { isId } from '../core/schema.ts';
import { parseSite } from '../core/site.ts';
import { parseSource } from '../core/source.ts';
import { wordsFor } from '../i18n/index.ts';
import { parseYaml, splitFrontmatter } from '../loader/frontmatter.ts';
import { toContent, type WrittenContent } from './content.ts';
import { readTimeline } from './index.ts';
import type { Imported } from './model.ts';
import type { Mapping } from './table.ts';

const TODAY = '2026-11-23';
const RULES = { allowUnsourced: true };

interface Read extends WrittenContent {
	/** As its reader gave it. */
	imported: Imported;
	/** Events by id, with their text. */
	events: Record<string, Record<string, unknown> & { body: string }>;
	/** Losses as `line field: why`. */
	lost: string[];
}

/** What a file becomes. All of it passes the gate, and no event goes without a word, or an AssertionError is thrown. */
export function importOf(name: string, text: string | Uint8Array, mapping?: Mapping): Read {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const imported = readTimeline(name, bytes, mapping);
	const content = toContent(imported, wordsFor('en').date, TODAY);
	const left = content.losses.filter(({ field }) => field === 'event').length;
	assert.equal(imported.read, imported.events.length + left);
	const events = passGate(content.files);
	assert.equal(Object.keys(events).length, imported.events.length);
	return {
		...content,
		imported,
		events,
		lost: content.losses.map(({ line, field, why }) => `${line ?? '-'} ${field}: ${why}`),
	};
}

/** Holds files against the gate, each by itself and all together. @returns the events by id, with their text */
function passGate(files: ReadonlyMap<string, string>): Read['events'] {
	const list = (path: string, under?: string) => {
		const { value, problems } = parseYaml(files.get(path) ?? '');
		assert.deepEqual(problems, [], path);
		return (under ? (value as Record<string, unknown>)[under] : value) as unknown[];
	};
	const sound = <T>({ value, problems }: { value?: T | undefined; problems: unknown[] }): T => {
		assert.deepEqual(problems, []);
		assert.ok(value);
		return value;
	};
	const markdown = (folder: string) =>
		[...files].flatMap(([path, file]) => {
			const [, id = ''] = new RegExp(`^${folder}/([a-z0-9-]+)\\.md$`).exec(path) ?? [];
			if (!path.startsWith(`${folder}/`)) return [];
			assert.ok(isId(id), path);
			const parts = splitFrontmatter(file);
			assert.ok(!('problem' in parts), path);
			const { value, problems } = parseYaml(parts.yaml);
			assert.deepEqual(problems, [], file);
			return [{ id, fields: value as Record<string, unknown>, body: parts.body, file }];
		});
	const texts = markdown('events');
	const events = texts.map(({ id, fields, body, file }) => {
		const { event, problems, bodyProblems } = parseEvent(id, fields, body, RULES);
		assert.deepEqual([...problems, ...bodyProblems], [], file);
		assert.doesNotMatch(body, /\]\((?!https?:|mailto:)/);
		assert.ok(event);
		return event;
	});
	const pages = markdown('pages').map(({ id, fields, body, file }) => {
		const { page, problems, bodyProblems } = parsePage(id, fields, body);
		assert.deepEqual([...problems, ...bodyProblems], [], file);
		assert.ok(page);
		return page;
	});
	const content = {
		site: sound(parseSite(parseYaml(files.get('site.yaml') ?? '').value)),
		events,
		claims: [],
		sources: list('sources.yaml', 'references').map((source) => sound(parseSource(source))),
		people: list('people.yaml').map(() => assert.fail('an import knows of no people')),
		organizations: list('organizations.yaml').map((one) => sound(parseOrganization(one))),
		pages,
		media: [],
		published: nothingPublished(),
		translations: [],
	};
	assert.deepEqual(checkContent(content, undefined, RULES), []);
	const others = [...files.keys()].filter((path) => !/^(?:events|pages)\/|^[a-z]+\.yaml$/.test(path));
	assert.deepEqual(others, []);
	return Object.fromEntries(
		texts.map(({ id, fields, body }) => [id, { ...fields, body: body.trim() }] as const),
	);
}

/** What this process has had of the processors: how long it took, whatever else runs. */
export function processorSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}
