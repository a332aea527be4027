/** A copy of the second case that a test may spoil. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECOND_CONTENT } from './places.ts';

const found = readdirSync(join(SECOND_CONTENT, 'events')).find((name) =>
	/^importance: 1$/m.test(readFileSync(join(SECOND_CONTENT, 'events', name), 'utf8')),
);
if (!found) throw new Error('the second case has no main event');

/** File name of the event that tests change. */
export const EVENT = found;

export function copyOfCase(): { folder: string; content: string; out: string; event: string } {
	const folder = mkdtempSync(join(tmpdir(), 'timeline-'));
	const content = join(folder, 'content');
	cpSync(SECOND_CONTENT, content, { recursive: true });
	return { folder, content, out: join(folder, 'dist'), event: join(content, 'events', EVENT) };
}

/** Changes one field of a file's front matter. @returns a way back */
export function setField(file: string, field: string, value: string): () => void {
	const before = readFileSync(file, 'utf8');
	writeFileSync(file, before.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: ${value}`));
	return () => writeFileSync(file, before);
}
