/** What axe finds on a page, as lines to compare with none. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

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
