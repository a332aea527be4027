/** In dev, a form for those who do not write YAML: at /edit/, on this machine alone. It is part of no build. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { MEDIA_LIMIT } from '../../core/media.ts';
import { contentFolder } from '../../loader/astro.ts';
import { readContent } from '../../loader/content-files.ts';
import { refuseStrangers } from './guard.ts';
import { answerForm, Refusal } from './local-backend.ts';
import { bundleForm, formPage, readCmsFile } from './page.ts';
import { makeSettings } from './settings.ts';

/** Where the form stands, with a slash at both ends. */
export const FORM_PATH = '/edit/';
const API = 'api';
/** A file of the largest size, as base64, and the text beside it. */
const BODY_LIMIT = MEDIA_LIMIT * 1.4 + 1_000_000;

const TYPES: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.wasm': 'application/wasm',
};

export default function form(): AstroIntegration {
	return {
		name: 'form',
		hooks: {
			'astro:server:setup': ({ server, logger }) => {
				server.middlewares.use(FORM_PATH.slice(0, -1), (request, response) => {
					serveForm(request, response).catch((error: unknown) => {
						const isRefused = error instanceof Refusal;
						if (!isRefused) logger.error(String(error));
						const says = error instanceof Error ? error.message : String(error);
						send(response, '.json', JSON.stringify({ error: says }), isRefused ? error.status : 500);
					});
				});
			},
		},
	};
}

async function serveForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
	const refused = refuseStrangers(request);
	if (refused) throw new Refusal(403, refused);
	// What comes before it was taken off by the server.
	const name = (request.url ?? '').replace(/[?#].*$/, '').slice(1);
	if (request.method === 'POST') {
		if (name !== API) throw new Refusal(404, 'There is nothing here.');
		const answer = await answerForm(contentFolder(), JSON.parse(await readBody(request)));
		return send(response, '.json', JSON.stringify(answer));
	}
	if (name === '') {
		const { originalUrl = '' } = request as { originalUrl?: string };
		if (!originalUrl.startsWith(FORM_PATH))
			return void response.writeHead(302, { location: FORM_PATH }).end();
		const { content } = await readContent(contentFolder());
		const { site } = content;
		const today = new Intl.DateTimeFormat('sv-SE', { timeZone: site['time-zone'] }).format(new Date());
		const backend = { name: 'proxy', proxy_url: FORM_PATH + API } as const;
		const rules = { allowUnsourced: process.env['ALLOW_UNSOURCED'] === '1' };
		const where = { backend, folder: '', address: `http://${request.headers.host}/`, today };
		return send(response, '.html', formPage(site.title, makeSettings(content, where, rules)));
	}
	if (name === 'form.js') return send(response, '.js', await bundleForm());
	const file = await readCmsFile(name);
	if (!file) throw new Refusal(404, 'There is nothing here.');
	send(response, extname(name), file);
}

function send(response: ServerResponse, ending: string, content: string | Buffer, status = 200): void {
	const headers = {
		'content-type': TYPES[ending] ?? 'application/octet-stream',
		'cache-control': 'no-cache',
		'x-frame-options': 'DENY',
		'cross-origin-resource-policy': 'same-origin',
	};
	response.writeHead(status, headers).end(content);
}

async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > BODY_LIMIT) throw new Refusal(413, 'The form sends too much at once.');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}
