/**
 * `npm run form -- --repo owner/name --out FOLDER`: the form as a folder of files for a host, saving to GitHub.
 * `--branch` names another branch than main, `--auth` the address of the service that signs editors in.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleForm, findCms, formPage, isCmsFile } from '../src/integrations/form/page.ts';
import { makeSettings } from '../src/integrations/form/settings.ts';
import { ContentError, loadContent } from '../src/loader/content-files.ts';
import { isWebAddress } from '../src/core/schema.ts';
import { allowUnsourcedIfAsked, contentFolder, projectFolder } from './paths.ts';
import { TargetError, writeInto } from './write-into.ts';

allowUnsourcedIfAsked();
const { values } = parseArgs({
	options: {
		repo: { type: 'string' },
		branch: { type: 'string', default: 'main' },
		auth: { type: 'string' },
		out: { type: 'string' },
		force: { type: 'boolean', default: false },
		'allow-unsourced': { type: 'boolean', default: false },
	},
});
const { repo = '', branch, auth, out, force } = values;
const isAuth = auth === undefined || isWebAddress(auth);
if (!/^[\w.-]+\/[\w.-]+$/.test(repo) || out === undefined || !isAuth) {
	console.error(
		'Write npm run form -- --repo owner/name --out FOLDER, and --auth https://… for the service that signs editors in.',
	);
	process.exit(1);
}
try {
	const content = await loadContent(resolve(contentFolder()));
	const where = {
		backend: { name: 'github', repo, branch, ...(auth !== undefined && { base_url: auth }) },
		folder: relative(projectFolder, resolve(contentFolder())).replaceAll('\\', '/'),
		address: content.site.address,
		today: undefined,
	} as const;
	const settings = makeSettings(content, where, { allowUnsourced: process.env['ALLOW_UNSOURCED'] === '1' });
	const cms = findCms();
	const names = (await readdir(cms)).filter(isCmsFile);
	const files = await Promise.all(
		names.map(async (name): Promise<[string, string | Uint8Array]> => [
			name,
			await readFile(join(cms, name)),
		]),
	);
	const all = new Map([
		...files,
		['index.html', formPage(content.site.title, settings)] as const,
		['form.js', await bundleForm()] as const,
	]);
	await writeInto(resolve(out), all, force);
	console.log(`${all.size} files in ${out}. docs/publishing.md says where to put them.`);
} catch (error) {
	if (!(error instanceof TargetError || error instanceof ContentError)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}
