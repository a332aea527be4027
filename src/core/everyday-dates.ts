/** Everyday ways to write a date, and what each is in EDTF. */
import { dateProblems, MONTHS } from './date-problems.ts';

/** A way to write a date that is not EDTF. */
interface EverydayWay {
	pattern: RegExp;
	/** What EDTF has instead. */
	why: string;
	/** The date in EDTF, or each that may be meant, with when it is. */
	toEdtf: (...groups: string[]) => Choice[];
}

type Choice = string | { edtf: string; when: string };

const DAY = /(\d{1,2})(?:st|nd|rd|th)?/.source;
const MONTH = /(\p{L}{3,})\.?/u.source;

const JOINED = 'it is year, month, day, joined by hyphens';
const NUMBERS = 'the year stands first, and the month is a number';

/** The first that fits is told. */
const EVERYDAY_WAYS: readonly EverydayWay[] = [
	{
		pattern: /^(-?\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/,
		why: 'months and days have two digits',
		toEdtf: (year = '', month = '', day = '') => [join(year, month, day)],
	},
	{
		pattern: /^(\d{4})([/.])(\d\d?)\2(\d\d?)$/,
		why: JOINED,
		toEdtf: (year = '', _, month = '', day = '') => [join(year, month, day)],
	},
	{
		pattern: /^(\d{4})([–—]?)(0[1-9]|1[0-2])\2(\d\d)$/,
		why: JOINED,
		toEdtf: (year = '', _, month = '', day = '') => [join(year, month, day)],
	},
	{
		pattern: /^(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-](\d{4})$/,
		why: 'it may be either of two days',
		toEdtf: (a = '', b = '', year = '') =>
			[
				{ edtf: join(year, a, b), when: `for ${Number(b)} ${MONTHS[Number(a) - 1]}` },
				{ edtf: join(year, b, a), when: `for ${Number(a)} ${MONTHS[Number(b) - 1]}` },
			].filter(() => Number(a) !== Number(b)),
	},
	{
		pattern: /^(\d\d?)[/.-](0?[1-9]|1[0-2])[/.-](\d{4})$/,
		why: JOINED,
		toEdtf: (day = '', month = '', year = '') => [join(year, month, day)],
	},
	{
		pattern: /^(0?[1-9]|1[0-2])[/.-](\d\d?)[/.-](\d{4})$/,
		why: JOINED,
		toEdtf: (month = '', day = '', year = '') => [join(year, month, day)],
	},
	{
		pattern: new RegExp(`^${DAY}\\.? (?:of )?${MONTH},? (\\d{4})$`, 'iu'),
		why: NUMBERS,
		toEdtf: (day = '', month = '', year = '') => named(year, month, day),
	},
	{
		pattern: new RegExp(`^${MONTH} ${DAY},? (\\d{4})$`, 'iu'),
		why: NUMBERS,
		toEdtf: (month = '', day = '', year = '') => named(year, month, day),
	},
	{
		pattern: new RegExp(`^${MONTH},? (\\d{4})$`, 'iu'),
		why: NUMBERS,
		toEdtf: (month = '', year = '') => named(year, month),
	},
	{
		pattern: /^(\d{1,4}) ?B\.?C\.?(?:E\.?)?$/i,
		why: 'years before 1 CE count down from 0000, which is 1 BCE',
		toEdtf: (year = '') => [`${Number(year) > 1 ? '-' : ''}${String(Number(year) - 1).padStart(4, '0')}`],
	},
	{
		pattern: /^(\d{3})0['’]?s$/i,
		why: 'a digit that is not known is an X',
		toEdtf: (digits = '') =>
			digits.endsWith('0')
				? [
						{ edtf: `${digits}X`, when: 'for ten years' },
						{ edtf: `${digits.slice(0, 2)}XX`, when: 'for a hundred' },
					]
				: [`${digits}X`],
	},
	{
		pattern: /^(\d{2,3}[xu_?-]{1,2}|\d{4}-(?:\d\d-)?[xu?]{2}|\d{4}-[xu?]{2}-[xu?]{2})$/i,
		why: 'a digit that is not known is a capital X',
		toEdtf: (date = '') => [
			/^\d{4}-/.test(date) ? date.replace(/[xu?]/gi, 'X') : date.replace(/[xu_?-]/gi, 'X'),
		],
	},
	{
		pattern: /^(?:circa|ca|c|about|around|approximately|approx)\.?\s?(.+)$/i,
		why: 'about is a ~ behind the date',
		toEdtf: (rest = '') => [alone(rest).replace(/[^/]+/g, '$&~')],
	},
	{
		pattern: /^([~?%])\s*([^~?%]+)$/,
		why: 'the mark stands behind the date',
		toEdtf: (sign = '', rest = '') => [alone(rest).replace(/^[^/]+/, `$&${sign}`)],
	},
	{
		pattern: /^((?:(?!\.\.)[^[\]{}/])*)\.\.((?:(?!\.\.)[^[\]{}/])*)$/,
		why: '.. between two dates stands in brackets',
		toEdtf: (from = '', to = '') => {
			const [start, end] = [alone(from.trim()), alone(to.trim())];
			return [
				{ edtf: `${start || '..'}/${end || '..'}`, when: 'for what lasted' },
				{ edtf: `[${start}..${end}]`, when: 'for one unknown day' },
			];
		},
	},
	{
		pattern: /^(.+?)\s*\/\s*(.+)$/,
		why: 'on either side of the / stands a date in EDTF, without spaces',
		toEdtf: (from = '', to = '') => [`${alone(from)}/${alone(to)}`],
	},
	{
		pattern: /^between (.+?)(?: and |\s*[–—]\s*| - |(?<=\d{4})-(?=\d{4}$))(.+)$/i,
		why: 'one unknown day stands in brackets, with .. between its ends',
		toEdtf: (from = '', to = '') => [`[${alone(from)}..${alone(to)}]`],
	},
	{
		pattern: /^(.+?) or (.+)$/i,
		why: 'one of several days stands in brackets, with commas',
		toEdtf: (a = '', b = '') => [`[${alone(a)},${alone(b)}]`],
	},
	{
		pattern: /^(?:from )?(.+?)(?:\s*[–—]\s*| - | to | until |(?<=\d{4})-(?=\d{4}$))(.+)$/i,
		why: 'a span has a / between its dates',
		toEdtf: (from = '', to = '') => [
			`${alone(from)}/${/^\d{4}$/.test(from) && /^\d\d$/.test(to) ? from.slice(0, 2) : ''}${alone(to)}`,
		],
	},
];

/** Longer texts are no dates, and are not looked into. */
const LONGEST = 60;

/**
 * What to write for a date in an everyday form.
 * @param check whether a text is a date, so that nothing is proposed that is none; or what is wrong with its day
 * @returns undefined where no such form is known
 */
export function explainEveryday(
	text: string,
	check: (edtf: string) => { isDate: boolean; impossible: string | undefined },
): string | undefined {
	if (text.length > LONGEST) return undefined;
	for (const { pattern, why, toEdtf } of EVERYDAY_WAYS) {
		const match = pattern.exec(text);
		const checked = (match ? toEdtf(...match.slice(1)) : [])
			.map((choice) => (typeof choice === 'string' ? { edtf: choice, when: '' } : choice))
			.map((choice) => ({ ...choice, ...check(choice.edtf) }));
		const choices = checked.filter(({ isDate }) => isDate);
		const written = choices.map(({ edtf, when }) => `${edtf} ${when}`.trim());
		if (written.length > 0) return dateProblems.everyday(text, why, written);
		if (checked[0]?.impossible) return checked[0].impossible;
	}
	return undefined;
}

/**
 * What a date in an everyday form may be in EDTF; several where it can be read in several ways, none where in none.
 * @param isDate whether a text is a date
 */
export function everydayToEdtf(text: string, isDate: (edtf: string) => boolean): string[] {
	if (text.length > LONGEST) return [];
	for (const { pattern, toEdtf } of EVERYDAY_WAYS) {
		const match = pattern.exec(text);
		const choices = (match ? toEdtf(...match.slice(1)) : []).map((choice) =>
			typeof choice === 'string' ? choice : choice.edtf,
		);
		if (choices.some(isDate)) return choices.filter(isDate);
	}
	return [];
}

/** One end of a span in EDTF, or as it stands where there is not one way alone to read it. */
function alone(part: string): string {
	for (const { pattern, toEdtf } of EVERYDAY_WAYS) {
		const match = pattern.exec(part);
		const [only, ...others] = match ? toEdtf(...match.slice(1)) : [];
		if (typeof only === 'string' && others.length === 0) return only;
	}
	return part;
}

function join(year: string, ...rest: string[]): string {
	return [year, ...rest.filter(Boolean).map((part) => part.padStart(2, '0'))].join('-');
}

const SEASONS: Record<string, string> = {
	spring: '21',
	summer: '22',
	autumn: '23',
	fall: '23',
	winter: '24',
};

/** A date whose month, or season, is a word; none where the word is neither. */
function named(year: string, word: string, day = ''): string[] {
	const name = word.toLowerCase();
	const month = MONTHS.findIndex((full) => full.toLowerCase().startsWith(name)) + 1;
	const number = month > 0 ? String(month) : name === 'sept' ? '9' : day ? undefined : SEASONS[name];
	return number ? [join(year, number, day)] : [];
}
