import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateToDatetime, formatDate, formatYear, type DateWords } from './date-words.ts';
import { parseDate, type TimelineDate } from './date.ts';
import { en } from '../i18n/en.ts';
import { he } from '../i18n/he.ts';
import { es } from '../i18n/es.ts';

function read(edtf: string): TimelineDate {
	const parsed = parseDate(edtf);
	assert.ok(parsed.ok, `${edtf}: ${parsed.ok || parsed.problem}`);
	return parsed.date;
}

function say(edtf: string, words: DateWords = en.date): string {
	return formatDate(read(edtf), words);
}

function each(table: [edtf: string, words: string][], words = en.date): void {
	for (const [edtf, expected] of table) assert.equal(say(edtf, words), expected, edtf);
}

test('a day, month or year is said as a newspaper prints it', () => {
	each([
		['2024-08-12', '12 August 2024'],
		['2024-02-29', '29 February 2024'],
		['2018-11', 'November 2018'],
		['2024', '2024'],
		['1985-04-XX', 'April 1985'],
		['1985-XX-XX', '1985'],
		['2004-XX', '2004'],
		['Y12000', '12000'],
	]);
});

test('years before 1000 carry their era, and year 0 is 1 BCE', () => {
	each([
		['-0044', '45 BCE'],
		['-0044-03', 'March 45 BCE'],
		['-0044-03-15', '15 March 45 BCE'],
		['0000', '1 BCE'],
		['0000-02-29', '29 February 1 BCE'],
		['0099', '99 CE'],
		['0099-05-06', '6 May 99 CE'],
		['0999', '999 CE'],
		['1000', '1000'],
		['Y-12000', '12001 BCE'],
	]);
	assert.deepEqual(
		[-44, 0, 1, 999, 1000].map((year) => formatYear(year, en.date)),
		['45 BCE', '1 BCE', '1 CE', '999 CE', '1000'],
	);
});

test('what lasted is a range that says nothing twice, with a closed dash between single words', () => {
	each([
		['2021-05-23/2021-05-26', '23–26 May 2021'],
		['2025-11-28/2025-12-08', '28 November – 8 December 2025'],
		['2025-12-28/2026-01-08', '28 December 2025 – 8 January 2026'],
		['2018-11/2018-12', 'November–December 2018'],
		['2018-11/2019-02', 'November 2018 – February 2019'],
		['2018/2019', '2018–2019'],
		['2018/2020-05', '2018 – May 2020'],
		['2018-11/2018-12-05', 'November 2018 – 5 December 2018'],
		['201X/202X', 'the 2010s – the 2020s'],
		['2024-05-01/2024-05-01', '1 May 2024'],
		['2024/2024', '2024'],
	]);
});

test('ranges before 1000 name a shared era once', () => {
	each([
		['-0100/-0050', '101–51 BCE'],
		['0014/0037', '14–37 CE'],
		['-0044/0014', '45 BCE – 14 CE'],
		['0999/1001', '999 CE – 1001'],
		['-0044-03-15/-0044-03-20', '15–20 March 45 BCE'],
		['-0044-03/-0044-04', 'March–April 45 BCE'],
		['-0044-03-15/-0043-03-20', '15 March 45 BCE – 20 March 44 BCE'],
	]);
});

test('one unknown day is between two days, never a range that lasted', () => {
	each([
		['[2026-03-04..2026-05-15]', 'between 4 March and 15 May 2026'],
		['[2026-03-04..2026-03-15]', 'between 4 and 15 March 2026'],
		['[2025-12-28..2026-01-08]', 'between 28 December 2025 and 8 January 2026'],
		['[2021-05..2021-07]', 'between May and July 2021'],
		['[2021..2024]', 'between 2021 and 2024'],
		['[-0048..-0044]', 'between 49 and 45 BCE'],
	]);
});

test('alternatives are joined by or', () => {
	each([
		['[2021,2022]', '2021 or 2022'],
		['[2021,2022,2024]', '2021, 2022 or 2024'],
		['[2021-05-03,2021-05-04]', '3 or 4 May 2021'],
		['[2021-05-03,2021-06-04]', '3 May or 4 June 2021'],
		['[2021-05-03,2022-06-04]', '3 May 2021 or 4 June 2022'],
		['[2021,2022-05]', '2021 or May 2022'],
		['[-0044,-0042]', '45 or 43 BCE'],
		['[2021,2023..2025]', '2021 or between 2023 and 2025'],
		['[1760-01,1760-12..]', 'January 1760 or December 1760 or later'],
		['[2021-05-03]', '3 May 2021'],
	]);
});

test('an open end says whether it goes on or is not known', () => {
	each([
		['2024/..', 'since 2024'],
		['2024-05-03/..', 'since 3 May 2024'],
		['../2024', 'until 2024'],
		['2024/', 'from 2024, end not known'],
		['/2024', 'until 2024, start not known'],
		['[2024-05-03..]', '3 May 2024 or later'],
		['[..2024-05]', 'May 2024 or earlier'],
	]);
});

