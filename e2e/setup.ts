/** Before all end-to-end tests: the places where the built site is read, and two more cases built beside it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { findNginx } from '../scripts/nginx.ts';
import { serve } from '../scripts/serve.ts';
import { startNginx } from './nginx.ts';
import {
	BUILT,
	DISK,
	HOSTED,
	RTL_CASE,
	RTL_CONTENT,
	SECOND_CASE,
	SECOND_CONTENT,
	SUB_PATH,
} from './places.ts';

export default async function setup(): Promise<() => Promise<void>> {
	if (!existsSync(join(BUILT, 'index.html')))
		throw new Error('There is no built site. Run npm run build first.');
	rmSync(DISK, { recursive: true, force: true });
	mkdirSync(DISK, { recursive: true });
	cpSync(BUILT, DISK, { recursive: true });
	build(SECOND_CONTENT, SECOND_CASE);
	build(RTL_CONTENT, RTL_CASE);
	const root = await serve(BUILT);
	const sub = await hostUnderPath();
	process.env['E2E_ROOT'] = root.address;
	process.env['E2E_SUB_PATH'] = sub.address;
	return async () => {
		await close(root.server);
		await sub.stop();
	};
}

function build(content: string, out: string): void {
	const { status } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		// Pictures for links would be made for no test.
		env: { ...process.env, CARDS: '0', CONTENT_DIR: content, OUT_DIR: out },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw new Error(`${content} did not build.`);
}

/** By nginx as the docs set it up, where there is one: what is tested under a path is then tested on a real host. */
async function hostUnderPath(): Promise<{ address: string; stop: () => Promise<void> }> {
	const nginx = findNginx();
	if (!nginx) {
		const { server, address } = await serve(BUILT, { base: SUB_PATH });
		return { address, stop: () => close(server) };
	}
	rmSync(HOSTED, { recursive: true, force: true });
	cpSync(BUILT, HOSTED, { recursive: true });
	return startNginx(nginx, HOSTED, SUB_PATH);
}

async function close(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise((resolve) => server.close(resolve));
}
