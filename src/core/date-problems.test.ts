import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from './date.ts';

function problemOf(text: string): string {
	const parsed = parseDate(text);
	assert.ok(!parsed.ok, `${text} was read as a date`);
	return parsed.problem;
}

test('what is not a date is told with the remedy', () => {
	const table: Record<string, string> = {
		'': 'is empty. Write a date, such as 2024-08-12, 2024-08 or 2024.',
		'1900-02-29': '"1900-02-29" is not a day: February has 28. Write 1900-02, or the day that is meant.',
		'2021-02-30': '"2021-02-30" is not a day: February has 28. Write 2021-02, or the day that is meant.',
		'[2021-11-31,2022]':
			'"2021-11-31" is not a day: November has 30. Write 2021-11, or the day that is meant.',
		'2024-13': '"2024-13" is not a month: months run from 01 to 12. Write 2024, or the month that is meant.',
		'-44':
			'"-44" is too short for a year: years have four digits. Write -0044 for 45 BCE, or -0043 for 44 BCE.',
		'99': '"99" is too short for a year: years have four digits. Write 0099.',
		'12021': '"12021" is too long for a year: years have four digits. If you mean it, write Y12021.',
		Y170000002:
			'"Y170000002" is outside the years that can be drawn, -271820 to 275759. Choose a year between them.',
		'2021-05-03T10:00':
			'"2021-05-03T10:00" has a time of day; events are dated to the day. Write 2021-05-03.',
		'2021-05-03T10:00:00+02:00/2021-05-04T09:00Z':
			'"2021-05-03T10:00:00+02:00/2021-05-04T09:00Z" has a time of day; events are dated to the day. Write 2021-05-03/2021-05-04.',
		'2024-05-03/2024-05-01': '"2024-05-03/2024-05-01" ends before it starts. Write the earlier date first.',
		'[2024..2021]': '"[2024..2021]" ends before it starts. Write the earlier date first.',
		'../..': '"../.." has neither a start nor an end. Write at least one: 2024/.. or ../2024.',
	};
	for (const [text, problem] of Object.entries(table)) assert.equal(problemOf(text), problem, text);
});

test('EDTF that is not drawn is named as such, not called no date', () => {
	const refused = [
		'{2021,2022}',
		'{2021..2022}',
		'156X-12-25',
		'15XX-12',
		'1XXX',
		'XXXX',
		'2004?-06',
		'2004-06-~11',
	];
	for (const text of [...refused, '1950S2', 'Y17E7', '1985-XX-04', '1985-04-2X/..'])
		assert.match(problemOf(text), /is EDTF that this site does not draw\. It reads dates,/, text);
});
