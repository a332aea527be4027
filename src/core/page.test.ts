import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePage } from './page.ts';

const problemsOf = (id: string, menu: string) =>
	parsePage(id, { title: 'Page', 'speaks-of': 'site', menu }, 'Text.').problems.map(
		({ path, says }) => `${path.join('.')}: ${says}`,
	);

test('a page has a place in the menu by a whole number; home has one already', () => {
	assert.deepEqual(problemsOf('about', '2'), []);
	assert.deepEqual(problemsOf('about', 'first'), [
		'menu: "first" is not a whole number from 1 on. Write, for example, menu: 1.',
	]);
	assert.deepEqual(problemsOf('home', '1'), [
		'menu: has no place here: the timeline always comes first in the menu. Take it out.',
	]);
});
