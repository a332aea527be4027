/** What stands in for `import()` in a classic script: a part is a script that leaves its exports in `lateParts`. */

/** Of the script that carries this; its parts and their style sheets stand beside it. Empty where it is in the page itself. */
export const scriptAddress = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * @param {string} part
 * @param {string} file beside this script
 * @returns {Promise<unknown>} its exports; rejected where it does not load, so that asking again tries again
 */
export function loadPart(part, file) {
	const known = globalThis['lateParts']?.get(part);
	if (known) return Promise.resolve(known);
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = new URL(file, scriptAddress).href;
		const fail = () => {
			script.remove();
			reject(new Error(`${script.src} did not load`));
		};
		script.onload = () => {
			// What a host gives in place of a script that is not there may be a page.
			const loaded = globalThis['lateParts']?.get(part);
			if (loaded) resolve(loaded);
			else fail();
		};
		script.onerror = fail;
		document.head.append(script);
	});
}
