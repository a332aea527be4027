/** What is made to harm: refused by the gate with a sentence, or text and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { en } from '../i18n/en.ts';
import { numberNotes } from './citation.ts';
import { CSL_DATES } from './csl.ts';
import { checkProse, isSafeAddress } from './prose.ts';
import { renderLine, renderProse, type ProseContext } from './prose-html.ts';
import { isId, isWebAddress } from './schema.ts';
import { fillWith, HOSTILE, IN_MARKDOWN, KINDS } from './testing-hostile.ts';

/** Fields that hold no free text, by the last name in their path; what CSL calls page or status is free. */
const CLOSED = {
	source: new RegExp(`^(?:id|type|originator|read-as|${CSL_DATES.join('|')})$`),
	other:
		/^(?:id|date|added|updated|translated|file|from|to|category|importance|status|source|sources|people|organizations|events|aliases|part-of|slug|time-zone|coverage-to|colour|pattern|kind|page|menu|speaks-of)$/,
};
const ADDRESSES = /^(?:URL|read-at|address|corrections-contact)$/;

const counts = { refused: 0, placed: 0, texts: 0 };

for (const [kind, record] of Object.entries(KINDS))
	test(`in every field of ${/^[aeo]/.test(kind) ? 'an' : 'a'} ${kind}`, () => {
		const closed = kind === 'source' ? CLOSED.source : CLOSED.other;
		assert.deepEqual(record.parse(record.fields).problems, [], 'the record is sound as it is');
		for (const text of HOSTILE) {
			const { fields, placed, refused } = fillWith(text, record);
			assert.deepEqual(record.parse(fields).problems, [], text);
			for (const path of placed) {
				const name = String(path.findLast((step) => typeof step === 'string'));
				const at = `${path.join('.')}: ${text}`;
				if (ADDRESSES.test(name)) assert.ok(isWebAddress(text) || isSafeAddress(text), at);
				if (closed.test(name)) assert.ok(isId(text), at);
			}
			counts.placed += placed.length;
			counts.refused += refused.length;
		}
	});

const context = (): ProseContext => ({
	notes: numberNotes(['paper-one']),
	cited: new Map<string, number>(),
	noteWord: 'Note',
	quoteMarks: en.quoteMarks,
	direction: en.direction,
});
const ELEMENTS = /^(?:p|ul|ol|li|blockquote|em|strong|h[2-4]|a|code|br|sup)$/;
const ATTRIBUTES = /^(?:href|rel|id|className|ariaLabel|start)$/;

/** What a browser would make of it, held to what running text may be. */
function assertInert(node: Nodes, text: string): void {
	assert.match(node.type, /^(?:root|element|text)$/, text);
	if (node.type === 'element') {
		assert.match(node.tagName, ELEMENTS, text);
		for (const [name, value] of Object.entries(node.properties)) {
			assert.match(name, ATTRIBUTES, text);
			if (name === 'href') assert.match(String(value), /^(?:#note-1$|\/events\/|https?:\/\/|mailto:)/, text);
		}
	}
	if ('children' in node) for (const child of node.children) assertInert(child, text);
}

test('in Markdown, as it is, with its signs made plain, and as code', () => {
	let rendered = 0;
	for (const text of HOSTILE)
		for (const write of IN_MARKDOWN) {
			const markdown = `Before ${write(text)} after. [@paper-one]`;
			const html = renderProse(markdown, context());
			// Also where the gate refuses it: the allow-list does not lean on the gate.
			assertInert(fromHtml(html, { fragment: true }), markdown);
			if (checkProse(markdown, { cited: true }).problems.length > 0) counts.refused++;
			else rendered++;
			counts.texts++;
		}
	assert.ok(rendered > HOSTILE.length, 'what is made plain passes the gate');
});

test('in a line of its own', () => {
	for (const text of HOSTILE) {
		assertInert(fromHtml(renderLine(text, ['paper-one'], context()), { fragment: true }), text);
		assertInert(fromHtml(renderProse(text, context()), { fragment: true }), text);
		counts.texts += 2;
	}
});

test('of all that', (t) => {
	assert.ok(counts.refused > 0 && counts.placed > 0);
	t.diagnostic(
		`count: ${HOSTILE.length} hostile texts: ${counts.refused} times refused, ${counts.placed} times text in a field, ${counts.texts} times looked at as HTML`,
	);
});
