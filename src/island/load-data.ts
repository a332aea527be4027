/** Data that a page did not bring: a classic script, which a disk lets a page load as well as a host does. */
import { LATE_PARTS } from '../core/late-part.ts';

const parts = () => (globalThis as { [LATE_PARTS]?: Map<string, unknown> })[LATE_PARTS];

/**
 * Hands it over: what is made of it may be kept, it is not.
 * @param name under which the script leaves it
 * @param address from the page
 * @throws where it does not load; asking again tries again
 */
export async function loadData<T>(name: string, address: string): Promise<T> {
	if (!parts()?.has(name))
		await new Promise<void>((resolve, reject) => {
			const script = document.createElement('script');
			script.src = address;
			script.onload = () => resolve();
			script.onerror = () => {
				script.remove();
				reject(new Error(`${address} did not load`));
			};
			document.head.append(script);
		});
	const part = parts()?.get(name) as T;
	parts()?.delete(name);
	return part;
}
