import { en } from './en.ts';
import type { Words } from './words.ts';

const TABLES: Record<string, Words> = { en };

/** Interface words for a site's language; English where there is no table for it. */
export function wordsFor(language: string): Words {
	return TABLES[language.split('-')[0] ?? ''] ?? en;
}
