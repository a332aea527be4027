/**
 * TimelineJS's JSON: version 3, and version 1 with its `timeline: {date: […]}`.
 * @see https://timeline.knightlab.com/docs/json-format.html
 */
import { entryLines, parseJson } from './json.ts';
import { slideNames } from './old-address.ts';
import { ImportError, keepLosses, type Imported, type Lose } from './model.ts';
import { fieldText, isFields, isGiven, loseOthers, type Fields } from './fields.ts';
import { slideToEra, slideToEvent, slideToSite } from './slides.ts';

/** @throws ImportError where the file is no such timeline */
export function readTimelineJs(text: string): Imported {
	const json = parseJson(text);
	const list = Array.isArray(json) ? { events: json } : json;
	if (isFields(list) && isFields(list['timeline'])) return readVersion1(list['timeline'], text);
	if (!isFields(list) || !Array.isArray(list['events']))
		throw new ImportError(1, 1, 'is JSON, but no TimelineJS timeline: it has no list of events');
	const { losses, at } = keepLosses();
	loseOthers(list, ['title', 'events', 'eras'], '', at(undefined));
	const lines = entryLines(text, Array.isArray(json) ? undefined : 'events');
	const eraLines = entryLines(text, 'eras');
	const eras: unknown[] = Array.isArray(list['eras']) ? list['eras'] : [];
	if (isGiven(list['eras']) && !Array.isArray(list['eras']))
		at(undefined)('eras', list['eras'], 'is not a list; left out');
	const nameOf = slideNames();
	return {
		site: readTitle(list['title'], at(undefined), nameOf),
		events: list['events'].flatMap((slide: unknown, index) => {
			const line = lines[index] ?? 1;
			return slideToEvent(slide, line, at(line), nameOf) ?? [];
		}),
		eras: eras.flatMap((slide, index) => {
			const line = eraLines[index] ?? 1;
			return slideToEra(slide, line, at(line)) ?? [];
		}),
		read: list['events'].length,
		losses,
	};
}

function readTitle(title: unknown, lose: Lose, nameOf: (slide: Fields) => unknown): Imported['site'] {
	const [first, ...others]: unknown[] = Array.isArray(title) ? title : [title];
	for (const other of others) lose('title', other, 'is a second title; left out');
	// Its name is taken before those of events.
	if (isFields(first)) nameOf(first);
	if (isFields(first)) return slideToSite(first, lose);
	if (isGiven(first)) lose('title', first, 'is not a slide; left out');
	return { title: '', blocks: [] };
}

/** Fields of version 1, and where version 3 has them. */
function readVersion1(timeline: Fields, text: string): Imported {
	const { losses, at } = keepLosses();
	const list: unknown[] = Array.isArray(timeline['date']) ? timeline['date'] : [];
	const eras: unknown[] = Array.isArray(timeline['era']) ? timeline['era'] : [];
	loseOthers(timeline, ['headline', 'text', 'asset', 'date', 'era', 'type', 'startDate'], '', at(undefined));
	if (isGiven(timeline['date']) && !Array.isArray(timeline['date']))
		at(undefined)('date', timeline['date'], 'is not a list; left out');
	const [lines, eraLines] = [entryLines(text, 'date'), entryLines(text, 'era')];
	const nameOf = slideNames();
	const title = toVersion3(timeline, at(undefined));
	nameOf(title);
	return {
		site: slideToSite(title, at(undefined)),
		events: list.flatMap((entry, index) => {
			const line = lines[index] ?? 1;
			const slide = isFields(entry) ? toVersion3(entry, at(line)) : entry;
			return slideToEvent(slide, line, at(line), nameOf) ?? [];
		}),
		eras: eras.flatMap((entry, index) => {
			const line = eraLines[index] ?? 1;
			return slideToEra(isFields(entry) ? toVersion3(entry, at(line)) : entry, line, at(line)) ?? [];
		}),
		read: list.length,
		losses,
	};
}

const VERSION_1 = [
	'startDate',
	'endDate',
	'headline',
	'text',
	'asset',
	'tag',
	'date',
	'era',
	'type',
	'classname',
];

function toVersion3(entry: Fields, lose: Lose): Fields {
	const { media, ...asset } = isFields(entry['asset']) ? entry['asset'] : {};
	const others = Object.fromEntries(Object.entries(entry).filter(([key]) => !VERSION_1.includes(key)));
	if (isGiven(entry['classname'])) lose('classname', entry['classname'], 'is how a slide looks; left out');
	return {
		...others,
		start_date: version1Date(entry['startDate'], 'startDate', lose),
		end_date: version1Date(entry['endDate'], 'endDate', lose),
		text: { headline: entry['headline'], text: entry['text'] },
		media: { url: media, ...asset },
		group: entry['tag'],
	};
}

/** "2011,12,10,07,02,10" (year first), "12/10/2011" (month first), "2011". */
function version1Date(written: unknown, field: string, lose: Lose): Fields | undefined {
	const text = fieldText(written).trim();
	if (text === '') return undefined;
	const slashes = /^(\d{1,2})\/(\d{1,2})\/(-?\d+)(?:\s+(.+))?$/.exec(text);
	if (slashes) {
		const [, month, day, year, hour] = slashes;
		return { year, month, day, hour };
	}
	const monthYear = /^(\d{1,2})\/(-?\d{3,})$/.exec(text);
	if (monthYear) return { year: monthYear[2], month: monthYear[1] };
	const [year, month, day, hour, minute, second, ...more] = text.split(',').map((part) => part.trim());
	if (!/^-?\d+$/.test(year ?? '') || more.length > 1) {
		lose(field, text, 'is not a date of TimelineJS 1');
		return undefined;
	}
	return { year, month, day, hour, minute, second };
}
