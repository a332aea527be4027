/**
 * `npm test`: every check there is, and one line of totals. What reads the sources alone runs beside the unit tests.
 * A failing step does not stop the others: one run shows all that is wrong. Only what needs a build stops with it.
 */
import { spawn } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers, wantedBrowsers } from './browsers.ts';
import {
	countOfUnitTests,
	countsOfEndToEnd,
	countsOfUnitTests,
	longestOfEndToEnd,
	sumFaults,
	type Suite,
} from './counts.ts';
import { offerNginx } from './nginx.ts';
import { projectFolder } from './paths.ts';

interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** Where a step runs its scripts and says what it found: at once, or, beside another step, in one piece at its end. */
interface Output {
	/** Runs a script on this Node: no shell, so that paths with spaces in them are the same on Windows. */
	run(script: string[], env?: Record<string, string>): Promise<boolean>;
	tell(text: string): void;
}

/** Three and a half hours behind UTC, where midnight in UTC is still the day before: it finds local-time mistakes. */
const HARD_TIME_ZONE = 'America/St_Johns';

const scratch = mkdtempSync(join(tmpdir(), 'timeline-test-'));
const one = (passed: boolean): Tally => ({ passed: Number(passed), failed: Number(!passed), skipped: 0 });

function runScript(script: string[], env: Record<string, string>, said?: Buffer[]): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const heard = said ? 'pipe' : 'inherit';
		const child = spawn(process.execPath, [...process.execArgv, ...script], {
			cwd: projectFolder,
			stdio: ['inherit', heard, heard],
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
		});
		for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said?.push(data));
		child.on('error', reject);
		child.on('close', (status) => resolve(status === 0));
	});
}

const live: Output = { run: (script, env = {}) => runScript(script, env), tell: (text) => console.log(text) };

/** The script behind a package's command. */
function bin(name: string, packageName = name): string {
	const folder = join(projectFolder, 'node_modules', packageName);
	const { bin: scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		bin: string | Record<string, string>;
	};
	return join(folder, typeof scripts === 'string' ? scripts : (scripts[name] ?? ''));
}

/**
 * Node's test runner, in one process, which takes a third of the time; what looks at the memory of its own process runs
 * apart, file by file.
 */
async function runUnitTests(output: Output): Promise<Tally> {
	const files = globSync(['src/**/*.test.ts', 'scripts/**/*.test.ts'], { cwd: projectFolder }).sort();
	const isApart = (file: string) => file.endsWith('.fuzz.test.ts');
	const together = await runTestFiles(
		['--test-isolation=none', ...files.filter((file) => !isApart(file))],
		'unit.tap',
		output,
	);
	const apart = await runTestFiles(files.filter(isApart), 'fuzz.tap', output);
	return {
		passed: together.passed + apart.passed,
		failed: together.failed + apart.failed,
		skipped: together.skipped + apart.skipped,
	};
}

/** Its totals, and what its fuzzing went through, come from a TAP copy of its report. */
async function runTestFiles(args: string[], reportName: string, { run, tell }: Output): Promise<Tally> {
	const report = join(scratch, reportName);
	const succeeded = await run(
		[
			'--test',
			'--test-reporter=dot',
			'--test-reporter-destination=stdout',
			'--test-reporter=tap',
			`--test-reporter-destination=${report}`,
			...args,
		],
		{ TZ: HARD_TIME_ZONE },
	);
	const tap = readFileSync(report, 'utf8');
	for (const count of countsOfUnitTests(tap)) tell(`· ${count}`);
	const count = (name: string) => countOfUnitTests(tap, name);
	if (!succeeded)
		tell(
			tap
				.split('\n')
				.filter((line) => /^\s*not ok|^\s+error:/.test(line))
				.join('\n'),
		);
	const passed = count('pass');
	const failed = count('fail') + count('cancelled');
	return {
		passed,
		// A report without a single test is of none that ran.
		failed: failed || Number(!succeeded || passed === 0),
		skipped: count('skipped') + count('todo'),
	};
}

async function runEndToEnd({ run, tell }: Output): Promise<Tally> {
	const report = join(scratch, 'e2e.json');
	const succeeded = await run([bin('playwright', '@playwright/test'), 'test', '--reporter=dot,json'], {
		PLAYWRIGHT_JSON_OUTPUT_NAME: report,
		TZ: HARD_TIME_ZONE,
	});
	try {
		const { stats, ...suite } = JSON.parse(readFileSync(report, 'utf8')) as Suite & {
			stats: { expected: number; unexpected: number; flaky: number; skipped: number };
		};
		for (const count of sumFaults(countsOfEndToEnd(suite))) tell(`· ${count}`);
		tell(`· longest, of all workers: ${longestOfEndToEnd(suite)}`);
		const failed = stats.unexpected + stats.flaky;
		return { passed: stats.expected, failed: failed || Number(!succeeded), skipped: stats.skipped };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

async function step(
	name: string,
	work: (output: Output) => Promise<Tally>,
	output: Output = live,
): Promise<Tally> {
	output.tell(`\n── ${name}`);
	const started = performance.now();
	const tally = await work(output);
	const seconds = Math.round((performance.now() - started) / 1000);
	output.tell(`── ${name}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
	return tally;
}

/** A step beside others. */
async function aside(name: string, work: (output: Output) => Promise<Tally>): Promise<Tally> {
	const said: Buffer[] = [];
	const tally = await step(name, work, {
		run: (script, env = {}) => runScript(script, env, said),
		tell: (text) => said.push(Buffer.from(`${text}\n`)),
	});
	process.stdout.write(Buffer.concat(said));
	return tally;
}

/** One that passes or fails as its script does. */
const check = (name: string, script: string[]) => aside(name, async ({ run }) => one(await run(script)));

async function readSources(): Promise<Tally[]> {
	const tsc = bin('tsc', 'typescript');
	return [
		await check('types', [bin('astro'), 'check', '--minimumFailingSeverity', 'warning']),
		await check('types of the core, without DOM or Node', [tsc, '-p', 'src/core']),
		await check('types of the worker, without DOM', [tsc, '-p', 'src/integrations/offline/worker']),
		await check('lint', [bin('eslint'), '.']),
		await check('format', [bin('prettier'), '--check', '--log-level=warn', '.']),
	];
}

const browsers = wantedBrowsers();
const [unit, sources] = await Promise.all([aside('unit tests', runUnitTests), readSources()]);
const tallies = [unit, ...sources];
// Before the build, because the PDF among its copies is printed by one of them.
ensureBrowsers(browsers);
const built = await step('build', async ({ run }) => one(await run(['scripts/build.ts'])));
tallies.push(built);
if (built.failed === 0)
	tallies.push(
		await step(`end to end in ${browsers.join(' and ')}`, (output) => {
			offerNginx();
			return runEndToEnd(output);
		}),
	);
rmSync(scratch, { recursive: true, force: true });

const total = (key: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[key], 0);
const narrowed = process.env['BROWSERS'] ? `\nOnly in ${browsers.join(' and ')}, as BROWSERS asks.` : '';
const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
console.log(`${narrowed}\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
process.exit(total('failed') > 0 ? 1 : 0);
