import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setDates } from './pdf.ts';

test('the moments of making become the day of the edition, and nothing else moves', () => {
	const made =
		"%PDF-1.4 \xff\xfe /CreationDate (D:20300102030405+00'00')\n/ModDate(D:20300102030405+00'00') (D:20300102030405)";
	const bytes = Buffer.from(made, 'latin1');
	const set = Buffer.from(setDates(bytes, '2026-11-23'));
	assert.equal(set.length, bytes.length);
	assert.equal(
		set.toString('latin1'),
		"%PDF-1.4 \xff\xfe /CreationDate (D:20261123000000+00'00')\n/ModDate(D:20261123000000+00'00') (D:20300102030405)",
	);
});
