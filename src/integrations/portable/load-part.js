/** What stands in for `import()` in a classic script: a part is a script that leaves its exports in `lateParts`. */

/** Of the script that carries this; parts and their style sheets stand beside it. */
export const scriptAddress = /** @type {HTMLScriptElement} */ (document.currentScript).src;

const loading = new Map();

/**
 * @param {string} name
 * @returns {Promise<unknown>} its exports; rejected where it does not load, so that asking again tries again
 */
export function loadPart(name) {
	const known = loading.get(name);
	if (known) return known;
	const part = new Promise((resolve, reject) => {
		const script = document.createElement('script');
		script.src = new URL(name, scriptAddress).href;
		script.onload = () => resolve(globalThis['lateParts'][name]);
		script.onerror = () => {
			loading.delete(name);
			script.remove();
			reject(new Error(`${script.src} did not load`));
		};
		document.head.append(script);
	});
	loading.set(name, part);
	return part;
}
