/** `npm run build`: the gate, then the site, built aside and put in place whole. */
import { rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { ContentError, loadContent } from '../src/loader/content-files.ts';
import { handingOver } from '../src/loader/gate-handover.ts';
import { isPlaceholder } from '../src/core/address.ts';
import { allowUnsourcedIfAsked, contentFolder, isMain, outFolder, projectFolder } from './paths.ts';
import { remedyFor } from './disk-faults.ts';
import { withKeptReadings } from './kept-readings.ts';
import { buildingFolder, mayReplace, recover, swapIn } from './swap.ts';
import { inTurn } from './turns.ts';

/** Astro keeps a build's parts in one place of the project, whatever its folder: two at a time would mix. */
const LOCK = join(projectFolder, '.cache', 'build.lock');

/** From here on a build takes long enough that its maker should see it move. */
const MANY = 1000;

/** Builds once. @returns whether it succeeded; if not, the last good folder is as it was */
export async function buildSite(): Promise<boolean> {
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	allowUnsourcedIfAsked();
	const out = resolve(outFolder());
	const aside = buildingFolder(out);
	const shown = relative(process.cwd(), out) || out;
	await recover(out);
	if (!(await mayReplace(out))) {
		console.error(
			`${shown} holds files that no build has put there, and a build replaces the whole folder. Set OUT_DIR to one that is not there yet, or empty.`,
		);
		return false;
	}
	try {
		const folder = resolve(contentFolder());
		const content = await withKeptReadings(() => loadContent(folder));
		const { site, events } = content;
		if (isPlaceholder(site.address))
			console.warn(
				`The site's address is still the placeholder ${site.address}. Before publishing, set address: in site.yaml or SITE_ADDRESS.`,
			);
		if (events.length > MANY) console.log(`${events.length} events. Counting pages as they are made.`);
		await inTurn(
			LOCK,
			async () => {
				// The one that was waited for may have been killed.
				await recover(out);
				await handingOver({ root: projectFolder, folder, content }, () =>
					build({ root: projectFolder, outDir: aside, logLevel: 'warn' }),
				);
				await swapIn(aside, out);
			},
			(pid) =>
				console.log(
					`Waiting for another build to end (process ${pid}). If there is none, delete ${relative(process.cwd(), LOCK)}.`,
				),
		);
		console.log(`Built ${shown}/`);
		return true;
	} catch (error) {
		await rm(aside, { recursive: true, force: true });
		const remedy = remedyFor(error);
		// By its name: what the build reads by itself, Vite has loaded as another class.
		if (error instanceof Error && error.name === ContentError.name) console.error(error.message);
		else console.error(remedy ?? error);
		console.error(`\nNothing was built; ${shown}/ is as it was.`);
		return false;
	}
}

if (isMain(import.meta)) {
	const succeeded = await buildSite();
	process.exit(succeeded ? 0 : 1);
}
