/** A view as an address has it. */
import { viewToPairs, type View } from '../core/view.ts';

/** Milliseconds: browsers refuse more changes of the address than about 100 in 30 seconds; the last of a run is what counts. */
export const ADDRESS_PAUSE = 350;

/** @param address of the page, to which query and hash are added */
export function viewToAddress(view: View, address = ''): string {
	const query = new URLSearchParams(viewToPairs(view)).toString();
	const hash = view.selected ? `#${encodeURIComponent(view.selected)}` : '';
	return `${address}${query ? `?${query}` : ''}${hash}`;
}
