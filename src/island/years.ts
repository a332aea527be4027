/** Years of which the page lists but the main events: each is completed as the reader arrives at it. */
import { loadData } from './load-data.ts';
import { YEAR_CAME } from './year-came.ts';

export interface Years {
	/** Completes a year, if that is still to do. @param name as the page has it; where it does not load, its link stays */
	complete(name: string): Promise<void>;
	destroy(): void;
}

/** @param onComplete told after each year that came */
export function watchYears(root: HTMLElement, onComplete: () => void): Years {
	const waiting = new Map(
		[...root.querySelectorAll<HTMLElement>('section.year[data-more]')].map((section) => [
			section.dataset['more'] ?? '',
			section,
		]),
	);

	const coming = new Map<string, Promise<void>>();

	/** Who asks while a year comes waits for the same. */
	function complete(name: string): Promise<void> {
		const known = coming.get(name);
		if (known) return known;
		const section = waiting.get(name);
		const list = section?.querySelector<HTMLElement>('ol.events');
		if (!section || !list) return Promise.resolve();
		waiting.delete(name);
		observer.unobserve(section);
		const made = fill(name, section, list).finally(() => coming.delete(name));
		coming.set(name, made);
		return made;
	}

	async function fill(name: string, section: HTMLElement, list: HTMLElement): Promise<void> {
		try {
			const { entries } = await loadData<{ entries: string }>(`year-${name}`, `data/years/${name}.js`);
			const focused = list.contains(document.activeElement) ? document.activeElement : null;
			const id = focused?.closest('article')?.id;
			list.innerHTML = entries;
			delete list.dataset['newest'];
			delete section.dataset['more'];
			section.querySelector(':scope > .entry-foot')?.remove();
			if (id !== undefined) document.getElementById(id)?.querySelector('a')?.focus({ preventScroll: true });
			onComplete();
			root.dispatchEvent(new Event(YEAR_CAME));
		} catch {
			// Its link leads to the same events; a choice may ask again.
			waiting.set(name, section);
		}
	}

	const observer = new IntersectionObserver(
		(entries) => {
			for (const { target, isIntersecting } of entries)
				if (isIntersecting && target instanceof HTMLElement) void complete(target.dataset['more'] ?? '');
		},
		{ rootMargin: '50% 0px' },
	);
	for (const section of waiting.values()) observer.observe(section);

	return { complete, destroy: () => observer.disconnect() };
}