test('about and possibly stand before what they qualify', () => {
	each([
		['2025-05-06~', 'about 6 May 2025'],
		['2025-05?', 'possibly May 2025'],
		['2025%', 'possibly about 2025'],
		['-0044~', 'about 45 BCE'],
		['2024~/..', 'since about 2024'],
		['2025-05-06~/2025-05-08~', 'about 6–8 May 2025'],
		['2025~/2026', 'from about 2025 to 2026'],
		['2025-05-06/2025-05-08?', 'from 6 May 2025 to possibly 8 May 2025'],
	]);
});

test('seasons, decades and centuries are said in words', () => {
	each([
		['2001-21', 'spring 2001'],
		['2001-22', 'summer 2001'],
		['2001-23', 'autumn 2001'],
		['2001-24', 'winter 2001'],
		['-0044-21', 'spring 45 BCE'],
		['201X', 'the 2010s'],
		['200X', 'the 2000s'],
		['20XX', 'between 2000 and 2099'],
		['002X', 'between 20 and 29 CE'],
		['-001X', 'between 20 and 11 BCE'],
	]);
});

test('order and separators are those of the language', () => {
	const table: [locale: string, day: string, range: string, between: string][] = [
		['en-US', 'August 12, 2024', 'May 23–26, 2021', 'between May 23 and 26, 2021'],
		['de', '12. August 2024', '23.–26. Mai 2021', 'between 23. and 26. Mai 2021'],
		['es', '12 de agosto de 2024', '23–26 de mayo de 2021', 'between 23 and 26 de mayo de 2021'],
	];
	for (const [locale, day, range, between] of table) {
		const words = { ...en.date, locale };
		each(
			[
				['2024-08-12', day],
				['2021-05-23/2021-05-26', range],
				['[2021-05-23..2021-05-26]', between],
			],
			words,
		);
	}
});

test('<time datetime> is given where HTML has a form for the date', () => {
	const table: [edtf: string, datetime: string | undefined][] = [
		['2024-08-12', '2024-08-12'],
		['2024-08', '2024-08'],
		['0099', '0099'],
		['2025-05-06~', '2025-05-06'],
		['2001-21', undefined],
		['201X', undefined],
		['-0044', undefined],
		['0000', undefined],
		['2024/2025', undefined],
		['[2024..2025]', undefined],
	];
	for (const [edtf, datetime] of table) assert.equal(dateToDatetime(read(edtf)), datetime, edtf);
});

test('Spanish has articles before days, seasons and decades inside a sentence, and none before months and years', () => {
	each(
		[
			['2024-08-12', '12 de agosto de 2024'],
			['2021-05-23/2021-05-26', '23–26 de mayo de 2021'],
			['2025-11-28/2025-12-08', '28 de noviembre – 8 de diciembre de 2025'],
			['-0044', '45 a.\u00a0C.'],
			['2025-05-06~', 'hacia el 6 de mayo de 2025'],
			['2025-05?', 'posiblemente mayo de 2025'],
			['2025-05-06%', 'posiblemente hacia el 6 de mayo de 2025'],
			['[2026-03-04..2026-05-15]', 'entre el 4 de marzo y el 15 de mayo de 2026'],
			['[2026-03-04..2026-03-15]', 'entre el 4 y el 15 de marzo de 2026'],
			['[2026-03..2026-05]', 'entre marzo y mayo de 2026'],
			['[2026-03-04,2026-03-05]', '4 o 5 de marzo de 2026'],
			['[..2026-03-04]', 'el 4 de marzo de 2026 o antes'],
			['2024/..', 'desde 2024'],
			['../2024-05-03', 'hasta el 3 de mayo de 2024'],
			['2024-05-03/', 'desde el 3 de mayo de 2024, sin final conocido'],
			['2001-21', 'primavera de 2001'],
			['201X', 'década de 2010'],
			['19XX', 'entre 1900 y 1999'],
		],
		es.date,
	);
	assert.equal(es.asOf('junio de 2026'), 'Hechos hasta junio de 2026');
	assert.equal(es.lastChange('23 de noviembre de 2026'), 'Editado el 23 de noviembre de 2026');
});

test('in Hebrew no word before a date needs a prefix that a numeral could not take', () => {
	each(
		[
			['1910-10-12', '12 באוקטובר 1910'],
			['1911-10-19/1912-01-25', '19 אוקטובר 1911 – 25 ינואר 1912'],
			['[1912-03-16..1912-03-17]', 'בין 16 לבין 17 במרץ 1912'],
			['1912-03-29~', 'בסביבות 29 במרץ 1912'],
			['1912-03?', 'אולי מרץ 1912'],
			['1910/..', 'מאז 1910'],
			['1910-05-23~/1910-06-02', 'למן בסביבות 23 במאי 1910 ועד 2 ביוני 1910'],
			['191X', 'שנות ה־1910'],
			['2001-21', 'אביב 2001'],
			['-0044', '45 לפנה״ס'],
		],
		he.date,
	);
});
