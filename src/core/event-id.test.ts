import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from './date.ts';
import { dateToIdPart, makeEventId, titleToSlug } from './event-id.ts';
import { isId } from './schema.ts';

const read = (edtf: string) => {
	const parsed = parseDate(edtf);
	if (!parsed.ok) throw new Error(parsed.problem);
	return parsed.date;
};

const DATES: [edtf: string, part: string][] = [
	['2024-08-12', '2024-08-12'],
	['2024-08', '2024-08'],
	['2024~', '2024'],
	['2001-21', '2001'],
	['2021-05-23/2021-05-26', '2021-05-23'],
	['2024/..', '2024'],
	['../2024-02', '2024-02'],
	['[2026-03-04..2026-05-15]', '2026'],
	['[2026-03-04..2026-03-15]', '2026-03'],
	['[1678..1680]', '1678'],
	['196X', '1960s'],
	['19XX', '1900s'],
	['0079-08-24', '0079-08-24'],
	['0000', '1-bce'],
	['-0043-03-15', '44-bce-03-15'],
	['-01XX', '200-bce'],
	['Y-10000', '10001-bce'],
];

test('an id begins with the start of its date, as precisely as it is known', () => {
	for (const [edtf, part] of DATES) assert.equal(dateToIdPart(read(edtf)), part, edtf);
});

const TITLES: [title: string, slug: string][] = [
	["Jury’s verdict in the mayors' trial", 'jurys-verdict-in-the-mayors-trial'],
	['Déjà vu – ¿otra vez?', 'deja-vu-otra-vez'],
	['Взятие Бастилии', 'vzyatie-bastilii'],
	['東京オリンピック', 'dongjingorinpitku'],
	['../../etc/passwd', 'etc-passwd'],
	['!!!', ''],
	['', ''],
	[
		'A headline that goes on for longer than any address should have to',
		'a-headline-that-goes-on-for-longer-than-any',
	],
];

test('a headline becomes an id that any disk and address can hold, whatever its script', () => {
	for (const [title, slug] of TITLES) {
		assert.equal(titleToSlug(title), slug);
		const id = makeEventId(read('2024'), title, () => false);
		assert.ok(isId(id), id);
		assert.match(id, /^[a-z0-9-]+$/);
	}
	assert.equal(titleToSlug('x'.repeat(500)).length, 48);
});

test('an id that is taken gets a number', () => {
	const taken = new Set(['2024-verdict', '2024-verdict-2']);
	assert.equal(
		makeEventId(read('2024'), 'Verdict', (id) => taken.has(id)),
		'2024-verdict-3',
	);
});
