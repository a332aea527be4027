import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headersFor } from '../../../scripts/host-headers.ts';
import { formatHeaders, unitePolicies } from './headers.ts';

const FILES = [
	'index.html',
	'embed.html',
	'people.html',
	'events/a.html',
	'es/index.html',
	'es/embed.html',
	'es/events/a.html',
	'assets/a.css',
	'sw.js',
];
const rules = formatHeaders(FILES, ["default-src 'none'; img-src 'self' data:"]);
const MAIN = "default-src 'none'; img-src 'self' data:";
const FRAMES = "frame-ancestors 'self'";

describe('_headers', () => {
	const CASES: Record<string, { cache?: string; policy: string; frames?: string }> = {
		'/': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/index.html': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/people': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/events/a.html': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/es/events/a.html': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/es/index.html': { cache: 'no-cache', policy: `${MAIN}, ${FRAMES}`, frames: 'SAMEORIGIN' },
		'/embed.html': { cache: 'no-cache', policy: MAIN },
		'/es/embed.html': { cache: 'no-cache', policy: MAIN },
		'/es/embed': { cache: 'no-cache', policy: MAIN },
		'/sw.js': { cache: 'no-cache', policy: MAIN },
		'/data/changes.js': { cache: 'no-cache', policy: MAIN },
		'/assets/a.css': { cache: 'public, max-age=31536000, immutable', policy: MAIN },
		'/_offline/0123.json': { cache: 'public, max-age=31536000, immutable', policy: MAIN },
		'/downloads/case.zip': { policy: MAIN },
	};
	for (const [path, { cache, policy, frames }] of Object.entries(CASES))
		test(path, () => {
			const headers = headersFor(rules, path);
			assert.equal(headers['cache-control'], cache);
			assert.equal(headers['content-security-policy'], policy);
			assert.equal(headers['x-frame-options'], frames);
			assert.equal(headers['x-content-type-options'], 'nosniff');
		});

	test('a name outside ASCII is matched as it is asked for', () => {
		const own = formatHeaders(['büro/ü.html', 'über.html'], []);
		assert.equal(headersFor(own, '/über.html')['cache-control'], 'no-cache');
		assert.equal(headersFor(own, '/büro/ü.html')['cache-control'], 'no-cache');
	});

	test('the policy for all allows what each page allows', () => {
		assert.equal(
			unitePolicies(["default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'sha256-x'"]),
			"default-src 'none'; script-src 'self' 'sha256-x'",
		);
		assert.equal(unitePolicies(["form-action 'none'", "form-action 'self'"]), "form-action 'self'");
	});
});
