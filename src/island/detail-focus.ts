/**
 * Focus in the close-up stays with its event. Items are drawn in later frames, taken out and put back while the window
 * moves, and gathered in clusters: a browser drops the focus of what it takes out, and with it a reader's place.
 */

/** What stands now for what had the focus; undefined where nothing does. */
type Find = () => HTMLElement | undefined;

export interface KeptFocus {
	/** Goes to what is to be found, as soon as it is drawn. */
	goTo(find: Find): void;
	/** To be called whenever items were drawn: gives the focus back if the browser dropped it. */
	restore(): void;
}

/** @param finderOf how to find again what has the focus; undefined for anything outside the close-up */
export function keepFocus(finderOf: (target: Element) => Find | undefined, signal: AbortSignal): KeptFocus {
	let wanted: Find | undefined;
	function goThere(): void {
		const element = wanted?.();
		if (!element?.isConnected || document.activeElement === element) return;
		element.focus({ preventScroll: true });
		element.scrollIntoView({ block: 'nearest' });
	}
	document.addEventListener(
		'focusin',
		({ target }) => {
			// A cluster that stands for the wanted event for a while is not wanted itself.
			if (target instanceof Element && target !== wanted?.()) wanted = finderOf(target);
		},
		{ signal },
	);
	document.addEventListener('pointerdown', () => (wanted = undefined), { signal });
	return {
		goTo(find) {
			wanted = find;
			goThere();
		},
		restore() {
			const { activeElement } = document;
			if (activeElement === document.body || activeElement?.closest('[hidden]')) goThere();
		},
	};
}
