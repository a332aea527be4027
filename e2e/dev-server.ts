/** The dev server on a content folder, as an editor starts it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { freePort } from '../scripts/free-port.ts';

export interface DevServer {
	/** Ends in a slash. */
	address: string;
	/** What it has written to the terminal so far. */
	printed: () => string;
	stop: () => Promise<void>;
}

export async function startDev(content: string, more: Record<string, string> = {}): Promise<DevServer> {
	const port = await freePort();
	const server = spawn(process.execPath, [...process.execArgv, 'scripts/dev.ts'], {
		env: { ...process.env, CONTENT_DIR: content, PORT: String(port), ...more },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [server.stdout, server.stderr])
		stream.on('data', (data: Buffer) => (printed += data.toString()));
	await expect.poll(() => printed, { timeout: 30_000 }).toContain('watching for file changes');
	return {
		address: `http://127.0.0.1:${port}/`,
		printed: () => printed,
		async stop() {
			server.kill();
			await once(server, 'exit');
		},
	};
}
