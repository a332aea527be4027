/** What axe finds on a page, as lines to compare with none. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** How many of a list's items that are alike are left for axe to look at. */
const ALIKE = 6;

/**
 * Takes out of long lists all but their first items: what axe says of these it says of the others, for seconds a page.
 * For pages whose lists are asked about whole in another language.
 */
export async function shortenLists(page: Page): Promise<void> {
	await page.evaluate((most) => {
		for (const list of document.querySelectorAll('ul, ol, .year, .claims, main, datalist, select'))
			for (const item of [...list.querySelectorAll(':scope > :is(li, article, option, section)')].slice(most))
				item.remove();
	}, ALIKE);
}

/** @param isOfColours whether only contrast is asked about (WCAG 1.4.3) */
export async function findViolations(page: Page, isOfColours = false): Promise<string[]> {
	// In one go, and without the list of all that is well: half the time, the same findings. Its other way is for frames
	// from elsewhere, which no page of ours has.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await (
		isOfColours ? axe.withRules('color-contrast') : axe.withTags(RULES)
	).analyze();
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
