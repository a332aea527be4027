/** What is installed beside the site's own code: known, exact, whole, and nothing that runs by being installed. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectFolder } from './paths.ts';

interface Package {
	version: string;
	license?: string;
	integrity?: string;
	resolved?: string;
	hasInstallScript?: boolean;
	link?: boolean;
}
interface Manifest {
	dependencies: Record<string, string>;
	optionalDependencies: Record<string, string>;
	devDependencies: Record<string, string>;
	allowScripts: Record<string, boolean>;
}

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const direct = {
	...manifest.dependencies,
	...manifest.optionalDependencies,
	...manifest.devDependencies,
};

/** The licence that each package has in docs/dependencies.md; a line may name several packages. */
const listed = new Map(
	read('docs/dependencies.md')
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.map((line) => line.split('|').map((cell) => cell.trim()))
		.flatMap((cells) => {
			const [, names = ''] = cells;
			// In both tables the licence stands fourth.
			return names.split(', ').map((name) => [name, cells[4] ?? ''] as const);
		}),
);

const plain = (licence: string) => licence.replace(/[()]/g, '').toLowerCase();

test('every package asked for is listed with its licence, and none that is not', () => {
	for (const [name, version] of Object.entries(direct)) {
		const path = `node_modules/${name}`;
		// What belongs to another machine is not here; the lockfile has its licence too.
		const licence = existsSync(join(projectFolder, path))
			? (JSON.parse(read(`${path}/package.json`)) as Package).license
			: lock.packages[path]?.license;
		const written = listed.get(name) ?? '';
		// Beside the package's own, a line may name that of a part of it.
		assert.equal(plain(written.replace(/ \(.*: .*\)$/, '')), plain(licence ?? ''), `${name} ${version}`);
	}
	const names = [...listed.keys()].filter((name) => name !== 'package' && !name.startsWith('---'));
	assert.deepEqual(
		names.filter((name) => !(name in direct)),
		[],
	);
});

test('versions are exact, and the lockfile has a hash of each package and no address', () => {
	for (const [name, version] of Object.entries(direct)) {
		assert.match(version, /^\d+\.\d+\.\d+$/, name);
		assert.equal(lock.packages[`node_modules/${name}`]?.version, version, name);
	}
	assert.ok(installed.length > Object.keys(direct).length);
	for (const [path, { integrity, resolved, link }] of installed) {
		assert.match(integrity ?? '', /^sha512-/, path);
		assert.deepEqual([resolved, link], [undefined, undefined], path);
	}
});

/** Asks to run when it is installed; read, not needed, and denied in package.json. */
const REVIEWED = ['esbuild'];

test('no package runs by being installed: those that ask are reviewed and denied', () => {
	const asking = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
	assert.deepEqual(
		asking.map(([path]) => path.replace(/^.*node_modules\//, '')),
		REVIEWED,
	);
	assert.deepEqual(manifest.allowScripts, Object.fromEntries(REVIEWED.map((name) => [name, false])));
});

/** What may be joined to a site that is given away; the last is citeproc's, which runs at build only. */
const LICENCES =
	/^(?:0BSD|Apache-2\.0|BSD-[23]-Clause|BlueOak-1\.0\.0|CC0-1\.0|ISC|LGPL-3\.0-or-later|MIT|MPL-2\.0|OFL-1\.1|Python-2\.0|W3C-20150513|CPAL-1\.0 OR AGPL-1\.0)$/;

test('every package that comes along has a licence that was looked at', () => {
	for (const [path, { license = '' }] of installed) {
		const parts = LICENCES.test(license) ? [license] : plainParts(license);
		for (const part of parts) assert.match(part, LICENCES, path);
	}
});

function plainParts(license: string): string[] {
	return license.replace(/[()]/g, '').split(/ (?:AND|OR) /);
}
