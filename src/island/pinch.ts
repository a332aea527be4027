/** Two fingers on a box that the browser leaves to us (`touch-action`). */

export interface Pinch {
	/** Of the fingers' middle when they came down, from the left edge of the box; 0 to 1. */
	share: number;
	/** How many times as far apart as then. */
	ratio: number;
	/** Whether they have just come down. */
	isFirst: boolean;
}

/** The least distance that fingers count as apart, in pixels: on one spot, a ratio would mean nothing. */
const LEAST = 16;

/** Tells of each move of two fingers, until the signal ends it. */
export function onPinch(box: HTMLElement, tell: (pinch: Pinch) => void, signal: AbortSignal): void {
	let first: { share: number; distance: number } | undefined;
	const forget = () => (first = undefined);
	const follow = ({ touches: [a, b], touches }: TouchEvent) => {
		if (!a || !b || touches.length > 2) return forget();
		const distance = Math.max(LEAST, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY));
		const { left, width } = box.getBoundingClientRect();
		const share = ((a.clientX + b.clientX) / 2 - left) / width;
		const isFirst = first === undefined;
		first ??= { share, distance };
		tell({ share: first.share, ratio: distance / first.distance, isFirst });
	};
	const options = { passive: true, signal };
	box.addEventListener('touchmove', follow, options);
	for (const end of ['touchend', 'touchcancel'] as const) box.addEventListener(end, forget, options);
}
