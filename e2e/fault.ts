/**
 * Loaded into a build before its own code (`--import`): what machines do to it. `FAULT` says which.
 * - `killed between renames`: right after the last good folder was moved away.
 * - `disk full`: of the calls named by `FAULT_CALLS`, none into the folder that is built, or what `FAULT_BELOW` names in
 *   it, succeeds after the first `FAULT_AFTER` of them. Without that number all succeed, and it prints how many there
 *   were.
 */
import sync from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const out = process.env['OUT_DIR'] ?? '';
const { rename } = fs;

/** Calls that take room on a disk, with the place among their arguments of the path that they make. */
const TAKES_ROOM = { writeFile: 0, mkdir: 0, open: 0, copyFile: 1, cp: 1 } as const;
type Call = keyof typeof TAKES_ROOM;
type Functions = Record<string, (...args: unknown[]) => unknown>;

function refuse(calls: readonly Call[], { below, after }: { below: string; after: number }): void {
	let met = 0;
	if (after === Infinity) process.on('exit', () => console.log(`${met} calls met`));
	const isBuilt = (path: string) => path.includes(`${out}.building-`) && path.includes(below);
	/** @returns the error, where this call is refused */
	const judge = (call: Call, args: unknown[]) => {
		const path = String(args[TAKES_ROOM[call]]);
		const isRead = call === 'open' && (args[1] === undefined || args[1] === 'r');
		if (isRead || !isBuilt(path) || met++ < after) return undefined;
		const code = 'ENOSPC';
		return Object.assign(new Error(`${code}: no space left on device, ${call} '${path}'`), { code, path });
	};
	for (const call of calls) {
		const [later, atOnce] = [fs, sync] as unknown as Functions[];
		for (const [functions, name] of [
			[later, call],
			[atOnce, `${call}Sync`],
		] as const) {
			const work = functions?.[name];
			if (!functions || !work) throw new Error(`no such call: ${name}`);
			functions[name] = (...args) => {
				const error = judge(call, args);
				if (!error) return work.apply(functions, args);
				if (functions === later) return Promise.reject(error);
				throw error;
			};
		}
	}
}

switch (process.env['FAULT']) {
	case 'killed between renames':
		fs.rename = async (from, to) => {
			await rename(from, to);
			if (String(from) === out) process.kill(process.pid, 'SIGKILL');
		};
		break;
	case 'disk full': {
		const calls = (process.env['FAULT_CALLS'] ?? '').split(',').map((name) => {
			if (!(name in TAKES_ROOM)) throw new Error(`unknown call: ${name}`);
			return name as Call;
		});
		refuse(calls, {
			below: process.env['FAULT_BELOW'] ?? '',
			after: Number(process.env['FAULT_AFTER'] ?? Infinity),
		});
		break;
	}
	default:
		throw new Error(`unknown fault: ${process.env['FAULT']}`);
}
syncBuiltinESMExports();
