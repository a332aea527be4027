/** The date of a slide of TimelineJS: its parts, and what it says of itself in words. */
import type { TimelineDate } from '../core/date.ts';
import { endsToDate, overlap, partsToEdtf, spanToDate, wordsToDate } from './dates.ts';
import { fieldText, isFields, isGiven, loseOthers, type Fields } from './fields.ts';
import { readDate, type Lose } from './model.ts';
import { htmlToLine } from './text.ts';

const DATE = ['year', 'month', 'day', 'display_date', 'format'];
const TIME = ['hour', 'minute', 'second', 'millisecond'];

/** @returns `edtf` where the file has it, else the date of its parts, loosened by its words; undefined where there is none */
export function slideToDate(slide: Fields, lose: Lose): TimelineDate | undefined {
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
	const inWords = wordsToDate(line) ?? endsToDate(line, from, to);
	const why = inWords ? judgeWords(inWords, structured) : 'cannot be read in one way only';
	if (!inWords || typeof why === 'string') {
		lose('display_date', words, `${why}; ${structured.edtf} is written`);
		return structured;
	}
	if (why.loosens)
		lose('start_date', structured.edtf, `is shown as "${line}"; ${inWords.edtf} is written, as it says less`);
	return inWords;
}

/** Whether words are to be written in place of parts, and whether something known by the parts goes with that; else why not. */
function judgeWords(words: TimelineDate, parts: TimelineDate): { loosens: boolean } | string {
	if (!overlap(words, parts)) return `is another time than ${parts.edtf}`;
	const isSameTime = words.start === parts.start && words.end === parts.end;
	const known = parts.ranges.flat();
	const said = words.ranges.flat();
	// Words may add an end, or say a day of a year; each end of the parts has to be among them.
	const isKept = known.every((part) =>
		said.some((other) => part && other && other.start >= part.start && other.end <= part.end),
	);
	if (isSameTime || isKept) return { loosens: false };
	if (parts.kind !== 'instant') return 'leaves out when it began or ended';
	// The first of a month or year may stand for all of it, because TimelineJS sorts by days.
	const isFiller = words.start === parts.start;
	const isVague = words.approximate || words.uncertain || words.kind !== 'instant';
	return isFiller || isVague ? { loosens: true } : 'says less of it';
}

/** @param field which date it is, for losses */
export function dateToEdtf(date: Fields, field: string, lose: Lose): string | undefined {
	const edtf = partsToEdtf(date, field, lose);
	const time = TIME.flatMap((key) => (isGiven(date[key]) ? [`${key} ${fieldText(date[key])}`] : []));
	if (time.length > 0) lose(field, time.join(', '), 'is a time of day; events are dated to the day');
	loseOthers(date, [...DATE, ...TIME], `${field}.`, lose);
	return edtf;
}
