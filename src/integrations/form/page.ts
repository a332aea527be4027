/** The form's page and what it loads: Decap CMS as it is published, and this project's own script. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonInScript } from '../../core/json-in-script.ts';
import { bundleClassic } from '../classic-bundle.ts';
import type { Settings } from './settings.ts';

const CLIENT = fileURLToPath(new URL('client.ts', import.meta.url));
/** All of it in one file, and parts that it loads when wanted. */
const CMS_SCRIPT = 'decap-cms.js';
const CMS_FILE = /^(?:decap-cms|\d+\.decap-cms)\.js$|^[0-9a-f]+\.wasm$/;

/** @returns HTML that loads its scripts from beside it */
export function formPage(title: string, settings: Settings): string {
	const shown = title.replace(/&/g, '&amp;').replace(/</g, '&lt;');
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${shown}</title>
<script>window.CMS_MANUAL_INIT = true;</script>
<script type="application/json" id="form-settings">${jsonInScript(settings)}</script>
</head>
<body>
<script src="${CMS_SCRIPT}"></script>
<script src="form.js"></script>
</body>
</html>
`;
}

/** The form's own script, as one classic file. */
export const bundleForm = (): Promise<string> => bundleClassic(CLIENT);

/** Where Decap CMS lies; it is installed for development alone. @throws where it is not installed */
export function findCms(): string {
	return dirname(createRequire(import.meta.url).resolve(`decap-cms/dist/${CMS_SCRIPT}`));
}

/** Whether a file of Decap CMS is one that a page loads, by its name. */
export function isCmsFile(name: string): boolean {
	return CMS_FILE.test(name);
}

/** A file of Decap CMS by its name; undefined where it is none that a page loads. */
export async function readCmsFile(name: string): Promise<Buffer | undefined> {
	return isCmsFile(name) ? readFile(join(findCms(), name)).catch(() => undefined) : undefined;
}
