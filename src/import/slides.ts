/** Slides of TimelineJS 3, from its JSON or a row of its spreadsheet, as events, eras and the title. */
import type { BlockContent } from 'mdast';
import type { TimelineDate } from '../core/date.ts';
import { endsToDate, overlap, partsToEdtf, spanToDate, wordsToDate } from './dates.ts';
import { fieldText, isFields, isGiven, type Fields } from './fields.ts';
import {
	readDate,
	type Imported,
	type ImportedEra,
	type ImportedEvent,
	type ImportedSource,
	type Lose,
} from './model.ts';
import {
	blocksToText,
	htmlToBlocks,
	htmlToLine,
	linkBlock,
	plainToBlocks,
	safeAddress,
	SHOWN,
} from './text.ts';

/** Fields of a slide that are read, or that say nothing of the event. */
const SLIDE = [
	'start_date',
	'end_date',
	'display_date',
	'edtf',
	'text',
	'media',
	'group',
	'unique_id',
	'type',
];
const DATE = ['year', 'month', 'day', 'display_date', 'format'];
const TIME = ['hour', 'minute', 'second', 'millisecond'];
const MEDIA = ['url', 'caption', 'credit', 'link', 'alt', 'title'];

/** An event of TimelineJS. @returns undefined where it has no date, which is told of */
export function slideToEvent(slide: unknown, line: number, lose: Lose): ImportedEvent | undefined {
	if (!isFields(slide)) {
		lose('event', slide, 'is not a slide; left out');
		return undefined;
	}
	const { title, blocks, media, sources } = slideText(slide, lose);
	const date = slideToDate(slide, lose);
	if (!date) {
		lose('event', title || slide, 'has no date that can be read; left out');
		return undefined;
	}
	loseOthers(slide, SLIDE, '', lose);
	const group = fieldText(slide['group']).trim();
	return {
		line,
		date,
		title,
		blocks,
		media,
		sources,
		group: group ? htmlToLine(group, 'group', lose) || undefined : undefined,
		alias: fieldText(slide['unique_id']) || title || undefined,
	};
}

/** The title slide of TimelineJS: what the whole is called, and what it says of itself. */
export function slideToSite(slide: Fields, lose: Lose): Imported['site'] {
	for (const key of ['start_date', 'end_date'])
		if (isGiven(slide[key])) lose(`title.${key}`, slide[key], 'is a date of the title; left out');
	loseOthers(slide, ['text', 'media', 'start_date', 'end_date', 'unique_id', 'type'], 'title.', lose);
	const { title, blocks, media } = slideText(slide, lose);
	return { title, blocks, media };
}

/** An era of TimelineJS. */
export function slideToEra(slide: unknown, line: number, lose: Lose): ImportedEra | undefined {
	const fields = isFields(slide) ? slide : {};
	const { title, blocks, media } = slideText(fields, lose);
	const [from, to] = (['start_date', 'end_date'] as const).map((key) => {
		const edtf = isFields(fields[key]) ? dateToEdtf(fields[key], key, lose) : undefined;
		return edtf === undefined ? undefined : readDate(edtf);
	});
	if (title && from && to && (to.end ?? 0) >= (from.start ?? 0)) {
		loseOthers(fields, ['start_date', 'end_date', 'text', 'media', 'unique_id', 'type'], 'era.', lose);
		const more = blocksToText([...blocks, ...media]);
		if (more) lose('era.text', more, 'is more than the name of an era; left out');
		return { line, label: title, from, to };
	}
	lose('era', slide, 'has no headline, or no start before an end; left out');
	return undefined;
}

/** Headline and text, with its pictures and films as links. */
export function slideText(
	slide: Fields,
	lose: Lose,
): Pick<Required<ImportedEvent>, 'title' | 'blocks' | 'media' | 'sources'> {
	const text = isFields(slide['text']) ? slide['text'] : {};
	if (isFields(slide['text'])) loseOthers(text, ['headline', 'text'], 'text.', lose);
	else if (isGiven(slide['text']))
		lose('text', slide['text'], 'is not a group of headline and text; left out');
	const media = isFields(slide['media']) ? slide['media'] : {};
	if (isFields(slide['media'])) loseOthers(media, MEDIA, 'media.', lose);
	else if (isGiven(slide['media'])) lose('media', slide['media'], 'is not a group of fields; left out');
	const read = mediaToBlocks(media, lose);
	return {
		title: htmlToLine(fieldText(text['headline']), 'text.headline', lose),
		blocks: htmlToBlocks(fieldText(text['text']), 'text.text', lose),
		media: read.blocks,
		sources: read.sources,
	};
}

