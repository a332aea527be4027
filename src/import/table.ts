/** Rows of a CSV file: TimelineJS's spreadsheet, and any other whose columns are named. */
import { CsvError, parse } from 'csv-parse/sync';
import { readDate, ImportError, keepLosses, type Imported, type ImportedEvent, type Lose } from './model.ts';
import { spanToDate, wordsToDate } from './dates.ts';
import { fieldText, isFields, type Fields } from './fields.ts';
import { slideNames } from './old-address.ts';
import { slideToEra, slideToEvent, slideToSite } from './slides.ts';
import { safeAddress } from './links.ts';
import { htmlToBlocks, htmlToLine } from './text.ts';

interface Row {
	line: number;
	cells: string[];
}

/** Header and rows, with the line on which each starts. @throws ImportError with line and column */
function readRows(text: string): { header: string[]; rows: Row[] } {
	const firstLine = /^.*$/m.exec(text)?.[0] ?? '';
	const count = (sign: string) => firstLine.split(sign).length;
	const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
	try {
		const records = parse(text, {
			bom: true,
			delimiter,
			relax_column_count: true,
			info: true,
		}) as unknown as { record: string[]; info: { lines: number } }[];
		let next = 1;
		const rows = records.map(({ record, info }) => {
			const line = next;
			next = info.lines + 1;
			return { line, cells: record };
		});
		const [header, ...others] = rows;
		return {
			header: header?.cells.map((cell) => cell.trim()) ?? [],
			rows: others.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
		};
	} catch (error) {
		if (!(error instanceof CsvError)) throw error;
		const { lines = 1, column = 0 } = error as CsvError & { lines?: number; column?: number | string };
		const says = `is not CSV that can be read (${error.message.replace(/,? at line.*$|: .*$/s, '')})`;
		throw new ImportError(lines, Number(column) + 1 || 1, says, { cause: error });
	}
}

/** The columns of TimelineJS's spreadsheet, by their names in small letters. */
const COLUMNS: Record<string, readonly [string, ...string[]]> = {
	year: ['start_date', 'year'],
	month: ['start_date', 'month'],
	day: ['start_date', 'day'],
	time: ['start_date', 'hour'],
	'end year': ['end_date', 'year'],
	'end month': ['end_date', 'month'],
	'end day': ['end_date', 'day'],
	'end time': ['end_date', 'hour'],
	'display date': ['display_date'],
	headline: ['text', 'headline'],
	text: ['text', 'text'],
	media: ['media', 'url'],
	'media credit': ['media', 'credit'],
	'media caption': ['media', 'caption'],
	'media thumbnail': ['media', 'thumbnail'],
	'alt text': ['media', 'alt'],
	link: ['media', 'link'],
	type: ['type'],
	group: ['group'],
	tag: ['group'],
	background: ['background'],
	edtf: ['edtf'],
};

/** Whether a table is TimelineJS's, by its header. */
export function isTimelineJsTable(text: string): boolean {
	const header = /^.*$/m.exec(text)?.[0].toLowerCase() ?? '';
	return /\byear\b/.test(header) && /\bheadline\b/.test(header);
}

/**
 * TimelineJS's spreadsheet as CSV; rows of type `title` and `era` are what they say.
 * @see https://timeline.knightlab.com/docs/using-spreadsheets.html
 */
export function readTimelineJsTable(text: string): Imported {
	const { header, rows } = readRows(text);
	const { losses, at } = keepLosses();
	const imported: Imported = { site: { title: '', blocks: [] }, events: [], eras: [], read: 0, losses };
	const slides = rows.map(({ line, cells }) => {
		const lose = at(line);
		const slide = rowToSlide(header, cells, lose);
		return { line, lose, slide, type: fieldText(slide['type']).trim().toLowerCase() };
	});
	const titleSlide = slides.find(({ type }) => type === 'title')?.slide;
	const nameOf = slideNames();
	// Its name is taken before those of events, wherever it stands.
	if (titleSlide) nameOf(titleSlide);
	for (const { line, lose, slide, type } of slides) {
		if (slide === titleSlide) {
			imported.site = slideToSite(slide, lose);
			continue;
		}
		if (type === 'era') {
			const era = slideToEra(slide, line, lose);
			if (era) imported.eras.push(era);
			continue;
		}
		if (type !== '') lose('Type', type, 'is not a type of TimelineJS, or a second title; read as an event');
		imported.read++;
		const event = slideToEvent(slide, line, lose, nameOf);
		if (event) imported.events.push(event);
	}
	return imported;
}

