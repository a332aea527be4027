/** Fingers, as Chromium's own protocol has them: the driver's taps know no moves. */
import { type CDPSession, type Page } from '@playwright/test';

/** One for each page: gestures of several sessions get in each other's way. */
const clients = new WeakMap<Page, CDPSession>();

export type Point = readonly [x: number, y: number];

/** Puts fingers down, moves them in steps, and lifts them. @param paths where each finger starts and ends */
export async function moveFingers(page: Page, paths: readonly (readonly [Point, Point])[]): Promise<void> {
	const client = clients.get(page) ?? (await page.context().newCDPSession(page));
	clients.set(page, client);
	const STEPS = 10;
	const at = (share: number) =>
		paths.map(([[x, y], [toX, toY]], id) => ({ id, x: x + (toX - x) * share, y: y + (toY - y) * share }));
	for (let fingers = 1; fingers <= paths.length; fingers++)
		await client.send('Input.dispatchTouchEvent', {
			type: 'touchStart',
			touchPoints: at(0).slice(0, fingers),
		});
	for (let step = 1; step <= STEPS; step++)
		await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / STEPS) });
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
