/** Where a build reads and writes: this case and `dist/` unless told otherwise. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

export function contentFolder(): string {
	return process.env['CONTENT_DIR'] ?? 'content';
}

export function outFolder(): string {
	return process.env['OUT_DIR'] ?? 'dist';
}

/** `--allow-unsourced`: events may stand that name no source. As a variable, for what the script starts. */
export function allowUnsourcedIfAsked(): void {
	if (process.argv.includes('--allow-unsourced')) process.env['ALLOW_UNSOURCED'] = '1';
}

/** A path or value as a command in a shell takes it, in quotes where it needs them. */
export function shellWord(text: string): string {
	return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The day it is now in a time zone, as ISO text; without one, where this runs. */
export function todayIn(timeZone?: string): string {
	return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}

/** Whether a script was started itself, by whatever link to it, and not imported. `import.meta.main` is of Node 24. */
export function isMain(script: ImportMeta): boolean {
	const started = process.argv[1];
	return started !== undefined && realpathSync(started) === script.filename;
}
