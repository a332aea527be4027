/** Where a build reads and writes: this case and `dist/` unless told otherwise. */
import { fileURLToPath } from 'node:url';

export const projectFolder = fileURLToPath(new URL('..', import.meta.url));

export function contentFolder(): string {
	return process.env['CONTENT_DIR'] ?? 'content';
}

export function outFolder(): string {
	return process.env['OUT_DIR'] ?? 'dist';
}
