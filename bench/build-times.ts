/** How long a build takes as a whole process, and what it holds, beside what others make of the same Markdown. */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../scripts/paths.ts';
import { caseName } from '../src/loader/case-name.ts';
import { median, spread, table } from './report.ts';
import { writeSyntheticCase } from './synthetic-case.ts';

/** Of large cases one round takes minutes. */
const roundsOf = (events: number) => (events < 1000 ? 3 : 2);
/** Linux counts the time of children in hundredths of a second, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

interface Cost {
	wall: number;
	/** User and system time of the process and its own children; undefined where the system does not tell. */
	cpu: number | undefined;
	/** Most memory held at once by the process, in megabytes. */
	peak: number;
}

/** A way to build, where its result lies, and what it keeps for the next time. */
interface Build {
	args: string[];
	env: Record<string, string>;
	/** Folder it runs in; the project's where it does not matter. */
	cwd?: string;
	out: string;
	caches: string[];
}

const SIDES = ['ours', 'Astro', 'Eleventy'] as const;
type Side = (typeof SIDES)[number];

/** Our build of a content folder, of the pages alone or with pictures and copies. */
export function ourBuild(content: string, work: string, extras = { EDITIONS: '0', CARDS: '0' }): Build {
	const out = join(work, 'ours');
	const cache = (kind: string, ending = '') =>
		join(projectFolder, '.cache', kind, `${caseName(content)}${ending}`);
	return {
		args: [join(projectFolder, 'scripts', 'build.ts')],
		env: { CONTENT_DIR: content, OUT_DIR: out, ...extras },
		out,
		caches: [
			cache('astro'),
			cache('cards'),
			cache('texts', '.bin'),
			cache('search', '.bin'),
			cache('readings', '.bin'),
			cache('pages', '.bin'),
		],
	};
}

/** Our gate alone, which reads and checks every file, and writes nothing but its own cache. */
function gateRun(content: string, work: string): Build {
	const { caches } = ourBuild(content, work);
	const check = join(projectFolder, 'scripts', 'check.ts');
	return { args: [check], env: { CONTENT_DIR: content }, out: join(work, 'gate'), caches };
}

/** A bare Astro site of the events in a content folder. Its sources are copied, so that Astro's own files stay out of them. */
export function peerBuild(content: string, work: string): Build {
	const out = join(work, 'peer-dist');
	const root = copyOf('peer', work);
	const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
	return {
		args: [join(astro, 'bin', 'astro.mjs'), 'build', '--root', root, '--silent'],
		env: { PEER_EVENTS: join(content, 'events'), PEER_OUT: out },
		out,
		caches: [join(root, 'cache')],
	};
}

/** An Eleventy site of the same events, which it wants beside its templates. */
function eleventyBuild(content: string, work: string): Build {
	const out = join(work, 'eleventy-dist');
	const cwd = copyOf('eleventy', work);
	cpSync(join(content, 'events'), join(cwd, 'events'), { recursive: true });
	const cmd = join(import.meta.dirname, 'node_modules/@11ty/eleventy/cmd.cjs');
	return { args: [cmd, '--quiet', `--output=${out}`], env: {}, cwd, out, caches: [] };
}

function copyOf(name: string, work: string): string {
	const root = join(work, name);
	rmSync(root, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, name), root, { recursive: true });
	return root;
}

/** Runs a build into an empty folder. @throws with its output where it fails */
export function run({ args, env, cwd = projectFolder, out }: Build): Cost {
	rmSync(out, { recursive: true, force: true });
	const peakFile = `${out}.peak`;
	mkdirSync(dirname(out), { recursive: true });
	const teller = pathToFileURL(join(import.meta.dirname, 'tell-peak.mjs')).href;
	const cpuBefore = childrenCpu();
	const started = performance.now();
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[...process.execArgv, '--import', teller, ...args],
		{
			cwd,
			encoding: 'utf8',
			env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', BENCH_PEAK: peakFile, ...env },
		},
	);
	const wall = (performance.now() - started) / 1000;
	const cpuAfter = childrenCpu();
	if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
	return {
		wall,
		cpu: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
		peak: Number(readFileSync(peakFile, 'utf8')) / 1000,
	};
}

/** CPU seconds of every child that has ended. Node tells of its own process only; Linux tells in proc(5), stat. */
function childrenCpu(): number | undefined {
	if (process.platform !== 'linux') return undefined;
	// The name of the process, in brackets, may hold spaces; cutime and cstime are the 16th and 17th field of all.
	const fields = readFileSync('/proc/self/stat', 'utf8')
		.replace(/^.*\) /s, '')
		.split(' ');
	return (Number(fields[13]) + Number(fields[14])) / TICKS_PER_SECOND;
}

/** What one side needs from nothing, and after one event was changed. */
interface Costs {
	cold: Cost[];
	again: Cost[];
}

/**
 * Builds all in turn, so that what else the machine does falls on all.
 * @param extrasAt size at which ours is built once more with pictures for links and copies to keep
 */
