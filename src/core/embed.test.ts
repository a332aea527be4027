import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Parser } from 'htmlparser2';
import { EMBED_HEIGHT, embedSnippet, HEIGHT_MESSAGE, makeOembed, RESIZE_SCRIPT } from './embed.ts';

function readFrame(html: string) {
	const found: Record<string, string>[] = [];
	const parser = new Parser({ onopentag: (tag, attributes) => tag === 'iframe' && found.push(attributes) });
	parser.end(html);
	assert.equal(found.length, 1);
	return found[0] ?? {};
}

test('a frame names the view and the title to the letter, whatever is in them', () => {
	const view = '?person=a&q=%3Cb%3E#über "x"';
	const frame = readFrame(embedSnippet('https://case.example/a/', 'Ruth & <"Bo">', view));
	assert.equal(frame['src'], `https://case.example/a/embed.html${view}`);
	assert.equal(frame['title'], 'Ruth & <"Bo">');
	assert.equal(frame['height'], String(EMBED_HEIGHT));
});

test('a frame can neither act as its host nor lead the page around it away', () => {
	const { sandbox = '' } = readFrame(embedSnippet('https://case.example/', 'Case'));
	assert.doesNotMatch(sandbox, /allow-(?:same-origin|top-navigation|forms|modals)/);
	assert.match(sandbox, /\ballow-scripts\b.*\ballow-popups\b/);
});

test('oEmbed has what version 1.0 asks of a rich response, and its frame the size it says', () => {
	const oembed = makeOembed({ title: 'Case', address: 'https://case.example/' });
	assert.equal(oembed.version, '1.0');
	assert.equal(oembed.type, 'rich');
	assert.equal(oembed.provider_url, 'https://case.example/');
	const { width, height, src } = readFrame(oembed.html);
	assert.deepEqual([Number(width), Number(height)], [oembed.width, oembed.height]);
	assert.equal(src, 'https://case.example/embed.html');
});

/** Runs the script that other pages are given, in a page of two frames. */
function listen() {
	const frames = ['one', 'two'].map((contentWindow) => ({ contentWindow, height: '1' as string | number }));
	let tell: (message: object) => void = () => undefined;
	const run = new Function('addEventListener', 'document', RESIZE_SCRIPT) as (...scope: unknown[]) => void;
	run((_: string, listener: typeof tell) => (tell = listener), { querySelectorAll: () => frames });
	return { tell, heights: () => frames.map(({ height }) => height) };
}

test('the page around gives the frame that asks its height, and heeds nothing else', () => {
	const { tell, heights } = listen();
	tell({ source: 'two', data: { type: HEIGHT_MESSAGE, height: 700 } });
	assert.deepEqual(heights(), ['1', 700]);
	for (const message of [
		{ source: 'elsewhere', data: { type: HEIGHT_MESSAGE, height: 900 } },
		{ source: 'one', data: { type: 'other', height: 900 } },
		{ source: 'one', data: null },
	])
		tell(message);
	assert.deepEqual(heights(), ['1', 700]);
	tell({ source: 'one', data: { type: HEIGHT_MESSAGE, height: 1e9 } });
	assert.deepEqual(heights(), [3000, 700]);
});
