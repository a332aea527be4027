import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepLanguage, toRelative } from './relative.ts';

const LINKS: [html: string, inSpanish: string, fromHome: string, fromEvent: string][] = [
	['<a href="/index.html#x">', '/es/index.html#x', './index.html#x', '../index.html#x'],
	['<a class="a" href="/events/x.html">', '/es/events/x.html', './events/x.html', '../events/x.html'],
	['<form action="/search.html">', '/es/search.html', './search.html', '../search.html'],
	// Shared by all languages.
	['<a href="/data/events.csv">', '/data/events.csv', '../data/events.csv', '../../data/events.csv'],
	['<link href="/assets/a.css">', '/assets/a.css', '../assets/a.css', '../../assets/a.css'],
	// Out of the language.
	['<a href="/events/x.html" hreflang="en">', '/events/x.html', '../events/x.html', '../../events/x.html'],
	[
		'<a href="https://a.example/x.html">',
		'https://a.example/x.html',
		'https://a.example/x.html',
		'https://a.example/x.html',
	],
];
const addressIn = (html: string) => / (?:href|action)="([^"]*)"/.exec(html)?.[1];
for (const [html, inSpanish, fromHome, fromEvent] of LINKS)
	test(`in the folder of a language ${html} leads to ${inSpanish}`, () => {
		const kept = keepLanguage(html, 'es/');
		assert.equal(addressIn(kept), inSpanish);
		assert.equal(addressIn(toRelative(kept, '/es/index.html', 'es/')), fromHome);
		assert.equal(addressIn(toRelative(kept, '/es/events/x.html', 'es/')), fromEvent);
	});

test('a page of the case’s own language leads to the folder of another by name alone', () => {
	const link = '<a href="/es/events/x.html" hreflang="es">';
	assert.equal(addressIn(toRelative(link, '/events/x.html')), '../es/events/x.html');
	assert.equal(addressIn(toRelative('<a href="/">', '/events/x.html')), '../index.html');
});
