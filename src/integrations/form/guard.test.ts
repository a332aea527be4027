import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseStrangers } from './guard.ts';

const OWN = {
	host: '127.0.0.1:4321',
	origin: 'http://127.0.0.1:4321',
	'content-type': 'application/json; charset=utf-8',
	'sec-fetch-site': 'same-origin',
};
const ask = (headers: Record<string, string | undefined>, method = 'POST', remoteAddress = '127.0.0.1') =>
	refuseStrangers({ method, headers: { ...OWN, ...headers }, socket: { remoteAddress } });

test('the form’s own page may ask, by any name of this machine', () => {
	assert.equal(ask({}), undefined);
	for (const host of ['localhost:4321', '[::1]:4321', '127.0.0.1'])
		assert.equal(ask({ host, origin: `http://${host}` }, 'POST', '::1'), undefined, host);
	// Browsers that do not say where a request comes from say its origin.
	assert.equal(ask({ 'sec-fetch-site': undefined }), undefined);
	assert.equal(ask({ 'sec-fetch-site': 'none', origin: undefined }, 'GET'), undefined);
});

test('no other page may, whatever it pretends', () => {
	const strangers: [headers: Record<string, string | undefined>, method?: string, address?: string][] = [
		[{ origin: 'https://example.org', 'sec-fetch-site': 'cross-site' }],
		[{ origin: 'https://example.org', 'sec-fetch-site': undefined }],
		[{ origin: 'null' }],
		[{ origin: undefined }],
		// Another server on this machine is another origin.
		[{ origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }],
		[{ origin: 'https://127.0.0.1:4321' }],
		// A name of someone else's that leads here.
		[{ host: 'example.org:4321', origin: 'http://example.org:4321' }],
		[{ host: '127.0.0.1.example.org', origin: 'http://127.0.0.1.example.org' }],
		[{ host: undefined }],
		// A plain form of another page sends no JSON.
		[{ 'content-type': 'text/plain' }],
		[{ 'content-type': 'application/x-www-form-urlencoded' }],
		[{ 'content-type': undefined }],
		[{}, 'POST', '192.168.1.7'],
		[{}, 'GET', '2001:db8::1'],
		[{ 'sec-fetch-site': 'cross-site' }, 'GET'],
		[{}, 'PUT'],
		[{}, 'OPTIONS'],
	];
	for (const [headers, method, address] of strangers)
		assert.ok(ask(headers, method, address), JSON.stringify([headers, method, address]));
});
