/** How long the tests that can run for any time do: a little in `npm test`, with fixed seeds; in full in `npm run soak`. */
import type { TestInfo } from '@playwright/test';

export const IS_SOAK = process.env['SOAK'] === '1';

/** For tests that take long on purpose; in `npm test` that of all others. */
export const SOAK_TIMEOUT = IS_SOAK ? 1_800_000 : 120_000;

/** Of one test's counts, for the totals that both commands print. */
export function tellCount(info: TestInfo, description: string): void {
	info.annotations.push({ type: 'count', description });
}

/** The same in each test run, another in each soak; a soak prints it. */
export const SEED = Number(process.env['SEED'] ?? 20_261_123);
