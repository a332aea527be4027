/** A view as an address has it. */
import { viewToPairs, type View } from '../core/view.ts';

/** @param address of the page, to which query and hash are added */
export function viewToAddress(view: View, address = ''): string {
	const query = new URLSearchParams(viewToPairs(view)).toString();
	const hash = view.selected ? `#${encodeURIComponent(view.selected)}` : '';
	return `${address}${query ? `?${query}` : ''}${hash}`;
}
