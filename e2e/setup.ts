/** Before all end-to-end tests: the places where the built site is read, and a second case built beside it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../scripts/serve.ts';
import { BUILT, DISK, SECOND_CASE, SECOND_CONTENT, SUB_PATH } from './places.ts';

export default async function setup(): Promise<() => Promise<void>> {
	if (!existsSync(join(BUILT, 'index.html')))
		throw new Error('There is no built site. Run npm run build first.');
	rmSync(DISK, { recursive: true, force: true });
	mkdirSync(DISK, { recursive: true });
	cpSync(BUILT, DISK, { recursive: true });
	const { status } = spawnSync(process.execPath, [...process.execArgv, 'scripts/build.ts'], {
		// Its pictures for links would be made for no test.
		env: { ...process.env, CARDS: '0', CONTENT_DIR: SECOND_CONTENT, OUT_DIR: SECOND_CASE },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw new Error('The second case did not build.');
	const root = await serve(BUILT);
	const sub = await serve(BUILT, { base: SUB_PATH });
	process.env['E2E_ROOT'] = root.address;
	process.env['E2E_SUB_PATH'] = sub.address;
	return async () => {
		for (const { server } of [root, sub]) {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}
