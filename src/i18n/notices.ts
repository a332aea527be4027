/**
 * Words that the script of every page needs by itself; apart from the tables, so that it stays small. It has the English
 * ones; a page in another language brings its own (`data-notices`).
 */

export interface Notices {
	ready: string;
	newer: string;
	reload: string;
	later: string;
}

export const ENGLISH: Notices = {
	ready: 'This site can now be read offline.',
	newer: 'A newer edition is available.',
	reload: 'Reload',
	later: 'Later',
};

const SPANISH: Notices = {
	ready: 'Este sitio ya se puede leer sin conexión.',
	newer: 'Hay una edición más reciente.',
	reload: 'Recargar',
	later: 'Más tarde',
};

const HEBREW: Notices = {
	ready: 'עכשיו אפשר לקרוא את האתר הזה גם בלי רשת.',
	newer: 'יש מהדורה חדשה יותר.',
	reload: 'טעינה מחדש',
	later: 'אחר כך',
};

const TABLES: Record<string, Notices> = { en: ENGLISH, es: SPANISH, he: HEBREW };

/** English where there is no table for a language. */
export function noticesFor(language: string): Notices {
	return TABLES[language.split('-')[0] ?? ''] ?? ENGLISH;
}
