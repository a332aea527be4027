/**
 * Loaded into a build before its own code (`--import`): what machines do to it. `FAULT` says which.
 * - `killed between renames`: right after the last good folder was moved away.
 * - `disk full`: no write into the folder that is built succeeds after the first `FAULT_WRITES`.
 */
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const out = process.env['OUT_DIR'] ?? '';
const { rename, writeFile } = fs;

switch (process.env['FAULT']) {
	case 'killed between renames':
		fs.rename = async (from, to) => {
			await rename(from, to);
			if (String(from) === out) process.kill(process.pid, 'SIGKILL');
		};
		break;
	case 'disk full': {
		let left = Number(process.env['FAULT_WRITES']);
		fs.writeFile = (file, ...rest) => {
			const path = String(file);
			if (path.includes(`${out}.building-`) && left-- <= 0)
				return Promise.reject(
					Object.assign(new Error(`ENOSPC: no space left on device, write '${path}'`), {
						code: 'ENOSPC',
						path,
					}),
				);
			return writeFile(file, ...rest);
		};
		break;
	}
	default:
		throw new Error(`unknown fault: ${process.env['FAULT']}`);
}
syncBuiltinESMExports();
