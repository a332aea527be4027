import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../i18n/en.ts';
import { es } from '../i18n/es.ts';
import { he } from '../i18n/he.ts';
import { numberNotes } from './citation.ts';
import { renderProse, type ProseContext } from './prose-html.ts';

const render = (markdown: string, rest: Partial<ProseContext> = {}) =>
	renderProse(markdown, {
		notes: numberNotes(['a', 'b']),
		cited: new Map<string, number>(),
		noteWord: 'Note',
		quoteMarks: en.quoteMarks,
		direction: en.direction,
		...rest,
	});
const MARK = '<sup class="cites"><a href="#note-1" id="cited-1" aria-label="Note 1">1</a></sup>';

test('quotation marks beside emphasis, links, code and citations stand as their words do', () => {
	const table: [markdown: string, html: string][] = [
		['He said "*no*". [@a]', `<p>He said “<em>no</em>”.${MARK}</p>`],
		['The *clerk*\'s "office" [@a]', `<p>The <em>clerk</em>’s “office”${MARK}</p>`],
		['"[All](x.md)" of it. [@a]', `<p>“<a href="/events/x.html">All</a>” of it.${MARK}</p>`],
		['**"One"** and *"two"*', '<p><strong>“One”</strong> and <em>“two”</em></p>'],
		['Typed `"a"` and "b"', '<p>Typed <code>"a"</code> and “b”</p>'],
	];
	for (const [markdown, html] of table) assert.equal(render(markdown), html, markdown);
});

test('each block is a text of its own', () => {
	assert.equal(
		render('- "one\n- "two"\n\n> "three"').replace(/\n/g, ''),
		'<ul><li>“one</li><li>“two”</li></ul><blockquote><p>“three”</p></blockquote>',
	);
});

test('a quotation that runs the other way stands apart, its marks with it; so do the numerals of notes', () => {
	assert.equal(
		render('סקוט כתב: "Great God!", ושב. [@a]', { quoteMarks: he.quoteMarks, direction: he.direction }),
		`<p>סקוט כתב: <bdi>”Great God!”</bdi>, ושב.${MARK.replace('class="cites"', 'class="cites" dir="rtl"')}</p>`,
	);
	assert.equal(
		render('הוא אמר "לא". [@b]', { quoteMarks: he.quoteMarks, direction: he.direction }).includes('<bdi>'),
		false,
	);
	assert.equal(render('He wrote "שלום" twice.'), '<p>He wrote <bdi>“שלום”</bdi> twice.</p>');
});

test('in a translation, what is quoted says that it is in the language of the original', () => {
	assert.equal(
		render('Dijo "it is done" (está hecho) y "we walked". [@a]', {
			quoteMarks: es.quoteMarks,
			quotedIn: 'en',
		}),
		`<p>Dijo «<span lang="en">it is done</span>» (está hecho) y «<span lang="en">we walked</span>».${MARK}</p>`,
	);
});
