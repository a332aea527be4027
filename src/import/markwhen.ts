/**
 * Markwhen: one event a line, `date: what happened`, under `# headings` or, in older files, in `section` and `group`.
 * Read here rather than by its own parser, which turns every date into instants and knows no `section` any more.
 * @see https://docs.markwhen.com
 */
import type { TimelineDate } from '../core/date.ts';
import { spanToDate, wordsToDate } from './dates.ts';
import { keepLosses, readDate, type Imported, type ImportedEvent, type Lose } from './model.ts';
import { blocksToText, findLinks } from './links.ts';
import { markdownToBlocks, markdownToLine } from './text.ts';

/** A date as its first letters show it, whether or not it can be read. */
const LOOKS_DATED =
	/^\s*(?:\d|-\d|[!]\w|(?:now|today|tomorrow|yesterday|after|before|by|since|every)\b)[^:]{0,80}$/i;
const HEADING = /^\s*(#{1,6})\s+(\S.*)$/;
const OPENS = /^\s*(?:section|group)\b[ \t]*(.*)$/i;
const CLOSES = /^\s*end ?(?:section|group)\b/i;
const HEADER_FIELD = /^\s*([A-Za-z#][\w #]*):(?!\/\/)\s*(.*)$/;
const TAG = /(?:^|\s)#[\p{L}\p{N}_-]+/gu;

interface Draft {
	line: number;
	date: TimelineDate | undefined;
	written: string;
	lines: string[];
	group: string | undefined;
}

export function readMarkwhen(text: string): Imported {
	const { losses, at } = keepLosses();
	const lines = text.split(/\r?\n/);
	const imported: Imported = { site: { title: '', blocks: [] }, events: [], eras: [], read: 0, losses };
	const headings: { level: number; title: string }[] = [];
	const dayFirst = /^\s*dateFormat:\s*d/im.test(text);
	let draft: Draft | undefined;
	let isHeader = true;
	let description = '';
	const close = () => {
		if (!draft) return;
		imported.read++;
		const event = draftToEvent(draft, at(draft.line));
		if (event) imported.events.push(event);
		draft = undefined;
	};
	const group = () => headings.map(({ title }) => title).join(': ') || undefined;
	for (const [index, line] of lines.entries()) {
		const number = index + 1;
		const lose = at(number);
		const found = findDate(line, dayFirst);
		const heading = HEADING.exec(line);
		const opens = OPENS.exec(line);
		if (/^\s*\/\//.test(line)) lose('comment', line.trim(), 'is a comment; left out');
		else if (found) {
			isHeader = false;
			close();
			if (found.time) lose('date', found.written, 'has a time of day; events are dated to the day');
			draft = { line: number, date: found.date, written: found.written, lines: [found.rest], group: group() };
		} else if (heading || (opens && !CLOSES.test(line))) {
			isHeader = false;
			close();
			// A section of an older file ends where it says so; a heading ends those of its level and below.
			const level = heading?.[1]?.length ?? (headings.at(-1)?.level ?? 0) + 1;
			while (heading && (headings.at(-1)?.level ?? 0) >= level) headings.pop();
			const words = withoutTags(heading?.[2] ?? opens?.[1] ?? '', lose);
			const title = markdownToLine(words, 'heading', lose);
			headings.push({ level, title: title || `${number}` });
		} else if (CLOSES.test(line)) {
			close();
			headings.pop();
		} else if (draft) draft.lines.push(line);
		else if (isHeader && /^\s*(?:---)?\s*$/.test(line)) continue;
		else if (isHeader && HEADER_FIELD.test(line)) {
			const [, key = '', value = ''] = HEADER_FIELD.exec(line) ?? [];
			if (/^title$/i.test(key)) imported.site.title = markdownToLine(unquoted(value), 'title', lose);
			else if (/^description$/i.test(key)) description = unquoted(value);
			else if (!/^dateFormat$/i.test(key)) lose(key, value, 'is a setting of Markwhen; left out');
		} else if (line.trim() !== '') lose('text', line.trim(), 'stands before any event; left out');
	}
	close();
	imported.site.blocks = markdownToBlocks(description, 'description', at(undefined));
	return imported;
}

/** The date at the start of a line, and what follows its colon. A date that cannot be read is undefined. */
function findDate(
	line: string,
	dayFirst: boolean,
): { date: TimelineDate | undefined; written: string; rest: string; time: boolean } | undefined {
	if (line.length > 10_000 && !/^.{0,120}:/.test(line)) return undefined;
	const colons = [...line.slice(0, 160).matchAll(/:/g)].map(({ index }) => index);
	for (const index of colons) {
		const written = line.slice(0, index).trim();
		const date = markwhenDate(written, dayFirst);
		if (date) return { ...date, written, rest: line.slice(index + 1).trim() };
	}
	const [first] = colons;
	if (first === undefined || !LOOKS_DATED.test(line.slice(0, first))) return undefined;
	return {
		date: undefined,
		written: line.slice(0, first).trim(),
		rest: line.slice(first + 1).trim(),
		time: false,
	};
}

function markwhenDate(written: string, dayFirst: boolean): { date: TimelineDate; time: boolean } | undefined {
	if (written === '' || /^[a-z]+$/i.test(written)) return undefined;
	const whole = wordsToDate(written);
	if (whole && !written.includes('/')) return { date: whole, time: false };
	const parts = written.split(
		/\s+(?:-|–|—|to)\s+|(?<=\d{4}(?:-\d\d){0,2})\/(?=\d{4}|now\b)|(?<=[\dZ])\/(?=-?\d{4}-)/,
	);
	const [from, to, ...more] = parts.map((part) => oneDate(part.trim(), dayFirst));
	if (!from || more.length > 0 || (parts.length > 1 && !to)) return undefined;
	const date =
		to === undefined ? readDate(from.edtf) : spanToDate(from.edtf, to.edtf, 'date', () => undefined);
	return date && (to === undefined || date.edtf.includes('/') || from.edtf === to.edtf)
		? { date, time: from.time || Boolean(to?.time) }
		: undefined;
}

/** One end of a date, in EDTF. */
function oneDate(written: string, dayFirst: boolean): { edtf: string; time: boolean } | undefined {
	if (/^now$/i.test(written)) return { edtf: '..', time: false };
	const [day = '', time] = written.split(/(?<=\d)(?:T|\s+)(?=\d\d?(?::\d\d|\s*[ap]m))/i);
	const slashes = /^(?:(\d\d?)\/)?(?:(\d\d?)\/)(\d{4})$/.exec(day);
	if (slashes) {
		const [, a, b, year] = slashes;
		const [month, dayOfMonth] = a === undefined ? [b, undefined] : dayFirst ? [b, a] : [a, b];
		const edtf = [year, month, dayOfMonth].flatMap((part) => part?.padStart(2, '0') ?? []).join('-');
		return readDate(edtf) && { edtf, time: time !== undefined };
	}
	const date = readDate(day) ?? wordsToDate(day);
	return date?.kind === 'instant' ? { edtf: date.edtf, time: time !== undefined } : undefined;
}

function draftToEvent(draft: Draft, lose: Lose): ImportedEvent | undefined {
	const [first = '', ...rest] = draft.lines;
	if (!draft.date) {
		lose(
			'event',
			`${draft.written}: ${draft.lines.join('\n').trim()}`,
			'has no date that can be read; left out',
		);
		return undefined;
	}
	const headline = markdownToBlocks(withoutTags(first, lose), 'title', lose);
	return {
		line: draft.line,
		date: draft.date,
		title: blocksToText(headline),
		blocks: markdownToBlocks(withoutTags(rest.join('\n'), lose), 'text', lose),
		sources: findLinks(headline).map(({ title, url }) => ({ title, url })),
		group: draft.group,
	};
}

function withoutTags(text: string, lose: Lose): string {
	for (const [tag] of text.matchAll(TAG))
		lose('tag', tag.trim(), 'is a tag; left out, as groups come from headings');
	return text.replace(TAG, '').trim();
}

function unquoted(text: string): string {
	return text.trim().replace(/^(["'])(.*)\1$/, '$2');
}
