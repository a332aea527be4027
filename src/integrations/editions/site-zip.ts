/** The whole site in one archive, the same to the byte for the same site. */
import { zipSync, type Zippable } from 'fflate';
import { byName, type Book } from './book.ts';
import { showCopy } from './downloads.ts';

/** Archives hold local time, so this is the same in every time zone (ZIP has no year before 1980). */
export const ARCHIVE_TIME = new Date(1980, 0, 2);

/** What serves the site online alone. */
const ONLINE_ALONE = [/^downloads\//, /^sw\.js$/, /^_offline\//];
/** Compressed already. */
const PACKED = /\.(?:woff2|png|jpe?g|webp|mp3|m4a|ogg)$/;

/** Everything stands in one folder, so that unpacking it scatters nothing. */
export function makeSiteZip(book: Book): Uint8Array {
	const { slug } = book.timeline.site;
	const entries: Zippable = {};
	for (const [path, bytes] of [...book.files].sort(byName)) {
		if (ONLINE_ALONE.some((pattern) => pattern.test(path))) continue;
		const isPage = path.endsWith('.html');
		entries[`${slug}/${path}`] = [
			isPage ? showCopy(bytes, book) : bytes,
			{ mtime: ARCHIVE_TIME, level: PACKED.test(path) ? 0 : 9 },
		];
	}
	return zipSync(entries);
}
