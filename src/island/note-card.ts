/**
 * A note's reference beside the line that cites it, for who points at its mark, taps it or tabs to it.
 * It can be pointed at itself, stays until the reader leaves, and goes with Escape (WCAG 2.2, 1.4.13).
 * Without script, or without popovers, the mark leads to the note at the foot, as a click does with them.
 */

/** Long enough to pass over a mark without meaning it, and to get from the mark to the card. */
const OPEN_MS = 120;
const CLOSE_MS = 300;
const GAP = 4;
const EDGE = 16;

const card = document.createElement('span');
card.id = 'note-card';
card.className = 'note-card';

/** The mark whose note is shown. */
let shown: HTMLAnchorElement | undefined;
/** Of the last press: whether it was a finger's, and on a mark whose note was shown already. Not every click tells. */
let pressed = { touch: false, shown: false };
let timer = 0;

function show(mark: HTMLAnchorElement): void {
	clearTimeout(timer);
	const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
	if (mark === shown || !note) return;
	hide();
	shown = mark;
	card.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
	card.querySelector('.note-back')?.remove();
	// Also beside a text in another language.
	card.lang = note.closest<HTMLElement>('[lang]')?.lang ?? '';
	card.dir = getComputedStyle(note).direction;
	// Next to its mark, so that Tab leads from one into the other.
	mark.after(card);
	mark.setAttribute('aria-describedby', card.id);
	card.showPopover();
	place(mark.getBoundingClientRect());
}

function hide(): void {
	clearTimeout(timer);
	shown?.removeAttribute('aria-describedby');
	shown = undefined;
	card.remove();
}

/** Below the mark, or above it where there is no room, and never over the side. */
function place(mark: DOMRect): void {
	const { width, height } = card.getBoundingClientRect();
	const { clientWidth, clientHeight } = document.documentElement;
	const left = Math.min(mark.left + mark.width / 2 - width / 2, clientWidth - width - EDGE);
	const below = mark.bottom + GAP;
	const above = mark.top - GAP - height;
	card.style.left = `${Math.max(left, EDGE) + scrollX}px`;
	card.style.top = `${(below + height <= clientHeight || above < 0 ? below : above) + scrollY}px`;
}

function markOf({ target }: Event): HTMLAnchorElement | undefined {
	return (target instanceof Element && target.closest<HTMLAnchorElement>('.cites > a')) || undefined;
}

function isInCard({ target }: Event): boolean {
	return target instanceof Node && card.contains(target);
}

/** What each event means, for a mark, for the card and for all else. */
const on: Partial<{ [K in keyof DocumentEventMap]: (event: DocumentEventMap[K]) => void }> = {
	pointerover(event) {
		if (event.pointerType === 'touch') return;
		const mark = markOf(event);
		clearTimeout(timer);
		if (mark) timer = window.setTimeout(show, OPEN_MS, mark);
		else if (shown && !isInCard(event) && !shown.matches(':focus-visible') && !card.matches(':focus-within'))
			timer = window.setTimeout(hide, CLOSE_MS);
	},
	pointerdown(event) {
		const mark = markOf(event);
		pressed = { touch: event.pointerType === 'touch', shown: mark !== undefined && mark === shown };
		if (!mark && !isInCard(event)) hide();
	},
	// The first tap shows, the second goes to the note.
	click(event) {
		const mark = markOf(event);
		if (!mark) return;
		if (event.detail > 0 && pressed.touch && !pressed.shown) {
			event.preventDefault();
			show(mark);
		} else hide();
	},
	focusin(event) {
		const mark = markOf(event);
		if (mark?.matches(':focus-visible')) show(mark);
		else if (!mark && !isInCard(event)) hide();
	},
	keydown(event) {
		if (event.key !== 'Escape' || !shown) return;
		if (card.matches(':focus-within')) shown.focus();
		hide();
	},
};

if ('popover' in card) {
	card.popover = 'manual';
	for (const [type, listener] of Object.entries(on))
		document.addEventListener(type, listener as EventListener);
}