function rowToSlide(header: readonly string[], cells: readonly string[], lose: Lose): Fields {
	const slide: Fields = {};
	for (const [index, cell] of cells.entries()) {
		const name = header[index] ?? '';
		const path = Object.hasOwn(COLUMNS, name.toLowerCase()) ? COLUMNS[name.toLowerCase()] : undefined;
		if (cell.trim() === '') continue;
		if (!path) {
			lose(name || `column ${index + 1}`, cell, 'is not a column of TimelineJS; left out');
			continue;
		}
		const [group, field] = path;
		const fields = slide[group] as Fields | undefined;
		if (field === undefined ? fields : isFields(fields) && Object.hasOwn(fields, field))
			lose(name, cell, 'stands in a second column for the same; left out');
		else slide[group] = field === undefined ? cell : { ...fields, [field]: cell };
	}
	return slide;
}

export const MAPPED = ['date', 'end', 'title', 'summary', 'text', 'source', 'group'] as const;
export type Mapping = Partial<Record<(typeof MAPPED)[number], string>>;

/**
 * Any table.
 * @param mapping which column holds what; a date and a title at least
 * @throws ImportError where a column that is named is not there
 */
export function readTable(text: string, mapping: Mapping): Imported {
	const { header, rows } = readRows(text);
	const columns = new Map(Object.entries(mapping).map(([field, column]) => [field, header.indexOf(column)]));
	for (const [field, index] of columns)
		if (index === -1)
			throw new ImportError(
				1,
				1,
				`has no column "${mapping[field as keyof Mapping]}" for ${field}. Its columns are ${header.join(', ')}`,
			);
	const { losses, at } = keepLosses();
	const events = rows.flatMap(({ line, cells }) => {
		const lose = at(line);
		const cell = (field: keyof Mapping) => cells[columns.get(field) ?? -1]?.trim() ?? '';
		for (const [index, value] of cells.entries())
			if (value.trim() !== '' && ![...columns.values()].includes(index))
				lose(header[index] ?? `column ${index + 1}`, value, 'is a column that --map does not name; left out');
		return rowToEvent(cell, line, lose) ?? [];
	});
	return { site: { title: '', blocks: [] }, events, eras: [], read: rows.length, losses };
}

function rowToEvent(
	cell: (field: keyof Mapping) => string,
	line: number,
	lose: Lose,
): ImportedEvent | undefined {
	const title = htmlToLine(cell('title'), 'title', lose);
	const from = wordsToDate(cell('date'));
	if (!from) {
		lose(
			'event',
			`${cell('date')} ${title}`.trim(),
			'has no date that can be read in one way only; left out',
		);
		return undefined;
	}
	const to = cell('end') ? wordsToDate(cell('end')) : undefined;
	if (cell('end') && !to) lose('end', cell('end'), 'cannot be read in one way only; left out');
	const url = safeAddress(cell('source'));
	const source = url ?? htmlToLine(cell('source'), 'source', lose);
	return {
		line,
		date: (to && spanToDate(from.edtf, to.edtf, 'end', lose)) ?? readDate(from.edtf) ?? from,
		title,
		...(cell('summary') && { summary: htmlToLine(cell('summary'), 'summary', lose) }),
		blocks: htmlToBlocks(cell('text'), 'text', lose),
		sources: source ? [{ title: source, url }] : [],
		group: htmlToLine(cell('group'), 'group', lose) || undefined,
	};
}
