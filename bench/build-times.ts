/** How long a build takes as a whole process, ours beside a bare Astro site of the same Markdown. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { projectFolder } from '../scripts/paths.ts';
import { median, spread, table } from './report.ts';
import { writeSyntheticCase } from './synthetic-case.ts';

const ROUNDS = 3;
/** Linux counts the time of children in hundredths of a second, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

interface Cost {
	wall: number;
	/** User and system time of the process and its own children; undefined where the system does not tell. */
	cpu: number | undefined;
}

/** A way to build, and where its result lies. */
interface Build {
	args: string[];
	env: Record<string, string>;
	out: string;
}

const SIDES = ['ours', 'peer'] as const;
type Side = (typeof SIDES)[number];

/** Our build of a content folder. */
export function ourBuild(content: string, work: string): Build {
	const out = join(work, 'ours');
	return {
		args: [join(projectFolder, 'scripts', 'build.ts')],
		env: { CONTENT_DIR: content, OUT_DIR: out, EDITIONS: '0', CARDS: '0' },
		out,
	};
}

/** A bare Astro site of the events in a content folder. Its sources are copied, so that Astro's own files stay out of them. */
export function peerBuild(content: string, work: string): Build {
	const out = join(work, 'peer-dist');
	const root = join(work, 'peer');
	rmSync(root, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, 'peer'), root, { recursive: true });
	const astro = dirname(createRequire(import.meta.url).resolve('astro/package.json'));
	return {
		args: [join(astro, 'bin', 'astro.mjs'), 'build', '--root', root, '--silent'],
		env: { PEER_EVENTS: join(content, 'events'), PEER_OUT: out },
		out,
	};
}

/** Runs a build into an empty folder. @throws with its output where it fails */
export function run({ args, env, out }: Build): Cost {
	rmSync(out, { recursive: true, force: true });
	const cpuBefore = childrenCpu();
	const started = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, ...args], {
		cwd: projectFolder,
		encoding: 'utf8',
		env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
	});
	const wall = (performance.now() - started) / 1000;
	const cpuAfter = childrenCpu();
	if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stdout}${stderr}`);
	return { wall, cpu: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore };
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

/** Builds both in turn, so that what else the machine does falls on both. */
export function measureBuilds(work: string, sizes: readonly number[]): string {
	const rows = sizes.map((events) => {
		const folder = join(work, String(events));
		const content = join(folder, 'content');
		writeSyntheticCase(content, events);
		const builds: Record<Side, Build> = { ours: ourBuild(content, folder), peer: peerBuild(content, folder) };
		const costs: Record<Side, Cost[]> = { ours: [], peer: [] };
		for (let round = 0; round <= ROUNDS; round++)
			for (const side of SIDES) {
				const cost = run(builds[side]);
				console.error(`${events} events, ${round || 'warm-up'}, ${side}: ${cost.wall.toFixed(2)} s`);
				if (round > 0) costs[side].push(cost);
			}
		return [
			String(events),
			...compare(costs, 'wall'),
			...compare(costs, 'cpu'),
			SIDES.map((side) => countPages(builds[side].out)).join(' / '),
		];
	});
	return table(
		[
			'events',
			'wall s, ours',
			'wall s, bare Astro',
			'ratio (rounds)',
			'CPU s, ours',
			'CPU s, bare Astro',
			'ratio (rounds)',
			'pages written',
		],
		rows,
	);
}

/** Median of each side, the ratio of the medians, and the ratios of single rounds. */
function compare(costs: Record<Side, Cost[]>, kind: keyof Cost): string[] {
	const ours = costs.ours.flatMap((cost) => cost[kind] ?? []);
	const peer = costs.peer.flatMap((cost) => cost[kind] ?? []);
	if (ours.length === 0) return ['–', '–', '–'];
	const ratios = ours.map((seconds, round) => seconds / (peer[round] ?? NaN));
	const ratio = median(ours) / median(peer);
	return [median(ours).toFixed(2), median(peer).toFixed(2), `${ratio.toFixed(2)} (${spread(ratios)})`];
}

function countPages(folder: string): number {
	return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.html')).length;
}
