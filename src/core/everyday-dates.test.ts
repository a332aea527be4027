import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDate } from './date.ts';

function problemOf(text: string): string {
	const parsed = parseDate(text);
	assert.ok(!parsed.ok, `${text} was read as a date`);
	return parsed.problem;
}

/** What is said of each text after the text itself. */
function each(table: [text: string, says: string][]): void {
	for (const [text, says] of table)
		assert.equal(problemOf(text), `"${text}" cannot be read as a date: ${says}`, text);
}

test('a date in numbers is given back with the year first, two digits each and hyphens', () => {
	const joined = (edtf: string) => `it is year, month, day, joined by hyphens. Write ${edtf}.`;
	each([
		['1966-2-3', 'months and days have two digits. Write 1966-02-03.'],
		['1966-2', 'months and days have two digits. Write 1966-02.'],
		['1966/02/03', joined('1966-02-03')],
		['19660203', joined('1966-02-03')],
		['1966–02–03', joined('1966-02-03')],
		['23.02.1966', joined('1966-02-23')],
		['02/23/1966', joined('1966-02-23')],
	]);
});

test('a date that can be read in two ways is given back in both', () => {
	each([
		[
			'02/03/1966',
			'it may be either of two days. Write 1966-02-03 for 3 February, or 1966-03-02 for 2 March.',
		],
		['1900s', 'a digit that is not known is an X. Write 190X for ten years, or 19XX for a hundred.'],
		[
			'1969-08..1969-11',
			'.. between two dates stands in brackets. Write 1969-08/1969-11 for what lasted, or [1969-08..1969-11] for one unknown day.',
		],
		['02/02/1966', 'it is year, month, day, joined by hyphens. Write 1966-02-02.'],
	]);
});

test('a month or season in words is given back as a number', () => {
	const says = (edtf: string) => `the year stands first, and the month is a number. Write ${edtf}.`;
	each([
		['3 Feb 1966', says('1966-02-03')],
		['3rd of February, 1966', says('1966-02-03')],
		['February 3, 1966', says('1966-02-03')],
		['Feb 1966', says('1966-02')],
		['sept. 1966', says('1966-09')],
		['Spring 1966', says('1966-21')],
	]);
});

test('about, unknown digits and years before 1 are given back with their signs', () => {
	each([
		['c. 1609', 'about is a ~ behind the date. Write 1609~.'],
		['ca 1609', 'about is a ~ behind the date. Write 1609~.'],
		['about 3 May 1966', 'about is a ~ behind the date. Write 1966-05-03~.'],
		['c. 270 BCE', 'about is a ~ behind the date. Write -0269~.'],
		['~1966', 'the mark stands behind the date. Write 1966~.'],
		['~1966/1970', 'the mark stands behind the date. Write 1966~/1970.'],
		['1960s', 'a digit that is not known is an X. Write 196X.'],
		['196x', 'a digit that is not known is a capital X. Write 196X.'],
		['1966-xx', 'a digit that is not known is a capital X. Write 1966-XX.'],
		['270 BCE', 'years before 1 CE count down from 0000, which is 1 BCE. Write -0269.'],
		['270 BC', 'years before 1 CE count down from 0000, which is 1 BCE. Write -0269.'],
		['1 BCE', 'years before 1 CE count down from 0000, which is 1 BCE. Write 0000.'],
	]);
});

test('spans and choices are given back with a / or in brackets', () => {
	const span = (edtf: string) => `a span has a / between its dates. Write ${edtf}.`;
	each([
		['2021–2022', span('2021/2022')],
		['2021-2022', span('2021/2022')],
		['2021–22', span('2021/2022')],
		['3 Feb 1966 to 5 March 1966', span('1966-02-03/1966-03-05')],
		['1966 / 1970', 'on either side of the / stands a date in EDTF, without spaces. Write 1966/1970.'],
		['1966 or 1967', 'one of several days stands in brackets, with commas. Write [1966,1967].'],
		[
			'between 1966 and 1968',
			'one unknown day stands in brackets, with .. between its ends. Write [1966..1968].',
		],
	]);
});

test('a day that no month has is told as such in everyday forms too, and no other is proposed', () => {
	for (const text of ['30 Feb 2021', '2021-2-30', '2021/02/30'])
		assert.equal(
			problemOf(text),
			'"2021-02-30" is not a day: February has 28. Write 2021-02, or the day that is meant.',
			text,
		);
});

test('what no one can read for sure is refused with examples of EDTF', () => {
	for (const text of [
		'today',
		'sometime in 2023',
		'2021-05-23/26',
		'33/44/2024',
		'1966-1965',
		' 2024',
		'-0000',
	])
		assert.match(problemOf(text), /is not a date\. Write EDTF: 2024-08-12, 2024-08, 2024,/, text);
});

test('whatever is written, what is proposed is a date', () => {
	const word = fc.constantFrom(
		...[
			'1966',
			'2',
			'03',
			'30',
			'Feb',
			'May',
			'c. ',
			'BCE',
			'196x',
			'..',
			'/',
			'–',
			'-',
			' ',
			' to ',
			'~',
			'?',
			's',
			',',
		],
	);
	const text = fc.array(word, { maxLength: 9 }).map((words) => words.join(''));
	fc.assert(
		fc.property(text, (written) => {
			const parsed = parseDate(written);
			const [, choices = ''] = parsed.ok
				? []
				: (/cannot be read as a date: .*\. Write (.*)\.$/.exec(parsed.problem) ?? []);
			for (const choice of choices.split(', or ').filter(Boolean)) {
				const [edtf = ''] = choice.split(' for ');
				assert.ok(parseDate(edtf).ok, `${written} → ${edtf}`);
			}
		}),
		{ seed: 20_261_123, numRuns: 2000 },
	);
});
