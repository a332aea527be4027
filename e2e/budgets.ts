/**
 * What it may cost to open a page, before anyone touches it: the dearest page of each kind, for the case that stands in
 * `content/`. Where something has to grow, its number grows here in the same change, so that a review sees it.
 */

/** What a browser asks for, by type; texts in bytes of gzip, fonts and pictures as they are. */
export interface Cost {
	html: number;
	style: number;
	/** Both together, which is what has to come before anything can be read. */
	text?: number;
	script: number;
	/** Those that its style sheets name; a browser loads the ones that its text needs. */
	font: number;
	/** In the page itself; the pictures for links elsewhere are no part of it. */
	image: number;
	/** All of these, the page and its icon. */
	requests: number;
}

/** The typeface for two ranges of letters, on every page but the one that may stand anywhere. */
const font = 95_000;

export const PAGES: Readonly<Record<string, Cost>> = {
	/** Its style is in it. */
	home: { html: 25_000, style: 0, script: 15_000, font, image: 0, requests: 7 },
	event: { html: 9_000, style: 6_250, text: 15_000, script: 2_750, font, image: 0, requests: 13 },
	person: { html: 6_000, style: 4_000, script: 1_250, font, image: 0, requests: 8 },
	organization: { html: 3_000, style: 4_000, script: 1_250, font, image: 0, requests: 8 },
	year: { html: 30_000, style: 6_250, script: 2_750, font, image: 0, requests: 11 },
	people: { html: 9_000, style: 4_000, script: 1_250, font, image: 0, requests: 8 },
	organizations: { html: 4_000, style: 4_000, script: 1_250, font, image: 0, requests: 8 },
	sources: { html: 34_000, style: 4_000, script: 1_250, font, image: 0, requests: 8 },
	claims: { html: 22_000, style: 4_250, script: 2_000, font, image: 0, requests: 10 },
	search: { html: 2_250, style: 4_000, script: 9_500, font, image: 0, requests: 9 },
	data: { html: 8_500, style: 4_000, script: 1_850, font, image: 0, requests: 9 },
	changes: { html: 6_000, style: 3_750, script: 1_250, font, image: 0, requests: 8 },
	quality: { html: 5_000, style: 3_750, script: 1_250, font, image: 0, requests: 8 },
	'on-this-day': { html: 6_000, style: 4_500, script: 1_250, font, image: 0, requests: 9 },
	offline: { html: 3_250, style: 3_750, script: 3_400, font, image: 0, requests: 9 },
	embed: { html: 20_500, style: 0, script: 11_500, font, image: 0, requests: 7 },
	404: { html: 4_000, style: 0, script: 0, font: 0, image: 0, requests: 2 },
	/** What an editor writes: about, method. */
	text: { html: 4_000, style: 4_000, script: 2_750, font, image: 0, requests: 10 },
};

/** More for a page in another language: texts not yet translated stand beside those that are, so that less is alike. */
export const IN_ANOTHER_LANGUAGE = { html: 2_000, search: 5_000 } as const;

/** What is loaded late, once, by whoever wants it: bytes of gzip, by how the files' names start. */
export const LATE = {
	'assets/brush.': 22_000,
	'assets/detail.': 110_000,
	'data/search-': 60_000,
	'data/changes.js': 1_000,
	'sw.js': 4_000,
} as const;

/** Of the whole build. */
export const WHOLE = {
	fontFiles: 2,
	/** In bytes; the pictures for links elsewhere are the largest. */
	largestImage: 60_000,
	/** A part of the search index, unpacked: a browser reads it in one piece. */
	largestSearchPart: 500_000,
} as const;

/** Scripts that a browser asks for at home, whoever asks for them there: bytes of gzip. */
export const HOME_SCRIPT = {
	/** Once the page has settled and nobody has done anything. */
	untouched: 15_000,
	/** Once the whole chart was in sight, but for the close-up's library. */
	inSight: 45_000,
} as const;
