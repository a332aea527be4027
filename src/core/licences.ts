/**
 * Addresses of licences by SPDX identifier, and their names, which are the same in every language; that of the last is
 * for the interface to say.
 */
const LICENCES: Record<string, { name?: string; href: string }> = {
	'CC-BY-4.0': { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
	'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', href: 'https://creativecommons.org/licenses/by-sa/4.0/' },
	'CC0-1.0': { name: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
	'CC-PDM-1.0': { href: 'https://creativecommons.org/publicdomain/mark/1.0/' },
};

/**
 * What readers are told of a licence; one that is not known here is told as it is written.
 * @param publicDomain what the language of the page calls a work that nobody has rights in
 */
export function describeLicence(
	written: string,
	publicDomain: string,
): { name: string; href?: string | undefined } {
	const known = LICENCES[written];
	return known ? { name: known.name ?? publicDomain, href: known.href } : { name: written };
}

/** Where a licence can be read; undefined for one that is not known here. */
export function licenceAddress(written: string): string | undefined {
	return LICENCES[written]?.href;
}
