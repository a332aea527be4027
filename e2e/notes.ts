/** The notes of the event with most of them, for tests of how they are read. */
import type { Locator, Page } from '@playwright/test';
import { published } from './content.ts';
import { places, type Place } from './places.ts';

const event = published.toSorted((a, b) => b.prose.citations.length - a.prose.citations.length)[0];
if (!event) throw new Error('the case has no events');
export const address = (place: Place) => `${places[place]()}events/${event.id}.html`;
export const marks = (page: Page) => page.locator('.prose .cites > a');
export const card = (page: Page) => page.locator('#note-card');

/** What stands in a note, without the way back. */
export async function noteText(page: Page, mark: Locator = marks(page).first()): Promise<string> {
	const id = ((await mark.getAttribute('href')) ?? '').slice(1);
	return page.locator(`[id="${id}"]`).evaluate((note) => {
		const copy = note.cloneNode(true) as Element;
		copy.querySelector('.note-back')?.remove();
		return copy.textContent?.trim() ?? '';
	});
}