/** What a slide shows, as a paragraph that leads there; whom it credits, as sources. */
function mediaToBlocks(media: Fields, lose: Lose): { blocks: BlockContent[]; sources: ImportedSource[] } {
	const url = fieldText(media['url']).trim();
	const caption = htmlToBlocks(fieldText(media['caption']), 'media.caption', lose);
	const name = htmlToLine(fieldText(media['alt']) || fieldText(media['title']), 'media.alt', lose);
	const link = linkBlock(url, name);
	// The address may be the code of an embed, or a quotation.
	const shown = link ? [link] : url.includes('<') ? htmlToBlocks(url, 'media.url', lose) : [];
	if (url !== '' && shown.length === 0)
		lose('media.url', url, 'is not an address that a reader can be sent to; left out');
	const credit = htmlToBlocks(fieldText(media['credit']), 'media.credit', lose);
	const leadsTo = fieldText(media['link']).trim();
	const address = safeAddress(leadsTo);
	if (leadsTo !== '' && address === undefined)
		lose('media.link', leadsTo, 'is not an address that a reader can be sent to; left out');
	const creditText = blocksToText(credit);
	const creditLink = findLinks(credit)[0]?.url;
	const title = creditText || name || blocksToText(caption) || address || '';
	return {
		blocks: [
			...shown,
			...caption,
			...plainToBlocks(creditText && `Credit: ${creditText}`, 'media.credit', lose),
		],
		sources: creditText || address ? [{ title, url: address ?? creditLink }] : [],
	};
}

/** The web links in blocks, in order. */
export function findLinks(nodes: readonly object[]): { url: string; title: string }[] {
	return nodes.flatMap((node) => {
		const {
			type,
			url,
			title,
			children = [],
		} = node as {
			type: string;
			url?: string;
			title?: string | null;
			children?: BlockContent[];
		};
		return type === 'link' && url && title !== SHOWN && /^https?:/.test(url)
			? [{ url, title: blocksToText(children) }]
			: findLinks(children);
	});
}

/** The date of a slide: `edtf` where the file has it, else its parts, loosened by what it says of itself in words. */
function slideToDate(slide: Fields, lose: Lose): TimelineDate | undefined {
	const written = fieldText(slide['edtf']).trim();
	if (written) {
		const date = readDate(written);
		if (date) return date;
		lose('edtf', written, 'is not EDTF; start_date is read in its stead');
	}
	const [start, end] = [slide['start_date'], slide['end_date']];
	const from = isFields(start) ? dateToEdtf(start, 'start_date', lose) : undefined;
	if (from === undefined) return undefined;
	const to = isFields(end) ? dateToEdtf(end, 'end_date', lose) : undefined;
	if (
		to === undefined &&
		isGiven(end) &&
		!(isFields(end) && Object.values(end).every((part) => !isGiven(part)))
	)
		lose('end_date', end, 'cannot be read; left out');
	const structured = spanToDate(from, to, 'end_date', lose);
	if (structured === undefined) lose('start_date', from, 'is further away than a date can be here');
	const said = [slide, start, end].map((part) =>
		isFields(part) ? fieldText(part['display_date']).trim() : '',
	);
	const [whole = '', ofStart = '', ofEnd = ''] = said;
	if (ofEnd !== '') lose('end_date.display_date', ofEnd, 'stands for the end alone; left out');
	const words = whole || ofStart;
	if (words === '' || structured === undefined) return structured;
	if (whole && ofStart && whole !== ofStart)
		lose('start_date.display_date', ofStart, 'differs from that of the event; left out');
	const line = htmlToLine(words, 'display_date', lose);
	const date = wordsToDate(line) ?? endsToDate(line, from, to);
	if (date && overlap(date, structured)) return date;
	lose(
		'display_date',
		words,
		date
			? `is another time than ${structured.edtf}, which is written`
			: `cannot be read in one way only; ${structured.edtf} is written`,
	);
	return structured;
}

function dateToEdtf(date: Fields, field: string, lose: Lose): string | undefined {
	const edtf = partsToEdtf(date, field, lose);
	const time = TIME.flatMap((key) => (isGiven(date[key]) ? [`${key} ${fieldText(date[key])}`] : []));
	if (time.length > 0) lose(field, time.join(', '), 'is a time of day; events are dated to the day');
	loseOthers(date, [...DATE, ...TIME], `${field}.`, lose);
	return edtf;
}

/** Tells of the fields of a group that are not read. */
export function loseOthers(fields: Fields, read: readonly string[], prefix: string, lose: Lose): void {
	for (const [key, value] of Object.entries(fields)) {
		if (read.includes(key) || !isGiven(value)) continue;
		lose(`${prefix}${key}`, value, WHY[key] ?? 'has no place here; left out');
	}
}

const WHY: Record<string, string> = {
	background: 'is how a slide looks; left out',
	thumb: 'is a picture, and none is fetched; left out',
	thumbnail: 'is a picture, and none is fetched; left out',
	autolink: 'is how a slide looks; left out',
	link_target: 'is how a slide looks; left out',
	scale: 'is how the chart looks; left out',
};
