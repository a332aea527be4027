/** `npm run soak`: what is fuzzed in the tests, ten times as long, and files of 10 MB. `SOAK_RUNS` says how many runs each test takes. */
import { spawnSync } from 'node:child_process';
import { projectFolder } from './paths.ts';

const { status } = spawnSync(process.execPath, [...process.execArgv, '--test', 'src/**/*.fuzz.test.ts'], {
	cwd: projectFolder,
	stdio: 'inherit',
	env: { ...process.env, SOAK_RUNS: process.env['SOAK_RUNS'] ?? '2000' },
});
process.exitCode = status ?? 1;
