import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeLicence, licenceAddress } from './licences.ts';

for (const [written, name, isKnown] of [
	['CC-BY-4.0', 'CC BY 4.0', true],
	['CC-PDM-1.0', 'Dominio público', true],
	['All rights reserved', 'All rights reserved', false],
] as const)
	test(`${written} is ${name}`, () => {
		const { name: told, href } = describeLicence(written, 'Dominio público');
		assert.deepEqual([told, href !== undefined], [name, isKnown]);
		assert.equal(licenceAddress(written), href);
	});
