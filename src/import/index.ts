/** Reads a timeline from elsewhere, in whatever of the known forms it is. */
import { ImportError, type Imported } from './model.ts';
import { isTimelineJsTable, readTable, readTimelineJsTable, type Mapping } from './table.ts';
import { readMarkwhen } from './markwhen.ts';
import { readTimelineJs } from './timelinejs.ts';

/**
 * @param name of the file; its ending tells the form
 * @param mapping which column of a table holds what, where it is not TimelineJS's own
 * @throws ImportError with line and column where it cannot be read, or holds nothing to make a case of
 */
export function readTimeline(name: string, bytes: Uint8Array, mapping: Mapping | undefined): Imported {
	const { text, encoding } = decode(bytes);
	const imported = readText(name, text, mapping);
	if (imported.events.length === 0) {
		const lost = imported.losses.find(({ field }) => field === 'event');
		const why = lost ? `; the first of ${imported.read} ${lost.why}` : '';
		throw new ImportError(lost?.line ?? 1, 1, `holds no event that can be carried${why}`);
	}
	if (encoding !== 'utf-8')
		imported.losses.unshift({
			line: undefined,
			field: 'encoding',
			value: encoding,
			why: 'is not UTF-8; it was read as that, so look whether its letters are right',
		});
	return imported;
}

function readText(name: string, text: string, mapping: Mapping | undefined): Imported {
	if (text.trim() === '') throw new ImportError(1, 1, 'is empty');
	if (mapping) return readTable(text, mapping);
	if (/\.(?:json|jsonp|js)$/i.test(name)) return readTimelineJs(text);
	if (/\.(?:csv|tsv)$/i.test(name)) {
		if (isTimelineJsTable(text)) return readTimelineJsTable(text);
		throw new ImportError(
			1,
			1,
			'is no table of TimelineJS. Say which column holds what: --map date=When,title=What',
		);
	}
	if (/\.(?:mw|markwhen|md|txt)$/i.test(name)) return readMarkwhen(text);
	throw new ImportError(1, 1, 'has an ending that is not known. Name it .json, .csv or .mw');
}

/** Text as UTF-8 or UTF-16, by its byte order mark, else as UTF-8, else as Windows-1252, of which Latin-1 is a part. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
	const [first, second] = bytes;
	const marked =
		first === 0xff && second === 0xfe
			? 'utf-16le'
			: first === 0xfe && second === 0xff
				? 'utf-16be'
				: undefined;
	if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
	}
}
