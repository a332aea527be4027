/** What stands in for `import()` in a classic script: a part is a script that leaves its exports in `lateParts`. */

/** Of the script that carries this; its parts and their style sheets stand beside it. */
export const scriptAddress = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/**
 * @param {string} name
 * @returns {Promise<unknown>} its exports; rejected where it does not load, so that asking again tries again
 */
export function loadPart(name) {
	const address = new URL(name, scriptAddress).href;
	const known = globalThis['lateParts']?.get(address);
	if (known) return Promise.resolve(known);
	return new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = address;
		script.onload = () => resolve(globalThis['lateParts'].get(address));
		script.onerror = () => {
			script.remove();
			reject(new Error(`${address} did not load`));
		};
		document.head.append(script);
	});
}
