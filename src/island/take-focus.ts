/** Takes the focus to something from where a reader goes on, above all when a button that had it goes (WCAG 2.4.3). */
export function takeFocus(element: HTMLElement | null | undefined): void {
	if (element && element.tabIndex < 0) element.tabIndex = -1;
	element?.focus({ preventScroll: true });
}
