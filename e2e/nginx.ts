/** nginx with the recipe of `docs/publishing.md` as it stands there, on a folder compressed beforehand. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compress } from '../scripts/compress.ts';

/** The types that Debian's own list has, for hosts without it. */
const TYPES = `text/html html; text/css css; text/javascript js; application/json json; text/csv csv; text/calendar ics;
	application/xml xml; image/svg+xml svg; image/png png; font/woff2 woff2; application/manifest+json webmanifest;
	application/pdf pdf; application/epub+zip epub; application/zip zip;`;

/** The path that the recipe serves under. */
const RECIPE_BASE = '/timeline/';

/**
 * @param nginx its program
 * @param folder of a built site; a compressed file is written beside each text
 * @param base with a slash at both ends
 * @returns where it serves, once it does, and how to end it
 */
export async function startNginx(nginx: string, folder: string, base = RECIPE_BASE) {
	const scratch = mkdtempSync(join(tmpdir(), 'timeline-nginx-'));
	mkdirSync(join(scratch, 'temp'));
	await compress(folder);
	const port = await findFreePort();
	const recipe = /```nginx\n([^`]*)```/.exec(readFileSync('docs/publishing.md', 'utf8'))?.[1] ?? '';
	const server = recipe
		.replaceAll('/srv/timeline/', '"/srv"')
		.replaceAll(RECIPE_BASE, base)
		.replace('listen 80;', `listen 127.0.0.1:${port};`)
		.replace('"/srv"', `"${folder}/"`);
	if (!server.includes(`"${folder}/"`)) throw new Error('the recipe for nginx names no folder');
	const temps = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
		(name) => `${name}_temp_path ${scratch}/temp/${name};`,
	);
	const user = process.getuid?.() === 0 ? 'user root;' : '';
	writeFileSync(
		join(scratch, 'nginx.conf'),
		`${user} daemon off; pid ${scratch}/pid; error_log ${scratch}/error.log; events {}
		http { types { ${TYPES} } access_log off; ${temps.join(' ')} ${server} }`,
	);
	const running = spawn(nginx, ['-p', scratch, '-c', join(scratch, 'nginx.conf')], { stdio: 'inherit' });
	const ended = new Promise((resolve) => running.once('exit', resolve));
	const address = `http://127.0.0.1:${port}${base}`;
	const stop = async () => {
		running.kill();
		await ended;
		rmSync(scratch, { recursive: true });
	};
	const deadline = Date.now() + 20_000;
	while (!(await fetch(address).catch(() => undefined))?.ok) {
		if (running.exitCode === null && Date.now() < deadline) {
			await new Promise((resolve) => setTimeout(resolve, 50));
			continue;
		}
		const errors = readFileSync(join(scratch, 'error.log'), 'utf8');
		await stop();
		throw new Error(`nginx does not serve the recipe of docs/publishing.md: ${errors}`);
	}
	return { address, stop };
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
