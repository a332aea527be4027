/** Programs of the machine that tests need: found, or installed from Debian's packages where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Servers stand here, which is not on everyone's path. */
const ALSO = ['/usr/sbin', '/usr/local/sbin'];

/** @returns the path of the first of the commands that is there */
export function findCommand(commands: readonly string[]): string | undefined {
	const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...ALSO];
	return commands.flatMap((command) => folders.map((folder) => join(folder, command))).find(existsSync);
}

/** @returns whether it did; only root on a Debian can */
export function installDebian(name: string): boolean {
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) return false;
	console.log(`Installing ${name} from Debian's packages …`);
	const run = (...args: string[]) =>
		spawnSync('apt-get', args, {
			stdio: 'ignore',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		}).status === 0;
	return run('update', '-qq') && run('install', '-y', '-qq', name);
}
