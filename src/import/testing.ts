/** For tests: a file as the content that is made of it. */
import assert from 'node:assert/strict';
import { parseEvent } from '../core/event.ts';
import { wordsFor } from '../i18n/index.ts';
import { parseYaml, splitFrontmatter } from '../loader/frontmatter.ts';
import { toContent, type WrittenContent } from './content.ts';
import { readTimeline } from './index.ts';
import type { Mapping } from './table.ts';

const TODAY = '2026-11-23';

interface Read extends WrittenContent {
	/** Events by id, with their text. */
	events: Record<string, Record<string, unknown> & { body: string }>;
	/** Losses as `line field: why`. */
	lost: string[];
}

/** What a file becomes. Every event of it passes the gate, and none goes without a word, or an AssertionError is thrown. */
export function importOf(name: string, text: string | Uint8Array, mapping?: Mapping): Read {
	const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
	const imported = readTimeline(name, bytes, mapping);
	const content = toContent(imported, wordsFor('en').date, TODAY);
	const left = content.losses.filter(({ field }) => field === 'event').length;
	assert.equal(imported.read, imported.events.length + left);
	const events = [...content.files].flatMap(([path, file]) => {
		const id = /^events\/([a-z0-9-]+)\.md$/.exec(path)?.[1];
		if (id === undefined) return [];
		const parts = splitFrontmatter(file);
		if ('problem' in parts) throw new Error(parts.problem);
		const { value } = parseYaml(parts.yaml);
		const { problems, bodyProblems } = parseEvent(id, value, parts.body, { allowUnsourced: true });
		assert.deepEqual([...problems, ...bodyProblems], [], file);
		return [[id, { ...(value as object), body: parts.body.trim() }] as const];
	});
	assert.equal(events.length, imported.events.length);
	return {
		...content,
		events: Object.fromEntries(events),
		lost: content.losses.map(({ line, field, why }) => `${line ?? '-'} ${field}: ${why}`),
	};
}
