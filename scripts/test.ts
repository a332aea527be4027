/**
 * `npm test`: every check there is, in order, and one line of totals.
 * A failing step does not stop the others: one run shows all that is wrong. Only what needs a build stops with it.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers, wantedBrowsers } from './browsers.ts';
import { countsOfEndToEnd, countsOfUnitTests, longestOfEndToEnd, sumFaults, type Suite } from './counts.ts';
import { offerNginx } from './nginx.ts';
import { projectFolder } from './paths.ts';

interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** Three and a half hours behind UTC, where midnight in UTC is still the day before: it finds local-time mistakes. */
const HARD_TIME_ZONE = 'America/St_Johns';

const scratch = mkdtempSync(join(tmpdir(), 'timeline-test-'));
const one = (passed: boolean): Tally => ({ passed: Number(passed), failed: Number(!passed), skipped: 0 });

/** Runs a script on this Node: no shell, so that paths with spaces in them are the same on Windows. */
function run(script: string[], env: Record<string, string> = {}): boolean {
	const { status } = spawnSync(process.execPath, [...process.execArgv, ...script], {
		cwd: projectFolder,
		stdio: 'inherit',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
	});
	return status === 0;
}

/** The script behind a package's command. */
function bin(name: string, packageName = name): string {
	const folder = join(projectFolder, 'node_modules', packageName);
	const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		bin: string | Record<string, string>;
	};
	return join(folder, typeof scripts === 'string' ? scripts : (scripts[name] ?? ''));
}

/** Node's test runner; its totals, and what its fuzzing went through, come from a TAP copy of its report. */
function runUnitTests(): Tally {
	const report = join(scratch, 'unit.tap');
	const succeeded = run(
		[
			'--test',
			'--test-reporter=dot',
			'--test-reporter-destination=stdout',
			'--test-reporter=tap',
			`--test-reporter-destination=${report}`,
			'src/**/*.test.ts',
			'scripts/**/*.test.ts',
		],
		{ TZ: HARD_TIME_ZONE },
	);
	const tap = readFileSync(report, 'utf8');
	tellCounts(countsOfUnitTests(tap));
	const count = (name: string) => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(tap)?.[1] ?? 0);
	if (!succeeded)
		console.log(
			tap
				.split('\n')
				.filter((line) => /^\s*not ok|^\s+error:/.test(line))
				.join('\n'),
		);
	const failed = count('fail') + count('cancelled');
	return {
		passed: count('pass'),
		failed: failed || Number(!succeeded),
		skipped: count('skipped') + count('todo'),
	};
}

function runEndToEnd(): Tally {
	const report = join(scratch, 'e2e.json');
	const succeeded = run([bin('playwright', '@playwright/test'), 'test', '--reporter=dot,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
		TZ: HARD_TIME_ZONE,
	});
	try {
		const { stats, ...suite } = JSON.parse(readFileSync(report, 'utf8')) as Suite & {
			stats: { expected: number; unexpected: number; flaky: number; skipped: number };
		};
		tellCounts([
			...sumFaults(countsOfEndToEnd(suite)),
			`longest, of all workers: ${longestOfEndToEnd(suite)}`,
		]);
		const failed = stats.unexpected + stats.flaky;
		return { passed: stats.expected, failed: failed || Number(!succeeded), skipped: stats.skipped };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

function tellCounts(counts: readonly string[]): void {
	for (const count of counts) console.log(`· ${count}`);
}

function step(name: string, work: () => Tally): Tally {
	console.log(`\n── ${name}`);
	const started = performance.now();
	const tally = work();
	const seconds = Math.round((performance.now() - started) / 1000);
	console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
	return tally;
}

const browsers = wantedBrowsers();
const tallies = [
	step('types', () => one(run([bin('astro'), 'check', '--minimumFailingSeverity', 'warning']))),
	step('types of the core, without DOM or Node', () =>
		one(run([bin('tsc', 'typescript'), '-p', 'src/core'])),
	),
	step('types of the worker, without DOM', () =>
		one(run([bin('tsc', 'typescript'), '-p', 'src/integrations/offline/worker'])),
	),
	step('lint', () => one(run([bin('eslint'), '.']))),
	step('format', () => one(run([bin('prettier'), '--check', '--log-level=warn', '.']))),
	step('unit tests', runUnitTests),
];
// Before the build, because the PDF among its copies is printed by one of them.
ensureBrowsers(browsers);
const built = step('build', () => one(run(['scripts/build.ts'])));
tallies.push(built);
if (built.failed === 0)
	tallies.push(
		step(`end to end in ${browsers.join(' and ')}`, () => {
			offerNginx();
			return runEndToEnd();
		}),
	);
rmSync(scratch, { recursive: true, force: true });

const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0);
const narrowed = process.env['BROWSERS'] ? `\nOnly in ${browsers.join(' and ')}, as BROWSERS asks.` : '';
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${narrowed}\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exit(total('failed') > 0 ? 1 : 0);
