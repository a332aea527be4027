/** `npm run preview`: serves the built folder on this machine alone, as a static host that reads `_headers` would. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { headersFor } from './host-headers.ts';
import { isMain, outFolder } from './paths.ts';
import { recover } from './swap.ts';

const TYPES: Record<string, string> = {
	'.bib': 'application/x-bibtex; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.epub': 'application/epub+zip',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.ics': 'text/calendar; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.jpeg': 'image/jpeg',
	'.jpg': 'image/jpeg',
	'.json': 'application/json; charset=utf-8',
	'.m4a': 'audio/mp4',
	'.mp3': 'audio/mpeg',
	'.ogg': 'audio/ogg',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.wav': 'audio/wav',
	'.webp': 'image/webp',
	'.woff2': 'font/woff2',
	'.xml': 'application/xml; charset=utf-8',
	'.zip': 'application/zip',
};

const HOST = '127.0.0.1';
const DEFAULT_PORT = 4321;

/**
 * Serves a folder.
 * @param base path under which it stands, with a slash at both ends
 * @param port 0 for any that is free
 * @param before may answer a request itself, and then returns true
 * @returns the server and its address
 */
export async function serve(
	folder: string,
	{
		port = 0,
		base = '/',
		before = () => false,
	}: {
		port?: number;
		base?: string;
		before?: (request: IncomingMessage, response: ServerResponse) => boolean;
	} = {},
): Promise<{ server: Server; address: string }> {
	const root = resolve(folder);
	const server = createServer((request, response) => {
		if (before(request, response)) return;
		void answer(root, base, request.url ?? '/').then(({ status, file, headers }) => {
			if (!file) {
				response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
				return;
			}
			response.writeHead(status, {
				'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
				'cache-control': 'no-cache',
				...headers,
			});
			if (request.method === 'HEAD') response.end();
			else
				createReadStream(file)
					.on('error', () => response.destroy())
					.pipe(response);
		});
	});
	await new Promise<void>((resolveListening, reject) => {
		server.once('error', reject);
		server.listen(port, HOST, resolveListening);
	});
	const bound = server.address();
	const actual = typeof bound === 'object' && bound ? bound.port : port;
	return { server, address: `http://${HOST}:${actual}${base}` };
}

interface Answer {
	status: number;
	file: string | undefined;
	headers?: Record<string, string>;
}

async function answer(root: string, base: string, url: string): Promise<Answer> {
	const path = decodePath(url.replace(/[?#].*$/, ''));
	if (!path?.startsWith(base)) return { status: 404, file: await findFile(join(root, '404.html')) };
	const rules = await readFile(join(root, '_headers'), 'utf8').catch(() => '');
	const headers = headersFor(rules, `/${path.slice(base.length)}`);
	const wanted = normalize(join(root, path.slice(base.length)));
	const inside = wanted === root || wanted.startsWith(root + sep);
	const file = inside ? await findFile(wanted) : undefined;
	if (file) return { status: 200, file, headers };
	return { status: 404, file: await findFile(join(root, '404.html')), headers };
}

function decodePath(path: string): string | undefined {
	try {
		return decodeURIComponent(path);
	} catch {
		return undefined;
	}
}

async function findFile(path: string): Promise<string | undefined> {
	const status = await stat(path).catch(() => undefined);
	if (status?.isFile()) return path;
	return status?.isDirectory() ? findFile(join(path, 'index.html')) : undefined;
}

/** Serves the built folder until interrupted and prints its address. */
export async function serveBuilt(): Promise<void> {
	const out = resolve(outFolder());
	await recover(out);
	if (!(await findFile(join(out, 'index.html')))) {
		console.error(`There is no built site in ${out}. Run npm run build first.`);
		process.exit(1);
	}
	const wished = process.env['PORT'];
	try {
		const { address } = await serve(out, { port: wished ? Number(wished) : DEFAULT_PORT });
		console.log(`\n  ${address}\n\nCtrl+C stops it.`);
	} catch (error) {
		const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
		if (!isTaken) throw error;
		if (wished) {
			console.error(`Port ${wished} is in use. Set PORT to another, or leave it out.`);
			process.exit(1);
		}
		const { address } = await serve(out);
		console.log(`\n  ${address}\n\n(Port ${DEFAULT_PORT} is in use.) Ctrl+C stops it.`);
	}
}

if (isMain(import.meta)) await serveBuilt();
