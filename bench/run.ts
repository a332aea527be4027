/** `npm run bench [-- build|page|island]`: measures, prints tables and keeps them in `bench/results.md`. Never fails on a number. */
import { join } from 'node:path';
import { projectFolder } from '../scripts/paths.ts';
import { measureBuilds } from './build-times.ts';
import { measureIsland } from './island.ts';
import { measurePages } from './page-weight.ts';
import { currentLoad, describeMachine, PARTS, writeResults, type Part } from './report.ts';

const SIZES = [60, 300];
/** `ISLAND_SIZES=5,100` leaves out the large ones, whose first build takes minutes. */
const ISLAND_SIZES = (process.env['ISLAND_SIZES'] ?? '5,100,1000,10000').split(',').map(Number);

const work = join(projectFolder, '.cache', 'bench');
const MEASURES: Record<Part, () => string | Promise<string>> = {
	build: () => measureBuilds(work, SIZES),
	page: () => measurePages(work),
	island: () => measureIsland(work, ISLAND_SIZES),
};

const wished = process.argv.slice(2);
const unknown = wished.find((name) => !PARTS.some((part) => part === name));
if (unknown !== undefined) {
	console.error(`There is no part ${unknown}. Name ${PARTS.join(' or ')}, or nothing for all.`);
	process.exit(1);
}

const measured: Partial<Record<Part, string>> = {};
for (const part of PARTS) {
	if (wished.length > 0 && !wished.includes(part)) continue;
	const load = currentLoad();
	const text = await MEASURES[part]();
	measured[part] = `${describeMachine(load)}\n\n${text}`;
	console.log(`\n${text}`);
}
writeResults(join(import.meta.dirname, 'results.md'), measured);
