/**
 * `npm run bench [-- build|page|island|search]`: measures, prints tables and keeps them in `bench/results.md`.
 * Never fails on a number.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../scripts/paths.ts';
import { measureBuilds } from './build-times.ts';
import { builtCase, measureIsland } from './island.ts';
import { measurePages } from './page-weight.ts';
import { currentLoad, describeMachine, PARTS, writeResults, type Part } from './report.ts';
import { measureSearch } from './search-keys.ts';

/** `SIZES=5,100` leaves out the large cases, whose builds take minutes. */
const wishedSizes = process.env['SIZES']?.split(',').map(Number);
const sizes = (...usual: number[]) => wishedSizes ?? usual;
/** Large enough for pictures and copies to show, and built with them in a minute. */
const EXTRAS_AT = 100;

const work = join(projectFolder, '.cache', 'bench');
const MEASURES: Record<Part, () => string | Promise<string>> = {
	build: () => measureBuilds(work, sizes(10, 100, 1000, 10_000), EXTRAS_AT),
	page: () => measurePages(work, wishedSizes?.filter((size) => size >= 1000) ?? [1000, 10_000]),
	island: () => measureIsland(work, sizes(5, 100, 1000, 10_000)),
	search: async () => {
		const tables: string[] = [];
		for (const size of sizes(100, 10_000))
			tables.push(await measureSearch(builtCase(join(work, 'island', String(size)), size), size));
		return tables.join('\n\n');
	},
};

const wished = process.argv.slice(2);
const unknown = wished.find((name) => !PARTS.some((part) => part === name));
if (unknown !== undefined) {
	console.error(`There is no part ${unknown}. Name ${PARTS.join(' or ')}, or nothing for all.`);
	process.exit(1);
}

installPeers();
const measured: Partial<Record<Part, string>> = {};
for (const part of PARTS) {
	if (wished.length > 0 && !wished.includes(part)) continue;
	const load = currentLoad();
	const text = await MEASURES[part]();
	measured[part] = `${describeMachine(load)}\n\n${text}`;
	console.log(`\n${text}`);
	writeResults(join(import.meta.dirname, 'results.md'), measured);
}

/** What the site is measured against has its own packages, so that the site's stay its own. */
function installPeers(): void {
	if (existsSync(join(import.meta.dirname, 'node_modules', '.package-lock.json'))) return;
	console.error('Installing what the site is measured against …');
	const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
		cwd: import.meta.dirname,
		stdio: 'inherit',
		shell: process.platform === 'win32',
	});
	if (status !== 0) process.exit(status ?? 1);
}
