/** Words that the script of every page needs by itself; apart from the tables, so that it stays small. */

interface Notices {
	ready: string;
	newer: string;
	reload: string;
	later: string;
}

const ENGLISH: Notices = {
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

const TABLES: Record<string, Notices> = { en: ENGLISH, es: SPANISH };

/** English where there is no table for a language. */
export function noticesFor(language: string): Notices {
	return TABLES[language.split('-')[0] ?? ''] ?? ENGLISH;
}
