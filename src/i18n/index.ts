import { en } from './en.ts';
import { es } from './es.ts';
import { he } from './he.ts';
import type { Words } from './words.ts';

const TABLES: Record<string, Words> = { en, es, he };

/** Languages that have interface words; a region of one, such as `en-GB`, has them too. */
export const LANGUAGES: readonly string[] = Object.keys(TABLES);

const primary = (language: string) => new Intl.Locale(language).language;

export function hasWords(language: string): boolean {
	return Object.hasOwn(TABLES, primary(language));
}

/** Interface words for a site's language. @throws where there is no table for it: the gate lets none through */
export function wordsFor(language: string): Words {
	const words = TABLES[primary(language)];
	if (!words) throw new Error(`no words for language: ${language}`);
	return words;
}