export function measureBuilds(work: string, sizes: readonly number[], extrasAt: number): string {
	const measured = sizes.map((events) => {
		const folder = join(work, 'build', String(events));
		const content = join(folder, 'content');
		writeSyntheticCase(content, events);
		const builds: Record<Side, Build> = {
			ours: ourBuild(content, folder),
			Astro: peerBuild(content, folder),
			Eleventy: eleventyBuild(content, folder),
		};
		const costs: Record<Side, Costs> = {
			ours: { cold: [], again: [] },
			Astro: { cold: [], again: [] },
			Eleventy: { cold: [], again: [] },
		};
		const gate: Cost[] = [];
		for (let round = 0; round < roundsOf(events); round++) {
			gate.push(forgetAndRun(gateRun(content, folder), `${events} events, the gate`));
			for (const side of SIDES)
				costs[side].cold.push(forgetAndRun(builds[side], `${events} events, ${side}`));
		}
		for (let round = 0; round < roundsOf(events); round++) {
			changeOneEvent(content, builds.Eleventy.cwd);
			for (const side of SIDES)
				costs[side].again.push(tell(`${events} events, ${side}, again`, run(builds[side])));
		}
		return { events, costs, gate, pages: SIDES.map((side) => countPages(builds[side].out)).join(' / ') };
	});
	const rows = measured.map(({ events, costs, pages }) => [
		events.toLocaleString('en'),
		...SIDES.map((side) => medianOf(costs[side].cold, 'wall')),
		...SIDES.map((side) => medianOf(costs[side].cold, 'cpu')),
		...(['Astro', 'Eleventy'] as const).map((peer) => ratio(costs.ours.cold, costs[peer].cold, 'cpu')),
		...SIDES.map((side) => medianOf(costs[side].cold, 'peak', 0)),
		pages,
	]);
	const again = measured.map(({ events, costs }) => [
		events.toLocaleString('en'),
		...SIDES.map((side) => medianOf(costs[side].again, 'cpu')),
		...SIDES.map((side) => ratio(costs[side].again, costs[side].cold, 'cpu')),
	]);
	const gates = measured.map(({ events, costs, gate }) => [
		events.toLocaleString('en'),
		medianOf(gate, 'cpu'),
		ratio(gate, costs.Astro.cold, 'cpu'),
		ratio(gate, costs.Eleventy.cold, 'cpu'),
	]);
	const heads = (what: string) => SIDES.map((side) => `${what}, ${side}`);
	return [
		'From nothing:',
		table(
			[
				'events',
				...heads('wall s'),
				...heads('CPU s'),
				'CPU, ours : Astro (rounds)',
				'CPU, ours : Eleventy (rounds)',
				...heads('peak MB'),
				'pages written',
			],
			rows,
		),
		'Of it the gate, which alone a checked build cannot do without:',
		table(
			['events', 'CPU s, the gate', 'CPU, the gate : Astro (rounds)', 'CPU, the gate : Eleventy (rounds)'],
			gates,
		),
		'After one event was changed:',
		table(['events', ...heads('CPU s'), ...SIDES.map((side) => `${side}: again : from nothing`)], again),
		growth(measured),
		extras(join(work, 'build', String(extrasAt)), extrasAt),
	]
		.filter(Boolean)
		.join('\n\n');
}

/** How cost grows from each size to the next. */
function growth(measured: readonly { events: number; costs: Record<Side, Costs> }[]): string {
	const rows = measured.slice(1).flatMap(({ events, costs }, index) => {
		const before = measured[index];
		if (!before) return [];
		return [
			[
				`${before.events.toLocaleString('en')} → ${events.toLocaleString('en')}`,
				ratio(costs.ours.cold, before.costs.ours.cold, 'cpu'),
				ratio(costs.ours.cold, before.costs.ours.cold, 'peak'),
			],
		];
	});
	return rows.length > 0
		? `How ours grows:\n\n${table(['events', 'CPU (rounds)', 'peak memory (rounds)'], rows)}`
		: '';
}

/** What pictures for links and copies to keep cost, which the tables above leave out. */
function extras(folder: string, events: number): string {
	const content = join(folder, 'content');
	if (!existsSync(content)) writeSyntheticCase(content, events);
	const kinds = [
		['pages alone', { EDITIONS: '0', CARDS: '0' }],
		['and pictures for links', { EDITIONS: '0', CARDS: '1' }],
		['and copies to keep', { EDITIONS: '1', CARDS: '1' }],
	] as const;
	const rows = kinds.map(([name, env]) => {
		const made = ourBuild(content, folder, { ...env });
		const cold = forgetAndRun(made, `${events} events, ${name}`);
		const again = tell(`${events} events, ${name}, again`, run(made));
		return [name, ...[cold, again].map(({ cpu, wall }) => (cpu ?? wall).toFixed(1))];
	});
	return `Ours of ${events.toLocaleString('en')} events, with what the peers do not have:\n\n${table(
		['', 'CPU s, from nothing', 'CPU s, again'],
		rows,
	)}`;
}

function forgetAndRun(build: Build, name: string): Cost {
	for (const cache of build.caches) rmSync(cache, { recursive: true, force: true });
	return tell(name, run(build));
}

function tell(name: string, cost: Cost): Cost {
	console.error(`${name}: ${cost.wall.toFixed(1)} s, ${cost.peak.toFixed(0)} MB`);
	return cost;
}

/** Adds a sentence to one event, and to the copy of it. */
function changeOneEvent(content: string, copy = ''): void {
	for (const folder of [content, copy])
		if (folder) appendFileSync(join(folder, 'events', 'event-1.md'), '\nOne more sentence. [@source-1]\n');
}

function medianOf(costs: readonly Cost[], kind: keyof Cost, digits = 1): string {
	const known = costs.flatMap((cost) => cost[kind] ?? []);
	return known.length === 0 ? '–' : median(known).toFixed(digits);
}

/** The ratio of the medians, and the ratios of single rounds. */
function ratio(costs: readonly Cost[], others: readonly Cost[], kind: keyof Cost): string {
	const [ours, theirs] = [costs, others].map((side) => side.flatMap((cost) => cost[kind] ?? []));
	if (!ours?.length || !theirs?.length) return '–';
	const rounds = ours.slice(0, theirs.length).map((value, round) => value / (theirs[round] ?? NaN));
	return `${(median(ours) / median(theirs)).toFixed(2)} (${spread(rounds)})`;
}

function countPages(folder: string): number {
	return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}
