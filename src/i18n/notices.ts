/**
/**
 * Words that the script of every page needs by itself. English ones stand in it; a page in another language brings its
 * own (`data-notices`), so that no reader loads those of all languages.
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

const OTHERS: Record<string, Notices> = {
	es: {
		ready: 'Este sitio ya se puede leer sin conexión.',
		newer: 'Hay una edición más reciente.',
		reload: 'Recargar',
		later: 'Más tarde',
	},
	he: {
		ready: 'עכשיו אפשר לקרוא את האתר הזה גם בלי רשת.',
		newer: 'יש מהדורה חדשה יותר.',
		reload: 'טעינה מחדש',
		later: 'אחר כך',
	},
};

/** What a page brings; undefined where its language is English, or has no words of its own. */
export function noticesOf(language: string): Notices | undefined {
	return OTHERS[language.split('-')[0] ?? ''];
}
