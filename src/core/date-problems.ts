/** Sentences about dates that cannot be read. */
import { quoted } from './written.ts';

export const MONTHS =
	'January February March April May June July August September October November December'.split(' ');

export const dateProblems = {
	empty: () => 'is empty. Write a date, such as 2024-08-12, 2024-08 or 2024.',
	notADay: (whole: string, month: string, monthNumber: number, length: number) =>
		`${quoted(whole)} is not a day: ${whole.endsWith('-00') ? 'days run from 01 on' : `${MONTHS[monthNumber - 1]} has ${length}`}. Write ${month}, or the day that is meant.`,
	notAMonth: (whole: string, year: string) =>
		`${quoted(whole)} is not a month: months run from 01 to 12. Write ${year}, or the month that is meant.`,
	backwards: (text: string) => `${quoted(text)} ends before it starts. Write the earlier date first.`,
	noEnd: (text: string) =>
		`${quoted(text)} has neither a start nor an end. Write at least one: 2024/.. or ../2024.`,
	timeOfDay: (text: string) =>
		`${quoted(text)} has a time of day; events are dated to the day. Write ${dayOnly(text)}.`,
	shortYear: (text: string, padded: string) =>
		`${quoted(text)} is too short for a year: years have four digits. Write ${padded}${beforeChrist(text)}.`,
	longYear: (text: string) =>
		`${quoted(text)} is too long for a year: years have four digits. If you mean it, write Y${text}.`,
	unsupported: (text: string) =>
		`${quoted(text)} is EDTF that this site does not draw. It reads dates, intervals a/b, the marks ~ ? %, seasons, 201X, 2004-XX and sets such as [a..b].`,
	outOfReach: (text: string, first: number, last: number) =>
		`${quoted(text)} is outside the years that can be drawn, ${first} to ${last}. Choose a year between them.`,
	notADate: (text: string) =>
		`${quoted(text)} is not a date. Write EDTF: 2024-08-12, 2024-08, 2024, 2024-08-12/2024-08-14 for a span, 2024-08-12~ for about, [2024-03-04..2024-05-15] for one unknown day between.`,
	everyday: (text: string, why: string, choices: readonly string[]) =>
		`${quoted(text)} cannot be read as a date: ${why}. Write ${choices.join(', or ')}.`,
	notExact: (text: string) => `${quoted(text)} is not one day. Write a day such as 2026-11-23.`,
	/** A sentence on an impossible day, where a month will not do in its stead. */
	onlyDay: (says: string) => says.replace(/(?<=Write )\S+, or (?=the)/, ''),
};

/** EDTF has a year 0, so that its negative years are one off those of history books. */
function beforeChrist(year: string): string {
	const number = Number(year.slice(1));
	if (!year.startsWith('-') || number === 0) return '';
	const sign = number > 1 ? '-' : '';
	return ` for ${number + 1} BCE, or ${sign}${String(number - 1).padStart(4, '0')} for ${number} BCE`;
}

function dayOnly(text: string): string {
	return quoted(text.replace(/(?<=\d{4}-\d\d-\d\d)T\d[\d:]*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, '')).slice(
		1,
		-1,
	);
}
