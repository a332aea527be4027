/** Paper by way of a browser, where there is one. */
import { dayToDate } from '../../core/calendar.ts';
import { parseDate } from '../../core/date.ts';

/**
 * Prints a document that loads nothing to PDF, tagged and with an outline.
 * @param iso the day it bears, in place of the moment it was made
 * @returns the file, or a reason why there is none
 */
export async function printPdf(
	html: string,
	iso: string,
): Promise<{ bytes: Uint8Array } | { missing: string }> {
	// Only for development: a build without it makes the other editions.
	const tools = await Promise.all([import('playwright-core'), import('../../../scripts/browsers.ts')]).catch(
		() => undefined,
	);
	if (!tools) return { missing: 'Playwright is not installed' };
	const [{ chromium }, { findBrowser }] = tools;
	const found = findBrowser('chromium');
	if (!found) return { missing: 'no Chromium was found; CHROMIUM=/path names one' };
	const browser = await chromium.launch(found.executablePath ? { executablePath: found.executablePath } : {});
	try {
		const page = await browser.newPage({ javaScriptEnabled: false });
		await page.setContent(html, { waitUntil: 'load' });
		const bytes = await page.pdf({
			preferCSSPageSize: true,
			printBackground: true,
			tagged: true,
			outline: true,
		});
		return { bytes: setDates(bytes, iso) };
	} finally {
		await browser.close();
	}
}

/** `/CreationDate (D:20261123101500+00'00')`, as Chromium writes it, uncompressed (ISO 32000-1, 7.9.4). */
const DATE = /(\/(?:CreationDate|ModDate) ?\(D:)(\d{14})/g;

/** Overwrites the moments of making with a day, in place: offsets in the file stay right. */
export function setDates(pdf: Uint8Array, iso: string): Uint8Array {
	const parsed = parseDate(iso);
	const day = parsed.ok ? (parsed.date.start ?? 0) : 0;
	const stamp = dayToDate(day).toISOString().replace(/\D/g, '').slice(0, 14);
	const text = Buffer.from(pdf).toString('latin1');
	return Buffer.from(text.replace(DATE, `$1${stamp}`), 'latin1');
}
