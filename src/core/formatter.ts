/** Formatters of `Intl`, each made once: making one takes longer than a hundred uses of it. */

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * @param locale BCP 47 tag
 * @returns a formatter of days in UTC
 */
export function dayFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${locale} ${JSON.stringify(options)}`;
	const known = made.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
	made.set(key, known);
	return known;
}
