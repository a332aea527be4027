import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endTurnsOfTexts } from './turns.ts';

test('a turn reaches to the end of its own text and no further', () => {
	const table: [html: string, ended: string][] = [
		['<p><i>Title\u202e</i>, London</p>', '<p><i>Title\u202e\u202c</i>, London</p>'],
		['<li>\u202eone <b>two</b> three</li>', '<li>\u202eone \u202c<b>two</b> three</li>'],
		['<a title="Turned\u202e" href="x.html">x</a>', '<a title="Turned\u202e\u202c" href="x.html">x</a>'],
		['<p>nothing of it</p>', '<p>nothing of it</p>'],
	];
	for (const [html, ended] of table) assert.equal(endTurnsOfTexts(html), ended);
});

test('data in a script stays as it is', () => {
	const html = '<script type="application/json">{"title":"Turned\u202e"}</script><p>x</p>';
	assert.equal(endTurnsOfTexts(html), html);
});
