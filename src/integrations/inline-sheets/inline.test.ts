import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashForPolicy } from '../../layouts/head.ts';
import { carrySheets } from './inline.ts';

const SHEETS: Record<string, string> = {
	'assets/base.css': '@font-face{src:url(../assets/a.woff2)}p{fill:url(#b)}',
	'assets/page.css': 'i{background:url("data:image/png;base64,")}',
};
const read = (path: string) => SHEETS[path] ?? assert.fail(path);
const pageOf = (up: string) =>
	`<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self'; img-src 'self'">` +
	`<link rel="stylesheet" href="${up}assets/base.css"><title>x</title><link rel="stylesheet" href="${up}assets/page.css">`;

test('sheets stand in the page in their order, allowed by hash, with addresses from there', () => {
	for (const [page, up, font] of [
		['index.html', './', 'assets/a.woff2'],
		['es/index.html', '../', '../assets/a.woff2'],
	] as const) {
		const style = `@font-face{src:url(${font})}p{fill:url(#b)}\n${SHEETS['assets/page.css']}`;
		assert.equal(
			carrySheets(pageOf(up), page, read),
			`<meta http-equiv="Content-Security-Policy" content="script-src 'self'; style-src 'self' ${hashForPolicy(style)}; img-src 'self'">` +
				`<style>${style}</style><title>x</title>`,
		);
	}
});

test('a page without sheets stays as it is', () => {
	assert.equal(carrySheets('<p>x', 'index.html', read), '<p>x');
});

test('what would not be shown as the sheet says is refused', () => {
	const link = '<link rel="stylesheet" href="./assets/base.css">';
	assert.throws(() => carrySheets(link, 'index.html', read), /index\.html: no policy for styles/);
	assert.throws(
		() => carrySheets(link, 'index.html', () => 'a{content:"</style>"}'),
		/cannot stand in a page/,
	);
});
