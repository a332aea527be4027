/** Slides of TimelineJS 3, from its JSON or a row of its spreadsheet, as events, eras and the title. */
import type { BlockContent, Nodes } from 'mdast';
import { fieldText, isFields, isGiven, loseOthers, type Fields } from './fields.ts';
import { dateToEdtf, slideToDate } from './slide-dates.ts';
import {
	readDate,
	type Imported,
	type ImportedEra,
	type ImportedEvent,
	type ImportedSource,
	type Lose,
} from './model.ts';
import { blocksToText, findAddresses, findLinks, linkBlock, safeAddress, SHOWN } from './links.ts';
import { htmlToBlocks, htmlToLine, plainToBlocks } from './text.ts';

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
const MEDIA = ['url', 'caption', 'credit', 'link', 'alt', 'title'];

/**
 * An event of TimelineJS.
 * @param alias its name in old addresses
 * @returns undefined where it has no date, which is told of
 */
export function slideToEvent(
	slide: unknown,
	line: number,
	lose: Lose,
	alias: (slide: Fields) => string | undefined,
): ImportedEvent | undefined {
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
		alias: alias(slide),
	};
}

/** The title slide of TimelineJS: what the whole is called, and what it says of itself. */
export function slideToSite(slide: Fields, lose: Lose): Imported['site'] {
	for (const key of ['start_date', 'end_date'])
		if (isGiven(slide[key])) lose(`title.${key}`, slide[key], 'is a date of the title; left out');
	loseOthers(slide, ['text', 'media', 'start_date', 'end_date', 'unique_id', 'type'], 'title.', lose);
	const { title, blocks, media, sources } = slideText(slide, lose);
	// A page has no sources of its own: what would be one is a link in its text.
	const there = new Set(findAddresses([...blocks, ...media]));
	const links = sources.flatMap(({ url, title: name }) =>
		url === undefined || there.has(url) ? [] : (linkBlock(url, name, 'Source: ') ?? []),
	);
	return { title, blocks, media: [...media, ...links] };
}

/** An era of TimelineJS. */
export function slideToEra(slide: unknown, line: number, lose: Lose): ImportedEra | undefined {
	const fields = isFields(slide) ? slide : {};
	const { title, blocks, media, sources } = slideText(fields, lose);
	const [from, to] = (['start_date', 'end_date'] as const).map((key) => {
		const edtf = isFields(fields[key]) ? dateToEdtf(fields[key], key, lose) : undefined;
		return edtf === undefined ? undefined : readDate(edtf);
	});
	if (title && from && to && (to.end ?? 0) >= (from.start ?? 0)) {
		loseOthers(fields, ['start_date', 'end_date', 'text', 'media', 'unique_id', 'type'], 'era.', lose);
		const more = blocksToText([...blocks, ...media]);
		if (more) lose('era.text', more, 'is more than the name of an era; left out');
		const addresses = [...findAddresses([...blocks, ...media]), ...sources.flatMap(({ url }) => url ?? [])];
		for (const address of new Set(addresses))
			lose('era', address, 'is an address, and an era has none; left out');
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
	const headline = htmlToBlocks(fieldText(text['headline']), 'text.headline', lose);
	return {
		title: blocksToText(headline),
		blocks: htmlToBlocks(fieldText(text['text']), 'text.text', lose),
		media: [...findShown(headline), ...read.blocks],
		sources: [...findLinks(headline), ...read.sources],
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
	const [creditLink, ...otherLinks] = findLinks(credit);
	const title = creditText || name || blocksToText(caption) || address || '';
	return {
		blocks: [
			...shown,
			...caption,
			...plainToBlocks(creditText && `Credit: ${creditText}`, 'media.credit', lose),
			...findShown(credit),
		],
		sources: [
			...(creditText || address ? [{ title, url: address ?? creditLink?.url }] : []),
			...(address && creditLink ? [creditLink] : []),
			...otherLinks,
		],
	};
}

/** The links to what is shown in words that become one line, each as a paragraph. */
function findShown(nodes: readonly Nodes[]): BlockContent[] {
	return nodes.flatMap((node) => {
		if (node.type === 'link' && node.title === SHOWN) return linkBlock(node.url, blocksToText([node])) ?? [];
		return 'children' in node ? findShown(node.children) : [];
	});
}
