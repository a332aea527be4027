import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDate } from './date.ts';
import { parsePerson } from './people.ts';
import { rolesAt } from './roles.ts';

const ROLES: [dates: Record<string, string>, event: string, held: boolean][] = [
	[{ from: '2018-11', to: '2023-01' }, '2021-05-23', true],
	[{ from: '2018-11', to: '2023-01' }, '2018-11', false],
	[{ from: '2018-11', to: '2023-01' }, '2018-11-30', true],
	[{ from: '2018-11', to: '2023-01' }, '2023-01', false],
	[{ from: '2018-11', to: '2023-01' }, '2022-12-31', true],
	[{ from: '2018-11', to: '2023-01' }, '2022-12/2023-02', false],
	[{ from: '2018-11', to: '2023-01' }, '2016-05', false],
	[{ from: '2019-07' }, '2026-01-14', true],
	[{ to: '2023-01' }, '2021-05-23', false],
	[{}, '2021-05-23', false],
	[{ from: '2018-11' }, '2021/..', false],
];
for (const [dates, event, held] of ROLES)
	test(`a role ${JSON.stringify(dates)} ${held ? 'held' : 'is not known to have held'} in ${event}`, () => {
		const role = { text: 'Clerk', sources: [], ...dates };
		const { value: person } = parsePerson({ id: 'jane-doe', name: 'Jane Doe', roles: [role] });
		const date = parseDate(event);
		assert.ok(person && date.ok);
		assert.equal(rolesAt(person, date.date).length, Number(held));
	});
