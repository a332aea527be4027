import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropSpaces } from './spaces.ts';

const PAGES: [html: string, without: string][] = [
	['<ul> <li> One </li> </ul> <p>Two</p>', '<ul><li> One </li></ul><p>Two</p>'],
	[
		'<p><b>One</b> <i>two</i> <a href="x">three</a></p>',
		'<p><b>One</b> <i>two</i> <a href="x">three</a></p>',
	],
	['<g class="a > b"> <line x1="1"></line> </g>', '<g class="a > b"><line x1="1"></line></g>'],
	['<head> <script> let a = 1; </script> </head>', '<head><script> let a = 1; </script></head>'],
	['<olive> <gold> 1 &lt; 2', '<olive> <gold> 1 &lt; 2'],
];
for (const [html, without] of PAGES)
	test(`only spaces that no reader sees go from ${html}`, () => assert.equal(dropSpaces(html), without));
