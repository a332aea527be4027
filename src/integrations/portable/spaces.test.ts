import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dropSpaces } from './spaces.ts';

for (const [html, dropped] of [
	['<ul> <li> <a>One</a> <a>Two</a>\n</li> </ul>', '<ul><li><a>One</a> <a>Two</a></li></ul>'],
	['<div title="a > b"> <b>1</b> 2 <i>3</i> </div>', '<div title="a > b"><b>1</b> 2 <i>3</i></div>'],
	['<nav> text <link rel="x"> </nav>', '<nav> text <link rel="x"></nav>'],
	['<pre>a\n  b</pre> <code> c </code>', '<pre>a\n  b</pre> <code> c </code>'],
	[
		'a <button type="button"> Go </button> <text x="1"> 2 </text>',
		'a <button type="button">Go</button><text x="1">2</text>',
	],
	['<links> <linked> <b></b>', '<links> <linked> <b></b>'],
	['<g class="a > b"> <line x1="1"></line> </g>', '<g class="a > b"><line x1="1"></line></g>'],
	[
		'<head> <script> a = "<ul> <li>"; </script> <meta> </head>',
		'<head><script> a = "<ul> <li>"; </script><meta></head>',
	],
	['<olive> <gold> 1 &lt; 2', '<olive> <gold> 1 &lt; 2'],
] as const)
	test(`only spaces that no reader sees go from ${html}`, () => assert.equal(dropSpaces(html), dropped));
