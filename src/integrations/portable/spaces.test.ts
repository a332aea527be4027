import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropSpaces } from './spaces.ts';

for (const [html, dropped] of [
	['<ul> <li> <a>One</a> <a>Two</a>\n</li> </ul>', '<ul><li><a>One</a> <a>Two</a></li></ul>'],
	['<div title="a > b"> <b>1</b> 2 <i>3</i> </div>', '<div title="a > b"><b>1</b> 2 <i>3</i></div>'],
	['<nav> text <link rel="x"> </nav>', '<nav> text <link rel="x"></nav>'],
	['<pre>a\n  b</pre> <code> c </code>', '<pre>a\n  b</pre> <code> c </code>'],
	['<links> <linked> <b></b>', '<links> <linked> <b></b>'],
] as const)
	test(html, () => assert.equal(dropSpaces(html), dropped));
