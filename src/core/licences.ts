/** Names and addresses of licences by SPDX identifier; any other is told as it is written. */
const LICENCES: Record<string, { name: string; href: string }> = {
	'CC-BY-4.0': { name: 'CC BY 4.0', href: 'https://creativecommons.org/licenses/by/4.0/' },
	'CC-BY-SA-4.0': { name: 'CC BY-SA 4.0', href: 'https://creativecommons.org/licenses/by-sa/4.0/' },
	'CC0-1.0': { name: 'CC0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' },
	'CC-PDM-1.0': { name: 'Public domain', href: 'https://creativecommons.org/publicdomain/mark/1.0/' },
};

/** What readers are told of a licence. */
export function describeLicence(written: string): { name: string; href?: string | undefined } {
	return LICENCES[written] ?? { name: written };
}
