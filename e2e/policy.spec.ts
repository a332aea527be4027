/** The policy that every page carries, asked of browsers: nothing inline, made from text, or from elsewhere runs or loads. */
import { expect, test } from '@playwright/test';
import { places } from './places.ts';

/** A page like most; those that carry their style, one of them for frames elsewhere; and one with styles for any address. */
const PAGES = ['about.html', 'index.html', 'embed.html', '404.html'];

for (const [place, path] of (['domain root', 'disk'] as const).flatMap((where) =>
	PAGES.map((file) => [where, file] as const),
))
	test(`what got into a page could neither run nor load: ${path}, ${place}`, async ({ page }) => {
		await page.goto(`${places[place]()}${path}`);
		await expect(page.locator('h1').first()).toBeAttached();
		await page.evaluate((marked) => {
			const refused: string[] = [];
			Object.assign(globalThis, { refused });
			addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
				refused.push(effectiveDirective),
			);
			const add = <Tag extends keyof HTMLElementTagNameMap>(
				tag: Tag,
				fields: Partial<HTMLElementTagNameMap[Tag]>,
			) => {
				const element = Object.assign(document.createElement(tag), fields);
				document.body.append(element);
				return element;
			};
			const HIT = 'window.hit = 1';
			add('script', { textContent: HIT });
			add('script', { src: 'https://xss.example/x.js' });
			add('script', { src: `data:text/javascript,${HIT}` });
			add('div', {
				innerHTML: `<img src="data:," onerror="${HIT}"><b id="${marked}" style="color: red">x</b>`,
			});
			add('style', { textContent: 'b { color: red !important }' });
			add('link', { rel: 'stylesheet', href: 'https://xss.example/x.css' });
			add('img', { src: 'https://xss.example/x.png' });
			add('iframe', { src: 'https://xss.example/' });
			add('object', { data: 'https://xss.example/' });
			add('base', { href: 'https://xss.example/' });
			add('a', { href: `javascript:${HIT}` }).click();
			fetch('https://xss.example/').catch(() => undefined);
			setTimeout(HIT);
			const form = add('form', { action: 'https://xss.example/', method: 'post' });
			form.append(add('button', {}));
			form.querySelector('button')?.click();
		}, 'marked');
		await expect
			.poll(() =>
				page.evaluate(() => [...new Set((globalThis as unknown as { refused: string[] }).refused)].sort()),
			)
			.toEqual([
				'base-uri',
				'connect-src',
				'form-action',
				'frame-src',
				'img-src',
				'object-src',
				'script-src',
				'script-src-attr',
				'script-src-elem',
				'style-src-attr',
				'style-src-elem',
			]);
		// Asked of the page itself: a driver would wait for the journeys that were refused.
		const kept = await page.evaluate(() => {
			const marked = document.getElementById('marked');
			return {
				hit: 'hit' in globalThis,
				colour: marked && getComputedStyle(marked).color === 'rgb(255, 0, 0)',
				base: document.baseURI === location.href,
			};
		});
		expect(kept).toEqual({ hit: false, colour: false, base: true });
	});
