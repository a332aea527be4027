/**
 * `npm run soak`: what `npm test` does a little of, in full: fuzzing, hostile content and addresses, faults in building,
 * a page used for long. What it went through, and on what, goes to `docs/soak.md`.
 * `SOAK_RUNS` says how many runs each fuzz test takes, `SEED` where chance starts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, cpus, platform, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.ts';
import { countsOfEndToEnd, countsOfUnitTests, sumFaults, type Suite } from './counts.ts';
import { projectFolder, todayIn } from './paths.ts';

const scratch = mkdtempSync(join(tmpdir(), 'timeline-soak-'));
const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 1e9));
const env = {
	...process.env,
	SOAK: '1',
	SOAK_RUNS: process.env['SOAK_RUNS'] ?? '2000',
	SEED: seed,
	PLAYWRIGHT_JSON_OUTPUT_NAME: join(scratch, 'e2e.json'),
};
const [chromium] = ensureBrowsers(['chromium']);

/** @returns whether it succeeded, and its minutes */
function run(...script: string[]): { passed: boolean; minutes: number } {
	const started = performance.now();
	const { status } = spawnSync(process.execPath, [...process.execArgv, ...script], {
		cwd: projectFolder,
		stdio: 'inherit',
		env,
	});
	return { passed: status === 0, minutes: (performance.now() - started) / 60_000 };
}

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const tap = join(scratch, 'unit.tap');
const unit = run(
	'--test',
	'--test-reporter=spec',
	'--test-reporter-destination=stdout',
	'--test-reporter=tap',
	`--test-reporter-destination=${tap}`,
	'src/**/*.fuzz.test.ts',
	'src/core/hostile.test.ts',
	'src/loader/malformed.test.ts',
);
const counts = countsOfUnitTests(readFileSync(tap, 'utf8'));
const build = run('scripts/build.ts');
const endToEnd = run(
	playwright,
	'test',
	'--reporter=list,json',
	'--project=built',
	'--project=chromium',
	'--workers=1',
	'build-faults',
	'disks',
	'hostile',
	'long-life',
	'budgets',
	'built',
	'policy',
);
const suite = JSON.parse(readFileSync(join(scratch, 'e2e.json'), 'utf8')) as Suite;
counts.push(...sumFaults(countsOfEndToEnd(suite)));
rmSync(scratch, { recursive: true });

/** As a program tells its version. */
const versionOf = (command: string) => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout.trim();
const chromiumVersion = chromium?.executablePath
	? versionOf(chromium.executablePath)
	: 'Chromium of Playwright';
const steps = Object.entries({
	'fuzzing and hostile texts': unit,
	'the build': build,
	'faults, pages and browsers': endToEnd,
});
const failed = steps.filter(([, { passed }]) => !passed).map(([name]) => name);
const report = `# Soak

What \`npm run soak\` went through, as it wrote it. \`npm test\` does a little of the same, with fixed seeds.

- ${todayIn('UTC')}, ${failed.length === 0 ? 'nothing failed' : `failed: ${failed.join(', ')}`}
- ${platform()} ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}; ${chromiumVersion}
- seed ${seed}
${steps.map(([name, { minutes }]) => `- ${name}: ${minutes.toFixed(1)} minutes`).join('\n')}

${counts.map((count) => `- ${count}`).join('\n')}
`;
writeFileSync(join(projectFolder, 'docs', 'soak.md'), report);
console.log(`\n${report}\nWritten to docs/soak.md.`);
process.exitCode = failed.length === 0 ? 0 : 1;
