/** What hosts do with the built folder: headers, compression, and the recipe for nginx as it stands in the docs. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { findNginx, NGINX_MISSING } from '../scripts/nginx.ts';
import { readEdition } from './host.ts';
import { startNginx } from './nginx.ts';
import { BUILT, places, SECOND_CASE } from './places.ts';

const read = (file: string) => readFileSync(join(BUILT, file), 'utf8');
const policyIn = (html: string) =>
	/http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
const IMMUTABLE = 'public, max-age=31536000, immutable';
const OWN_FRAMES = "frame-ancestors 'self'";

/** A style or script and a pack, whose names have their hash. */
function hashedIn(folder: string): string[] {
	const { files, packs } = readEdition(folder);
	const asset = Object.keys(files).find((path) => path.startsWith('assets/')) ?? '';
	return [asset, `_offline/${packs['front']?.[0]}.json`];
}

test('a host that reads _headers caches what is hashed for good, the rest not, and sends the policy of the pages', async () => {
	const root = places['domain root']();
	for (const path of hashedIn(BUILT))
		expect((await fetch(`${root}${path}`)).headers.get('cache-control'), path).toBe(IMMUTABLE);
	for (const path of ['', 'index.html', 'people.html', 'sw.js', 'manifest.webmanifest']) {
		const { headers, status } = await fetch(root + path);
		expect(status, path).toBe(200);
		expect(headers.get('cache-control'), path).toBe('no-cache');
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
	}
	const sent = (await fetch(`${root}people.html`)).headers.get('content-security-policy') ?? '';
	expect(sent).toContain(OWN_FRAMES);
	// What the page's own policy allows, the header allows: the page is no stricter for being hosted.
	for (const page of ['people.html', '404.html'])
		for (const directive of policyIn(read(page)).split('; ')) {
			const [name = '', ...sources] = directive.split(' ');
			const allowed = sent.split('; ').find((other) => other.startsWith(`${name} `));
			for (const source of sources) expect(allowed, `${page}: ${name}`).toContain(source);
		}
});

test('_headers stays within what hosts take', () => {
	const rules = read('_headers').match(/^\/.*/gm) ?? [];
	expect(new Set(rules).size).toBe(rules.length);
	expect(rules.length).toBeLessThanOrEqual(100);
});

test('the worker is a classic script of its own that names no host', () => {
	expect(read('sw.js')).not.toMatch(/\bimport\b|https?:/);
});

test('the manifest is relative to itself and names icons that are there', () => {
	const manifest = JSON.parse(read('manifest.webmanifest')) as {
		start_url: string;
		scope: string;
		icons: { src: string; sizes: string; purpose?: string }[];
	};
	expect([manifest.start_url, manifest.scope]).toEqual(['./index.html', './']);
	for (const { src, sizes } of manifest.icons) {
		expect(src).toMatch(/^\.\//);
		if (!src.endsWith('.png')) continue;
		// Width and height stand at fixed places of a PNG.
		const png = readFileSync(join(BUILT, src));
		expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
	}
	expect(manifest.icons.map(({ sizes, purpose }) => `${sizes}${purpose ? ` ${purpose}` : ''}`)).toEqual(
		expect.arrayContaining(['192x192', '512x512', '512x512 maskable']),
	);
});

test('without script the page on offline reading says how many pages and how much', () => {
	const page = read('offline.html');
	expect(page).toMatch(/<b data-offline="pages">\d+<\/b>/);
	expect(page).toMatch(/<b data-offline="size">\d[\d.]* MB<\/b>/);
	expect(page).toContain('index.html');
});

test('nginx serves the recipe of the docs under a path, compressed beforehand', async () => {
	const nginx = findNginx();
	test.skip(!nginx, NGINX_MISSING);
	const scratch = mkdtempSync(join(tmpdir(), 'timeline-hosted-'));
	const site = join(scratch, 'site');
	cpSync(SECOND_CASE, site, { recursive: true });
	const { address: root, stop } = await startNginx(nginx ?? '', site);
	try {
		for (const path of hashedIn(SECOND_CASE))
			expect((await fetch(`${root}${path}`)).headers.get('cache-control'), path).toBe(IMMUTABLE);
		for (const path of ['', 'index.html', 'people.html', 'sw.js', 'events/nothing/here.html']) {
			const { headers, status } = await fetch(root + path);
			expect(status, path).toBe(path.includes('nothing') ? 404 : 200);
			expect(headers.get('content-encoding'), path).toBe('gzip');
			expect(headers.get('cache-control'), path).toBe('no-cache');
			expect(headers.get('content-security-policy'), path).toBe(OWN_FRAMES);
			expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		}
		const packed = readFileSync(join(site, 'people.html.gz'));
		expect(await (await fetch(`${root}people.html`)).text()).toBe(gunzipSync(packed).toString());
		writeFileSync(join(site, 'embed.html'), '<!doctype html><title>Embed</title>');
		expect((await fetch(`${root}embed.html`)).headers.get('content-security-policy')).toBeNull();
	} finally {
		await stop();
		rmSync(scratch, { recursive: true });
	}
});
