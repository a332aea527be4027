/** A build that meets a fault, and how to tell that a folder was not touched by it. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One hash of every name, text and, where asked, time of change in a folder. */
export function fingerprint(of: string, { times = false } = {}): string {
	const hash = createHash('sha256');
	for (const name of readdirSync(of, { recursive: true, encoding: 'utf8' }).sort()) {
		const path = join(of, name);
		const stat = statSync(path);
		hash.update(`${name}\n${times ? stat.mtimeMs : ''}\n`);
		if (stat.isFile()) hash.update(readFileSync(path));
	}
	return hash.digest('hex');
}

export interface Ended {
	status: number | null;
	printed: string;
}

/**
 * Starts a script of the project, without copies and pictures for links unless the environment asks for them.
 * @param env with `fault` for one of `fault.ts`
 * @param project where it lies, if that is not this one
 */
export function startScript(script: string, { fault, ...env }: Record<string, string>, project = '.') {
	const flags = fault ? ['--import', './e2e/fault.ts'] : [];
	const running = spawn(process.execPath, [...process.execArgv, ...flags, `scripts/${script}.ts`], {
		cwd: project,
		env: { ...process.env, EDITIONS: '0', CARDS: '0', ...(fault && { FAULT: fault }), ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let printed = '';
	for (const stream of [running.stdout, running.stderr])
		stream.on('data', (data: Buffer) => (printed += data.toString()));
	const ended: Promise<Ended> = once(running, 'close').then(() => ({ status: running.exitCode, printed }));
	return { running, ended, printed: () => printed };
}
